/** Differences by article, and what each of them says: before and after in words. */
import {
  articlesOf,
  articleTitle,
  findFragment,
  fragmentsOnPage,
  pagesOf,
  readingOrder,
  textOf,
  type Comparison,
  type Difference,
  type Edition,
  type Fragment,
  type Message,
} from '../../core/index.ts';

export interface DifferenceGroup {
  /** Our article; null: in none; `edition`: of the edition and its pages. */
  readonly key: string;
  readonly title: string;
  readonly differences: readonly Difference[];
}

/** In the order of the outline, the edition's own first and what is in no article last. */
export function groupDifferences({ ours, differences }: Comparison): DifferenceGroup[] {
  const groups = new Map<string, Difference[]>();
  for (const d of differences) {
    const own = d.fragmentIds.map((id) => findFragment(ours, id)?.article?.id).find((id) => id !== undefined);
    const key = d.kind === 'about' || d.kind === 'page' ? 'edition' : (d.articleId ?? own ?? 'loose');
    const list = groups.get(key);
    if (list) list.push(d);
    else groups.set(key, [d]);
  }
  return ['edition', ...articlesOf(ours).map((article) => article.id), 'loose'].flatMap((key) => {
    const list = groups.get(key);
    return list ? [{ key, title: articleTitle(ours, key), differences: list }] : [];
  });
}

/** What it was and what it would be, each as words; `raw` is text as it is, else a message. */
export type Saying = { readonly raw: string } | Message;

export function sayings(
  comparison: Comparison,
  difference: Difference,
  sides: { readonly ours: readonly Fragment[]; readonly theirs: readonly Fragment[] },
): { readonly ours: Saying; readonly theirs: Saying } {
  const of = (edition: Edition, fragments: readonly Fragment[]): Saying => say(edition, difference, fragments);
  const [own, their] = [sides.ours[0], sides.theirs[0]];
  if (difference.kind === 'text' && own && their)
    return changedPart(textOf(comparison.ours, own), textOf(comparison.theirs, their));
  return { ours: of(comparison.ours, sides.ours), theirs: of(comparison.theirs, sides.theirs) };
}

function say(edition: Edition, { kind, articleId, pageId }: Difference, fragments: readonly Fragment[]): Saying {
  const [first] = fragments;
  if (kind === 'about') return { raw: [edition.title, edition.date, edition.language].filter(Boolean).join(' · ') };
  if (kind === 'page') return sayPage(edition, pageId ?? '');
  if (kind === 'article') return sayArticle(edition, articleId ?? '');
  if (kind === 'cut' || kind === 'source')
    return { code: 'compare.fragments', params: { n: fragments.length, text: excerpt(edition, first) } };
  if (!first) return { raw: '' };
  if (kind === 'role') return { code: `role.${first.role}` };
  if (kind === 'place') return sayPlace(edition, first);
  if (kind === 'group')
    return first.article ? { raw: articleTitle(edition, first.article.id) || '—' } : { code: 'compare.no-article' };
  if (kind === 'confirmed') return { code: first.confirmed ? 'compare.confirmed-yes' : 'compare.confirmed-no' };
  return { code: 'compare.order-place', params: { n: placeInArticle(edition, first) } };
}

const AROUND = 10;

/** Where two texts part and meet again, with a few characters around. */
export function changedPart(ours: string, theirs: string): { readonly ours: Saying; readonly theirs: Saying } {
  const [a, b] = [Array.from(ours), Array.from(theirs)];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const from = Math.max(0, start - AROUND);
  const cut = (text: readonly string[]): Saying => {
    const to = Math.min(text.length, text.length - end + AROUND);
    return { raw: `${from ? '…' : ''}${text.slice(from, to).join('')}${to < text.length ? '…' : ''}` };
  };
  return { ours: cut(a), theirs: cut(b) };
}

const excerpt = (edition: Edition, fragment: Fragment | undefined): string =>
  fragment ? textOf(edition, fragment).slice(0, 24) : '';

function sayPage(edition: Edition, id: string): Saying {
  const page = edition.pages[id];
  if (!page) return { code: 'compare.no-page' };
  const n = pagesOf(edition).findIndex((one) => one.id === id) + 1;
  return { code: 'compare.page-facts', params: { page: page.label, n, columns: page.columns.length } };
}

function sayArticle(edition: Edition, id: string): Saying {
  const article = edition.articles[id];
  if (!article) return { raw: '' };
  const n = articlesOf(edition).findIndex((one) => one.id === id) + 1;
  return {
    code: `compare.article-${article.review.state}`,
    params: { n, title: articleTitle(edition, id) || '—', note: article.review.note ?? '' },
  };
}

function sayPlace(edition: Edition, { id, placement }: Fragment): Saying {
  if (placement.at !== 'page') return { code: `compare.at-${placement.at}` };
  const page = edition.pages[placement.page];
  const column = (page?.columns.findIndex((c) => c.id === placement.column) ?? 0) + 1;
  const n = fragmentsOnPage(edition, placement.page)
    .filter((f) => f.placement.column === placement.column)
    .findIndex((f) => f.id === id);
  const code = placement.span > 1 ? 'compare.at-page-span' : 'compare.at-page';
  return { code, params: { page: page?.label ?? '', column, last: column + placement.span - 1, n: n + 1 } };
}

const placeInArticle = (edition: Edition, { id, article }: Fragment): number =>
  article ? readingOrder(edition, article.id).findIndex((f) => f.id === id) + 1 : 0;
