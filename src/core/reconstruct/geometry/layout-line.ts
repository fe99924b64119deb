/** A printed line in the engine's own frame: text runs to the right and lines go down, whatever the script. */
import type { Box, Source } from '../../model/edition.ts';

export interface LayoutLine {
  /** Index into the source's `lines`. */
  readonly index: number;
  readonly text: string;
  /** Characters that are not white space. */
  readonly letters: number;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  /** Font size where the file tells it, else null. */
  readonly size: number | null;
  readonly bold: boolean;
  readonly block: string | null;
  readonly confidence: number | null;
}

export interface Frame {
  readonly lines: readonly LayoutLine[];
  readonly separators: readonly Box[];
  readonly pictures: readonly Box[];
  readonly width: number;
  readonly height: number;
  /** Lines that have no box: they can be in no column. */
  readonly unplaced: readonly number[];
  /** Text is set from top to bottom, columns from right to left. */
  readonly vertical: boolean;
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Most of the page's letters are Han or kana and stand in lines that are higher than wide. */
function isVertical(source: Source): boolean {
  let tall = 0;
  let all = 0;
  for (const line of source.lines) {
    const letters = line.end - line.start;
    if (!line.box || letters < 3) continue;
    all += letters;
    if (line.box[3] > 1.5 * line.box[2] && HAN.test(source.text.slice(line.start, line.end))) tall += letters;
  }
  return all > 0 && tall > 0.6 * all;
}

/** The axes swapped and mirrored: what was read downwards is now read to the right, what went left goes down. */
const turned = ([x, y, w, h]: Box, width: number): Box => [y, width - x - w, h, w];

export function frameOf(source: Source): Frame {
  const vertical = isVertical(source);
  let [right, bottom] = [source.width ?? 0, source.height ?? 0];
  for (const { box } of source.lines)
    if (box) {
      right = Math.max(right, box[0] + box[2]);
      bottom = Math.max(bottom, box[1] + box[3]);
    }
  const lines: LayoutLine[] = [];
  const unplaced: number[] = [];
  source.lines.forEach((line, index) => {
    const text = source.text.slice(line.start, line.end);
    const letters = text.replace(/\s+/gu, '').length;
    if (letters === 0) return;
    if (!line.box) return void unplaced.push(index);
    const [x, y, w, h] = vertical ? turned(line.box, right) : line.box;
    lines.push({
      index,
      text,
      letters,
      x0: x,
      x1: x + w,
      y0: y,
      y1: y + h,
      size: line.size ?? null,
      bold: line.bold ?? false,
      block: line.block ?? null,
      confidence: line.confidence ?? null,
    });
  });
  const turn = (boxes: readonly Box[] | undefined): readonly Box[] =>
    vertical ? (boxes ?? []).map((box) => turned(box, right)) : (boxes ?? []);
  return {
    lines,
    separators: turn(source.separators),
    pictures: turn(source.pictures),
    width: vertical ? bottom : right,
    height: vertical ? right : bottom,
    unplaced,
    vertical,
  };
}

/** The median of `values` where each counts `weights` times; 0 of none. */
export function weightedMedian(values: readonly number[], weights: readonly number[] = values.map(() => 1)): number {
  const order = values.map((value, i) => [value, weights[i] ?? 1] as const).sort((a, b) => a[0] - b[0]);
  const half = order.reduce((sum, [, w]) => sum + w, 0) / 2;
  let sum = 0;
  for (const [value, weight] of order) {
    sum += weight;
    if (sum >= half) return value;
  }
  return 0;
}

/** Height of a line of body text: most letters stand in lines of about this height. */
export function bodyHeightOf(lines: readonly LayoutLine[]): number {
  const long = lines.filter((line) => line.letters >= 12);
  const of = long.length >= 5 ? long : lines;
  return (
    weightedMedian(
      of.map((line) => line.y1 - line.y0),
      of.map((line) => line.letters),
    ) || 1
  );
}
