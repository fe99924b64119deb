import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, spelled, toBase64 } from './base64.ts';

describe('base64', () => {
  it('is what the runtime makes of it, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = btoa(String.fromCharCode(...bytes));
        expect([toBase64(bytes), spelled(bytes)]).toEqual([text, text]);
        expect(fromBase64(`12:${text}`, 3)).toEqual(bytes);
      }),
    );
  });
  it.each(['A', 'AAA', 'A=AA', 'AA=A', '====', 'AA A', 'AA中A', 'AAA=AAAA'])('refuses %s', (text) =>
    expect(fromBase64(text, 0)).toBeNull(),
  );
});
