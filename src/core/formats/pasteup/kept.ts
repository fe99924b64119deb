/** Unknown keys of records that the model has no place for: placements, jumps, reviews, and what is derived anew on every save. */
import type { Extra, Json } from '../../model/edition.ts';
import type { EditionFile } from './schema.ts';

type Loose = Readonly<Record<string, unknown>>;
type Review = EditionFile['articles'][number]['review'];
export type Kept = Readonly<Record<string, Extra>>;

/** Of a newer version's file all is kept as it was: it is read, not edited, and saved as it came. */
export const WHOLE = 'whole';

/** What a record is called among those that are kept. Ids hold no white space. */
export const nameOf = {
  placement: (fragment: string) => `placement ${fragment}`,
  jump: (fragment: string) => `jump ${fragment}`,
  /** `subject`: its kind and its id. */
  review: (subject: string) => `review ${subject}`,
  decision: (subject: string, i: number) => `decision ${subject} ${i}`,
  seen: (subject: string, fragment: string) => `seen ${subject} ${fragment}`,
  part: (article: string, page: string | null, i: number) => `part ${article} ${page ?? ''} ${i}`,
  continuation: (c: { articleId: string; fromPage: string; toPage: string; fromFragmentId: string | null }) =>
    `continuation ${c.articleId} ${c.fromFragmentId ?? ''} ${c.fromPage} ${c.toPage}`,
  ledger: (source: string) => `ledger ${source}`,
  muted: (finding: string) => `muted ${finding}`,
  checks: 'checks',
};

const KNOWN = {
  placement: ['at', 'page', 'column', 'span', 'order', 'reason', 'note'],
  jump: ['direction', 'page'],
  review: ['state', 'note', 'decisions', 'seen'],
  decision: ['state', 'by', 'at', 'note', 'of'],
  seen: ['id', 'role', 'text', 'continues'],
  part: ['page', 'fragmentIds'],
  continuation: ['articleId', 'fromPage', 'toPage', 'fromFragmentId', 'toFragmentId', 'status'],
  ledger: ['sourceId', 'characters', 'placed', 'unplaced', 'discarded', 'typed'],
  muted: ['finding', 'reason', 'note'],
  checks: ['name', 'levels'],
} as const satisfies Record<keyof typeof nameOf, readonly string[]>;

/** What is left of a record once the known keys are taken away; undefined where nothing is. */
export function unknownIn(record: object, known: readonly string[]): Extra | undefined {
  const rest = Object.entries(record).filter(([key]) => !known.includes(key));
  return rest.length ? Object.fromEntries(rest as [string, Json][]) : undefined;
}

export function keptOf(file: EditionFile): { readonly kept: Kept } | Record<string, never> {
  const kept = new Map<string, Extra>();
  const keep = (kind: keyof typeof KNOWN, name: string, record: Loose | undefined): void => {
    const unknown = record && unknownIn(record, KNOWN[kind]);
    if (unknown) kept.set(name, unknown);
  };
  for (const f of file.fragments) {
    keep('placement', nameOf.placement(f.id), f.placement);
    keep('jump', nameOf.jump(f.id), f.jump);
  }
  const keepReview = (on: string, review: Review | undefined): void => {
    keep('review', nameOf.review(on), review);
    review?.decisions?.forEach((one, i) => keep('decision', nameOf.decision(on, i), one));
    review?.seen?.forEach((one) => keep('seen', nameOf.seen(on, one.id), one));
  };
  for (const { id, review } of file.articles) keepReview(`article ${id}`, review);
  for (const { id, review } of file.pages) keepReview(`page ${id}`, review);
  for (const { id, parts } of file.articles) parts.forEach((one, i) => keep('part', nameOf.part(id, one.page, i), one));
  for (const one of file.continuations) keep('continuation', nameOf.continuation(one), one);
  for (const one of file.ledger) keep('ledger', nameOf.ledger(one.sourceId), one);
  for (const one of file.muted ?? []) keep('muted', nameOf.muted(one.finding), one);
  keep('checks', nameOf.checks, file.checks);
  return kept.size ? { kept: Object.fromEntries(kept) } : {};
}
