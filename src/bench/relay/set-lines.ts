/** Sets text in a measure, as a newspaper's column does, and leaves what extraction leaves of it. */
import { fullWidth } from '../../core/repair/full-width.ts';
import type { Random } from './random.ts';

const CLOSING = /^[，。、；：！？）》〉」』”’】…%.,;:!?)]/u;
const OPENING = /[（《〈「『“‘【(]$/u;

/** Han characters one by one, words and numbers whole; opening marks cling to what follows, one closing mark may hang. */
export function setHan(text: string, measure: number, indent: number): string[] {
  const tokens = text.match(/[A-Za-z0-9.,:/%+-]+|[^]/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  let room = measure - indent;
  let hung = false;
  for (const token of tokens) {
    const own = fullWidth(token);
    const closes = CLOSING.test(token);
    if (line && width + own > room && !(closes && !hung && width + own <= room + 1)) {
      let carry = '';
      while (OPENING.test(line)) {
        carry = line.slice(-1) + carry;
        line = line.slice(0, -1);
      }
      lines.push(line.trimEnd());
      line = carry;
      width = fullWidth(carry);
      room = measure;
      hung = false;
      if (!token.trim()) continue;
    }
    hung = closes && width + own > room;
    line += token;
    width += own;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

/** As a dump reads a justified line: every wide character stands by itself. */
export const spaceOut = (line: string): string => line.replace(/[^\x00-\x7f]/gu, '$& ');

/** Words in a measure of characters; longer words are broken where `hyphens` says so. */
export function setLatin(text: string, measure: number, hyphens: number, random: Random): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (!line) line = word;
    else if (line.length + 1 + word.length <= measure) line += ` ${word}`;
    else {
      const left = measure - line.length - 2;
      const stem = /^["“(]?\p{L}{7,}/u.exec(word)?.[0] ?? '';
      if (left >= 3 && stem.length - left >= 2 && /^\p{L}/u.test(word) && random.chance(hyphens)) {
        lines.push(`${line} ${word.slice(0, left)}-`);
        line = word.slice(left);
      } else {
        lines.push(line);
        line = word;
      }
    }
  }
  if (line) lines.push(line);
  return lines;
}
