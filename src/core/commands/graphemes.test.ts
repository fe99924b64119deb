/** What a reader sees as one character is never parted: not by a split, not by a cut, not by joining again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphemeBound } from '../model/graphemes.ts';
import { fragmentsOf, textOf } from '../model/selectors.ts';
import { call, transact } from '../transact.ts';
import { writePasteup } from '../formats/pasteup/write.ts';
import { readPasteup } from '../formats/pasteup/read.ts';
import { HOSTILE } from './draw.test-support.ts';
import { editionOf, fragment, run } from './small-edition.test-support.ts';

const graphemes = (text: string): string[] =>
  Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), (s) => s.segment);
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom('城', '市', 'a', ' ', '。', 'é'),
      fc.constantFrom(...HOSTILE.filter((text) => !/\s/u.test(text) && text.length < 40)),
    ),
    { minLength: 2, maxLength: 10 },
  )
  .map((parts) => parts.join('').trim())
  .filter((text) => text.length > 1);

test('a split and the merge of its parts keep every character whole', () => {
  fc.assert(
    fc.property(line, fc.nat(60), fc.boolean(), (text, n, typed) => {
      const read = editionOf([typed ? '一二三四五六' : text]);
      const start = typed ? run(read, call('fragment.correct', { texts: [{ id: 'f1', text }] })) : read;
      const before = textOf(start, fragment(start, 'f1'));
      const at = n % (before.length + 1);
      const outcome = transact(start, call('fragment.split', { id: 'f1', at }));
      if (!outcome.ok) {
        expect(outcome.refusal.code).toBe('refuse.split-at-end');
        return;
      }
      const parts = fragmentsOf(outcome.edition).map((f) => textOf(outcome.edition, f));
      expect(parts.join('').replace(/\s/gu, '')).toBe(before.replace(/\s/gu, ''));
      expect(parts.flatMap(graphemes).filter((g) => g.trim())).toEqual(graphemes(before).filter((g) => g.trim()));
      const merged = run(outcome.edition, call('fragment.merge', { ids: ['f1', 'f1-2'], as: 'paragraph' }));
      expect(fragment(merged, 'f1').spans).toEqual(fragment(start, 'f1').spans);
      const saved = writePasteup(outcome.edition);
      expect(writePasteup(readPasteup(saved, 'x').edition)).toBe(saved);
    }),
    { numRuns: 500 },
  );
});

test('a bound is found behind families, flags and accents', () => {
  const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
  expect(graphemeBound(`a${family}b`, 4)).toBe(1);
  expect(graphemeBound(`a${family}b`, 1 + family.length)).toBe(1 + family.length);
  expect(graphemeBound('🇨🇳🇫🇷', 6)).toBe(4);
  expect(graphemeBound('e\u0301x', 1)).toBe(0);
  expect(graphemeBound('ab', -3)).toBe(0);
  expect(graphemeBound('ab', 9)).toBe(2);
});

test('a line of a million characters is split at once', () => {
  const start = editionOf(['字'.repeat(1_000_000)]);
  const began = performance.now();
  const { edition } = transact(start, call('fragment.split', { id: 'f1', at: 500_000 })) as { edition: typeof start };
  expect(fragment(edition, 'f1-2').spans).toEqual([[500_000, 1_000_000]]);
  expect(performance.now() - began).toBeLessThan(30_000);
});
