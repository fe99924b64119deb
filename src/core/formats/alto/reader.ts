/** ALTO among the readers: its pages as sources, and what the file says of roles, reading order and articles. */
import type { FormatReader, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { countReferences } from '../count-markup.ts';
import { keepMarkup } from '../markup.ts';
import { pageName } from '../page-name.ts';
import { decodeXml } from '../xml/decode.ts';
import { xmlRoot } from '../xml/root.ts';
import { refuseCancelled } from '../xml/stream.ts';
import { readAltoPages } from './read.ts';
import { altoStructure } from './structure.ts';

/** The opening balance: what stands in the CONTENT of words and hyphens. */
export function countAlto(markup: string): number {
  let n = 0;
  for (const [tag] of markup.replace(/<!--[^]*?-->/gu, '').matchAll(/<(?:[\w.-]+:)?(?:String|HYP)\s[^>]*>/gu)) {
    const content = /\sCONTENT\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(tag);
    n += countReferences(content?.[1] ?? content?.[2] ?? '');
  }
  return n;
}

async function readAltoFile(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  refuseCancelled(context, file);
  const { text } = await decodeXml(bytes, file);
  const read = readAltoPages(bytes, file);
  context.progress?.(1, 2);
  await context.pause?.();
  const sources = read.map(({ id: _, ...source }, i): SourceDraft => ({
    ...source,
    name: read.length > 1 ? pageName(file, i + 1) : file,
    ...(i === 0 ? { extra: { ...source.extra, ...keepMarkup(text) } } : {}),
  }));
  const structure = await altoStructure(text, file, sources, context);
  const language = /<(?:[\w.-]+:)?Page\b[^>]*\sLANG\s*=\s*["']([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)["']/u.exec(
    text,
  )?.[1];
  return {
    sources,
    ...(structure ? { structure } : {}),
    notes: [],
    characters: countAlto(text),
    ...(language === undefined ? {} : { about: { language } }),
  };
}

export const altoReader: FormatReader = {
  id: 'alto',
  name: { code: 'reader.alto' },
  extensions: ['xml', 'alto'],
  mediaTypes: ['application/alto+xml'],
  carries: [
    'carry.lines',
    'carry.boxes',
    'carry.roles',
    'carry.order',
    'carry.articles',
    'carry.confidence',
    'carry.sizes',
    'carry.separators',
    'carry.pictures',
    'carry.markup',
  ].map((code) => ({ code })),
  loses: [{ code: 'lose.word-boxes' }, { code: 'lose.alternatives' }],
  sniff: (head) => (xmlRoot(head)?.name.toLowerCase() === 'alto' ? 1 : 0),
  read: readAltoFile,
};
