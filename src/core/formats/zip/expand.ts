/** The files in a zip. Nothing in it is believed: sizes are counted while inflating, sums are checked, paths that climb out are refused. */
import { Inflate } from 'fflate';
import { FormatError } from '../format-error.ts';
import type { ReadContext } from '../reading.ts';
import { encodingName } from '../text/encodings.ts';
import { refuseCancelled } from '../xml/stream.ts';
import { crc32 } from './crc32.ts';

export interface ZipEntry {
  /** With `/`, below the zip. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** All entries together; an issue of a newspaper with its scans fits. */
const BUDGET = 2 ** 30;
/** No text or scan shrinks by more; small files are not judged by it. */
const RATIO = 200;
const SMALL = 2 ** 24;
const MOST_ENTRIES = 20_000;
/** Small, for it may unpack to a thousand times as much before it is counted. */
const CHUNK = 1 << 13;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

interface Central {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly at: number;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

export async function expandZip(bytes: Uint8Array, file: string, context: ReadContext): Promise<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: ZipEntry[] = [];
  const paths = new Set<string>();
  const budget = { left: BUDGET };
  const list = directory(bytes, view, file);
  for (const [i, entry] of list.entries()) {
    refuseCancelled(context, file);
    context.progress?.(i, list.length);
    await context.pause?.();
    const path = safePath(entry.name, file, entry.at);
    if (path.endsWith('/') || isClutter(path)) continue;
    if (paths.has(path)) throw new FormatError('zip.twice', { file, entry: path, byte: entry.at });
    paths.add(path);
    found.push({ path, bytes: inflate(bytes, view, entry, file, path, budget) });
  }
  return found.sort((a, b) => naturally(a.path, b.path));
}

/** What operating systems put into zips. */
const isClutter = (path: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$)/u.test(path);

/** page-2 before page-10, the same on every machine. */
export function naturally(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => path.match(/\d+|\D+/gu) ?? []);
  for (let i = 0; i < Math.min(left?.length ?? 0, right?.length ?? 0); i++) {
    const [l, r] = [left?.[i] ?? '', right?.[i] ?? ''];
    if (l === r) continue;
    const [m, n] = [Number(l), Number(r)];
    if (/^\d/u.test(l) && /^\d/u.test(r) && m !== n) return m - n;
    return l < r ? -1 : 1;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}

function directory(bytes: Uint8Array, view: DataView, file: string): Central[] {
  let end = bytes.length - 22;
  for (const last = Math.max(0, bytes.length - 22 - 65_535); end >= last && view.getUint32(end, true) !== END; end--);
  if (end < 0 || end + 22 > bytes.length || view.getUint32(end, true) !== END)
    throw new FormatError('zip.no-end', { file, byte: bytes.length });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff || count > MOST_ENTRIES)
    throw new FormatError('zip.too-many', { file, byte: end, most: MOST_ENTRIES });
  const entries: Central[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new FormatError('zip.directory', { file, byte: at });
    const [nameLength, extraLength, commentLength] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const flags = view.getUint16(at + 8, true);
    if (at + 46 + nameLength > bytes.length) throw new FormatError('zip.directory', { file, byte: at });
    entries.push({
      name: entryName(bytes.subarray(at + 46, at + 46 + nameLength), flags),
      method: view.getUint16(at + 10, true),
      flags,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  refuseOverlap(entries, file);
  return entries;
}

/** Entries that share their bytes: a bomb. */
function refuseOverlap(entries: readonly Central[], file: string): void {
  let end = 0;
  for (const { at, packed } of [...entries].sort((a, b) => a.at - b.at)) {
    if (at < end) throw new FormatError('zip.directory', { file, byte: at });
    end = at + 30 + packed;
  }
}

/** UTF-8 where it is; else what Chinese Windows writes. */
function entryName(name: Uint8Array, flags: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder(flags & 0x800 ? 'utf-8' : encodingName('gbk')).decode(name);
  }
}

function safePath(name: string, file: string, byte: number): string {
  const path = name.replace(/\\/gu, '/');
  if (path.startsWith('/') || /^[a-z]:/iu.test(path) || path.split('/').includes('..') || /[\u0000-\u001f]/u.test(path))
    throw new FormatError('zip.slip', { file, entry: name.slice(0, 120), byte });
  return path;
}

function inflate(
  bytes: Uint8Array,
  view: DataView,
  entry: Central,
  file: string,
  path: string,
  budget: { left: number },
): Uint8Array {
  const { at } = entry;
  const wrong = (code: string, params: Readonly<Record<string, string | number>> = {}): never => {
    throw new FormatError(code, { file, entry: path, byte: at, ...params });
  };
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return wrong('zip.directory');
  if (entry.flags & 1) return wrong('zip.locked');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packed > bytes.length) return wrong('zip.cut-off');
  const packed = bytes.subarray(start, start + entry.packed);
  const parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    budget.left -= part.length;
    if (budget.left < 0 || (size > SMALL && size > packed.length * RATIO))
      wrong('zip.too-big', { megabytes: BUDGET / 2 ** 20 });
    parts.push(part);
  };
  if (entry.method === 0) take(packed);
  else if (entry.method === 8) {
    let ended = false;
    const stream = new Inflate((part, final) => {
      take(part);
      ended ||= final;
    });
    try {
      for (let from = 0; from < packed.length || from === 0; from += CHUNK)
        stream.push(packed.subarray(from, from + CHUNK), from + CHUNK >= packed.length);
    } catch (error) {
      if (error instanceof FormatError) throw error;
      return wrong('zip.damaged');
    }
    if (!ended) return wrong('zip.damaged');
  } else return wrong('zip.method', { method: entry.method });
  const whole = new Uint8Array(size);
  let to = 0;
  for (const part of parts) {
    whole.set(part, to);
    to += part.length;
  }
  if (crc32(whole) !== entry.crc) return wrong('zip.damaged');
  return whole;
}
