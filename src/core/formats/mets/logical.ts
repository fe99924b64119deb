/** The logical structure of METS over the pages that were read: articles with their blocks in order, and what each block is. */
import { ARTICLE_KINDS, type ArticleKind } from '../../model/edition.ts';
import { isRole, type RoleId } from '../../model/role.ts';
import { spansOfLines } from '../lay-lines.ts';
import { pushTo } from '../push-to.ts';
import type { GivenArticle, GivenFragment, GivenPage, GivenStructure, ReadContext, Reading } from '../reading.ts';
import { composedBlocks } from './composed.ts';
import { inOrder, isDiv, type Mets, type MetsDiv, type MetsPointer } from './parse.ts';
import { kindOfType, roleOfType } from './types.ts';

export interface MetsPage {
  readonly fileIds: readonly string[];
  readonly label: string | undefined;
  /** The first source that this file gave. */
  readonly from: number;
  readonly name: string;
}

interface Files {
  /** Fragments of a block, region or line of a file; made where they are not there yet. */
  readonly fragmentsAt: (pointer: MetsPointer) => Promise<readonly number[]>;
  readonly fragments: GivenFragment[];
}

function openFiles(
  joined: Reading,
  pages: readonly MetsPage[],
  siblings: ReadonlyMap<string, Uint8Array>,
  context: ReadContext,
): Files {
  const fragments: GivenFragment[] = [...(joined.structure?.fragments ?? [])];
  const pageOf = new Map(pages.flatMap((page, i) => page.fileIds.map((id): [string, number] => [id, i])));
  const known = new Map<string, number[]>();
  fragments.forEach((fragment, i) => {
    if (fragment.ref !== undefined) pushTo(known, `${fragment.source}\n${fragment.ref}`, i);
  });
  const composed = new Map<string, Promise<ReadonlyMap<string, readonly string[]>>>();
  const inside = (page: MetsPage): Promise<ReadonlyMap<string, readonly string[]>> => {
    const bytes = siblings.get(page.name);
    const found =
      composed.get(page.name) ??
      (bytes ? composedBlocks(bytes, page.name, context) : Promise.resolve(new Map<string, readonly string[]>()));
    composed.set(page.name, found);
    return found;
  };
  const make = (source: number, id: string): readonly number[] => {
    const key = `${source}\n${id}`;
    const before = known.get(key);
    if (before) return before;
    const lines = joined.sources[source]?.lines ?? [];
    const own = lines.flatMap((line, i) => (line.block === id || line.ref === id ? [i] : []));
    if (own.length === 0) return [];
    fragments.push({ source, spans: spansOfLines(lines, own), ref: id });
    known.set(key, [fragments.length - 1]);
    return [fragments.length - 1];
  };
  const ids = async (page: MetsPage, source: number, { begin, end }: MetsPointer): Promise<readonly string[]> => {
    const blocks = [...new Set(joined.sources[source]?.lines.map((line) => line.block ?? '') ?? [])];
    if (begin === undefined) return [];
    if (end !== undefined && end !== begin && blocks.includes(begin) && blocks.includes(end))
      return blocks.slice(blocks.indexOf(begin), blocks.indexOf(end) + 1);
    return make(source, begin).length ? [begin] : ((await inside(page)).get(begin) ?? []);
  };
  return {
    fragments,
    async fragmentsAt(pointer) {
      const at = pageOf.get(pointer.file);
      const page = at === undefined ? undefined : pages[at];
      if (!page || at === undefined) return [];
      const found: number[] = [];
      for (let source = page.from; source < (pages[at + 1]?.from ?? joined.sources.length); source++)
        for (const id of await ids(page, source, pointer)) found.push(...make(source, id));
      return found;
    },
  };
}

/** A div whose label is a role of ours is one loose fragment, whatever its type. */
function kindOf(div: MetsDiv, mets: Mets): ArticleKind | undefined {
  const kind = isRole(div.label ?? '') ? undefined : kindOfType(div.type);
  const genre = div.described.flatMap((id) => mets.genres.get(id) ?? [])[0];
  return kind && (ARTICLE_KINDS.find((k) => k === genre) ?? kind);
}

export async function metsStructure(
  mets: Mets,
  joined: Reading,
  pages: readonly MetsPage[],
  siblings: ReadonlyMap<string, Uint8Array>,
  context: ReadContext,
): Promise<GivenStructure> {
  const { fragments, fragmentsAt } = openFiles(joined, pages, siblings, context);
  const articles: GivenArticle[] = [];
  const taken = new Set<number>();
  const walk = async (div: MetsDiv, article: number[] | null, role: RoleId | undefined): Promise<void> => {
    const kind = article ? undefined : kindOf(div, mets);
    const members = kind ? [] : article;
    const own = roleOfType(div.type) ?? role;
    for (const item of inOrder(div.items)) {
      if (isDiv(item)) {
        await walk(item, members, own);
        continue;
      }
      if (item.begin === undefined) continue; // a page or an issue as a whole
      for (const at of await fragmentsAt(item)) {
        const fragment = fragments[at];
        if (!fragment || taken.has(at)) continue;
        taken.add(at);
        members?.push(at);
        if (own && !fragment.role) fragments[at] = { ...fragment, role: own };
      }
    }
    if (!kind || !members?.length) return;
    const title = div.label?.trim() || div.described.flatMap((id) => mets.titles.get(id) ?? [])[0];
    articles.push({
      fragments: members,
      ordered: true,
      ...(kind === 'article' ? {} : { kind }),
      ...(title ? { title } : {}),
    });
  };
  // Other maps (a table of contents, supplements) say again, in their own way, what the logical one says.
  const said = mets.maps.filter(({ type }) => type === 'LOGICAL');
  const logical = said.length ? said : mets.maps.filter(({ type }) => type !== 'PHYSICAL');
  for (const { root } of logical) await walk(root, null, undefined);
  const given = new Map((joined.structure?.pages ?? []).map((page) => [page.source, page]));
  const labels = new Map(
    pages.flatMap(({ from, label }): [number, string][] => (label === undefined ? [] : [[from, label]])),
  );
  return {
    fragments,
    articles: [
      ...articles,
      ...(joined.structure?.articles ?? [])
        .map((a) => ({ ...a, fragments: a.fragments.filter((f) => !taken.has(f)) }))
        .filter((a) => a.fragments.length > 0),
    ],
    pages: joined.sources.map((_, source): GivenPage => {
      const label = labels.get(source) ?? given.get(source)?.label;
      return { source, ...(label === undefined ? {} : { label }), order: given.get(source)?.order ?? [] };
    }),
    relations: joined.structure?.relations ?? [],
  };
}
