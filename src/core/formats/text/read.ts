/** Plain text as a source: its lines are where its line breaks are. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Source, SourceLine } from '../../model/edition.ts';
import { FormatError } from '../format-error.ts';
import { decodeText } from './decode.ts';

/** A source without the id that the edition gives it. */
export type SourceDraft = Omit<Source, 'id'>;

const LINE = /[^\r\n\f]+/gu;

/** Lines that hold a character; white lines part them. */
export function textLines(text: string): SourceLine[] {
  return Array.from(text.matchAll(LINE))
    .filter((m) => m[0].trim() !== '')
    .map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

export function readText(bytes: Uint8Array, file: string): SourceDraft {
  const { text, encoding } = decodeText(bytes, file);
  if (text.trim() === '') throw new FormatError('file.empty', { file });
  return { name: file, mediaType: 'text/plain', encoding, sha256: bytesToHex(sha256(bytes)), text, lines: textLines(text) };
}
