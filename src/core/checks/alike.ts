/** Lists of the same objects, in the same order. */
export const alike = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** The list as it was before, where it is the same. */
export const same = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before && alike(before, now) ? before : now;
