/** Damaged files: whatever is done to them, a reading that holds together or an error that says where, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters } from '../model/characters.ts';
import { FormatError } from './format-error.ts';
import { readFiles } from './read-files.ts';
import { READERS } from './readers.ts';
import { SAMPLES } from './samples.test-support.ts';
import { spentSince } from '../processor-time.test-support.ts';

const RUNS = 300;
/** Milliseconds; the machine may be busy. */
const HANG = 2000;

type Mutation = {
  readonly kind: 'flip' | 'cut' | 'swap' | 'double' | 'number';
  readonly at: number;
  readonly by: number;
};
const mutation = fc.record({
  kind: fc.constantFrom<Mutation['kind']>('flip', 'cut', 'swap', 'double', 'number'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  by: fc.integer({ min: 0, max: 255 }),
});

function mutate(bytes: Uint8Array, { kind, at, by }: Mutation): Uint8Array {
  if (bytes.length === 0) return bytes;
  const i = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
  if (kind === 'cut') return bytes.slice(0, i);
  const out = bytes.slice();
  if (kind === 'flip') out[i] = (out[i] ?? 0) ^ (1 << (by & 7));
  else if (kind === 'swap') {
    const length = Math.min(by, bytes.length - i, i);
    const [left, right] = [bytes.slice(i - length, i), bytes.slice(i, i + length)];
    out.set(right, i - length);
    out.set(left, i);
  } else if (kind === 'double')
    return Uint8Array.from([...bytes.slice(0, i), ...bytes.slice(Math.max(0, i - by), i), ...bytes.slice(i)]);
  else
    out.set(
      new TextEncoder().encode(['9e999', '-1e308', 'NaN', '99999999999'][by & 3]).subarray(0, bytes.length - i),
      i,
    );
  return out;
}

const POSITION = /^(?:line|byte|offset|entry|page)$/u;
/** Of the file as a whole. */
const WHOLE = new Set(['file.empty', 'file.binary', 'format.unknown', 'mets.no-pages', 'format.undecodable']);

describe.each(SAMPLES)('$id', ({ name, files }) => {
  it('is read whole', async () => {
    const { reading, failures } = await readFiles(files);
    expect(failures).toEqual([]);
    expect(reading.notes.filter(({ code }) => code === 'format.unbalanced')).toEqual([]);
    expect(reading.sources.length + (reading.facsimiles?.length ?? 0)).toBeGreaterThan(0);
  });
  it(`stands ${RUNS} mutations`, { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const broken = files.map((file) =>
          file.name === name ? { ...file, bytes: mutations.reduce(mutate, file.bytes) } : file,
        );
        const began = spentSince();
        const { reading, failures } = await readFiles(broken);
        expect(spentSince(began)).toBeLessThan(HANG);
        for (const { error } of failures) {
          expect(error.code).not.toBe('format.crashed');
          expect(
            WHOLE.has(error.code) || Object.keys(error.params ?? {}).some((key) => POSITION.test(key)),
            error.code,
          ).toBe(true);
        }
        for (const { source, spans } of reading.structure?.fragments ?? [])
          for (const [start, end] of spans)
            expect(end <= (reading.sources[source]?.text.length ?? -1) && start < end).toBe(true);
        for (const source of reading.sources)
          for (const { start, end } of source.lines)
            expect(countCharacters(source.text.slice(start, end))).toBeGreaterThan(0);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

it('every reader has a sample', () => {
  expect(READERS.map(({ id }) => id).filter((id) => !SAMPLES.some((sample) => sample.id === id))).toEqual([]);
});

it('a FormatError is all that a reader throws', async () => {
  await expect(readFiles([{ name: 'a.xml', bytes: new Uint8Array() }])).resolves.toMatchObject({
    failures: [{ error: { code: 'file.empty' } }],
  });
  expect(new FormatError('file.empty').said.code).toBe('file.empty');
});
