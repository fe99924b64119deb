/** A page as its truth file says that its readers saw it: what an editor's work would end in. */
import {
  call,
  importArgs,
  readingsOf,
  isRole,
  newEdition,
  pagesOf,
  readingOrder,
  articlesOf,
  readText,
  transact,
  type Call,
  type Edition,
} from '../../core/index.ts';

interface Truth {
  readonly articles: readonly { readonly id: string; readonly reading: readonly number[] }[];
  readonly segments: readonly {
    readonly span: readonly [number, number];
    readonly role: string;
    readonly text: string;
  }[];
}

export interface RebuiltPage {
  readonly edition: Edition;
  readonly page: string;
  readonly articles: readonly (readonly [string, readonly string[]])[];
  readonly badges: readonly (readonly [string, { text: string; pending: boolean }])[];
}

/** Where each article of a five-column page goes, in the order of their size: leftmost column and how many. */
const PLACES = [
  ['c1', 3],
  ['c4', 2],
  ['c4', 2],
  ['c1', 3],
  ['c4', 2],
  ['c1', 3],
] as const;

export function rebuildPage(bytes: Uint8Array, truth: Truth): RebuiltPage {
  const imported = importArgs(newEdition('look', 'Look'), readingsOf([readText(bytes, 'page.txt')]));
  const fragments = truth.segments.map(({ span, role, text }, i) => ({
    id: `f${i + 1}`,
    sourceId: 's1',
    spans: [span],
    corrected: text,
    role: isRole(role) ? role : ('unknown' as const),
    placement: { at: 'unplaced' as const },
  }));
  let edition = newEdition('look', 'Look');
  const run = (calls: Call | Call[]): void => {
    const outcome = transact(edition, calls);
    if (!outcome.ok) throw new Error(`${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params)}`);
    edition = outcome.edition;
  };
  run(call('edition.import', { ...imported, fragments }));
  const page = pagesOf(edition)[0]?.id ?? '';
  const sized = truth.articles
    .map(({ reading }) => reading.map((i) => `f${i + 1}`))
    .sort((a, b) => lengthOf(b, truth) - lengthOf(a, truth));
  sized.forEach((ids, i) => {
    const [column, columns] = PLACES[i % PLACES.length] ?? ['c1', 1];
    run(call('article.make', { ids }));
    run(call('article.flow', { ids, page, column, columns }));
  });
  const articles = articlesOf(edition).map((a) => [a.id, readingOrder(edition, a.id).map((f) => f.id)] as const);
  const badges = fragments
    .filter((f) => f.role === 'jump-to')
    .map((f, i) => [f.id, { text: i ? '→ 2版' : '→ 2版 待补', pending: i === 0 }] as const);
  return { edition, page, articles, badges };
}

const lengthOf = (ids: readonly string[], truth: Truth): number =>
  ids.reduce((sum, id) => sum + (truth.segments[Number(id.slice(1)) - 1]?.text.length ?? 0), 0);
