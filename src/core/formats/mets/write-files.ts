/** The files and pages of a METS file that is written: ours, among those of the opened one. */
import { carriable } from '../carriable.ts';
import type { LaidPage } from '../laid-page.ts';
import { el, type XmlElement } from '../xml-writer.ts';
import { filesIn, holdsRead, idOf, type KeptMets } from './kept.ts';
import { named, takeOver, takeOverAttributes, within, type Slice } from './slices.ts';

/** Ids of what a page has in the file. */
export interface PageIds {
  readonly file: string;
  readonly div: string;
  /** Only where no picture of its own came with the opened file. */
  readonly image: string | undefined;
  /** Its div in the opened file. */
  readonly before: Slice | undefined;
}

const imageType = (name: string): string | undefined =>
  ({
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    tif: 'image/tiff',
    tiff: 'image/tiff',
    jp2: 'image/jp2',
    webp: 'image/webp',
  })[name.split('.').at(-1)?.toLowerCase() ?? ''];

const lastPart = (href: string): string => {
  const name = href.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
};

/** Pages that were opened keep the ids that they had; the others get what is free. */
export function pageIds(pages: readonly LaidPage[], kept: KeptMets): ReadonlyMap<LaidPage, PageIds> {
  const before = new Map(
    pages.map((laid) => {
      const opened = kept.fileOf(laid);
      const div = opened === undefined ? undefined : kept.pageDiv(opened);
      const id = idOf(div);
      return [laid, { div, file: opened && kept.claim(opened), id: id && kept.claim(id) }];
    }),
  );
  return new Map(
    pages.map((laid): [LaidPage, PageIds] => {
      const had = before.get(laid);
      const image = laid.source?.image;
      const pictures = (had?.div ? named(had.div, 'fptr').flatMap(filesIn) : []).map((id) => kept.hrefOf(id) ?? '');
      const hasOwn = pictures.some((href) => lastPart(href) === (image ?? '').split('/').at(-1));
      return [
        laid,
        {
          file: had?.file ?? kept.claim(`ALTO_${laid.number}`),
          div: had?.id ?? kept.claim(`PAGE_${laid.number}`),
          image: image === undefined || hasOwn ? undefined : kept.claim(`IMG_${laid.number}`),
          before: had?.div,
        },
      ];
    }),
  );
}

/** What was measured on the file as it was. */
const MEASURED = ['ID', 'MIMETYPE', 'SIZE', 'CHECKSUM', 'CHECKSUMTYPE', 'CREATED', 'BEGIN', 'END', 'BETYPE'];

const located = (attributes: XmlElement['attributes'], href: string): XmlElement =>
  el(
    'file',
    attributes,
    el('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': encodeURI(carriable(href)) }),
  );

export function fileSection(
  ids: ReadonlyMap<LaidPage, PageIds>,
  kept: KeptMets,
  pathOf: (laid: LaidPage) => string,
): XmlElement {
  const written = new Set<LaidPage>();
  const write = (laid: LaidPage, before?: Slice): XmlElement => {
    written.add(laid);
    return located(
      {
        ID: ids.get(laid)?.file,
        MIMETYPE: 'application/alto+xml',
        ...(before ? takeOverAttributes(before, kept.into, MEASURED) : {}),
      },
      pathOf(laid),
    );
  };
  const pageOf = new Map([...ids.keys()].map((laid) => [kept.fileOf(laid), laid]));
  /** Where files that are new belong. */
  let fullText: { readonly children: XmlElement[] } | undefined;
  const group = (slice: Slice): XmlElement => {
    if (!holdsRead(slice, kept.read)) return takeOver(slice, kept.into);
    const id = idOf(slice);
    const children: XmlElement[] = [];
    if (slice.attributes['USE'] === 'FULLTEXT') fullText ??= { children };
    for (const child of slice.children) {
      if (child.name !== 'file') children.push(group(child));
      else if (!kept.read.has(child.attributes['ID'] ?? '')) children.push(takeOver(child, kept.into));
      else {
        const laid = pageOf.get(child.attributes['ID']);
        if (laid) children.push(write(laid, child));
      }
    }
    return {
      ...el('fileGrp', {
        ...(id === undefined ? {} : { ID: kept.claim(id) }),
        ...takeOverAttributes(slice, kept.into, ['ID']),
      }),
      children,
    };
  };
  const sections = kept.parts('fileSec');
  const groups = sections.flatMap((section) => section.children).map(group);
  const rest = [...ids.keys()].filter((laid) => !written.has(laid)).map((laid) => write(laid));
  if (fullText) fullText.children.push(...rest);
  else if (rest.length || !groups.length)
    groups.unshift(el('fileGrp', { ID: kept.claim('FULLTEXT'), USE: 'FULLTEXT' }, rest));
  const images = [...ids].flatMap(([{ source }, { image }]) =>
    image === undefined ? [] : [located({ ID: image, MIMETYPE: imageType(source?.image ?? '') }, source?.image ?? '')],
  );
  return el(
    'fileSec',
    sections[0] ? takeOverAttributes(sections[0], kept.into) : {},
    groups,
    images.length > 0 && el('fileGrp', { ID: kept.claim('IMAGES'), USE: 'IMAGE' }, images),
  );
}

