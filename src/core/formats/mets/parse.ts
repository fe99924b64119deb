/** METS: its files, its physical and logical structure, and the titles and date of its MODS. */
import type { ReadContext } from '../reading.ts';
import { listOf, type Attributes } from '../xml/attributes.ts';
import { streamXml } from '../xml/stream.ts';

export interface MetsPointer {
  readonly file: string;
  readonly begin: string | undefined;
  readonly end: string | undefined;
}
export interface MetsDiv {
  readonly type: string;
  readonly label: string | undefined;
  readonly order: number | undefined;
  readonly orderLabel: string | undefined;
  readonly described: readonly string[];
  /** Pointers and divs in the order of the file. */
  readonly items: (MetsDiv | MetsPointer)[];
}
export interface MetsMap {
  readonly type: string;
  readonly root: MetsDiv;
}
export interface Mets {
  readonly label: string | undefined;
  /** Hrefs by file id, in file order. */
  readonly files: Map<string, string>;
  readonly maps: MetsMap[];
  /** Titles by the id of their dmdSec. */
  readonly titles: Map<string, string>;
  /** Genres by the id of their dmdSec. */
  readonly genres: Map<string, string>;
  date: string | undefined;
  language: string | undefined;
}

export const isDiv = (item: MetsDiv | MetsPointer): item is MetsDiv => 'items' in item;

/** Divs in the order of their ORDER where all have one. */
export function inOrder(items: readonly (MetsDiv | MetsPointer)[]): readonly (MetsDiv | MetsPointer)[] {
  const keys = items.map((item) => (isDiv(item) ? item.order : undefined));
  if (keys.some((key) => key === undefined)) return items;
  return items
    .map((item, i) => ({ item, key: keys[i] ?? 0, i }))
    .sort((a, b) => a.key - b.key || a.i - b.i)
    .map(({ item }) => item);
}

const hrefOf = (a: Attributes): string | undefined =>
  a.get('xlink:href') ?? a.get('href') ?? a.entries().find(([name]) => name.endsWith(':href'))?.[1];

export async function parseMets(text: string, file: string, context: ReadContext): Promise<Mets> {
  let label: string | undefined;
  const mets: Mets = {
    label: undefined,
    files: new Map(),
    maps: [],
    titles: new Map(),
    genres: new Map(),
    date: undefined,
    language: undefined,
  };
  const divs: MetsDiv[] = [];
  let mapType = '';
  let fileId: string | undefined;
  let described: string | undefined;
  /** Elements inside a MODS titleInfo or the like; what stands in related items is not its own title. */
  const path: string[] = [];
  let words: string[] | null = null;
  let pointer: { id: string; used: boolean } | null = null;

  const title = (part: string): void => {
    if (described === undefined || path.includes('relatedItem')) return;
    const before = mets.titles.get(described);
    if (!part || (before !== undefined && !path.includes('titleInfo'))) return;
    if (before === undefined) mets.titles.set(described, part);
  };

  await streamXml(
    text,
    file,
    {
      roots: ['mets'],
      open(name, a) {
        path.push(name);
        if (name === 'mets') label = a.get('LABEL');
        else if (name === 'file') fileId = a.get('ID');
        else if (name === 'FLocat') {
          const href = hrefOf(a);
          if (fileId !== undefined && href !== undefined && !mets.files.has(fileId)) mets.files.set(fileId, href);
        } else if (name === 'dmdSec') described = a.get('ID');
        else if (name === 'structMap') mapType = (a.get('TYPE') ?? '').toUpperCase();
        else if (name === 'div') {
          const order = Number(a.get('ORDER') ?? NaN);
          const div: MetsDiv = {
            type: (a.get('TYPE') ?? '').toUpperCase(),
            label: a.get('LABEL'),
            order: Number.isFinite(order) ? order : undefined,
            orderLabel: a.get('ORDERLABEL'),
            described: listOf(a.get('DMDID')),
            items: [],
          };
          const above = divs.at(-1);
          if (above) above.items.push(div);
          else mets.maps.push({ type: mapType, root: div });
          divs.push(div);
        } else if (name === 'fptr') {
          const id = a.get('FILEID');
          pointer = id === undefined ? null : { id, used: false };
        } else if (name === 'area') {
          const id = a.get('FILEID') ?? pointer?.id;
          if (pointer) pointer.used = true;
          if (id !== undefined) divs.at(-1)?.items.push({ file: id, begin: a.get('BEGIN'), end: a.get('END') });
        } else if (
          name === 'title' ||
          name === 'dateIssued' ||
          name === 'languageTerm' ||
          name === 'date' ||
          name === 'genre'
        )
          words = [];
      },
      close(name) {
        const said = words?.join('').replace(/\s+/gu, ' ').trim() ?? '';
        if (name === 'title' && words) title(said);
        else if ((name === 'dateIssued' || name === 'date') && words)
          mets.date ??= /\d{4}-\d{2}-\d{2}/u.exec(said)?.[0];
        else if (name === 'genre' && words && described !== undefined && !path.includes('relatedItem'))
          mets.genres.set(described, said);
        else if (name === 'languageTerm' && words)
          mets.language ??= /^[a-z]{2,3}(?:-\w+)*$/iu.test(said) ? said : undefined;
        else if (name === 'div') divs.pop();
        else if (name === 'dmdSec') described = undefined;
        else if (name === 'fptr') {
          if (pointer && !pointer.used) divs.at(-1)?.items.push({ file: pointer.id, begin: undefined, end: undefined });
          pointer = null;
        }
        if (words && ['title', 'dateIssued', 'languageTerm', 'date', 'genre'].includes(name)) words = null;
        path.pop();
      },
      text(part) {
        words?.push(part);
      },
    },
    context,
  );
  return { ...mets, label };
}
