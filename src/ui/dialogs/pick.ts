/** Finding in a list by typing: every word must be found; what begins with them comes first. */

export interface Pick {
  readonly id: string;
  readonly label: string;
  /** Other words by which it is found: the other language, the id. */
  readonly also?: string;
  readonly group?: string;
  readonly hint?: string;
  /** Named keys: ["Ctrl", "K"], one list a binding. */
  readonly keys?: readonly (readonly string[])[];
  /** Why it cannot be chosen; null where it can. */
  readonly why?: string | null;
  /** A coloured number before the label; typed whole it comes before all. */
  readonly badge?: { readonly text: string; readonly hue: number };
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const WORD_START = /[\p{Script=Latin}\p{N}]/u;

/** How well one word fits: 0 begins it, 1 begins a word of it, 2 stands in it, 3 is found by its other names; null: not at all. */
function fit(word: string, label: string, also: string): number | null {
  const at = label.indexOf(word);
  if (at === 0) return 0;
  if (at > 0) return WORD_START.test(label[at - 1] ?? '') ? 2 : 1;
  return also.includes(word) ? 3 : null;
}

/** What matches, best first; among equals what can be done first, then as they stood. An empty query keeps the list. */
export function search<P extends Pick>(picks: readonly P[], query: string): readonly P[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (!words.length) return picks;
  const found: { pick: P; score: number; i: number }[] = [];
  const whole = words.join(' ');
  picks.forEach((pick, i) => {
    if (pick.badge?.text === whole) return void found.push({ pick, score: -1, i });
    const label = fold(pick.label);
    const also = fold([pick.also, pick.group, pick.hint].filter(Boolean).join(' '));
    const fits = words.map((word) => fit(word, label, also));
    if (fits.some((f) => f === null)) return;
    const score = fits.reduce<number>((sum, f) => sum + (f ?? 0), 0) / words.length;
    found.push({ pick, score, i });
  });
  return found
    .sort((a, b) => a.score - b.score || Number(Boolean(a.pick.why)) - Number(Boolean(b.pick.why)) || a.i - b.i)
    .map(({ pick }) => pick);
}

/** Neighbours of one group together, in the order of the list. */
export function grouped<P extends Pick>(
  picks: readonly P[],
): { readonly name: string; readonly picks: readonly P[] }[] {
  const groups: { name: string; picks: P[] }[] = [];
  for (const pick of picks) {
    const name = pick.group ?? '';
    const last = groups.at(-1);
    if (last?.name === name) last.picks.push(pick);
    else groups.push({ name, picks: [pick] });
  }
  return groups;
}
