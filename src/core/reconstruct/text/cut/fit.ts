/** How well a line fills a measure: a line of running text is full where the next line's beginning would not have fitted in it. */
import { type CutLine, type CutPage, firstUnit } from './lines.ts';

export interface FitOptions {
  /** Letter-spaced lines keep to the measure as others do; where they were stretched at will, their characters do not tell it. */
  readonly spacedKeepMeasure: boolean;
  /** Hardly a line of the page is set loosely: a line that has room left is the last of its paragraph. */
  readonly strict: boolean;
}

export interface Fit {
  /** Cost of line `i` going on in line `i + 1` where its measure is `room`. */
  goesOn(i: number, room: number): number;
  /** Cost of line `i` standing in a measure of `room` at all. */
  fits(i: number, room: number): number;
  /** Width left in line `i` once the next line's beginning stood in it: not below 0 in a loose line only. */
  free(i: number, room: number): number;
}

/** A line may hang its punctuation, or run over by half a character. */
const HANG = 1;
const OVER_STEP = 2.5;
const MOST_COST = 9;
const LOOSE = { han: 1.6, hanStep: 1.3, latin: 2, latinStep: 2 };
const STRICT = 2.5;

/** A foreign name or address longer than the column runs over it. */
const longestWord = (text: string): number =>
  Math.max(0, ...(text.match(/[\p{Script=Latin}\p{N}.:/_-]{10,}/gu) ?? []).map((word) => word.length / 2));

export interface Shape {
  readonly width: number;
  /** Ends with punctuation that may hang over the measure. */
  readonly hangs: boolean;
  /** How far justified setting may squeeze it: half a character for each mark. */
  readonly squeeze: number;
  readonly longest: number;
  readonly broken: boolean;
  readonly unit: number;
  readonly stretched: boolean;
}

const shapeOf = (line: CutLine, han: boolean): Shape => ({
  width: line.width,
  hangs: /[，。、；：！？）》”’」』,.;:!?]$/u.test(line.text),
  squeeze: han ? 0.5 * (line.text.match(/[，。、；：！？（）《》“”‘’「」『』·]/gu)?.length ?? 0) : 0,
  longest: han ? longestWord(line.text) : 0,
  broken: /\p{L}[-\u00ad\u2010¬⸗]$/u.test(line.text),
  unit: firstUnit(line),
  stretched: line.letterSpaced,
});

/** Asked for more than once a page. */
export const shapesOf = (page: CutPage): readonly Shape[] => page.lines.map((line) => shapeOf(line, page.han));

export function fitOf(page: CutPage, options: FitOptions, shapes: readonly Shape[] = shapesOf(page)): Fit {
  const space = page.han ? 0 : 0.5;
  const loose = page.han ? LOOSE.han : LOOSE.latin;
  const step = page.han ? LOOSE.hanStep : LOOSE.latinStep;
  const over = (shape: Shape, room: number): number => {
    const excess = shape.width - room;
    if (excess <= 0) return 0;
    if (excess <= HANG && shape.hangs) return 0.1;
    if (excess <= 0.5) return 0.8;
    if (shape.longest > room * 0.7) return 1.5;
    if (excess <= shape.squeeze) return 0.6 + 0.7 * excess;
    return Math.min(MOST_COST + 3, 2 + OVER_STEP * (excess - 0.5));
  };
  return {
    free: (i, room) => room - (shapes[i]?.width ?? 0) - space - (shapes[i + 1]?.unit ?? 1),
    fits: (i, room) => {
      const shape = shapes[i];
      return shape ? over(shape, room) : 0;
    },
    goesOn: (i, room) => {
      const shape = shapes[i];
      const next = shapes[i + 1];
      if (!shape || !next) return MOST_COST;
      if (shape.width > room) return over(shape, room);
      if (shape.broken) return Math.min(4, (room - shape.width) * 1.5);
      const free = room - shape.width - space - next.unit;
      if (free < 0) return 0;
      if (shape.stretched && !options.spacedKeepMeasure) return Math.min(4, 0.25 * (free + 0.5));
      return Math.min(MOST_COST, loose + (options.strict ? STRICT : 0) + step * free);
    },
  };
}
