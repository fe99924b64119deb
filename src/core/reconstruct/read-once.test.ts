/** Whoever imports and reconstructs at once gets what both give one after the other, and an edition costs about as much a page however long it is. */
import { expect, test } from 'vitest';
import type { Source } from '../model/edition.ts';
import { cutSource } from './cut-source.ts';
import { reconstruct } from './index.ts';
import { readOnce } from './read-once.ts';
import { spentSince } from '../processor-time.test-support.ts';

function page(n: number): Source {
  const text = [
    `Ferry number ${n} to Low Quay runs again`,
    '',
    `The ferry to Low Quay took its first ${n + 3} passengers on Monday, a`,
    'year after the storm that broke the landing. It leaves every half',
    'hour, and the harbour office said that the new landing cost less.',
    '',
    `Continued on page ${n + 1}`,
    '',
    'Library opens its reading room on Sundays',
    '',
    'Readers queued before ten for the new reading room of the library',
    `on Mill Street, which holds some ${n} thousand volumes and is open`,
    'on Sundays until six from this week on.',
  ].join('\n');
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { start: at, end: at + line.length };
  });
  return { id: `s${n}`, name: `page-${n}.txt`, mediaType: 'text/plain', encoding: 'utf-8', sha256: '', text, lines };
}
const pages = (count: number): Source[] => Array.from({ length: count }, (_, i) => page(i + 1));

test('what was cut for the import is what the engine reads, and gives the same', () => {
  const sources = pages(3);
  const once = readOnce();
  const cuts = sources.map((source) => once.cut(source));
  expect(cuts).toEqual(sources.map((source) => cutSource(source)));
  expect(once.reconstruct(sources)).toEqual(reconstruct(sources));
});

test('eight times the pages cost nowhere near sixty times as much', () => {
  const cost = (sources: readonly Source[]): number => {
    const begin = spentSince();
    reconstruct(sources);
    return spentSince(begin);
  };
  const [few, many] = [pages(25), pages(200)];
  cost(many);
  expect(Math.min(cost(many), cost(many)) / Math.min(cost(few), cost(few), cost(few))).toBeLessThan(30);
});
