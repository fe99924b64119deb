import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Reading, SourceLine } from '../core/index.ts';
import { buffersOf, packReading, unpackReading } from './packed-reading.ts';

const size = fc.double({ noNaN: true, noDefaultInfinity: true });
const line: fc.Arbitrary<SourceLine> = fc.record(
  {
    start: fc.nat(),
    end: fc.nat(),
    ref: fc.string(),
    box: fc.tuple(size, size, size, size),
    confidence: size,
    size,
    block: fc.constantFrom('b1', 'b2', '', '__proto__'),
    bold: fc.constant(true as const),
  },
  { requiredKeys: ['start', 'end'], noNullPrototype: true },
);
const readingOf = (pages: readonly (readonly SourceLine[])[]): Reading => ({
  sources: pages.map((lines, i) => ({
    ...{ name: `${i}.xml`, mediaType: 'text/plain', encoding: 'utf-8', sha256: '', text: 'x'.repeat(i) },
    lines,
  })),
  notes: [],
  characters: pages.length,
});

it('a reading goes out of a worker and is what it was, frozen', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.array(line, { maxLength: 5 }), { maxLength: 3 }), async (pages) => {
      const reading = readingOf(pages);
      const packed = packReading(reading);
      const sent = structuredClone(packed, { transfer: buffersOf(packed) });
      const read = await unpackReading(sent, () => Promise.resolve());
      expect(read).toStrictEqual(reading);
      for (const { lines } of read.sources) expect([lines, ...lines].every(Object.isFrozen)).toBe(true);
    }),
  ));

it('breathes while it unpacks much', async () => {
  const lines = Array.from({ length: 60_000 }, (_, i): SourceLine => ({ start: i, end: i, box: [i, i, i, i] }));
  let breaths = 0;
  const read = await unpackReading(packReading(readingOf([lines])), () => {
    breaths++;
    return Promise.resolve();
  });
  expect(read.sources[0]?.lines).toHaveLength(60_000);
  expect(breaths).toBeGreaterThan(0);
});
