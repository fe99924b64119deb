/** Moves the border of a jump by a fragment or a sentence: what stands beside it joins the article, or leaves it. One step. */
import type { Edition, Fragment } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import { columnOrder, findFragment, readingOrder, textOf } from '../model/selectors.ts';
import { sentencesOf } from '../model/sentence.ts';
import { call, transact, type Call, type CallsFor, type Outcome } from '../transact.ts';
import { isRunning, type Bridge } from './bridge.ts';

export interface JumpBorderMove {
  /** The end of the part that is read first, or the beginning of the one that is read on. */
  readonly side: 'left' | 'right';
  /** Towards the beginning of the text, or towards its end. */
  readonly towards: 'earlier' | 'later';
  readonly by: 'fragment' | 'sentence';
}

const refusal = (code: string): Outcome => ({ ok: false, refusal: { code } });

export function moveJumpBorder(edition: Edition, bridge: Bridge, { side, towards, by }: JumpBorderMove): Outcome {
  // On the left what lies after the border is outside, on the right what lies before it.
  const gives = (side === 'left') === (towards === 'earlier');
  const edge = side === 'left' ? bridge.last : bridge.first;
  if (!edge) return refusal('refuse.no-border');
  const beside = neighbour(edition, edge, side === 'left' ? 1 : -1);
  const moved = gives ? edge : beside;
  if (!moved) return refusal('refuse.nothing-beside');
  const running = (side === 'left' ? bridge.left : bridge.right).fragments.filter(isRunning);
  if (gives && by === 'fragment' && running.length < 2) return refusal('refuse.border-at-end');
  // The sentence next to the border: of what leaves, the outermost; of what joins, the nearest.
  const atEnd = side === 'left' ? gives : !gives;
  const { calls, find } = by === 'fragment' ? whole(moved) : sentence(edition, moved, atEnd);
  if (!calls) return refusal('refuse.border-at-end');
  const label: Message = { code: 'command.border' };
  return transact(
    edition,
    [
      ...calls,
      (now) => {
        const piece = find(now);
        if (!piece) return [];
        return gives ? giveAway(now, piece, beside) : takeIn(now, piece, edge, side);
      },
    ],
    { label },
  );
}

interface Cut {
  /** Null where it cannot be cut. */
  readonly calls: readonly (Call | CallsFor)[] | null;
  readonly find: (now: Edition) => Fragment | undefined;
}

const whole = (fragment: Fragment): Cut => ({ calls: [], find: (now) => findFragment(now, fragment.id) });

/** Cuts one sentence off, at the end or at the beginning; a fragment of one sentence is taken whole. */
function sentence(edition: Edition, fragment: Fragment, atEnd: boolean): Cut {
  const sentences = sentencesOf(textOf(edition, fragment));
  const at = atEnd ? sentences.at(-1)?.[0] : sentences[1]?.[0];
  if (at === undefined || sentences.length < 2) return whole(fragment);
  const known = new Set(Object.keys(edition.fragments[fragment.sourceId] ?? {}));
  return {
    calls: [call('fragment.split', { id: fragment.id, at })],
    find: (now) =>
      atEnd
        ? Object.values(now.fragments[fragment.sourceId] ?? {}).find((f) => !known.has(f.id))
        : findFragment(now, fragment.id),
  };
}

/** The running text right before or after a fragment on its page, in the order of the columns. */
function neighbour(edition: Edition, { id, placement }: Fragment, by: 1 | -1): Fragment | undefined {
  if (placement.at !== 'page') return undefined;
  const all = columnOrder(edition, placement.page);
  for (let at = all.findIndex((f) => f.id === id) + by; all[at]; at += by) {
    const other = all[at];
    if (other && isRunning(other)) return other;
  }
  return undefined;
}

/** To the article of what stands beside it, else to none. */
function giveAway(now: Edition, piece: Fragment, beside: Fragment | undefined): Call[] {
  const other = beside && findFragment(now, beside.id);
  const article = other?.article?.id;
  if (!other || article === undefined || article === piece.article?.id)
    return piece.article ? [call('article.take-out', { ids: [piece.id] })] : [];
  const members = readingOrder(now, article);
  const at = members.findIndex((f) => f.id === other.id);
  const before = comesBefore(now, piece, other);
  return [call('article.add', { ids: [piece.id], article, after: before ? (members[at - 1]?.id ?? null) : other.id })];
}

function takeIn(now: Edition, piece: Fragment, edge: Fragment, side: JumpBorderMove['side']): Call[] {
  const article = findFragment(now, edge.id)?.article?.id;
  if (article === undefined) return [];
  const members = readingOrder(now, article);
  const at = members.findIndex((f) => f.id === edge.id);
  const after = side === 'left' ? edge.id : (members[at - 1]?.id ?? null);
  return [call('article.add', { ids: [piece.id], article, after })];
}

function comesBefore(edition: Edition, a: Fragment, b: Fragment): boolean {
  const page = a.placement.at === 'page' ? a.placement.page : null;
  if (page === null) return false;
  const order = columnOrder(edition, page).map((f) => f.id);
  return order.indexOf(a.id) < order.indexOf(b.id);
}
