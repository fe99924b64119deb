/** What a METS file that was opened holds beyond the edition: metadata, other files, other structures. It goes out again as it was. */
import type { Edition, Fragment, Source } from '../../model/edition.ts';
import { fragmentsOf, remember } from '../../model/selectors.ts';
import { cutsOf } from '../laid-sources.ts';
import type { LaidPage } from '../laid-page.ts';
import { keptMarkup, type KeptFiles } from '../markup.ts';
import { listOf } from '../xml/attributes.ts';
import { descendants } from '../xml-tree.ts';
import { isXmlId } from '../xml-writer.ts';
import { findSibling } from './files.ts';
import { homesIn, isOurMap, typeOf, type Home, type Homes } from './homes.ts';
import { named, slicesOf, uriOf, within, type Scope, type Slice } from './slices.ts';

const METS = 'http://www.loc.gov/METS/';
const NOTHING = `<mets xmlns="${METS}"/>`;
const OURS: Scope = new Map([
  ['', METS],
  ['mods', 'http://www.loc.gov/mods/v3'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
]);

export interface KeptMets {
  readonly root: Slice;
  /** Namespaces of the new root: ours, and those of the opened one that mean nothing else in ours. */
  readonly into: Scope;
  /** Children of the root by name. */
  readonly parts: (name: string) => readonly Slice[];
  readonly physical: Slice | undefined;
  readonly logical: Slice | undefined;
  /** Ids of the files that pages were read from. */
  readonly read: ReadonlySet<string>;
  /** Sections that we wrote: they are written anew. */
  readonly ourSections: ReadonlySet<Slice>;
  /** The id of the file that a page was read from; each is given to one page. */
  readonly fileOf: (laid: LaidPage) => string | undefined;
  readonly hrefOf: (file: string) => string | undefined;
  readonly pageDiv: (file: string) => Slice | undefined;
  /** The div of the article in which the file had this fragment. */
  readonly articleDiv: (fragment: Fragment) => Slice | undefined;
  /** Where the logical map pointed at this fragment. */
  readonly homeOf: (fragment: Fragment) => Home | undefined;
  readonly homes: Homes;
  /** Pointers that say fragments again which another pointer named before. */
  readonly echoes: ReadonlyMap<Slice, { readonly slot: Slice; readonly fragments: readonly Fragment[] }>;
  /** Is the logical map one that we did not build? Then it stays, and what changed is put into it. */
  readonly isForeign: boolean;
  /** Does this part of the logical map go out as it stands? Not where it points at fragments, or at pages that are not here. */
  readonly isStill: (slice: Slice) => boolean;
  /** The id, or one near it that nothing else has. */
  readonly claim: (id: string) => string;
  /** The id of a part of the logical map that stays. */
  readonly own: (id: string) => string;
}

export const idOf = (slice: Slice | undefined): string | undefined => {
  const id = slice?.attributes['ID'];
  return id !== undefined && isXmlId(id) ? id : undefined;
};
export const filesIn = (slice: Slice): string[] =>
  [...within(slice)].flatMap(({ attributes }) => attributes['FILEID'] ?? []);
export const isOurAgent = (agent: Slice): boolean =>
  agent.name === 'agent' &&
  agent.attributes['OTHERTYPE'] === 'SOFTWARE' &&
  named(agent, 'name').some(({ text }) => />Pasteup</u.test(text));

const MODS_PARTS = new Set(['titleInfo', 'name', 'genre', 'originInfo', 'language', 'abstract']);

/** Exactly as we write them. */
function looksOurs(section: Slice): boolean {
  const [wrap, ...others] = section.children;
  const [data] = wrap?.children ?? [];
  const [mods, ...more] = data?.children ?? [];
  return (
    Object.keys(section.attributes).join() === 'ID' &&
    (section.attributes['ID'] ?? '').startsWith('MODS_') &&
    others.length === 0 &&
    more.length === 0 &&
    wrap?.attributes['MDTYPE'] === 'MODS' &&
    mods?.name === 'mods' &&
    !section.text.includes('<!') &&
    uriOf(mods) === OURS.get('mods') &&
    mods.children.every((child) => MODS_PARTS.has(child.name) && Object.keys(child.attributes).length === 0)
  );
}

const bare = (name: string): string => name.replace(/#page=\d+$/u, '');

/** As much of the METS file as the edition's sources keep: of the first that keeps one. Nothing, where none was opened. */
export function keptMets(edition: Edition, pages: readonly LaidPage[], kept: KeptFiles): KeptMets {
  const sources = Object.values(edition.sources);
  const holder = sources.find((source) => source.extra?.['mets'] !== undefined);
  const text = holder && keptMarkup(holder, 'mets');
  const root = (text && slicesOf(text)) || (slicesOf(NOTHING) as Slice);
  const own = new Set([uriOf(root), '']);
  const parts = (name: string): readonly Slice[] => named(root, name).filter((child) => own.has(uriOf(child)));
  const files = parts('fileSec').flatMap((one) => [...within(one)].filter(({ name }) => name === 'file'));
  const hrefs = new Map(
    files.flatMap((file): [string, string][] => {
      const id = idOf(file);
      const at = named(file, 'FLocat')[0]?.attributes ?? {};
      const href = Object.entries(at).find(([key]) => /(?:^|:)href$/u.test(key))?.[1];
      return id === undefined || href === undefined ? [] : [[id, href]];
    }),
  );
  const names = new Map(sources.map(({ name }) => [bare(name), new Uint8Array()]));
  const idByName = new Map<string, string>();
  const noted = holder?.extra?.['metsRead'];
  // Pages that were read and are not here (of a part of the edition, say) are none of what is kept.
  const read = new Set(Array.isArray(noted) ? noted.filter((id) => typeof id === 'string') : []);
  for (const [id, href] of hrefs) {
    const name = findSibling(href, '', names);
    if (name === undefined) continue;
    read.add(id);
    if (!idByName.has(name)) idByName.set(name, id);
  }
  const given = new Map<LaidPage, string>();
  for (const laid of pages) {
    const id = idByName.get(bare(laid.source?.name ?? ''));
    if (id !== undefined && ![...given.values()].includes(id)) given.set(laid, id);
  }
  const maps = parts('structMap');
  const physical = maps.find((map) => typeOf(map) === 'PHYSICAL');
  const logical = maps.find((map) => typeOf(map) === 'LOGICAL');
  const pageDivs = new Map<string, Slice>();
  for (const div of physical ? within(physical) : [])
    if (div.name === 'div')
      for (const id of named(div, 'fptr').flatMap(filesIn)) if (!pageDivs.has(id)) pageDivs.set(id, div);
  const byUs = parts('metsHdr').some((header) => header.children.some(isOurAgent));
  const described = new Set([...(logical ? within(logical) : [])].flatMap((div) => listOf(div.attributes['DMDID'])));
  const ourSections = new Set(
    byUs ? parts('dmdSec').filter((one) => described.has(one.attributes['ID'] ?? '') && looksOurs(one)) : [],
  );

  const isForeign = logical !== undefined && named(logical, 'div').length > 0 && !(byUs && isOurMap(logical));
  const readDivs = new Set([...read].flatMap((id) => pageDivs.get(id) ?? []));
  const roundPages = (physical ? [...within(physical)] : []).filter((div) =>
    [...within(div)].some((one) => readDivs.has(one)),
  );
  const free = new Set<Slice>([
    ...(logical && !isForeign ? within(logical) : []),
    ...ourSections,
    ...(physical ? [physical, ...named(physical, 'div'), ...roundPages] : []),
    ...files.filter((file) => read.has(idOf(file) ?? '')),
    ...parts('fileSec').flatMap((one) =>
      [...within(one)].filter(
        ({ name, children }) => name !== 'file' && children.length > 0 && [...children].some((c) => holdsRead(c, read)),
      ),
    ),
    ...parts('structLink'),
    root,
  ]);
  const taken = new Set<string>();
  for (const one of within(root))
    if (!free.has(one))
      for (const key of ['ID', 'xml:id']) if (one.attributes[key] !== undefined) taken.add(one.attributes[key]);
  const fileOfSource = (source: Source | undefined): string | undefined => source && idByName.get(bare(source.name));
  const sourceByFile = new Map(sources.map((source) => [fileOfSource(source), source]));
  const homes = homesIn(logical, (file) => [
    ...new Set((sourceByFile.get(file)?.lines ?? []).flatMap(({ block }) => block ?? [])),
  ]);
  /** The first is where it is read; who points at it after that says it again. */
  const homesOf = remember((fragment: Fragment): readonly Home[] => {
    const source = edition.sources[fragment.sourceId];
    const file = fileOfSource(source);
    const line = source && cutsOf(source, fragment)[0]?.line;
    if (file === undefined || !line) return [];
    const refs = new Set([line.block, line.ref, ...composedRound(kept, source, line.block)]);
    const all = [...refs].flatMap((ref) => (ref === undefined ? [] : homes.at(file, ref)));
    return all.toSorted((x, y) => x.order - y.order);
  });
  const homeOf = (fragment: Fragment): Home | undefined => homesOf(fragment)[0];
  const echoes = new Map<Slice, { readonly slot: Slice; readonly fragments: Fragment[] }>();
  for (const fragment of logical && homes.areas.length ? fragmentsOf(edition) : [])
    for (const { area, slot } of homesOf(fragment).slice(1)) {
      const echo = echoes.get(area) ?? { slot, fragments: [] };
      echo.fragments.push(fragment);
      echoes.set(area, echo);
    }
  const moving = (): Set<Slice> => {
    const gone = homes.areas.filter((area) => {
      const file = homes.fileOf(area);
      return read.has(file) && !sourceByFile.has(file);
    });
    return new Set([...gone, ...fragmentsOf(edition).flatMap((fragment) => homeOf(fragment)?.area ?? [])]);
  };
  const moved = isForeign ? moving() : new Set<Slice>();
  const claim = (id: string): string => {
    let free = id;
    while (taken.has(free)) free += '_';
    taken.add(free);
    return free;
  };
  return {
    root,
    into: new Map([...OURS, ...[...root.scope].filter(([prefix]) => !OURS.has(prefix))]),
    parts,
    physical,
    logical,
    read,
    ourSections,
    fileOf: (laid) => given.get(laid),
    hrefOf: (file) => hrefs.get(file),
    pageDiv: (file) => pageDivs.get(file),
    articleDiv: (fragment) => homeOf(fragment)?.article,
    homeOf,
    homes,
    echoes,
    isForeign,
    isStill: (slice) => [...within(slice)].every((one) => !moved.has(one)),
    claim,
    own: (id) => (isForeign ? id : claim(id)),
  };
}

/** The composed blocks of an ALTO file round one of its blocks. */
function composedRound(kept: KeptFiles, source: Source, block: string | undefined): string[] {
  const root = block === undefined ? undefined : kept.of(source, 'application/alto+xml')?.root;
  if (!root) return [];
  return descendants(root, 'ComposedBlock').flatMap(({ attributes, children }) => {
    const holds = descendants({ name: '', attributes: {}, children }, 'TextBlock').some(
      (one) => one.attributes['ID'] === block,
    );
    return holds && attributes['ID'] !== undefined ? [String(attributes['ID'])] : [];
  });
}

/** Is a file among it that a page was read from? */
export const holdsRead = (slice: Slice, read: ReadonlySet<string>): boolean =>
  [...within(slice)].some(({ name, attributes }) => name === 'file' && read.has(attributes['ID'] ?? ''));
