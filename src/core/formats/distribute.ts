/** A text laid over the printed lines that it was read from: exact where only white space differs, by the shortest edit script where it was corrected. */
import { editScript } from '../model/edit-script.ts';
import { bare, countCharacters, isWhite } from '../model/characters.ts';
import { joinTwo } from '../model/reading-text.ts';
import { carriable } from './carriable.ts';

/** A line end that the ledger counts as a character and reading drops. */
const LINE_MARK = /\u0085/gu;

/** Where cuts after so many characters of `raw` fall in `now`. `cuts` ascend. */
function mapCuts(raw: readonly string[], now: readonly string[], cuts: readonly number[]): number[] {
  const mapped: number[] = [];
  let inRaw = 0;
  let inNow = 0;
  const settle = (upTo: number, step: 0 | 1): void => {
    for (let cut = cuts[mapped.length]; cut !== undefined && cut <= upTo; cut = cuts[mapped.length])
      mapped.push(inNow + step * (cut - inRaw));
  };
  for (const part of editScript(raw, now)) {
    const n = part.value.length;
    if (part.added) {
      inNow += n;
      continue;
    }
    settle(inRaw + n, part.removed ? 0 : 1);
    inRaw += n;
    if (!part.removed) inNow += n;
  }
  while (mapped.length < cuts.length) mapped.push(now.length);
  return mapped;
}

/** The offset, moved on to the end of the word that it would cut. */
function wordEnd(text: string, at: number): number {
  let offset = at;
  while (offset > 0 && offset < text.length) {
    const before = text.slice(Math.max(0, offset - 2), offset);
    const after = text.slice(offset, offset + 2);
    if (/\s$/u.test(before) || /^\s/u.test(after) || joinTwo(before, after) === before + after) break;
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** Line breaks as spaces; a wide gap stays as it is. */
const tidy = (part: string): string => part.replace(/\s*[^\S \u3000]\s*/gu, ' ').trim();

/** `text` in as many parts as there are lines; a part is empty where nothing of its line is left. No character is lost. */
export function distribute(text: string, rawLines: readonly string[]): string[] {
  if (rawLines.length < 2) return rawLines.map(() => tidy(text));
  const lines = rawLines.map((line) => carriable(line).replace(LINE_MARK, ''));
  const counts = lines.map(countCharacters);
  const total = counts.reduce((sum, one) => sum + one, 0);
  let sum = 0;
  const cuts = counts.slice(0, -1).map((one) => (sum += one));
  const at = total === countCharacters(text) ? cuts : mapCuts(lines.flatMap(bare), bare(text), cuts);
  const offsets: number[] = [];
  let seen = 0;
  let offset = 0;
  for (const ch of text) {
    while (offsets.length < at.length && seen === at[offsets.length] && !isWhite(ch)) offsets.push(offset);
    if (!isWhite(ch)) seen++;
    offset += ch.length;
  }
  while (offsets.length < at.length) offsets.push(text.length);
  const parts: string[] = [];
  let from = 0;
  for (const cut of offsets) {
    const to = wordEnd(text, Math.max(from, cut));
    parts.push(text.slice(from, to));
    from = to;
  }
  parts.push(text.slice(from));
  return parts.map(tidy);
}
