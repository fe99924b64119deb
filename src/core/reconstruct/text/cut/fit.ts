/** How well a line fills a measure: a line of running text is full where the next line's beginning would not have fitted in it. */
import { type CutLine, type CutPage, firstUnit } from './lines.ts';

/** A line may hang its punctuation, or run over by half a character. */
const HANG = 1;
const OVER_STEP = 2.5;
const MOST_COST = 9;

export interface FitOptions {
  /** Letter-spaced lines keep to the measure as others do; where they were stretched at will, their characters do not tell it. */
  readonly spacedKeepMeasure: boolean;
}

export interface Fit {
  /** Cost of line `i` going on in line `i + 1` where its measure is `room`. */
  goesOn(i: number, room: number): number;
  /** Cost of line `i` standing in a measure of `room` at all. */
  fits(i: number, room: number): number;
}

/** A foreign name or address longer than the column runs over it. */
const longestWord = (line: CutLine): number => Math.max(0, ...(line.text.match(/[\p{Script=Latin}\p{N}.:/_-]{10,}/gu) ?? []).map((word) => word.length / 2));

export function fitOf(page: CutPage, options: FitOptions): Fit {
  const units = page.lines.map(firstUnit);
  const over = (line: CutLine, room: number): number => {
    const excess = line.width - room;
    if (excess <= 0) return 0;
    const hangs = /[，。、；：！？）》”’」』,.;:!?]$/u.test(line.text);
    if (excess <= HANG && hangs) return 0.1;
    if (excess <= 0.5) return 0.8;
    if (page.han && longestWord(line) > room * 0.7) return 1.5;
    // justified lines squeeze their punctuation, half a character each
    if (page.han && excess <= 0.5 * (line.text.match(/[，。、；：！？（）《》“”‘’「」『』·]/gu)?.length ?? 0)) return 0.6 + 0.7 * excess;
    return Math.min(MOST_COST + 3, 2 + OVER_STEP * (excess - 0.5));
  };
  return {
    fits: (i, room) => {
      const line = page.lines[i];
      return line ? over(line, room) : 0;
    },
    goesOn: (i, room) => {
      const line = page.lines[i];
      const next = page.lines[i + 1];
      if (!line || !next) return MOST_COST;
      if (line.width > room) return over(line, room);
      const broken = /\p{L}[-\u00ad\u2010¬⸗]$/u.test(line.text);
      if (broken) return Math.min(4, (room - line.width) * 1.5);
      const space = page.han ? 0 : 0.5;
      const free = room - line.width - space - (units[i + 1] ?? 1);
      if (free < 0) return 0;
      if (line.letterSpaced && !options.spacedKeepMeasure) return Math.min(4, 0.25 * (free + 0.5));
      return Math.min(MOST_COST, page.han ? 1.6 + 1.3 * free : 2 + 2 * free);
    },
  };
}
