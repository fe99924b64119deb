/**
 * Packs text for keeping: as LZ4 lays out a block (literals, then a match back of up to 64 KB), in base64. Many times as fast as deflate, and
 * the same bytes everywhere.
 */

import { fromBase64, toBase64 } from './base64.ts';

/** The format's shortest match, and ours: shorter ones cost more steps than they save bytes. */
const LEAST = 4;
const SHORTEST = 6;
const FARTHEST = 0xffff;
const BITS = 15;

export const pack = (text: string): string => packBytes(new TextEncoder().encode(text));

/** Packs the text of which these are the bytes in UTF-8. One long function: what a closure shares costs a third more. */
export function packBytes(input: Uint8Array): string {
  const view = new DataView(input.buffer, input.byteOffset, input.length);
  const seen = new Int32Array(1 << BITS).fill(-1);
  const last = input.length - 8;
  let out = new Uint8Array((input.length >> 2) + 1024);
  let to = 0;
  let anchor = 0;
  let misses = 0;
  for (let i = 0; anchor <= input.length;) {
    let before = -1;
    let end = input.length;
    if (i < last) {
      const four = view.getInt32(i, true);
      const two = view.getInt16(i + 4, true);
      const slot = (Math.imul(four, 2654435761) ^ Math.imul(two, 2246822519)) >>> (32 - BITS);
      before = seen[slot] as number;
      seen[slot] = i;
      if (
        before < 0 ||
        i - before > FARTHEST ||
        view.getInt32(before, true) !== four ||
        view.getInt16(before + 4, true) !== two
      ) {
        i += 1 + (misses++ >> 6);
        continue;
      }
      end = i + SHORTEST;
      let k = before + SHORTEST;
      let differs = 0;
      for (; end < last; end += 4, k += 4) {
        differs = view.getInt32(end, true) ^ view.getInt32(k, true);
        if (differs !== 0) break;
      }
      if (differs !== 0)
        end += (31 - Math.clz32(differs & -differs)) >> 3; // the bytes that are the same
      else for (; end < input.length && input[end] === input[k]; end++) k++;
    } else i = input.length;
    const match = before < 0 ? 0 : end - i - LEAST;
    const count = i - anchor;
    const room = to + count + count / 255 + match / 255 + 16;
    if (room > out.length) {
      const more = new Uint8Array(Math.ceil(1.5 * room));
      more.set(out);
      out = more;
    }
    out[to++] = ((count < 15 ? count : 15) << 4) | (match < 15 ? match : 15);
    if (count >= 15) {
      let rest = count - 15;
      for (; rest >= 255; rest -= 255) out[to++] = 255;
      out[to++] = rest;
    }
    if (count > 64) {
      out.set(input.subarray(anchor, i), to);
      to += count;
    } else for (let k = anchor; k < i; k++) out[to++] = input[k] as number;
    if (before < 0) break;
    out[to++] = (i - before) & 255;
    out[to++] = (i - before) >> 8;
    if (match >= 15) {
      let rest = match - 15;
      for (; rest >= 255; rest -= 255) out[to++] = 255;
      out[to++] = rest;
    }
    i = anchor = end;
    misses = 0;
  }
  return `${input.length}:${toBase64(out.subarray(0, to))}`;
}

/** @throws RangeError where it was not packed by this. */
export function unpack(packed: string): string {
  const colon = packed.indexOf(':');
  const size = Number(packed.slice(0, colon));
  const input = fromBase64(packed, colon + 1);
  if (!input || colon < 1 || !Number.isSafeInteger(size) || size > input.length * 256)
    throw new RangeError('not packed');
  const out = new Uint8Array(size);
  let at = 0;
  let to = 0;
  const length = (short: number): number => {
    let n = short;
    if (short === 15) for (let more = 255; more === 255; n += more) more = input[at++] ?? 0;
    return n;
  };
  while (at < input.length) {
    const token = input[at++] ?? 0;
    const count = length(token >> 4);
    out.set(input.subarray(at, at + count), to);
    at += count;
    to += count;
    if (at >= input.length) break;
    const back = (input[at++] ?? 0) | ((input[at++] ?? 0) << 8);
    const match = length(token & 15) + LEAST;
    if (back === 0 || back > to || to + match > size) throw new RangeError('not packed');
    for (let i = 0; i < match; i++, to++) out[to] = out[to - back] ?? 0;
  }
  if (to !== size) throw new RangeError('not packed');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(out);
}
