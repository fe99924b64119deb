/** Reads METS with the ALTO, PAGE or hOCR files that it names: pages in their order, articles and roles of its logical structure. */
import { FormatError } from '../format-error.ts';
import { joinReadings } from '../join-readings.ts';
import { keepMarkup } from '../markup.ts';
import type { FormatReader, Reading, ReadContext } from '../reading.ts';
import { decodeXml } from '../xml/decode.ts';
import { xmlRoot } from '../xml/root.ts';
import { refuseCancelled } from '../xml/stream.ts';
import { findSibling } from './files.ts';
import { metsStructure } from './logical.ts';
import { inOrder, isDiv, parseMets, type Mets, type MetsDiv } from './parse.ts';

interface PageFile {
  readonly href: string;
  readonly fileId: string;
  readonly label: string | undefined;
}

/** The files of the physical structure in page order; without one, all files in file order. */
function pageFiles(mets: Mets): readonly (readonly PageFile[])[] {
  const physical =
    mets.maps.find(({ type }) => type === 'PHYSICAL') ?? (mets.maps.length === 1 ? mets.maps[0] : undefined);
  const found: PageFile[][] = [];
  const walk = (div: MetsDiv): void => {
    const label = div.orderLabel?.trim() || undefined;
    const own = div.items.flatMap((item): PageFile[] => {
      if (isDiv(item)) return [];
      const href = mets.files.get(item.file);
      return href === undefined ? [] : [{ href, fileId: item.file, label }];
    });
    if (own.length) found.push(own);
    for (const item of inOrder(div.items)) if (isDiv(item)) walk(item);
  };
  if (physical) walk(physical.root);
  return found.length ? found : [...mets.files].map(([fileId, href]) => [{ href, fileId, label: undefined }]);
}

async function readMets(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  const { text } = await decodeXml(bytes, file);
  const mets = await parseMets(text, file, context);
  const siblings = context.siblings ?? new Map<string, Uint8Array>();
  const readings: Reading[] = [];
  const pages: {
    readonly fileIds: readonly string[];
    readonly label: string | undefined;
    readonly from: number;
    readonly name: string;
  }[] = [];
  const used = new Set<string>();
  const missing = new Set<string>();
  const groups = pageFiles(mets);
  let sources = 0;
  for (const [n, group] of groups.entries()) {
    refuseCancelled(context, file);
    let image: string | undefined;
    for (const { href, fileId, label } of group) {
      const path = findSibling(href, file, siblings);
      const own = path === undefined ? undefined : siblings.get(path);
      if (path === undefined || own === undefined) {
        if (/\.(?:xml|hocr|html?)$/iu.test(href)) missing.add(href);
        continue;
      }
      if (!isPageText(own)) {
        if (/\.(?:jpe?g|png|tiff?|webp|jp2)$/iu.test(path)) image ??= path.split('/').at(-1);
        continue;
      }
      if (used.has(path) || !context.readOther) continue;
      used.add(path);
      const reading = await context.readOther(own, path);
      pages.push({ fileIds: [fileId], label, from: sources, name: path });
      readings.push(
        image === undefined
          ? reading
          : {
              ...reading,
              sources: reading.sources.map((s) => (s.image === undefined ? { ...s, image: image as string } : s)),
            },
      );
      sources += reading.sources.length;
    }
    context.progress?.(n + 1, groups.length);
  }
  if (readings.length === 0)
    throw new FormatError('mets.no-pages', {
      file,
      n: mets.files.size,
      first: [...missing][0] ?? [...mets.files.values()][0] ?? '—',
    });
  const joined = joinReadings(readings);
  const [first, ...rest] = joined.sources;
  const structure = await metsStructure(mets, joined, pages, siblings, context);
  const root = mets.maps.find(({ type }) => type === 'LOGICAL')?.root;
  const title = root?.label ?? mets.label ?? root?.described.flatMap((id) => mets.titles.get(id) ?? [])[0];
  return {
    ...joined,
    sources: first
      ? [
          {
            ...first,
            extra: { ...first.extra, ...keepMarkup(text, 'mets'), metsRead: pages.flatMap((page) => page.fileIds) },
          },
          ...rest,
        ]
      : [],
    structure,
    notes: [...joined.notes, ...[...missing].map((href) => ({ code: 'mets.missing-file', params: { file, href } }))],
    used: [...used],
    about: {
      ...(title ? { title } : {}),
      ...(mets.date === undefined ? {} : { date: mets.date }),
      ...(mets.language === undefined ? {} : { language: mets.language }),
    },
  };
}

const isPageText = (bytes: Uint8Array): boolean => {
  const root = xmlRoot(bytes.subarray(0, 4096))?.name.toLowerCase();
  return root === 'alto' || root === 'pcgts' || root === 'html';
};

export const metsReader: FormatReader = {
  id: 'mets',
  name: { code: 'reader.mets' },
  extensions: ['xml', 'mets'],
  mediaTypes: ['application/mets+xml'],
  carries: [
    'carry.pages',
    'carry.lines',
    'carry.boxes',
    'carry.roles',
    'carry.order',
    'carry.articles',
    'carry.continuations',
    'carry.markup',
  ].map((code) => ({ code })),
  loses: [{ code: 'lose.image-files' }],
  sniff: (head) => (xmlRoot(head)?.name === 'mets' ? 1 : 0),
  read: readMets,
};
