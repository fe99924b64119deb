/** A text as runs of equal characters, white space aside: a doubled glyph and its repair are the same run. */
import { isWhite } from '../model/characters.ts';

export interface Runs {
  /** The character of each run. */
  readonly chars: readonly string[];
  /** Where each run begins in `offsets`; one more at the end. */
  readonly starts: readonly number[];
  /** UTF-16 offset of every character that is not white space. */
  readonly offsets: readonly number[];
}

export function runsOf(text: string): Runs {
  const chars: string[] = [];
  const starts: number[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const ch of text) {
    if (!isWhite(ch)) {
      if (ch !== chars.at(-1)) {
        chars.push(ch);
        starts.push(offsets.length);
      }
      offsets.push(offset);
    }
    offset += ch.length;
  }
  starts.push(offsets.length);
  return { chars, starts, offsets };
}
