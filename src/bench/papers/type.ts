/** Sets words into printed lines: widths of letters, breaking to a measure, boxes. Units are the page's own. */
import type { Box } from '../../core/model/edition.ts';

export interface SetLine {
  readonly text: string;
  readonly box: Box;
  readonly role: string;
  /** Lines of one segment of the truth. */
  readonly segment: string;
  readonly article: string | null;
  readonly size: number;
  readonly bold: boolean;
  block: string;
}

const NARROW = /[iljtfr.,;:'’!| ]/u;
const WIDE = /[mwMWÆŒ—]/u;
const HAN = /[\p{Script=Han}，。、：；？！（）《》“”]/u;

const widthOf = (letter: string): number =>
  HAN.test(letter) ? 1 : WIDE.test(letter) ? 0.85 : NARROW.test(letter) ? 0.3 : /\p{Lu}/u.test(letter) ? 0.68 : 0.5;

export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size;

/** What may not be parted: a word with the space behind it, or a letter of Han. */
const unitsOf = (text: string): string[] => text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];

/** A word cut where the line is full, with a hyphen; null where no three letters fit. */
function hyphenated(word: string, room: number, size: number): [string, string] | null {
  for (let at = word.length - 3; at >= 3; at--)
    if (/^\p{L}+$/u.test(word.slice(0, at)) && textWidth(`${word.slice(0, at)}-`, size) <= room)
      return [`${word.slice(0, at)}-`, word.slice(at)];
  return null;
}

/** Lines no wider than `measure`; the first begins `indent` to the right. */
export function breakLines(text: string, measure: number, size: number, indent = 0, hyphens = false): string[] {
  const lines: string[] = [];
  let line = '';
  let room = measure - indent;
  const units = unitsOf(text.trim());
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] ?? '';
    if (line === '' || textWidth((line + unit).trimEnd(), size) <= room) {
      line += unit;
      continue;
    }
    const cut = hyphens && unit.length > 7 ? hyphenated(unit, room - textWidth(line, size), size) : null;
    lines.push((line + (cut?.[0] ?? '')).trimEnd());
    line = cut?.[1] ?? unit;
    room = measure;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}
