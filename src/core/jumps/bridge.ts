/** Both sides of a jump side by side: the end of one part, the beginning of the next, and the sentence that runs across. */
import type { Edition, Fragment } from '../model/edition.ts';
import { isJumpLine } from '../model/role.ts';
import { textOf } from '../model/selectors.ts';
import { joinTwo } from '../model/reading-text.ts';
import { endsSentence, sentencesOf } from '../model/sentence.ts';
import { partsOfEdition, type Part } from './ends.ts';
import { jumpInbox, type JumpRow } from './inbox.ts';

export interface Bridge {
  readonly row: JumpRow;
  /** The part that is read first, and the one that is read on. */
  readonly left: Part;
  readonly right: Part;
  /** The running text on both sides of the border; undefined where a side has none. */
  readonly last: Fragment | undefined;
  readonly first: Fragment | undefined;
  /** The last sentence before the border and the first after it, as one; `seam`: where the border lies in it. */
  readonly sentence: { readonly text: string; readonly seam: number; readonly goesOn: boolean };
  /** Is all that stands at the border confirmed? */
  readonly confirmed: boolean;
}

const RUNNING = new Set(['body', 'lead', 'quote', 'crosshead', 'unknown']);
export const isRunning = (fragment: Fragment): boolean => RUNNING.has(fragment.role);

/** Has it two sides to be looked at? */
export const hasBridge = (row: JumpRow): boolean =>
  (row.linked || row.candidates.length > 0) && row.status !== 'pointer' && row.status !== 'next-issue';

export const bridgeRows = (edition: Edition): readonly JumpRow[] => jumpInbox(edition).filter(hasBridge);

/** Null where a side is missing. Of a jump that is not joined the likeliest other side is taken, or the `choice`-th. */
export function bridgeOf(edition: Edition, row: JumpRow, choice = 0): Bridge | null {
  const parts = partsOfEdition(edition);
  const partWith = (id: string | null | undefined): Part | undefined =>
    id == null ? undefined : parts.find((part) => part.fragments.some((f) => f.id === id));
  const own = partWith(row.line);
  const other = row.linked
    ? partWith(row.line === row.fromFragment ? row.toFragment : row.fromFragment)
    : partWith(row.candidates[choice]?.fragment);
  if (!own || !other) return null;
  const [left, right] = row.direction === 'to' ? [own, other] : [other, own];
  const last = left.fragments.findLast(isRunning);
  const first = right.fragments.find(isRunning);
  return {
    row,
    left,
    right,
    last,
    first,
    sentence: joinedSentence(edition, last, first),
    confirmed: borderOf({ left, right, last, first }).every((f) => f.confirmed === true),
  };
}

/** What stands at the border: the jump lines, and the text before and after. */
export const borderOf = ({
  left,
  right,
  last,
  first,
}: Pick<Bridge, 'left' | 'right' | 'last' | 'first'>): Fragment[] => [
  ...(last ? [last] : []),
  ...left.fragments.filter((f) => f.role === 'jump-to'),
  ...right.fragments.filter((f) => f.role === 'jump-from'),
  ...(first ? [first] : []),
];

function joinedSentence(edition: Edition, last: Fragment | undefined, first: Fragment | undefined): Bridge['sentence'] {
  const before = last ? textOf(edition, last) : '';
  const after = first ? textOf(edition, first) : '';
  const [end] = sentencesOf(before).slice(-1);
  const [start] = sentencesOf(after);
  const a = end ? before.slice(...end) : '';
  const b = start ? after.slice(...start) : '';
  const text = joinTwo(a, b);
  return { text, seam: text.length - b.length, goesOn: a !== '' && b !== '' && !endsSentence(a) && !isJumpLike(last) };
}

const isJumpLike = (fragment: Fragment | undefined): boolean => fragment !== undefined && isJumpLine(fragment);
