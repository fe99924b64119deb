/**
 * How many faults the checks find: 200 by chance, of twelve kinds, put one by one into editions that are as they should be.
 * Found is: a finding that was not there before, of a fitting kind, at the fault's place. `npm run bench:checks [-- SEED]`
 */
import { existsSync } from 'node:fs';
import { checkEdition, type Edition, type Finding } from '../core/index.ts';
import { printCost } from './check-cost.ts';
import { Dice, type Fault } from './fault.ts';
import { FAULTS } from './faults.ts';
import { corpusEditions, ownEditions, type TrueEdition } from './true-editions.ts';

export interface KindFigures {
  readonly kind: string;
  seeded: number;
  found: number;
  readonly missed: string[];
}

const placesOf = (f: Finding): string[] => [f.fragmentId, f.articleId, f.pageId].filter((id) => id !== undefined);

export function isFound(before: readonly Finding[], { edition, at, codes }: Fault): boolean {
  const known = new Set(before.map((f) => f.key));
  return checkEdition(edition).findings.some(
    (f) => !known.has(f.key) && codes.includes(f.code) && placesOf(f).some((id) => at.includes(id)),
  );
}

/** Puts in `n` faults, the kinds by turns. */
export function seedFaults(editions: readonly TrueEdition[], n: number, seed: number): KindFigures[] {
  const dice = new Dice(seed);
  const kinds = Object.entries(FAULTS);
  const figures = kinds.map(([kind]): KindFigures => ({ kind, seeded: 0, found: 0, missed: [] }));
  for (let i = 0; i < n; i++) {
    const at = i % kinds.length;
    const [, make] = kinds[at] ?? [];
    const own = figures[at];
    if (!make || !own) continue;
    for (let tries = 0; tries < 60; tries++) {
      const one = dice.of(editions);
      const fault = one && make(one.edition, dice);
      if (!one || !fault) continue;
      own.seeded++;
      if (isFound(checkEdition(one.edition).findings, fault)) own.found++;
      else own.missed.push(`${one.name} ${fault.at.slice(0, 3).join(' ')}`);
      break;
    }
  }
  return figures;
}

export interface CleanFigures {
  pages: number;
  error: number;
  warning: number;
  note: number;
}

export function cleanFigures(editions: readonly { readonly edition: Edition }[]): CleanFigures {
  const sums = { pages: 0, error: 0, warning: 0, note: 0 };
  for (const { edition } of editions) {
    sums.pages += Object.keys(edition.pages).length;
    for (const { level } of checkEdition(edition).findings) sums[level]++;
  }
  return sums;
}

const setOf = ({ name }: TrueEdition): string => name.replace(/-\d+$|\/[^/]*$/u, '');

/** What is said of clean pages, by code: one column a set, warnings and errors, in brackets notes. */
function printCodes(editions: readonly TrueEdition[]): void {
  const sets = [...new Set(editions.map(setOf))];
  const sums = new Map<string, number>();
  const add = (key: string): void => void sums.set(key, (sums.get(key) ?? 0) + 1);
  for (const one of editions)
    for (const { code, level } of checkEdition(one.edition).findings)
      add(`${code} ${setOf(one)} ${level === 'note' ? 'note' : 'loud'}`);
  console.log(`\n| on clean pages | ${sets.join(' | ')} |\n|---|${'---|'.repeat(sets.length)}`);
  for (const code of [...new Set(Array.from(sums.keys(), (key) => key.split(' ')[0]))].sort()) {
    const cells = sets.map((set) => {
      const [loud, note] = [sums.get(`${code} ${set} loud`), sums.get(`${code} ${set} note`)];
      return [...(loud ? [loud] : []), ...(note ? [`(${note})`] : [])].join(' ') || '-';
    });
    console.log(`| ${code} | ${cells.join(' | ')} |`);
  }
}

async function print(): Promise<void> {
  const corpus = ['../shared/corpus', '../../shared/corpus'].find((path) => existsSync(path));
  if (!corpus) console.log('no ../shared/corpus here: the samples alone');
  const editions = [...ownEditions(), ...(corpus ? await corpusEditions(corpus) : [])];
  const figures = seedFaults(editions, 200, Number(process.argv.find((word) => /^\d+$/u.test(word)) ?? 1));
  console.log('| kind | seeded | found |\n|---|---|---|');
  for (const { kind, seeded, found, missed } of figures) {
    console.log(`| ${kind} | ${seeded} | ${found} |`);
    if (process.argv.includes('--missed')) for (const line of missed) console.log(`    ${line}`);
  }
  const [seeded, found] = [figures.reduce((n, f) => n + f.seeded, 0), figures.reduce((n, f) => n + f.found, 0)];
  console.log(`| **all** | ${seeded} | ${found} (${((100 * found) / seeded).toFixed(1)} %) |\n`);
  console.log('| clean pages of | pages | errors | warnings | notes |\n|---|---|---|---|---|');
  for (const set of [...new Set(editions.map(setOf))]) {
    const { pages, error, warning, note } = cleanFigures(editions.filter(({ name }) => name.startsWith(set)));
    console.log(`| ${set} | ${pages} | ${error} | ${warning} | ${note} |`);
  }
  printCodes(editions);
  printCost(editions);
}

if (process.argv[1]?.endsWith('seeded-faults.ts')) await print();
