/** Reads ABBYY FineReader XML into one source a page. */
import { countMarkup } from '../count-markup.ts';
import { FormatError } from '../format-error.ts';
import { layLines, spansOfLines } from '../lay-lines.ts';
import { pageName } from '../page-name.ts';
import type { FormatReader, GivenFragment, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { sha256Of } from '../sha256-of.ts';
import { decodeXml } from '../xml/decode.ts';
import { xmlRoot } from '../xml/root.ts';
import { parseAbbyy } from './parse.ts';

function countAbbyy(markup: string): number {
  let n = 0;
  for (const [part] of markup
    .replace(/<!--[^]*?-->/gu, '')
    .replace(/<((?:\w+:)?wordRecVariants)\b[^]*?<\/\1>/gu, '')
    .replace(/<((?:\w+:)?charRecVariants)\b[^]*?<\/\1>/gu, '')
    .matchAll(/<(?:\w+:)?formatting\b[^]*?<\/(?:\w+:)?formatting>/gu))
    n += countMarkup(part);
  return n;
}

async function readAbbyy(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  const { text, encoding } = await decodeXml(bytes, file);
  const pages = await parseAbbyy(text, file, context);
  if (pages.length === 0) throw new FormatError('abbyy.no-page', { file, line: 1, column: 1 });
  const sum = await sha256Of(bytes);
  const fragments: GivenFragment[] = [];
  const sources = pages.map((page, source): SourceDraft => {
    const laid = layLines(page.lines);
    // Runs of lines of one block to which the file gives a role.
    let run: number[] = [];
    const end = (): void => {
      const role = page.roles[run[0] ?? -1];
      const ref = laid.lines[run[0] ?? -1]?.block;
      if (role && run.length)
        fragments.push({ source, spans: spansOfLines(laid.lines, run), role, ...(ref === undefined ? {} : { ref }) });
      run = [];
    };
    laid.lines.forEach((line, i) => {
      const last = run.at(-1);
      if (last !== undefined && (laid.lines[last]?.block !== line.block || page.roles[last] !== page.roles[i])) end();
      run.push(i);
    });
    end();
    return {
      name: pages.length > 1 ? pageName(file, source + 1) : file,
      mediaType: 'application/vnd.abbyy.finereader+xml',
      encoding,
      sha256: sum,
      ...laid,
      ...(page.width ? { width: page.width } : {}),
      ...(page.height ? { height: page.height } : {}),
      unit: 'px',
      ...(page.separators.length ? { separators: page.separators } : {}),
      ...(page.pictures.length ? { pictures: page.pictures } : {}),
    };
  });
  return {
    sources,
    ...(fragments.length
      ? {
          structure: {
            fragments,
            articles: [],
            pages: sources.map((_, source) => ({ source, order: [] })),
            relations: [],
          },
        }
      : {}),
    notes: [],
    characters: countAbbyy(text),
  };
}

export const abbyyReader: FormatReader = {
  id: 'abbyy',
  name: { code: 'reader.abbyy' },
  extensions: ['xml'],
  mediaTypes: ['application/xml'],
  carries: [
    'carry.lines',
    'carry.boxes',
    'carry.roles',
    'carry.confidence',
    'carry.sizes',
    'carry.separators',
    'carry.pictures',
  ].map((code) => ({ code })),
  loses: [{ code: 'lose.word-boxes' }, { code: 'lose.styles' }],
  sniff(head) {
    const root = xmlRoot(head);
    return root?.name === 'document' && /abbyy|FineReader/iu.test(root.attributes)
      ? 1
      : root?.name === 'document'
        ? 0.3
        : 0;
  },
  read: readAbbyy,
};
