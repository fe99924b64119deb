/** What the seeded faults are made with: chance that can be repeated, steps, and texts to spoil. */
import {
  call,
  findFragment,
  isPlaced,
  readingOrder,
  textOf,
  transact,
  type Call,
  type CallsFor,
  type Edition,
  type Fragment,
} from '../core/index.ts';
import { articlesOf, type Member } from '../core/model/selectors.ts';

export interface Fault {
  readonly edition: Edition;
  /** Ids of the fragments, articles and pages where it is. */
  readonly at: readonly string[];
  /** What a check may call it. */
  readonly codes: readonly string[];
}

export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  /** 0 ≤ n < 1: mulberry32. */
  next(): number {
    let t = (this.#state = (this.#state + 0x6d2b79f5) | 0);
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }
}

export type Seed = (edition: Edition, dice: Dice) => Fault | null;

export function run(edition: Edition, calls: readonly (Call | CallsFor)[]): Edition | null {
  const outcome = transact(edition, calls);
  return outcome.ok ? outcome.edition : null;
}

export const fault = (
  edition: Edition | null,
  at: readonly (string | undefined)[],
  codes: readonly string[],
): Fault | null => edition && { edition, at: at.filter((id) => id !== undefined), codes };

export const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
/** Placed members of articles proper. */
export const bodies = (edition: Edition, least = 40): Member[] =>
  articlesOf(edition)
    .filter((a) => a.kind === 'article')
    .flatMap((a) => readingOrder(edition, a.id))
    .filter((f) => f.role === 'body' && isPlaced(f) && letters(textOf(edition, f)) >= least);

/** Its neighbours in reading order, itself between them. */
export function round(edition: Edition, id: string): string[] {
  const f = findFragment(edition, id);
  if (!f?.article) return [id];
  const list = readingOrder(edition, f.article.id).filter((m) => m.role === 'body' || m.id === id);
  const at = list.findIndex((m) => m.id === id);
  return [list[at - 1]?.id, id, list[at + 1]?.id].filter((one) => one !== undefined);
}

export const replaced = (edition: Edition, f: Fragment, text: string): Edition | null =>
  run(edition, [call('fragment.correct', { texts: [{ id: f.id, text }] })]);
