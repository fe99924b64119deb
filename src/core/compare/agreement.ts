/**
 * How far two versions agree, 0..1 (kappa: -1..1), over the sources that both have. The two sides may be exchanged.
 * Units are atoms: the longest stretches of a source that neither side cuts.
 */
import { countBetween } from '../model/characters.ts';
import type { Edition, Fragment, Source } from '../model/edition.ts';
import { articlesOf, readingOrder } from '../model/selectors.ts';
import type { Comparison } from './compare.ts';

export interface Agreement {
  /** B-cubed F1 over characters (Bagga and Baldwin 1998): how alike the articles are. What belongs to none stands alone. */
  readonly articles: number;
  /** F1 of the places in a source where one article ends and another begins. */
  readonly boundaries: number;
  /** Cohen's kappa of the roles, atoms weighed by their characters. */
  readonly roles: number;
  /** F1 of the pairs that follow one another in an article's reading order. */
  readonly order: number;
}

interface Atom {
  readonly weight: number;
  readonly ours: Fragment;
  readonly theirs: Fragment;
}

export function agreement({ ours, theirs, onlyOurs }: Comparison): Agreement {
  const alone = new Set(onlyOurs);
  const sources = Object.values(ours.sources).filter((source) => !alone.has(source.id));
  const bySource = sources.map((source) => atomsOf(source, ours, theirs));
  const atoms = bySource.flat();
  return {
    articles: bCubed(atoms),
    boundaries: f1(boundaries(bySource, 'ours'), boundaries(bySource, 'theirs')),
    roles: kappa(atoms),
    order: f1(followers(ours, atoms, 'ours'), followers(theirs, atoms, 'theirs')),
  };
}

/** In source order. */
function atomsOf(source: Source, ours: Edition, theirs: Edition): Atom[] {
  const cuts = new Set<number>();
  const spansOf = (edition: Edition): { start: number; end: number; fragment: Fragment }[] =>
    Object.values(edition.fragments[source.id] ?? {})
      .flatMap((fragment) => fragment.spans.map(([start, end]) => ({ start, end, fragment })))
      .sort((a, b) => a.start - b.start);
  const [own, their] = [spansOf(ours), spansOf(theirs)];
  for (const { start, end } of [...own, ...their]) cuts.add(start).add(end);
  const bounds = [...cuts].sort((a, b) => a - b);
  const atoms: Atom[] = [];
  let i = 0;
  let j = 0;
  bounds.slice(0, -1).forEach((start, k) => {
    const end = bounds[k + 1] ?? start;
    while ((own[i]?.end ?? Infinity) <= start) i++;
    while ((their[j]?.end ?? Infinity) <= start) j++;
    const [a, b] = [own[i], their[j]];
    const weight = countBetween(source, start, end);
    if (weight && a && b && a.start <= start && b.start <= start)
      atoms.push({ weight, ours: a.fragment, theirs: b.fragment });
  });
  return atoms;
}

type Side = 'ours' | 'theirs';

/** Its article, else itself. */
const clusterOf = (fragment: Fragment): string => fragment.article?.id ?? `alone ${fragment.id}`;

function bCubed(atoms: readonly Atom[]): number {
  const sums = { ours: new Map<string, number>(), theirs: new Map<string, number>(), both: new Map<string, number>() };
  const add = (map: Map<string, number>, key: string, n: number): void => void map.set(key, (map.get(key) ?? 0) + n);
  const keys = atoms.map((atom) => {
    const [a, b] = [clusterOf(atom.ours), clusterOf(atom.theirs)];
    return { a, b, both: `${a}\n${b}`, weight: atom.weight };
  });
  for (const { a, b, both, weight } of keys) {
    add(sums.ours, a, weight);
    add(sums.theirs, b, weight);
    add(sums.both, both, weight);
  }
  let total = 0;
  let precision = 0;
  let recall = 0;
  for (const { a, b, both, weight } of keys) {
    const shared = sums.both.get(both) ?? 0;
    total += weight;
    precision += (weight * shared) / (sums.ours.get(a) ?? 1);
    recall += (weight * shared) / (sums.theirs.get(b) ?? 1);
  }
  return total ? harmonic(precision / total, recall / total) : 1;
}

const harmonic = (a: number, b: number): number => (a + b ? (2 * a * b) / (a + b) : 0);

function f1(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  if (!ours.size && !theirs.size) return 1;
  let shared = 0;
  for (const one of ours) if (theirs.has(one)) shared++;
  return (2 * shared) / (ours.size + theirs.size);
}

function boundaries(bySource: readonly (readonly Atom[])[], side: Side): Set<string> {
  const found = new Set<string>();
  bySource.forEach((atoms, s) =>
    atoms.forEach((atom, i) => {
      const before = atoms[i - 1];
      if (before && clusterOf(before[side]) !== clusterOf(atom[side])) found.add(`${s} ${i}`);
    }),
  );
  return found;
}

function kappa(atoms: readonly Atom[]): number {
  let total = 0;
  let same = 0;
  const ours = new Map<string, number>();
  const theirs = new Map<string, number>();
  for (const { weight, ours: a, theirs: b } of atoms) {
    total += weight;
    if (a.role === b.role) same += weight;
    ours.set(a.role, (ours.get(a.role) ?? 0) + weight);
    theirs.set(b.role, (theirs.get(b.role) ?? 0) + weight);
  }
  if (!total) return 1;
  let chance = 0;
  for (const [role, n] of ours) chance += (n / total) * ((theirs.get(role) ?? 0) / total);
  return chance >= 1 ? 1 : (same / total - chance) / (1 - chance);
}

/** Pairs of atoms, by their place in the list of all, that are read one after the other. */
function followers(edition: Edition, atoms: readonly Atom[], side: Side): Set<string> {
  const own = new Map<string, number[]>();
  atoms.forEach((atom, i) => {
    const { id } = atom[side];
    const list = own.get(id);
    if (list) list.push(i);
    else own.set(id, [i]);
  });
  const pairs = new Set<string>();
  for (const article of articlesOf(edition)) {
    let last: number | undefined;
    for (const { id } of readingOrder(edition, article.id))
      for (const i of own.get(id) ?? []) {
        if (last !== undefined) pairs.add(`${last} ${i}`);
        last = i;
      }
  }
  return pairs;
}
