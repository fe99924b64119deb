/**
 * Big5, Shift_JIS and EUC-KR by tables of our own: runtimes differ here in thousands of sequences.
 * A table runs over lead bytes 0x81–0xFE and trail bytes 0x40–0xFE: 0 where nothing is mapped, else 1 + the zigzag difference to the
 * character before, as base-128 numbers, deflated, in base64.
 */
import { inflateSync } from 'fflate';

export type DoubleByte = 'big5' | 'shift_jis' | 'euc-kr';
type Table = Uint32Array;

const TRAILS = 0xff - 0x40;
const PAIRS: ReadonlyMap<number, string> = new Map([
  [0x8862, '\u00ca\u0304'],
  [0x8864, '\u00ca\u030c'],
  [0x88a3, '\u00ea\u0304'],
  [0x88a5, '\u00ea\u030c'],
]);

function unpack(packed: string): Table {
  const bytes = inflateSync(Uint8Array.from(atob(packed), (c) => c.charCodeAt(0)));
  const table = new Uint32Array(0x7e * TRAILS);
  let at = 0;
  let last = 0;
  for (let i = 0; i < table.length; i++) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (value === 0) continue;
    last += (value - 1) & 1 ? -(value >> 1) : (value - 1) >> 1;
    table[i] = last;
  }
  return table;
}

/** Constant once unpacked. */
const unpacked = new Map<DoubleByte, Table>();

async function loadTable(encoding: DoubleByte): Promise<Table> {
  const known = unpacked.get(encoding);
  if (known) return known;
  const table = unpack(await packedTable(encoding));
  unpacked.set(encoding, table);
  return table;
}

async function packedTable(encoding: DoubleByte): Promise<string> {
  if (encoding === 'big5') return (await import('./tables/big5.ts')).table;
  if (encoding === 'shift_jis') return (await import('./tables/shift-jis.ts')).table;
  return (await import('./tables/euc-kr.ts')).table;
}

/** `decode` gives null where `strict` and a byte has no character; else U+FFFD stands for it. */
export async function doubleByteDecoder(
  encoding: DoubleByte,
): Promise<(bytes: Uint8Array, strict: boolean) => string | null> {
  const table = await loadTable(encoding);
  const single = (byte: number): number => {
    if (byte < 0x80) return byte;
    if (encoding !== 'shift_jis') return 0;
    return byte === 0x80 ? 0x80 : byte >= 0xa1 && byte <= 0xdf ? byte - 0xa1 + 0xff61 : 0;
  };
  return (bytes, strict) => {
    const parts: string[] = [];
    let codes: number[] = [];
    for (let i = 0; i < bytes.length; i++) {
      const lead = bytes[i] ?? 0;
      let code = single(lead);
      if (code === 0 && lead !== 0) {
        const trail = bytes[i + 1] ?? 0;
        const known = lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail <= 0xfe;
        code = known ? (table[(lead - 0x81) * TRAILS + trail - 0x40] ?? 0) : 0;
        const pair = encoding === 'big5' && code === 0 ? PAIRS.get(lead * 256 + trail) : undefined;
        if (pair) {
          codes.push(pair.charCodeAt(0));
          code = pair.charCodeAt(1);
        }
        if (code !== 0) i++;
        else if (strict) return null;
        else {
          code = 0xfffd;
          if (trail >= 0x80 && i + 1 < bytes.length) i++; // an ASCII byte after a bad lead stands for itself
        }
      }
      codes.push(code);
      if (codes.length >= 8192) {
        parts.push(String.fromCodePoint(...codes));
        codes = [];
      }
    }
    return parts.join('') + String.fromCodePoint(...codes);
  };
}
