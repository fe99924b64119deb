import { describe, expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { readFile } from '../readers.ts';
import type { Reading } from '../reading.ts';

const HEADER = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
const rows = (...list: readonly (string | number)[][]): string =>
  [HEADER, ...list.map((row) => row.join('\t'))].join('\n') + '\n';
const read = (text: string): Promise<Reading> => readFile(new TextEncoder().encode(text), 'p.tsv');
const PAGE = [1, 1, 0, 0, 0, 0, 0, 0, 1000, 2000, -1, ''];

describe('Tesseract TSV', () => {
  it('reads lines of words, and thin blocks without text as rules', async () => {
    const { sources, characters, notes } = await read(
      rows(
        PAGE,
        [3, 1, 1, 1, 0, 0, 10, 5, 900, 3, -1, ''],
        [4, 1, 1, 1, 1, 0, 10, 5, 900, 3, -1, ''],
        [5, 1, 1, 1, 1, 1, 10, 5, 900, 3, 95, ' '],
        [3, 1, 2, 1, 0, 0, 10, 20, 200, 30, -1, ''],
        [4, 1, 2, 1, 1, 0, 10, 20, 200, 30, -1, ''],
        [5, 1, 2, 1, 1, 1, 10, 20, 90, 30, 80, 'Neue'],
        [5, 1, 2, 1, 1, 2, 110, 20, 90, 30, 90, 'Brücke'],
      ),
    );
    expect(sources[0]).toMatchObject({ text: 'Neue Brücke', width: 1000, height: 2000, separators: [[10, 5, 900, 3]] });
    expect(sources[0]?.lines).toEqual([
      { start: 0, end: 11, ref: 'b2p1l1', box: [10, 20, 200, 30], confidence: 0.85, block: 'b2p1' },
    ]);
    expect([characters, notes]).toEqual([10, []]);
  });
  it('makes a source of each page', async () => {
    const { sources } = await read(
      rows(
        PAGE,
        [5, 1, 1, 1, 1, 1, 0, 0, 9, 9, 90, 'a'],
        [1, 2, 0, 0, 0, 0, 0, 0, 10, 20, -1, ''],
        [5, 2, 1, 1, 1, 1, 0, 0, 9, 9, 90, 'b'],
      ),
    );
    expect(sources.map(({ name, text }) => `${name} ${text}`)).toEqual(['p.tsv#page=1 a', 'p.tsv#page=2 b']);
  });
  it.each([
    ['tsv.columns', `${HEADER}\n1\t1\t0\n`, 2, 1],
    ['tsv.number', `${HEADER}\n1\t1\t0\t0\t0\t0\tleft\t0\t1\t1\t-1\t\n`, 2, 13],
    ['tsv.header', 'a\tb\n', 1, 1],
    ['tsv.no-page', `${HEADER}\n`, 2, 1],
  ])('refuses with a place: %s', async (code, text, line, column) => {
    const error: unknown = await read(text).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FormatError);
    if (error instanceof FormatError) expect(error.said).toMatchObject({ code, params: { line, column } });
  });
});
