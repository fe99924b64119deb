import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from './pack.ts';

describe('packing', () => {
  it('gives back what went in', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('<TextLine ID="l1">', '渡口恢复通航', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'.repeat(20)),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (text) => {
          expect(unpack(pack(text))).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });
  it('makes markup a fraction', () => {
    const text = Array.from(
      { length: 2000 },
      (_, i) => `<String ID="s${i}" CONTENT="word" HPOS="${i * 7}" VPOS="${i * 3}"/>`,
    ).join('');
    expect(pack(text).length).toBeLessThan(text.length / 2);
    expect(unpack(pack(`\ufeff${text}`))).toBe(`\ufeff${text}`);
  });
  it.each(['', '5:', 'x:AAAA', '9999999:AAAA', '4:EAAAAAAA'])('refuses what it did not make: %s', (packed) =>
    expect(() => unpack(packed)).toThrow(RangeError),
  );
});
