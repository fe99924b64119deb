/**
 * Paragraph breaks that were typed into a fragment. Files of lines have no place for them: they are told in the formats' extension points, each as
 * the number of characters that stand before it.
 */
import { isWhite } from '../model/characters.ts';

const BREAK = /\s*\n\s*/u;

/** For a file; undefined where the text is one paragraph. */
export function breaksIn(text: string): string | undefined {
  let before = 0;
  const counts = text
    .trim()
    .split(BREAK)
    .map((part) => (before += Array.from(part).filter((ch) => !isWhite(ch)).length));
  return counts.length > 1 ? counts.slice(0, -1).join(' ') : undefined;
}

/** From a file: numbers that ascend; undefined where it says anything else. */
export function readBreaks(said: string | undefined): readonly number[] | undefined {
  const counts = said?.trim().split(/\s+/u).map(Number);
  return counts?.every((n, i) => Number.isSafeInteger(n) && n > (counts[i - 1] ?? 0)) ? counts : undefined;
}

/** The text with a line break after so many characters, each. */
export function withBreaks(text: string, counts: readonly number[]): string {
  const parts: string[] = [];
  let part = '';
  let seen = 0;
  for (const ch of text) {
    if (!isWhite(ch)) {
      if (seen === counts[parts.length]) {
        parts.push(part.trimEnd());
        part = '';
      }
      seen++;
    }
    part += ch;
  }
  return [...parts, part].join('\n');
}
