import { describe, expect, it } from 'vitest';
import { linesOf, withoutOverprints, type Piece } from './lines.ts';
import { mapRadicals } from './radicals.ts';

const piece = (text: string, x: number, y: number, more: Partial<Piece> = {}): Piece => ({
  text,
  x,
  y,
  length: text.length * 5,
  size: 10,
  turn: 0,
  vertical: false,
  font: 'f',
  bold: false,
  ascent: 0.9,
  descent: 0.2,
  ...more,
});
const texts = (...pieces: Piece[]): string[] => linesOf(pieces).map(({ text }) => text);

describe('lines', () => {
  it('joins what stands on one base line, with a space where there is a gap', () => {
    expect(texts(piece('Fer', 0, 0), piece('ry', 15, 0), piece('runs', 28, 0))).toEqual(['Ferry runs']);
  });
  it('never joins over a gutter', () =>
    expect(texts(piece('left', 0, 0), piece('right', 40, 0))).toEqual(['left', 'right']));
  it('parts base lines', () => expect(texts(piece('one', 0, 0), piece('two', 0, 12))).toEqual(['one', 'two']));
  it('puts together what was drawn at different times', () => {
    expect(texts(piece('The', 0, 0), piece('far column', 200, 0), piece('ferry', 18, 0))).toEqual([
      'The ferry',
      'far column',
    ]);
  });
  it('keeps a drop capital and a big headline out of the line beside it', () => {
    expect(texts(piece('T', 0, 0, { size: 40, length: 25 }), piece('he ferry', 27, 0))).toEqual(['T', 'he ferry']);
  });
  it('sets Han without spaces, and keeps a real gap', () => {
    expect(
      texts(
        piece('渡口', 0, 0, { length: 20 }),
        piece('恢复', 23, 0, { length: 20 }),
        piece('通航', 50, 0, { length: 20 }),
      ),
    ).toEqual(['渡口恢复 通航']);
  });
  it('takes a raised sign into the line', () =>
    expect(texts(piece('see', 0, 0), piece('2', 15, -4, { size: 6, length: 3 }))).toEqual(['see2']));
  it('gives box, size and weight', () => {
    expect(linesOf([piece('Ferry', 10, 100, { bold: true })])).toEqual([
      { text: 'Ferry', box: [10, 91, 25, 11], size: 10, bold: true },
    ]);
  });
  it('reads turned and vertical text', () => {
    expect(linesOf([piece('up', 50, 100, { turn: 3 }), piece('wards', 50, 88, { turn: 3 })])[0]).toMatchObject({
      text: 'up wards',
      box: [41, 63, 11, 37],
    });
    expect(
      linesOf([
        piece('渡口', 50, 10, { vertical: true, length: 20 }),
        piece('通航', 50, 31, { vertical: true, length: 20 }),
      ])[0],
    ).toMatchObject({ text: '渡口通航', box: [45, 10, 10, 41] });
  });
});

describe('wide gaps', () => {
  /** Words of a justified line: where they begin, and what they are. */
  const line = (y: number, ...words: readonly (readonly [x: number, text: string])[]): Piece[] =>
    words.map(([x, text]) => piece(text, x, y));
  it('are word spaces where the lines above and below run over them', () => {
    expect(
      texts(
        ...line(0, [0, 'the harbor district needs']),
        ...line(12, [0, 'two'], [40, 'fallow'], [95, 'summers']),
        ...line(24, [0, 'and a new float by the sea']),
      ),
    ).toEqual(['the harbor district needs', 'two fallow summers', 'and a new float by the sea']);
  });
  it('are a gutter where those end there, though a deck runs over both columns', () => {
    const left = ['the harbor', 'district n', 'eeds money', 'for floats'];
    const right = ['a ferry ru', 'ns from Lo', 'w Quay at ', 'nine daily'];
    const lines = texts(
      ...line(-12, [0, 'a deck over both of the columns']),
      ...left.flatMap((text, i) => line(i * 12, [0, text])),
      ...right.flatMap((text, i) => line(i * 12, [65, text.trim()])),
    );
    expect(lines).toHaveLength(9);
  });
  it('part the cells of a table', () => {
    expect(texts(...[0, 12, 24].flatMap((y) => line(y, [0, 'High'], [40, '59'], [70, '48'])))).toHaveLength(9);
  });
});

describe('overprinting', () => {
  it('is told from repetition', () => {
    const { kept, dropped } = withoutOverprints([
      piece('头条', 10, 10),
      piece('头条', 10.4, 10),
      piece('头条', 10, 30),
      piece('2', 10, 50),
      piece('2', 15, 50),
    ]);
    expect([kept.length, dropped.length]).toEqual([4, 1]);
  });
});

describe('radicals', () => {
  it('become the characters that were meant, and nothing else changes', () => {
    expect(mapRadicals('⽼⼯业⻓⻰１ﬁ豈')).toBe('老工业长龙１ﬁ豈');
  });
});

describe('a page of many pieces', () => {
  it('takes time by their number, not by its square', () => {
    const work = (n: number): number => {
      const pieces = Array.from({ length: n }, (_, i) => piece('e', (i % 100) * 6, Math.floor(i / 100) * 3));
      let least = Infinity;
      for (let round = 0; round < 3; round++) {
        const { user } = process.cpuUsage();
        linesOf(withoutOverprints(pieces).kept);
        least = Math.min(least, process.cpuUsage().user - user);
      }
      return least;
    };
    work(2000);
    expect(work(40_000)).toBeLessThan(30 * Math.max(work(4000), 4000));
  });
});
