/** The directories of a TIFF (6.0, and BigTIFF): tags and their numbers, each read when it is asked for. */
import { FormatError } from '../format-error.ts';

export interface Directory {
  /** The byte that it begins at. */
  readonly at: number;
  /** The tag's numbers; null where the directory has no such tag, or one that is no number. */
  readonly numbers: (tag: number) => readonly number[] | null;
}

/** What makes a TIFF, and in which order its bytes stand; null for anything else. */
export function tiffKind(bytes: Uint8Array): { readonly little: boolean; readonly big: boolean } | null {
  const [a, b, c, d] = bytes;
  const little = a === 0x49 && b === 0x49;
  if (!little && !(a === 0x4d && b === 0x4d)) return null;
  const version = little ? (c ?? 0) | ((d ?? 0) << 8) : ((c ?? 0) << 8) | (d ?? 0);
  return version === 42 || version === 43 ? { little, big: version === 43 } : null;
}

/** More pictures than any volume has pages. */
const MOST_DIRECTORIES = 10_000;
/** Bytes a value by the type's number: bytes, shorts, longs, and the 8 bytes of BigTIFF. */
const SIZES: Readonly<Record<number, 1 | 2 | 4 | 8>> = { 1: 1, 3: 2, 4: 4, 7: 1, 13: 4, 16: 8, 18: 8 };

/** @throws FormatError where it is no TIFF, or a directory lies outside the file */
export function readDirectories(bytes: Uint8Array, file: string): Directory[] {
  const kind = tiffKind(bytes);
  if (!kind) throw new FormatError('tiff.no-header', { file, byte: 0 });
  const { little, big } = kind;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (at: number, size: 1 | 2 | 4 | 8): number => {
    if (at + size > bytes.length) throw new FormatError('tiff.cut-off', { file, byte: bytes.length, end: at + size });
    if (size === 1) return view.getUint8(at);
    if (size === 2) return view.getUint16(at, little);
    return size === 4 ? view.getUint32(at, little) : Number(view.getBigUint64(at, little));
  };
  const wide = big ? 8 : 4;
  const entrySize = big ? 20 : 12;
  const directories: Directory[] = [];
  const seen = new Set<number>();
  for (let at = number(wide, wide); at !== 0 && !seen.has(at) && seen.size < MOST_DIRECTORIES;) {
    seen.add(at);
    const count = number(at, big ? 8 : 2);
    const first = at + (big ? 8 : 2);
    const entries = new Map<number, number>();
    for (let i = 0; i < count; i++) entries.set(number(first + i * entrySize, 2), first + i * entrySize);
    directories.push({ at, numbers: (tag) => valuesOf(entries.get(tag)) });
    at = number(first + count * entrySize, wide);
  }
  return directories;

  function valuesOf(entry: number | undefined): readonly number[] | null {
    const size = entry === undefined ? undefined : SIZES[number(entry + 2, 2)];
    if (entry === undefined || size === undefined) return null;
    const count = number(entry + 4, wide);
    const at = count * size > wide ? number(entry + 4 + wide, wide) : entry + 4 + wide;
    number(at + Math.max(0, count * size - 1), 1); // all of it is in the file, before room is made for it
    return Array.from({ length: count }, (_, i) => number(at + i * size, size));
  }
}
