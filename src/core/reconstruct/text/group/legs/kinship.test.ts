import { expect, it } from 'vitest';
import { termsOf } from '../../../similarity.ts';
import { countTerms, termsOfLine } from '../line-models.ts';
import { kinshipOf } from './kinship.ts';

const LINES = ['ferry harbour', 'mill flour', 'ferry tide', 'flour mill bread', 'harbour'];
const counts = LINES.map((line) => termsOf(line));
const page = countTerms(counts);
const kin = kinshipOf(
  counts.map((own) => termsOfLine(own, page)),
  () => 1,
);
/** The same, the long way round. */
const slow = (a: number, b: number, c: number, d: number): number => {
  let sum = 0;
  for (let i = a; i < b; i++)
    for (let j = c; j < d; j++) for (const [term, n] of counts[i]!) sum += n * (counts[j]!.get(term) ?? 0);
  return sum;
};

it('sums what stretches of lines share', () => {
  expect(kin.between(0, 2, 2, 5)).toBe(slow(0, 2, 2, 5));
  expect(kin.between(2, 5, 0, 2)).toBe(slow(0, 2, 2, 5));
  expect(kin.between(0, 1, 1, 2)).toBe(0);
});

it('squares a stretch as one text', () => {
  expect(kin.square(0, 5)).toBe(slow(0, 5, 0, 5));
  expect(kin.square(1, 2)).toBe(2);
});
