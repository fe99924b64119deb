/** Rows of black and white as fax machines send them (ITU-T T.4, T.6): modified Huffman, G3 of one or two dimensions, G4. */
import { HORIZONTAL, MODE_BITS, MODES, PASS, RUN_BITS, RUNS, VERTICAL } from './fax-codes.ts';
import type { TiffPicture } from './pictures.ts';
import type { Rows } from './rows.ts';

/** Black is 1. */
export function faxRows(
  data: Uint8Array,
  { packing, twoDimensional }: Pick<TiffPicture, 'packing' | 'twoDimensional'>,
  width: number,
): Rows {
  let at = 0; // in bits
  /** Where the colour changes, white to black first; ends with places behind the row. */
  let before = new Int32Array(width + 8).fill(width);
  let now = new Int32Array(width + 8);
  let changes = 0;

  const bits = (n: number): number => {
    const byte = at >>> 3;
    const three = ((data[byte] ?? 0) << 16) | ((data[byte + 1] ?? 0) << 8) | (data[byte + 2] ?? 0);
    return (three >>> (24 - n - (at & 7))) & ((1 << n) - 1);
  };

  /** One colour's pixels; -1 where no code stands. */
  const run = (black: number): number => {
    let length = 0;
    for (;;) {
      const found = RUNS[black as 0 | 1][bits(RUN_BITS)] ?? 0;
      if (found === 0) return -1;
      at += found & 15;
      length += found >>> 4;
      if (found >>> 4 < 64) return length;
    }
  };

  /** Two changes at one place are none. */
  const change = (place: number): void => {
    if (changes > 0 && now[changes - 1] === place) changes--;
    else now[changes++] = place;
  };

  const plainRow = (): boolean => {
    for (let place = 0, black = 0; place < width; black ^= 1) {
      const length = run(black);
      if (length < 0 || place + length > width) return false;
      place += length;
      change(place);
    }
    return true;
  };

  const rowByRowBefore = (): boolean => {
    let place = 0;
    let black = 0;
    let next = 0; // in `before`: the first change to the other colour, right of `place`
    for (let begun = false; place < width; begun = true) {
      next = (next & ~1) | black;
      while (next >= 2 && (before[next - 2] ?? 0) > place) next -= 2;
      while ((before[next] ?? width) < width && ((before[next] ?? 0) < place || (begun && before[next] === place)))
        next += 2;
      const mode = MODES[bits(MODE_BITS)] ?? 0;
      if (mode === 0) return false;
      at += mode & 15;
      const opposite = before[next] ?? width;
      if (mode >>> 4 === PASS) place = before[next + 1] ?? width;
      else if (mode >>> 4 === HORIZONTAL) {
        const [first, second] = [run(black), run(black ^ 1)];
        if (first < 0 || second < 0 || place + first + second > width) return false;
        change(place + first);
        place += first + second;
        change(place);
      } else {
        const to = opposite + (mode >>> 4) - VERTICAL;
        if (to < place || to > width) return false;
        place = to;
        change(place);
        black ^= 1;
      }
    }
    return true;
  };

  /** Ends of line before a row, with the zeros that fill up to them; two are the end of all. */
  const linesEnded = (): number => {
    for (let ends = 0; ;) {
      const start = at;
      if (bits(11) !== 0) return ends;
      while (at < data.length * 8 && bits(1) === 0) at++;
      if (at >= data.length * 8) {
        at = start;
        return ends;
      }
      at++;
      ends++;
      if (!twoDimensional) continue;
      if (bits(12) !== 2048) return ends;
      at++; // the tag of an end that another one follows
    }
  };

  return (row) => {
    if (at >= data.length * 8) return false;
    changes = 0;
    let plain = packing !== 'g4';
    if (packing === 'g3') {
      if (linesEnded() > 1) return false;
      if (twoDimensional) plain = bits(1) === 1;
      if (twoDimensional) at++;
    }
    if (!(plain ? plainRow() : rowByRowBefore())) return false;
    if (packing === 'rle') at = Math.ceil(at / 8) * 8;
    now.fill(width, changes, changes + 4);
    paint(row, now, width);
    [before, now] = [now, before];
    return true;
  };
}

function paint(row: Uint8Array, changes: Int32Array, width: number): void {
  row.fill(0);
  for (let i = 0; (changes[i] ?? width) < width; i += 2) {
    const [from, to] = [changes[i] ?? 0, changes[i + 1] ?? width];
    const [first, last] = [from >> 3, to >> 3];
    const head = 255 >> (from & 7);
    const tail = 255 & ~(255 >> (to & 7));
    if (first === last) row[first] = (row[first] ?? 0) | (head & tail);
    else {
      row[first] = (row[first] ?? 0) | head;
      row.fill(255, first + 1, last);
      if (tail) row[last] = (row[last] ?? 0) | tail;
    }
  }
}
