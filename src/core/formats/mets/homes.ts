/** Where the logical map of an opened METS file points at the blocks of page files: the divs round each pointer, from the outside in. */
import { isRole } from '../../model/role.ts';
import { pushTo } from '../push-to.ts';
import { named, type Slice } from './slices.ts';
import { kindOfType } from './types.ts';

export interface Home {
  /** From the map's first div to what holds the pointer: divs, and a `fptr` with its `seq` where that holds several. */
  readonly path: readonly Slice[];
  /** What stands for the pointer in the last of them. */
  readonly slot: Slice;
  readonly area: Slice;
  /** The outermost div of an article round it. */
  readonly article: Slice | undefined;
  /** How many pointers stand before it. */
  readonly order: number;
}
export interface Homes {
  /** Of a block, region or line of a file: each pointer to it, in their order. */
  readonly at: (file: string, ref: string) => readonly Home[];
  /** From the map's first div to an article's. */
  readonly pathOf: (article: Slice) => readonly Slice[];
  readonly areas: readonly Slice[];
  /** The file that an area points into. */
  readonly fileOf: (area: Slice) => string;
}

export const typeOf = (slice: Slice): string => (slice.attributes['TYPE'] ?? '').toUpperCase();

const isArticle = (div: Slice): boolean =>
  div.name === 'div' && !isRole(div.attributes['LABEL'] ?? '') && kindOfType(typeOf(div)) !== undefined;

/** What stands in a div, as it is read: in the order of ORDER where all of it has one. */
export function inTheirOrder({ children }: Slice): readonly Slice[] {
  const items = children.filter(({ name }) => name === 'div' || name === 'fptr');
  const orderOf = (one: Slice): number => (one.name === 'div' ? Number(one.attributes['ORDER'] ?? NaN) : NaN);
  if (!items.length || items.some((one) => !Number.isFinite(orderOf(one)))) return children;
  if (items.every((one, i) => i === 0 || orderOf(one) >= orderOf(items[i - 1] as Slice))) return children;
  const others = children.filter((one) => !items.includes(one));
  return [...others, ...items.sort((a, b) => orderOf(a) - orderOf(b))];
}

/** `blocksOf` gives the blocks of a file in order: an area may go from one to another. */
export function homesIn(map: Slice | undefined, blocksOf: (file: string) => readonly string[]): Homes {
  const found = new Map<string, Home[]>();
  const paths = new Map<Slice, readonly Slice[]>();
  const files = new Map<Slice, string>();
  const blocksFrom = (file: string, { attributes: { BEGIN = '', END = BEGIN } }: Slice): readonly string[] => {
    if (END === BEGIN) return [BEGIN];
    const blocks = blocksOf(file);
    const [from, to] = [blocks.indexOf(BEGIN), blocks.indexOf(END)];
    return from < 0 || to < from ? [BEGIN] : blocks.slice(from, to + 1);
  };
  const walk = (one: Slice, around: readonly Slice[], article: Slice | undefined, file: string): void => {
    const own = one.attributes['FILEID'] ?? file;
    if (one.name === 'area') {
      const parent = around.at(-1);
      const isAlone = parent?.name === 'fptr';
      const order = files.size;
      files.set(one, own);
      if (one.attributes['BEGIN'] === undefined) return;
      const home: Home = {
        path: isAlone ? around.slice(0, -1) : around,
        slot: isAlone ? parent : one,
        ...{ area: one, article, order },
      };
      for (const block of blocksFrom(own, one)) pushTo(found, `${own}\n${block}`, home);
      return;
    }
    const path = [...around, one];
    const inside = article ?? (isArticle(one) ? one : undefined);
    if (inside === one) paths.set(one, path);
    for (const child of inTheirOrder(one)) walk(child, path, inside, own);
  };
  for (const div of map ? named(map, 'div') : []) walk(div, [], undefined, '');
  return {
    at: (file, ref) => found.get(`${file}\n${ref}`) ?? [],
    pathOf: (article) => paths.get(article) ?? [],
    areas: [...files.keys()],
    fileOf: (area) => files.get(area) ?? '',
  };
}

/** Is the map built as we build it? Then it is built anew. */
export function isOurMap(map: Slice): boolean {
  const [issue, ...more] = map.children;
  return (
    more.length === 0 &&
    issue?.attributes['TYPE'] === 'issue' &&
    issue.children.every(
      (child) =>
        child.name === 'div' &&
        (child.attributes['TYPE'] === 'page-zone' ||
          child.children.every(({ name, attributes }) => name === 'div' && attributes['TYPE'] === 'article-part')),
    )
  );
}