function pageDiv(laid: LaidPage, { file, div, image, before }: PageIds, kept: KeptMets): XmlElement {
  const opened = kept.fileOf(laid);
  let points = false;
  const inside = (before?.children ?? [])
    .filter(({ name }) => name !== 'div')
    .flatMap((child): XmlElement[] => {
      const to = filesIn(child);
      const pointsNow = opened !== undefined && to.includes(opened);
      if (child.name !== 'fptr' || to.some((id) => !kept.read.has(id)) || !to.length) {
        points ||= pointsNow;
        return [takeOver(child, kept.into)];
      }
      if (!pointsNow || points) return [];
      points = true;
      return [el('fptr', { FILEID: file, ...takeOverAttributes(child, kept.into, ['FILEID']) })];
    });
  const { TYPE = 'page', ...facts } = before
    ? takeOverAttributes(before, kept.into, ['ID', 'ORDER', 'ORDERLABEL'])
    : {};
  return el(
    'div',
    { ID: div, TYPE, ORDER: laid.number, ORDERLABEL: laid.page.label, ...facts },
    image !== undefined && el('fptr', { FILEID: image }),
    inside,
    !points && el('fptr', { FILEID: file }),
    (before ? named(before, 'div') : [])
      .filter((child) => !holdsPage(child, kept))
      .map((child) => takeOver(child, kept.into)),
  );
}

/** Is the div of a page that was read in it? */
const holdsPage = (slice: Slice, kept: KeptMets): boolean => {
  const pages = new Set([...kept.read].map((id) => kept.pageDiv(id)));
  return [...within(slice)].some((one) => pages.has(one));
};

export function physicalMap(ids: ReadonlyMap<LaidPage, PageIds>, kept: KeptMets): XmlElement {
  const map = kept.physical;
  const all = map ? named(map, 'div')[0] : undefined;
  // A file without more than one page may have its page at the top.
  const sequence = all && [...kept.read].some((id) => kept.pageDiv(id) === all) ? undefined : all;
  const { TYPE = 'physSequence', ...facts } = sequence ? takeOverAttributes(sequence, kept.into, ['ID']) : {};
  const others = (slice: Slice): Slice[] =>
    slice.children.flatMap((child) => {
      if (!holdsPage(child, kept)) return [child];
      return [...kept.read].some((id) => kept.pageDiv(id) === child) ? [] : others(child);
    });
  const rest = sequence ? others(sequence) : [];
  const lay = (isDiv: boolean): XmlElement[] =>
    rest.filter(({ name }) => (name === 'div') === isDiv).map((one) => takeOver(one, kept.into));
  const mapId = idOf(map);
  return el(
    'structMap',
    {
      ...(mapId === undefined ? {} : { ID: kept.claim(mapId) }),
      TYPE: 'PHYSICAL',
      ...(map ? takeOverAttributes(map, kept.into, ['ID', 'TYPE']) : {}),
    },
    el(
      'div',
      { ID: kept.claim(idOf(sequence) ?? 'PHYS'), TYPE, ...facts },
      lay(false),
      [...ids].map(([laid, own]) => pageDiv(laid, own, kept)),
      lay(true),
    ),
  );
}
