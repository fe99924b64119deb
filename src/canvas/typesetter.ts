/** Puts each pre-broken line exactly into its measure, by the widths of the real face. Page units. */
import { isSquareText, type SetLine } from '../core/index.ts';
import type { SetBox } from './carried.ts';
import { fontOf } from './fonts.ts';

export interface ReadyLine {
  readonly text: string;
  /** From the box's left edge. */
  readonly x: number;
  readonly width: number;
  /** CSS lengths for `ctx.letterSpacing` and `ctx.wordSpacing`. */
  readonly letter: string;
  readonly word: string;
}

export interface ReadyText {
  readonly font: string;
  readonly square: boolean;
  readonly lines: readonly ReadyLine[];
}

export type Typesetter = (box: SetBox) => ReadyText;

export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Han type is let out by at most this much of an em; what is left over stays ragged. */
const MOST_LETTER = 0.4;
/** Latin words are let apart by this much more of an em before their letters are. */
const LOOSE_WORD = 0.3;
const LOOSE_LETTER = 0.07;
const NONE = '0px';

export function createTypesetter(ctx: Pen): Typesetter {
  const ready = new WeakMap<readonly SetLine[], ReadyText>();
  return (box) => {
    let text = ready.get(box.lines);
    if (!text) ready.set(box.lines, (text = setBox(ctx, box)));
    return text;
  };
}

export function plainType(ctx: Pen): void {
  ctx.letterSpacing = NONE;
  ctx.wordSpacing = NONE;
}

/** Widths that grow with the zoom, not from one whole pixel to the next. */
export function steadyType(ctx: Pen): void {
  ctx.textBaseline = 'alphabetic';
  ctx.textRendering = 'geometricPrecision';
  ctx.fontKerning = 'normal';
}

function setBox(ctx: Pen, box: SetBox): ReadyText {
  const square = isSquareText(
    box.lines
      .slice(0, 12)
      .map((line) => line.text)
      .join(''),
  );
  const font = fontOf(box.style, square, box.size);
  ctx.font = font;
  steadyType(ctx);
  plainType(ctx);
  return { font, square, lines: box.lines.map((line) => setLine(ctx, box, line, square)) };
}

function setLine(ctx: Pen, box: SetBox, line: SetLine, square: boolean): ReadyLine {
  const natural = ctx.measureText(line.text).width;
  const indent = line.indent * box.size;
  const room = box.width - indent;
  const filled = box.style.align === 'justify' && !line.last;
  const spare = room - natural;
  if (filled || spare < 0) {
    const { letter, word, width } = stretch(line.text, spare, square || spare < 0, box.size);
    return { text: line.text, x: indent, width: natural + width, letter, word };
  }
  const x = box.style.align === 'center' ? indent + spare / 2 : box.style.align === 'right' ? indent + spare : indent;
  return { text: line.text, x, width: natural, letter: NONE, word: NONE };
}

function stretch(
  text: string,
  spare: number,
  byLetter: boolean,
  size: number,
): { letter: string; word: string; width: number } {
  const letters = Math.max(Array.from(text).length - 1, 1);
  if (byLetter) {
    const each = Math.min(spare / letters, size * MOST_LETTER);
    return { letter: px(each), word: NONE, width: each * letters };
  }
  const gaps = text.match(/\s/gu)?.length ?? 0;
  if (!gaps) return { letter: NONE, word: NONE, width: 0 };
  // Words stand apart by so much; then the letters give a little too, as in narrow newspaper columns.
  const loose = Math.max(spare - gaps * size * LOOSE_WORD, 0);
  const each = Math.min(loose / letters, size * LOOSE_LETTER);
  return { letter: px(each), word: px((spare - each * letters) / gaps), width: spare };
}

const px = (length: number): string => (length ? `${length.toFixed(3)}px` : NONE);
