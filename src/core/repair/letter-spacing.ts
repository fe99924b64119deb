/**
 * Letter-spacing of justified lines: `本 报 讯 （记 者` reads 本报讯（记者. Decided by line, for a spaced line may go on in an unspaced one.
 * A gap wider than the line's usual one is a real space, and so is every gap between tokens of several characters (`明晰定位 优化架构`).
 */
import { countCharacters } from '../model/characters.ts';
import { hasHan, isHan, isWidePunctuation } from './han.ts';

/** A white space run counts in half units: an ideographic or em space is two. */
const gapWidth = (gap: string): number =>
  [...gap].reduce((sum, ch) => sum + (ch === '\u3000' || ch === '\u2003' || ch === '\t' ? 2 : 1), 0);

/**
 * What a token of a line is in letter-spacing. A cell is one character of a letter-spaced line: between its punctuation (`山）今` has two parts)
 * stands at most one Han character, or a number or word without any. A Han cell has a part that is a Han character alone.
 */
function cellOf(token: string): 'han' | 'other' | null {
  let alone = false;
  let length = 0;
  let han = 0;
  for (const ch of token) {
    if (isHan(ch)) {
      if (++han > 1) return null;
    } else if (isWidePunctuation(ch)) {
      alone ||= han === 1 && length === 1;
      length = han = 0;
      continue;
    }
    length++;
  }
  return alone || (han === 1 && length === 1) ? 'han' : 'other';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Latin capitals set wide: `C I T Y`, four or more single letters; a wider gap (`C I T Y  H A L L`) parts words. */
const WORD = '\\p{L}(?:[ \\u00a0]\\p{L}(?!\\S))+';
const WIDE_WORDS = new RegExp(`(?<!\\S)${WORD}(?:[ \\u00a0]{2,}(?:&[ \\u00a0]{2,})?${WORD})*`, 'gu');
/** Cheap: two single characters beside each other, the first at a word's beginning. */
const MAY_BE_WIDE = /(?:^|\s)[^\s\x00-\x40][ \u00a0][^\s\x00-\x40](?:\s|$)/;

function closeLatin(line: string): string {
  if (!MAY_BE_WIDE.test(line)) return line;
  return line.replace(WIDE_WORDS, (run) => {
    const words = run.split(/[ \u00a0]{2,}/u).map((one) => one.replace(/\s/gu, ''));
    const letters = words.join('');
    return [...letters].length > 3 && /^[\p{Script=Latin}&]+$/u.test(letters) ? words.join(' ') : run;
  });
}

/** Western letters and signs only: most lines of a Western paper need not be asked for Han characters one by one. */
const WESTERN = /^[\u0000-\u02e9\u1e00-\u2dff]*$/;

/** Share of the gaps between Han characters that are open: 1 is a line that is letter-spaced all through. */
export function spacedShare(line: string): number {
  if (WESTERN.test(line) || !/\S\s+\S/u.test(line)) return 0;
  if (!hasHan(line)) return 0;
  const gaps = line.trim().match(/\s+/gu)?.length ?? 0;
  let places = countCharacters(line) - 1;
  for (const { 0: run } of line.matchAll(/[\p{Script=Latin}\d.,%]{2,}/gu)) places -= run.length - 1;
  return places > 0 ? Math.min(1, gaps / places) : 0;
}

function closeLine(line: string): string {
  if (!/\S\s+\S/u.test(line)) return line;
  if (WESTERN.test(line)) return closeLatin(line);
  const trimmed = line.trim();
  const tokens = trimmed.split(/\s+/u);
  if (tokens.length < 2) return line;
  if (!hasHan(line)) return closeLatin(line);
  const gaps = trimmed.match(/\s+/gu) ?? [];
  // runs of tokens that are one character each: inside them spaces are the typesetter's
  const inRun: boolean[] = tokens.map(() => false);
  for (let i = 0; i < tokens.length;) {
    let j = i;
    let cells = 0;
    for (let cell = cellOf(tokens[j] ?? ''); j < tokens.length && cell; cell = cellOf(tokens[++j] ?? ''))
      if (cell === 'han') cells++;
    if (cells >= 3 || (cells >= 2 && cells === tokens.length)) for (let k = i; k < j; k++) inRun[k] = true;
    i = Math.max(j, i + 1);
  }
  const spaced = spacedShare(line) >= 0.6;
  const inner = gaps.filter((_, i) => inRun[i] && inRun[i + 1]);
  const usual = median((inner.length ? inner : gaps).map(gapWidth));
  let text = tokens[0] ?? '';
  gaps.forEach((gap, i) => {
    const next = tokens[i + 1] ?? '';
    const touches =
      (inRun[i] && inRun[i + 1]) || ((inRun[i] || inRun[i + 1]) && (spaced || isEdge(tokens[i] ?? '', next)));
    const wide = gapWidth(gap) > usual;
    const atPunctuation = wide && closesGap(tokens[i] ?? '', next);
    text += (touches && !wide) || atPunctuation ? next : gap + next;
  });
  const lead = line.slice(0, line.length - line.trimStart().length);
  return lead + text + line.slice(line.trimEnd().length);
}

/** A run's last cell touches the unspaced rest of its line where punctuation stands between them. */
const isEdge = (before: string, after: string): boolean =>
  isWidePunctuation(before.at(-1) ?? '') || isWidePunctuation(after.at(0) ?? '');

/** No real space stands before a comma or after an opening bracket, however wide the gap. */
const closesGap = (before: string, after: string): boolean =>
  /[，。、；：！？（《〈「『【]$/u.test(before) || /^[，。、；：！？）》〉」』】]/u.test(after);

/** Takes letter-spacing out, line by line; real gaps stay. */
export const closeLetterSpacing = (text: string): string => text.split('\n').map(closeLine).join('\n');
