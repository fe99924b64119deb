/** Which article a jump line most likely leads to: the page it names, a jump line that answers, the words they share. */
import {
  articleNumbers,
  articlesOf,
  articleTitle,
  isPlaced,
  pagesIn,
  parseJumpLine,
  readingOrder,
  samePage,
  textOf,
  type Edition,
  type Fragment,
} from '../../core/index.ts';

export interface Candidate {
  readonly article: string;
  readonly number: number;
  readonly title: string;
  /** Labels of the pages that it stands on, without the jump line's own. */
  readonly pages: readonly string[];
  /** It stands on the page that the jump line names. */
  readonly named: boolean;
  /** One of its jump lines points back here. */
  readonly answers: boolean;
  /** 0..1 of the smaller part's words. */
  readonly shared: number;
}

const HAN = /\p{Script=Han}{2,}/gu;
const WORD = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}’'-]{3,}/gu;

/** Pairs of Han characters, and words of four letters or more. */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [run] of text.matchAll(HAN)) for (let i = 0; i + 1 < run.length; i++) words.add(run.slice(i, i + 2));
  for (const [word] of text.toLowerCase().matchAll(WORD)) words.add(word);
  return words;
}

export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (!small.size) return 0;
  let n = 0;
  for (const word of small) if (large.has(word)) n++;
  return n / small.size;
}

const wordsOfArticle = (edition: Edition, id: string): Set<string> =>
  wordsOf(
    readingOrder(edition, id)
      .map((f) => textOf(edition, f))
      .join('\n'),
  );

/** Articles that stand on other pages than the jump line, the likeliest first. */
export function linkCandidates(edition: Edition, jump: Fragment): Candidate[] {
  const own = jump.article?.id;
  const herePage = isPlaced(jump) ? jump.placement.page : undefined;
  const here = herePage === undefined ? undefined : edition.pages[herePage]?.label;
  const wanted = jump.jump?.page ?? null;
  const slug = parseJumpLine(textOf(edition, jump))?.slug?.toLowerCase();
  const mine = own === undefined ? new Set<string>() : wordsOfArticle(edition, own);
  const back = jump.role === 'jump-to' ? 'jump-from' : 'jump-to';
  const numbers = articleNumbers(edition);
  const found: (Candidate & { readonly score: number })[] = [];
  for (const { id } of articlesOf(edition)) {
    if (id === own) continue;
    const pages = pagesIn(edition, id)
      .filter((page) => page !== herePage)
      .map((page) => edition.pages[page]?.label ?? '');
    if (!pages.length) continue;
    const title = articleTitle(edition, id);
    const named = wanted !== null && pages.some((label) => samePage(label, wanted));
    const answers = readingOrder(edition, id).some(
      (f) => f.role === back && f.jump?.page != null && here !== undefined && samePage(f.jump.page, here),
    );
    const shared = sharedWords(mine, wordsOfArticle(edition, id));
    const called =
      slug !== undefined && readingOrder(edition, id).some((f) => textOf(edition, f).toLowerCase().includes(slug));
    const score = Number(named) * 4 + Number(answers) * 2 + Number(called) * 2 + shared;
    found.push({ article: id, number: numbers.get(id) ?? 0, title, pages, named, answers, shared, score });
  }
  return found.sort((a, b) => b.score - a.score || a.number - b.number).map(({ score: _, ...candidate }) => candidate);
}
