/** Decisions of review. Who and when come from the caller: the core has no clock. */
import type { Draft } from 'immer';
import {
  REVIEW_STAGES,
  REVIEW_STATES,
  type Decision,
  type Edition,
  type Review,
  type ReviewStages,
  type ReviewState,
} from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import { digestOf, reviewOf, sameInitials, storedReview, whatStands, type Subject } from '../model/review.ts';
import { findArticle, findFragment, findPage } from '../model/selectors.ts';
import { defineCommand, refuse, type EditionDraft } from './command.ts';

export interface Who {
  /** Initials. */
  readonly by?: string;
  /** ISO 8601. */
  readonly at?: string;
}
export interface Deciding extends Who {
  readonly state: ReviewState;
  /** '': none. Absent: the note that is there stays, unless it was another decision's. */
  readonly note?: string;
}
export type ReviewArgs = Deciding & { readonly article: string };
export type PageReviewArgs = Deciding & { readonly page: string };

const MOST_INITIALS = 12;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u;

const subjectKnown = (edition: Edition, { kind, id }: Subject): true | Message => {
  if (kind === 'article') return findArticle(edition, id) ? true : refuse('refuse.no-such-article');
  return findPage(edition, id) ? true : refuse('refuse.no-such-page');
};

export function checkWho({ by, at }: Who): true | Message {
  if (by !== undefined && (by.trim() === '' || Array.from(by.trim()).length > MOST_INITIALS))
    return refuse('refuse.initials', { most: MOST_INITIALS });
  return at === undefined || (INSTANT.test(at) && !Number.isNaN(Date.parse(at))) ? true : refuse('refuse.instant');
}

function checkDecision(edition: Edition, subject: Subject, deciding: Deciding): true | Message {
  if (!REVIEW_STATES.includes(deciding.state)) return refuse('refuse.no-such-state');
  const known = subjectKnown(edition, subject);
  const who = checkWho(deciding);
  if (known !== true || who !== true) return known === true ? who : known;
  if (deciding.state !== 'approved') return true;
  const { state, signed, needed } = reviewOf(edition, subject);
  if (state === 'approved') return refuse('refuse.approved-already');
  if (needed > 1 && deciding.by === undefined) return refuse('refuse.initials-needed');
  return signed.some((s) => sameInitials(s.by, deciding.by)) ? refuse('refuse.signed-already') : true;
}

function decide(draft: EditionDraft, edition: Edition, subject: Subject, deciding: Deciding): void {
  const before = storedReview(edition, subject);
  const seen = whatStands(edition, subject);
  const { state, by, at } = deciding;
  const own = deciding.note?.trim();
  const left = before.note !== undefined && before.note !== before.decisions?.at(-1)?.note ? before.note : undefined;
  const note = own ?? (state === before.state ? before.note : left);
  const decision: Decision = {
    state,
    ...(by === undefined ? {} : { by: by.trim() }),
    ...(at === undefined ? {} : { at }),
    ...(note ? { note } : {}),
    of: digestOf(seen),
  };
  write(draft, subject, {
    state,
    ...(note ? { note } : {}),
    decisions: [...(before.decisions ?? []), decision],
    seen,
  });
}

function write(draft: EditionDraft, { kind, id }: Subject, review: Review): void {
  const owner = kind === 'article' ? draft.articles[id] : draft.pages[id];
  if (owner) owner.review = review as Draft<Review>;
}

/** Approves, rejects or reopens an article. */
export const reviewArticle = defineCommand<ReviewArgs>({
  check: (edition, args) => checkDecision(edition, { kind: 'article', id: args.article }, args),
  run: (draft, args, edition) => decide(draft, edition, { kind: 'article', id: args.article }, args),
  label: (_, { state }) => ({ code: `command.review-${state}` }),
});

/** The same for a page. That no error is open on it is for the caller to look at (`signOff`): checks take their time. */
export const reviewPage = defineCommand<PageReviewArgs>({
  check: (edition, args) => checkDecision(edition, { kind: 'page', id: args.page }, args),
  run: (draft, args, edition) => decide(draft, edition, { kind: 'page', id: args.page }, args),
  label: (edition, { page, state }) => ({
    code: `command.review-page-${state}`,
    params: { page: findPage(edition, page)?.label ?? '' },
  }),
});

export interface NoteArgs {
  readonly on: Subject;
  /** null: none. */
  readonly note: string | null;
}

/** A note on an article or a page. Decides nothing. */
export const noteReview = defineCommand<NoteArgs>({
  check: (edition, { on }) => subjectKnown(edition, on),
  run(draft, { on, note }, edition) {
    const { note: _, ...bare } = storedReview(edition, on);
    const text = note?.trim();
    write(draft, on, text ? { ...bare, note: text } : bare);
  },
  label: (_, { note }) => ({ code: note?.trim() ? 'command.review-note' : 'command.review-no-note' }),
});

/** How many people must approve. */
export const requireStages = defineCommand<{ readonly stages: ReviewStages }>({
  check: (_, { stages }) => (REVIEW_STAGES.includes(stages) ? true : refuse('refuse.stages')),
  run(draft, { stages }) {
    if (stages === 1) delete draft.reviewStages;
    else draft.reviewStages = stages;
  },
  label: (_, { stages }) => ({ code: 'command.review-stages', params: { n: stages } }),
});

export interface CheckBoundariesArgs {
  readonly boundaries: readonly { readonly before: string; readonly after: string }[];
  readonly right: boolean;
}

/** Ids hold no bar, so that two of them make one key. */
export const boundaryKey = (before: string, after: string): string => `${before}|${after}`;

/** Remembers that the boundary between two fragments was looked at and is right. */
export const checkBoundaries = defineCommand<CheckBoundariesArgs>({
  check(edition, { boundaries }) {
    if (!boundaries.length) return refuse('refuse.nothing-selected');
    return boundaries.every(({ before, after }) => findFragment(edition, before) && findFragment(edition, after))
      ? true
      : refuse('refuse.no-such-fragment');
  },
  run(draft, { boundaries, right }) {
    const checked = (draft.checked ??= {});
    for (const { before, after } of boundaries)
      if (right) checked[boundaryKey(before, after)] = true;
      else delete checked[boundaryKey(before, after)];
    if (!Object.keys(checked).length) delete draft.checked;
  },
  label: (_, { right }) => ({ code: right ? 'command.boundary-right' : 'command.boundary-open' }),
});
