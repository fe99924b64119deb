/** The same terms as the engine's, as numbers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termsOf } from '../reconstruct/similarity.ts';
import { termNumbers } from './terms.ts';

const WORDS = [
  '河堤合龙', '國', '发展', '々', '\u{20000}', 'bridge', 'Bridges', 'the', "mayor's", 'A4', '1,924.', '12', '7', 'Tom说', 'ひらがな', 'カ', '서울', '시', 'é', 'a\u0301b',
]; // prettier-ignore
const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ' ', '，', '. ', '’', '-')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));

test('of two texts as many are shared, in the same order', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [[...termsOf(a).keys()], new Set(termsOf(b).keys())];
      const [m, n] = [[...termNumbers(a)], new Set(termNumbers(b))];
      expect(m.map((id) => n.has(id))).toEqual(x.map((term) => y.has(term)));
    }),
    { numRuns: 1000 },
  );
});

test('a text is forgotten once it is numbered', () => {
  expect([...termNumbers('河堤')]).toEqual([...termNumbers('河堤')]);
  expect(termNumbers('').length).toBe(0);
});
