/** The ledger: for every source, placed + unplaced + discarded = every character, each exactly once. Derived, never stored. */
import { editScript } from './model/edit-script.ts';
import { countBetween, countCharacters, isWhite } from './model/characters.ts';
import type { Edition, Fragment, Source, Span } from './model/edition.ts';
import { remember } from './model/selectors.ts';
import { rawText } from './model/reading-text.ts';

export interface LedgerRow {
  readonly sourceId: string;
  /** All characters of the source. */
  readonly characters: number;
  readonly placed: number;
  readonly unplaced: number;
  readonly discarded: number;
  /** Characters that corrections hold and the source does not: on top of the balance. */
  readonly typed: number;
}

export interface Imbalance {
  readonly sourceId: string;
  /** Characters in no fragment, and in more than one. */
  readonly lost: number;
  readonly twice: number;
}

const charactersIn = remember((source: Source): number => countCharacters(source.text));

const spanCharacters = (source: Source, spans: readonly Span[]): number =>
  spans.reduce((n, [start, end]) => n + countBetween(source, start, end), 0);

const typedCounts = new WeakMap<Fragment, number>();

/** Characters of a correction that were not read: inserted or replaced, white space aside. */
function typedIn(source: Source, fragment: Fragment): number {
  if (fragment.corrected === undefined) return 0;
  const known = typedCounts.get(fragment);
  if (known !== undefined) return known;
  const bare = (text: string): string[] => Array.from(text).filter((ch) => !isWhite(ch));
  const raw = bare(rawText(source, fragment.spans));
  const now = bare(fragment.corrected);
  const same = raw.length === now.length && raw.every((ch, i) => ch === now[i]);
  const n = same ? 0 : editScript(raw, now).reduce((sum, part) => sum + (part.added ? part.value.length : 0), 0);
  typedCounts.set(fragment, n);
  return n;
}

type Shard = Edition['fragments'][string];
const rows = new WeakMap<Shard, { source: Source; row: LedgerRow }>();

function rowOf(source: Source, shard: Shard): LedgerRow {
  const known = rows.get(shard);
  if (known?.source === source) return known.row;
  const sums = { page: 0, unplaced: 0, discarded: 0 };
  let typed = 0;
  for (const fragment of Object.values(shard)) {
    sums[fragment.placement.at] += spanCharacters(source, fragment.spans);
    typed += typedIn(source, fragment);
  }
  const row: LedgerRow = {
    sourceId: source.id,
    characters: charactersIn(source),
    placed: sums.page,
    unplaced: sums.unplaced,
    discarded: sums.discarded,
    typed,
  };
  rows.set(shard, { source, row });
  return row;
}

const EMPTY: Shard = {};

export const ledger = remember((edition: Edition): readonly LedgerRow[] =>
  Object.values(edition.sources).map((source) => rowOf(source, edition.fragments[source.id] ?? EMPTY)),
);

export const ledgerTotal = remember((edition: Edition): Omit<LedgerRow, 'sourceId'> =>
  ledger(edition).reduce(
    (sum, row) => ({
      characters: sum.characters + row.characters,
      placed: sum.placed + row.placed,
      unplaced: sum.unplaced + row.unplaced,
      discarded: sum.discarded + row.discarded,
      typed: sum.typed + row.typed,
    }),
    { characters: 0, placed: 0, unplaced: 0, discarded: 0, typed: 0 },
  ),
);

const balances = new WeakMap<Shard, { source: Source; balance: Imbalance | null }>();

/** What is wrong with one source's balance; null where every character stands exactly once. */
function imbalanceOf(source: Source, shard: Shard): Imbalance | null {
  const known = balances.get(shard);
  if (known?.source === source) return known.balance;
  const spans = Object.values(shard)
    .flatMap((fragment) => fragment.spans)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  let reached = 0;
  let lost = 0;
  let twice = 0;
  // What no span covers is white space as a rule: it alone is counted.
  for (const [start, end] of spans) {
    if (start < reached) twice += countCharacters(source.text.slice(start, Math.min(end, reached)));
    else if (start > reached) lost += countCharacters(source.text.slice(reached, start));
    reached = Math.max(reached, end);
  }
  lost += countCharacters(source.text.slice(reached));
  const balance = lost || twice ? { sourceId: source.id, lost, twice } : null;
  balances.set(shard, { source, balance });
  return balance;
}

/** Every source that does not balance. An empty answer is the product's promise. */
export const imbalances = remember((edition: Edition): readonly Imbalance[] =>
  Object.values(edition.sources).flatMap((source) => imbalanceOf(source, edition.fragments[source.id] ?? EMPTY) ?? []),
);
