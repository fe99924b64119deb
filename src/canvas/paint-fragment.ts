/** One fragment as newsprint; as grey bars or a grey field where it would be too small to read. Page units, `zoom` for the choice. */
import type { SetBox } from './carried.ts';
import type { Palette } from './palette.ts';
import { plainType, steadyType, type Pen, type Typesetter } from './typesetter.ts';

/** Glyph heights in CSS pixels: text at less is not read but costs twenty times as much. */
const BARS_BELOW = 5;
const FIELD_BELOW = 2;
const INKED_BELOW = 8;
/** In CSS pixels. */
const INK = 0.07;
/** Where letters stand on their line: ascent over em, of the line's middle. */
const BASELINE = 0.36;

export function paintFragment(ctx: Pen, box: SetBox, typeset: Typesetter, palette: Palette, zoom: number): void {
  const glyph = box.size * zoom;
  if (glyph < FIELD_BELOW) paintField(ctx, box, palette);
  else if (glyph < BARS_BELOW) paintBars(ctx, box, palette);
  else paintLines(ctx, box, typeset, palette, zoom);
}

const greekOf = (box: SetBox, palette: Palette): string => (box.style.weight > 400 ? palette.greekBold : palette.greek);

function paintField(ctx: Pen, box: SetBox, palette: Palette): void {
  ctx.fillStyle = greekOf(box, palette);
  const alpha = ctx.globalAlpha;
  ctx.globalAlpha = alpha * 0.6;
  const pad = box.lineHeight * 0.2;
  ctx.fillRect(box.x, box.y + box.above + pad, box.width, Math.max(box.lines.length * box.lineHeight - 2 * pad, pad));
  ctx.globalAlpha = alpha;
}

export function paintBars(ctx: Pen, box: SetBox, palette: Palette): void {
  ctx.fillStyle = greekOf(box, palette);
  const { align } = box.style;
  const height = box.size * 0.5;
  let y = box.y + box.above + (box.lineHeight - height) / 2;
  for (const line of box.lines) {
    const indent = line.indent * box.size;
    const room = box.width - indent;
    const width = align === 'justify' && !line.last ? room : Math.min(line.width * box.size, room);
    const x = align === 'center' ? (room - width) / 2 : align === 'right' ? room - width : 0;
    ctx.fillRect(box.x + indent + x, y, width, height);
    y += box.lineHeight;
  }
}

function paintLines(ctx: Pen, box: SetBox, typeset: Typesetter, palette: Palette, zoom: number): void {
  const { font, lines, square } = typeset(box);
  ctx.font = font;
  steadyType(ctx);
  ctx.fillStyle = palette.ink;
  // The level strokes of a Han serif face are a thirtieth of an em: small type is inked a little heavier, as presses do.
  const inked = square && box.style.weight === 400 && box.size * zoom < INKED_BELOW;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = INK / zoom;
  let y = box.y + box.above + box.lineHeight / 2 + box.size * BASELINE;
  let letter = '';
  let word = '';
  for (const line of lines) {
    if (line.letter !== letter) ctx.letterSpacing = letter = line.letter;
    if (line.word !== word) ctx.wordSpacing = word = line.word;
    if (line.text) ctx.fillText(line.text, box.x + line.x, y);
    if (inked && line.text) ctx.strokeText(line.text, box.x + line.x, y);
    y += box.lineHeight;
  }
  plainType(ctx);
}
