import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageCodes } from '../messages/index.ts';
import { exportEdition } from './closing-balance.ts';
import { randomEdition } from './random-edition.test-support.ts';
import { sampleEdition } from './sample-edition.test-support.ts';
import { WRITERS } from './writers.ts';

const SAFE_PATH = /^(?:[\p{L}\p{M}\p{N}-][\p{L}\p{M}\p{N}.-]*\/)?[\p{L}\p{M}\p{N}-][\p{L}\p{M}\p{N}.-]*$/u;

describe.each(WRITERS.map((writer) => [writer.id, writer] as const))('%s', (_, writer) => {
  it('says itself in words that the catalogue has', () => {
    const codes = new Set(messageCodes());
    for (const { code } of [writer.name, ...writer.carries, ...writer.loses]) expect(codes).toContain(code);
  });

  it.each([false, true])('balances on the sample, positions known: %s', (boxed) => {
    const { balance, written } = exportEdition(sampleEdition(boxed), writer);
    expect(balance.unaccounted).toBe(0);
    expect(written.files.length).toBeGreaterThan(0);
    const codes = new Set(messageCodes());
    for (const { reason } of written.leftOut) expect(codes).toContain(reason.code);
  });
});

describe('every format', () => {
  it('balances on any edition, with the same bytes twice and names that are safe', () => {
    fc.assert(
      fc.property(randomEdition, fc.boolean(), (edition, spreadsheet) => {
        for (const writer of WRITERS) {
          const { written, balance } = exportEdition(edition, writer, { spreadsheet });
          expect(writer.write(edition, { spreadsheet }).files).toEqual(written.files);
          const paths = written.files.map((file) => file.path);
          expect(new Set(paths).size).toBe(paths.length);
          for (const path of paths) expect(path).toMatch(SAFE_PATH);
          const total = written.leftOut.reduce((n, one) => n + one.characters, written.written - written.typed);
          expect(total).toBe(balance.characters);
          expect(written.leftOut.every((one) => one.characters > 0)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
