/** LZW as TIFF has it: codes of 9 to 12 bits, highest bit first, one wider a code early. */
import type { Rows } from './rows.ts';

const CLEAR = 256;
const END = 257;

export function lzwRows(data: Uint8Array): Rows {
  const prefix = new Uint16Array(4096);
  const last = Uint8Array.from({ length: 4096 }, (_, i) => i);
  const lengths = new Uint16Array(4096).fill(1);
  /** The string of the code that is being handed out, and how much of it was. */
  const string = new Uint8Array(4097);
  let [length, given] = [0, 0];
  let [at, buffer, have] = [0, 0, 0];
  let [width, next, old] = [9, 258, -1];

  const code = (): number => {
    while (have < width) {
      if (at >= data.length) return END;
      buffer = ((buffer << 8) | (data[at++] ?? 0)) & 0xffffff;
      have += 8;
    }
    have -= width;
    return (buffer >>> have) & ((1 << width) - 1);
  };
  const spell = (of: number, room: number): void => {
    length = (lengths[of] ?? 0) + room;
    for (let i = length - room - 1, c = of; i >= 0; i--, c = prefix[c] ?? 0) string[i] = last[c] ?? 0;
    given = 0;
  };

  /** Spells the next code's string; false at the end, or where a code is not known yet. */
  const step = (): boolean => {
    let read = code();
    while (read === CLEAR) {
      [width, next, old] = [9, 258, -1];
      read = code();
    }
    if (read === END) return false;
    if (old === -1) {
      if (read > 255) return false;
      spell(read, 0);
    } else {
      if (read > next || (read === next && next > 4095)) return false;
      if (read < next) spell(read, 0);
      else {
        spell(old, 1);
        string[length - 1] = string[0] ?? 0;
      }
      if (next < 4096) {
        prefix[next] = old;
        last[next] = string[0] ?? 0;
        lengths[next] = (lengths[old] ?? 0) + 1;
        next++;
        if (next + 1 === 1 << width && width < 12) width++;
      }
    }
    old = read;
    return true;
  };

  return (row) => {
    for (let to = 0; to < row.length;) {
      if (given === length && !step()) return false;
      const n = Math.min(length - given, row.length - to);
      row.set(string.subarray(given, given + n), to);
      given += n;
      to += n;
    }
    return true;
  };
}
