/** What stands on a page and what an article holds, as lists that stay the same objects for as long as nothing in them changed. */
import type { Edition } from '../model/edition.ts';
import { byOrder, indexShard, remember, type Member, type Placed } from '../model/selectors.ts';

interface Gathered {
  readonly pages: ReadonlyMap<string, readonly (readonly Placed[])[]>;
  readonly articles: ReadonlyMap<string, readonly (readonly Member[])[]>;
}

/** Which sources have something on which page and in which article: one look at each source, not at each fragment. */
const gathered = remember((edition: Edition): Gathered => {
  const pages = new Map<string, (readonly Placed[])[]>();
  const articles = new Map<string, (readonly Member[])[]>();
  const into = <T>(map: Map<string, T[]>, lists: ReadonlyMap<string, T>): void => {
    for (const [id, list] of lists) {
      const known = map.get(id);
      if (known) known.push(list);
      else map.set(id, [list]);
    }
  };
  for (const shard of Object.values(edition.fragments)) {
    const index = indexShard(shard);
    into(pages, index.byPage);
    into(articles, index.byArticle);
  }
  return { pages, articles };
});

/** Makes one list of several, and the same one of the same. */
function joiner<T extends { readonly id: string }>(orderOf: (item: T) => string) {
  const known = new WeakMap<readonly T[], { readonly of: readonly (readonly T[])[]; readonly made: readonly T[] }>();
  return (lists: readonly (readonly T[])[]): readonly T[] => {
    const [first] = lists;
    if (!first) return [];
    const before = known.get(first);
    if (before?.of.length === lists.length && before.of.every((list, i) => list === lists[i])) return before.made;
    const made = lists.flat().sort((a, b) => byOrder({ order: orderOf(a), id: a.id }, { order: orderOf(b), id: b.id }));
    known.set(first, { of: lists, made });
    return made;
  };
}

const joinPlaced = joiner<Placed>((f) => f.placement.order);
const joinMembers = joiner<Member>((f) => f.article.order);
const NONE: readonly never[] = [];

export const placedOn = (edition: Edition, page: string): readonly Placed[] => {
  const lists = gathered(edition).pages.get(page);
  return lists ? joinPlaced(lists) : NONE;
};

export const membersOf = (edition: Edition, article: string): readonly Member[] => {
  const lists = gathered(edition).articles.get(article);
  return lists ? joinMembers(lists) : NONE;
};
