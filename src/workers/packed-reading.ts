/**
 * A reading on its way out of a worker. Lines go as columns of numbers, handed over and not copied: as objects they would hold up both threads. On the
 * other side they are made objects again a little at a time, and frozen, as an edition's are.
 */
import type { Reading, Source, SourceLine } from '../core/index.ts';

interface PackedLines {
  /** `WIDTH` numbers a line, NaN for what it does not have. */
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly refs: readonly (string | undefined)[];
  readonly blocks: readonly string[];
}
export interface PackedReading {
  /** Its sources have no lines. */
  readonly reading: Reading;
  readonly lines: readonly PackedLines[];
}

/** start, end, x, y, width, height, confidence, size, index of the block, bold. */
const WIDTH = 10;
/** Milliseconds of work before the thread may breathe. */
const SLICE = 8;
const LOOK_EVERY = 128;

export function packReading(reading: Reading): PackedReading {
  return {
    reading: { ...reading, sources: reading.sources.map((source) => ({ ...source, lines: [] })) },
    lines: reading.sources.map(({ lines }) => packLines(lines)),
  };
}

/** To be handed over with it. */
export const buffersOf = ({ lines }: PackedReading): ArrayBuffer[] => lines.map(({ numbers }) => numbers.buffer);

function packLines(lines: Source['lines']): PackedLines {
  const blocks = new Map<string, number>();
  const numbers = new Float64Array(lines.length * WIDTH);
  const blockOf = (block: string): number => {
    const known = blocks.get(block) ?? blocks.size;
    if (known === blocks.size) blocks.set(block, known);
    return known;
  };
  lines.forEach(({ start, end, box, confidence = NaN, size = NaN, block, bold }, n) => {
    const at = n * WIDTH;
    numbers[at] = start;
    numbers[at + 1] = end;
    for (let i = 0; i < 4; i++) numbers[at + 2 + i] = box ? (box[i] as number) : NaN;
    numbers[at + 6] = confidence;
    numbers[at + 7] = size;
    numbers[at + 8] = block === undefined ? NaN : blockOf(block);
    numbers[at + 9] = bold ? 1 : NaN;
  });
  return { numbers, refs: lines.map(({ ref }) => ref), blocks: [...blocks.keys()] };
}

function lineAt({ numbers, refs, blocks }: PackedLines, n: number): SourceLine {
  const at = n * WIDTH;
  const number = (i: number): number => numbers[at + i] as number;
  const [ref, block] = [refs[n], blocks[number(8)]];
  const line: { -readonly [K in keyof SourceLine]: SourceLine[K] } = { start: number(0), end: number(1) };
  if (ref !== undefined) line.ref = ref;
  if (!Number.isNaN(number(2))) line.box = Object.freeze([number(2), number(3), number(4), number(5)] as const);
  if (!Number.isNaN(number(6))) line.confidence = number(6);
  if (!Number.isNaN(number(7))) line.size = number(7);
  if (block !== undefined) line.block = block;
  if (!Number.isNaN(number(9))) line.bold = true;
  return Object.freeze(line);
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export async function unpackReading(packed: PackedReading, breathe: () => Promise<void> = nextTask): Promise<Reading> {
  let since = performance.now();
  const sources: Reading['sources'][number][] = [];
  for (const [i, source] of packed.reading.sources.entries()) {
    const lines: SourceLine[] = [];
    const own = packed.lines[i];
    for (let n = 0; own && n < own.refs.length; n++) {
      lines.push(lineAt(own, n));
      if (n % LOOK_EVERY !== 0 || performance.now() - since < SLICE) continue;
      await breathe();
      since = performance.now();
    }
    sources.push({ ...source, lines: Object.freeze(lines) });
  }
  return { ...packed.reading, sources };
}
