/** What extraction leaves of a line of a front page: letter-spacing in parts, spaces round digits, glyphs set twice. */
import { spaceOut } from '../set-lines.ts';
import type { Random } from '../random.ts';

const NO_GAP_AFTER = /[，、；：！？（》「『【〈《”]/u;
const NO_GAP_BEFORE = /[（《》“」』】〉）]/u;

/** Letter-spacing as page programs leave it: a gap before a comma and none after it, a quote's gaps inside. */
function spaceTight(line: string): string {
  const cells = line.match(/[\x21-\x7e]+|[^\s]/gu) ?? [];
  let out = '';
  cells.forEach((cell, i) => {
    const before = cells[i - 1];
    if (before !== undefined && !NO_GAP_AFTER.test(before) && !NO_GAP_BEFORE.test(cell)) out += ' ';
    out += cell;
  });
  return out;
}

export type Spacing = 'tight' | 'open';

/** All of a line, or a part of it, letter-spaced. */
export function spaced(line: string, how: Spacing, part: boolean, random: Random): string {
  const set = (text: string): string => (how === 'tight' ? spaceTight(text) : spaceOut(text));
  const glyphs = [...line];
  if (!part || glyphs.length < 10) return set(line);
  const at = random.whole(5, glyphs.length - 4);
  const [first, second] = [glyphs.slice(0, at).join(''), glyphs.slice(at).join('')];
  return random.chance(0.5) ? `${set(first)}${second}` : `${first}${set(second)}`;
}

/** Spaces where Han meets digits and Latin: `明确 12 个`. */
export const padded = (line: string): string =>
  line.replace(/(\p{Script=Han})(?=[A-Za-z0-9])/gu, '$1 ').replace(/([A-Za-z0-9%℃])(?=\p{Script=Han})/gu, '$1 ');

/** Bold that was made by setting each glyph twice. */
export const doubled = (text: string): string => text.replace(/\S/gu, '$&$&');
