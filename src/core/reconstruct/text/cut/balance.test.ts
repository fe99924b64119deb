import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { sourceOf } from './testing.ts';

const WORDS = [
  '河堤',
  '，',
  '。',
  '本报讯',
  '（记者',
  '周山）',
  '12',
  '2121',
  ' ',
  '  ',
  '\u3000',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\u2028',
  '\u000c',
  '▶22版版',
  '（下转第二版）',
  '（上接第 版）',
  'By Ada Miller',
  'the mill-',
  'nts',
  '\u00ad',
  '¬',
  '"',
  '“',
  '\ud800',
  '\u0000',
  '\ufeff',
  '𠮷',
  'é',
  'PUMP',
  'From Page 1',
  '.',
  '摄',
  '👩‍👩‍👧',
];

describe('cutText', () => {
  it('loses and doubles no character of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) => {
        const text = words.join('');
        const owner = new Array<number>(text.length).fill(0);
        let last = -1;
        for (const piece of cutText(sourceOf(text)))
          for (const [start, end] of piece.spans) {
            expect(start).toBeGreaterThan(last);
            last = end - 1;
            for (let i = start; i < end; i++) owner[i] = (owner[i] ?? 0) + 1;
          }
        for (let i = 0; i < text.length; i++) if (/\S/u.test(text.charAt(i))) expect(owner[i]).toBe(1);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
  it('takes a line of 200,000 characters and a page of 4,000 lines', () => {
    expect(cutText(sourceOf('河'.repeat(200_000)))).toHaveLength(1);
    const lines = Array.from({ length: 4_000 }, (_, i) => (i % 9 === 8 ? 'the end.' : 'The river rose all night and'));
    expect(cutText(sourceOf(lines.join('\n'))).length).toBeGreaterThan(100);
  });
});
