/** The files and pages of a METS file that is written: ours, among those of the opened one. */
import { carriable } from '../carriable.ts';
import type { LaidPage } from '../laid-page.ts';
import { el, type XmlElement } from '../xml-writer.ts';
import { filesIn, holdsRead, idOf, type KeptMets } from './kept.ts';
import { layNode, sharedPath, treeOf, type Leaf } from './map-tree.ts';
import { isComment, named, takeOver, takeOverAttributes, within, type Slice } from './slices.ts';

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
  const all = before?.children ?? [];
  const divs = all.filter(
    (child, i) => child.name === 'div' || (isComment(child) && all.slice(0, i).some(({ name }) => name === 'div')),
  );
  const inside = all
    .filter((child) => !divs.includes(child))
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
    divs.filter((child) => !holdsPage(child, kept)).map((child) => takeOver(child, kept.into)),
  );
}

/** The divs of pages that were read. */
const pageDivs = (kept: KeptMets): ReadonlySet<Slice> =>
  new Set([...kept.read].flatMap((id) => kept.pageDiv(id) ?? []));

const holdsPage = (slice: Slice, kept: KeptMets): boolean => {
  const pages = pageDivs(kept);
  return [...within(slice)].some((one) => pages.has(one));
};

/** Pages that were read and those that are new, in the groups that they stand in; what nothing was read from stays. */
export function physicalMap(ids: ReadonlyMap<LaidPage, PageIds>, kept: KeptMets): XmlElement {
  const map = kept.physical;
  const top = map ? named(map, 'div')[0] : undefined;
  const pages = pageDivs(kept);
  // A file without more than one page may have its page at the top.
  const root = top && !pages.has(top) ? top : undefined;
  const mapId = idOf(map);
  const laid = [...ids].map(([page, own]) => ({ element: pageDiv(page, own, kept), before: own.before }));
  const sequence = (): XmlElement => {
    if (!root)
      return el('div', { ID: kept.claim('PHYS'), TYPE: 'physSequence' }, ...laid.map(({ element }) => element));
    const paths = pathsIn(root);
    const pathOf = (i: number): readonly Slice[] | undefined => {
      const before = laid[i]?.before;
      const path = before && paths.get(before);
      // A page in a page stands behind it.
      return path?.slice(0, path.findIndex((one) => pages.has(one)) >>> 0);
    };
    const leaves = laid.map(({ element, before }, i): Leaf => {
      const beside = [pathOf(i - 1), pathOf(i + 1)].flatMap((path) => (path ? [path] : []));
      return { element, slot: before, path: pathOf(i) ?? (beside.length === 2 ? sharedPath(beside, [root]) : [root]) };
    });
    return layNode(treeOf(root, leaves), {
      into: kept.into,
      asItStands: (slice) => takeOver(slice, kept.into),
      isStill: (slice) => [...within(slice)].every((one) => !pages.has(one)),
      attributesOf({ slice, again }) {
        const { ID, ...facts } = takeOverAttributes(slice, kept.into);
        if (again || (slice !== root && ID === undefined)) return facts;
        return { ID: kept.claim(idOf(slice) ?? 'PHYS'), ...(slice === root ? { TYPE: 'physSequence' } : {}), ...facts };
      },
    });
  };
  return el(
    'structMap',
    {
      ...(mapId === undefined ? {} : { ID: kept.claim(mapId) }),
      TYPE: 'PHYSICAL',
      ...(map ? takeOverAttributes(map, kept.into, ['ID', 'TYPE']) : {}),
    },
    withComments(map, sequence(), kept),
  );
}

/** From the root of a map, to what holds each div. */
function pathsIn(root: Slice): ReadonlyMap<Slice, readonly Slice[]> {
  const paths = new Map<Slice, readonly Slice[]>();
  const walk = (slice: Slice, around: readonly Slice[]): void => {
    paths.set(slice, around);
    for (const child of slice.children) walk(child, [...around, slice]);
  };
  walk(root, []);
  return paths;
}

/** The div of a map, with the comments that stand before and behind it. */
export function withComments(map: Slice | undefined, div: XmlElement, kept: KeptMets): XmlElement[] {
  const at = map?.children.findIndex(({ name }) => name === 'div') ?? -1;
  const comments = (slices: readonly Slice[] = []): XmlElement[] =>
    slices.filter(isComment).map((one) => takeOver(one, kept.into));
  return [...comments(map?.children.slice(0, Math.max(0, at))), div, ...comments(map?.children.slice(at + 1))];
}
