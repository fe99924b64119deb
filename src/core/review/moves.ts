/** What a reviewer does to a boundary, as calls of ordinary commands that are run as one step. */
import type { Edition, Fragment } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import type { RoleId } from '../model/role.ts';
import {
  findFragment,
  findFragments,
  fragmentsOnPage,
  isPlaced,
  readingOrder,
  sourceOf,
  textOf,
} from '../model/selectors.ts';
import { sentenceStarts } from '../model/sentence.ts';
import { call, type Call, type CallsFor } from '../transact.ts';
import type { Boundary, Side } from './boundaries.ts';

export type Calls = readonly (Call | CallsFor)[];
export type Border = 'up' | 'down';
export type MoveUnit = 'fragment' | 'sentence';

const refusal = (code: string): Message => ({ code });

function ends(edition: Edition, { before, after }: Boundary): readonly [Fragment, Fragment] | null {
  const [a, b] = findFragments(edition, [before.fragment, after.fragment]);
  return a && b ? [a, b] : null;
}

/** Up: what ends the first side begins the second; down: the other way round. Between a head and its body the role changes, else the article. */
export function moveBorder(edition: Edition, boundary: Boundary, to: Border, unit: MoveUnit): Calls | Message {
  const pair = ends(edition, boundary);
  if (!pair) return refusal('refuse.no-such-fragment');
  if (boundary.kind === 'part') return refusal('refuse.border-of-parts');
  const [a, b] = pair;
  const moving = to === 'up' ? a : b;
  if (unit === 'fragment') return across(edition, boundary, to, moving.id);
  const starts = sentenceStarts(textOf(edition, moving));
  const at = to === 'up' ? starts.at(-1) : starts[1];
  if (at === undefined || starts.length < 2) return across(edition, boundary, to, moving.id);
  const split = call('fragment.split', { id: moving.id, at });
  return [
    split,
    (now) => {
      const part = to === 'down' ? moving.id : partAfter(edition, now, moving);
      const calls = part === null ? refusal('refuse.split-at-end') : across(now, boundary, to, part);
      return 'code' in calls ? [] : calls.flatMap((one) => (typeof one === 'function' ? one(now) : [one]));
    },
  ];
}

/** The fragment that a split made. */
function partAfter(before: Edition, now: Edition, fragment: Fragment): string | null {
  const was = before.fragments[fragment.sourceId] ?? {};
  return Object.keys(now.fragments[fragment.sourceId] ?? {}).find((id) => !Object.hasOwn(was, id)) ?? null;
}

/** What a further line of a head is. */
const headAfter = (role: RoleId | undefined): RoleId =>
  role === 'jump-head' ? role : role === 'headline' || role === 'subhead' ? 'subhead' : 'headline';

function across(edition: Edition, { kind, before, after }: Boundary, to: Border, id: string): Calls | Message {
  const fragment = findFragment(edition, id);
  if (!fragment) return refusal('refuse.no-such-fragment');
  if (kind === 'head') {
    const head = findFragment(edition, before.fragment);
    return [call('fragment.role', { ids: [id], role: to === 'up' ? 'body' : headAfter(head?.role) })];
  }
  return to === 'up'
    ? [...join(edition, id, after, 'before'), ...beside(edition, fragment, after.fragment, 'before')]
    : [...join(edition, id, before, 'after'), ...beside(edition, fragment, before.fragment, 'after')];
}

/** Into the article of that side, read right before or after the fragment at its border; out of any where the side is loose. */
function join(edition: Edition, id: string, side: Side, where: 'before' | 'after'): Call[] {
  if (side.article === null) return [call('article.take-out', { ids: [id] })];
  if (where === 'after') return [call('article.add', { ids: [id], article: side.article, after: side.fragment })];
  const members = readingOrder(edition, side.article);
  const at = members.findIndex((f) => f.id === side.fragment);
  return [call('article.add', { ids: [id], article: side.article, after: members[at - 1]?.id ?? null })];
}

/** A sheet that was laid out of text follows its articles; what has its place from the printed page keeps it. */
function beside(edition: Edition, fragment: Fragment, id: string, where: 'before' | 'after'): Call[] {
  const neighbour = findFragment(edition, id);
  if (!neighbour || !isPlaced(neighbour) || !isPlaced(fragment)) return [];
  if (sourceOf(edition, fragment).lines.some((line) => line.box)) return [];
  const { page, column, span } = neighbour.placement;
  const standing = fragmentsOnPage(edition, page).filter((f) => f.id !== fragment.id);
  const at = standing.findIndex((f) => f.id === id);
  const after = where === 'after' ? id : (standing[at - 1]?.id ?? null);
  return [call('fragment.place', { ids: [fragment.id], page, column, after, span })];
}

/** Begins an article: at the caret where there is one; within one article at the boundary; else the fragment at the border of that side stands alone from there. */
export function splitAt(
  edition: Edition,
  boundary: Boundary,
  side: 'before' | 'after',
  caret: { readonly id: string; readonly at: number } | null,
): Calls | Message {
  if (caret) return splitAtCaret(edition, caret);
  if (boundary.kind !== 'article') return [call('article.split', { at: boundary.after.fragment })];
  if (side === 'before') return [call('article.split', { at: boundary.before.fragment })];
  const { article, fragment } = boundary.after;
  if (article === null) return refusal('refuse.in-no-article');
  const members = readingOrder(edition, article);
  const second = members[members.findIndex((f) => f.id === fragment) + 1];
  return second ? [call('article.split', { at: second.id })] : refusal('refuse.split-article-at-start');
}

function splitAtCaret(edition: Edition, { id, at }: { readonly id: string; readonly at: number }): Calls | Message {
  const fragment = findFragment(edition, id);
  if (!fragment) return refusal('refuse.no-such-fragment');
  if (!fragment.article) return refusal('refuse.in-no-article');
  const text = textOf(edition, fragment);
  if (text.slice(0, at).trim() === '') return [call('article.split', { at: id })];
  return [
    call('fragment.split', { id, at }),
    (now) => {
      const made = partAfter(edition, now, fragment);
      return made === null ? [] : [call('article.split', { at: made })];
    },
  ];
}

/** Both sides as one article. */
export function mergeSides(edition: Edition, boundary: Boundary): Calls | Message {
  const { before, after } = boundary;
  if (before.article !== null && before.article === after.article) return refusal('refuse.already-linked');
  if (before.article !== null && after.article !== null)
    return [call('article.merge', { articles: [before.article, after.article] })];
  const pair = ends(edition, boundary);
  if (!pair) return refusal('refuse.no-such-fragment');
  if (before.article !== null) return [...join(edition, after.fragment, before, 'after')];
  if (after.article !== null) return [...join(edition, before.fragment, after, 'before')];
  return [call('article.make', { ids: [before.fragment, after.fragment] })];
}

/** Right, and not to be touched by any automatic pass. A copy for review only remembers that it was right. */
export function confirmBoundary(edition: Edition, { before, after }: Boundary): Call[] {
  const pair = [before.fragment, after.fragment];
  const right = call('boundary.check', { boundaries: [{ before: pair[0] ?? '', after: pair[1] ?? '' }], right: true });
  const open = findFragments(edition, pair).filter((f) => !f.confirmed);
  return edition.forReview || !open.length
    ? [right]
    : [call('fragment.confirm', { ids: open.map((f) => f.id), confirmed: true }), right];
}
