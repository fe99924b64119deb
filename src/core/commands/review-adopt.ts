/** Takes over what a reviewer decided in a copy. What they decided on is kept with it: where the text has changed since, it does not hold. */
import type { Draft } from 'immer';
import { REVIEW_STATES, type Decision, type Edition, type Review } from '../model/edition.ts';
import { isId } from '../model/id.ts';
import { storedReview, type Subject } from '../model/review.ts';
import { isRole } from '../model/role.ts';
import { findArticle, findPage } from '../model/selectors.ts';
import { defineCommand, refuse } from './command.ts';
import { checkWho } from './review-commands.ts';

export interface AdoptArgs {
  readonly reviews: readonly { readonly on: Subject; readonly review: Review }[];
  /** Keys of boundaries that were found right. */
  readonly checked: readonly string[];
}

const same = (a: Decision, b: Decision): boolean =>
  a.state === b.state && a.by === b.by && a.at === b.at && a.note === b.note && a.of === b.of;

/** Theirs that are not ours yet. */
export const newDecisions = (ours: Review, theirs: Review): Decision[] =>
  (theirs.decisions ?? []).filter((d) => !(ours.decisions ?? []).some((o) => same(o, d)));

const DIGEST = /^[0-9a-f]{16}$/u;

const isWhole = ({ decisions = [], seen = [] }: Review): boolean =>
  decisions.every((d) => DIGEST.test(d.of)) && seen.every((s) => isId(s.id) && isRole(s.role) && DIGEST.test(s.text));

/** A boundary: the fragment before it and the one after. */
const isBoundaryKey = (key: string): boolean => key.split('|').length === 2 && key.split('|').every(isId);

function joined(ours: Review, theirs: Review): Review {
  const fresh = newDecisions(ours, theirs);
  const when = (d: Decision): number => (d.at === undefined ? 0 : Date.parse(d.at));
  const decisions = [...(ours.decisions ?? []), ...fresh].sort((a, b) => when(a) - when(b));
  const last = decisions.at(-1);
  const seen = last !== undefined && fresh.includes(last) ? theirs.seen : ours.seen;
  const note = theirs.note ?? ours.note;
  return {
    state: last?.state ?? ours.state,
    ...(note === undefined ? {} : { note }),
    ...(decisions.length ? { decisions } : {}),
    ...(seen ? { seen } : {}),
  };
}

const isNews = (edition: Edition, { on, review }: AdoptArgs['reviews'][number]): boolean => {
  const ours = storedReview(edition, on);
  return newDecisions(ours, review).length > 0 || (review.note !== undefined && review.note !== ours.note);
};

export const adoptReviews = defineCommand<AdoptArgs>({
  check(edition, { reviews, checked }) {
    for (const { on, review } of reviews) {
      if (!(on.kind === 'article' ? findArticle(edition, on.id) : findPage(edition, on.id)))
        return refuse(on.kind === 'article' ? 'refuse.no-such-article' : 'refuse.no-such-page');
      for (const decision of review.decisions ?? []) {
        if (!REVIEW_STATES.includes(decision.state)) return refuse('refuse.no-such-state');
        const who = checkWho(decision);
        if (who !== true) return who;
      }
      if (!isWhole(review)) return refuse('refuse.not-a-review');
    }
    if (!checked.every(isBoundaryKey)) return refuse('refuse.no-such-fragment');
    const news = reviews.some((one) => isNews(edition, one)) || checked.some((key) => !edition.checked?.[key]);
    return news ? true : refuse('refuse.nothing-to-take-over');
  },
  run(draft, { reviews, checked }, edition) {
    for (const one of reviews) {
      if (!isNews(edition, one)) continue;
      const { kind, id } = one.on;
      const owner = kind === 'article' ? draft.articles[id] : draft.pages[id];
      if (owner) owner.review = joined(storedReview(edition, one.on), one.review) as Draft<Review>;
    }
    for (const key of checked) (draft.checked ??= {})[key] = true;
  },
  label: (edition, args) => ({
    code: 'command.adopt-reviews',
    params: { n: args.reviews.filter((one) => isNews(edition, one)).length },
  }),
});
