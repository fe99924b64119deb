/** From words to lines: what stands between two words, which line a word was printed in, and what font a line is set in. */
import type { Box } from '../../model/edition.ts';
import type { AltoFont, AltoFonts, PickedFont } from './fonts.ts';

export interface AltoWord {
  /** As printed: the CONTENT of a String or a HYP. */
  readonly text: string;
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly width: number;
  readonly height: number;
  readonly confidence: number | undefined;
  readonly styles: readonly string[];
  readonly bold: boolean | undefined;
  /** A SP stood before it. */
  readonly spaced: boolean;
  readonly hyphen: boolean;
}
export interface AltoLine {
  readonly id: string | undefined;
  readonly box: Box | null;
  readonly styles: readonly string[];
  words: AltoWord[];
}
export interface AltoBlock {
  readonly id: string | undefined;
  readonly styles: readonly string[];
  readonly lines: AltoLine[];
}
/** A line as it was read. */
export interface AltoRead {
  readonly text: string;
  readonly id: string | undefined;
  readonly block: string | undefined;
  readonly box: Box | null;
  readonly confidence: number | undefined;
  readonly points: number | undefined;
  readonly bold: boolean;
}

const WORDLIKE = /[\p{L}\p{N}]/u;
const TIGHT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** In a file that marks no spaces: words are parted, but CJK is not, nor is a sign that touches its word. */
function isParted(before: AltoWord, word: AltoWord): boolean {
  const left = Array.from(before.text).at(-1) ?? '';
  const right = Array.from(word.text)[0] ?? '';
  if (TIGHT.test(left) && TIGHT.test(right)) return false;
  const placed = before.x !== undefined && before.y !== undefined && word.x !== undefined && word.y !== undefined;
  if (!placed || (WORDLIKE.test(left) && WORDLIKE.test(right))) return true;
  return (word.x ?? 0) - ((before.x ?? 0) + before.width) > 0.1 * Math.max(before.height, word.height);
}

const LINE_END = /[\r\n]/;

function textOf(words: readonly AltoWord[], marksSpaces: boolean): string {
  let text = '';
  let before: AltoWord | undefined;
  for (const word of words) {
    if (before && (marksSpaces ? word.spaced : !word.hyphen && isParted(before, word))) text += ' ';
    text += word.text;
    before = word;
  }
  return LINE_END.test(text) ? text.replace(/[\r\n]+/gu, ' ') : text;
}

function boxOf(words: readonly AltoWord[]): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of words) {
    if (x === undefined || y === undefined) continue;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + Math.max(0, width));
    bottom = Math.max(bottom, y + Math.max(0, height));
  }
  return right < left ? null : [left, top, right - left, bottom - top];
}

/**
 * Some writers put all words of a block into one line and leave the others empty. Where a line's words come in several rows and rows fit empty
 * lines of the block, they go there; words that fit none stay.
 */
function spreadWords(block: AltoBlock): void {
  const empty = block.lines.filter((line) => line.words.length === 0 && line.box);
  if (empty.length === 0) return;
  for (const line of block.lines) {
    if (line.words.length < 2 || !line.box) continue;
    const rows: AltoWord[][] = [];
    let last = -Infinity;
    for (const word of line.words) {
      const at = word.y === undefined ? undefined : word.x;
      if (rows.length === 0 || (at !== undefined && at < last)) rows.push([]);
      rows.at(-1)?.push(word);
      if (at !== undefined) last = at;
    }
    if (rows.length < 2) continue;
    const homes = [line, ...empty].sort((a, b) => (a.box?.[1] ?? 0) - (b.box?.[1] ?? 0));
    const kept: AltoWord[] = [];
    for (const row of rows) {
      const at = boxOf(row);
      const home = at && nearest(homes, at[1] + at[3] / 2);
      if (!home || home === line) kept.push(...row);
      else home.words.push(...row);
    }
    line.words = kept;
  }
}

function nearest(lines: readonly AltoLine[], y: number): AltoLine | null {
  let best: AltoLine | null = null;
  let least = Infinity;
  for (const line of lines) {
    if (!line.box) continue;
    const away = Math.abs(line.box[1] + line.box[3] / 2 - y);
    if (away < least && away <= line.box[3]) [best, least] = [line, away];
  }
  return best;
}

/** The size of most of its letters, and whether most are bold. The nearest style wins: word, line, block. */
function fontOf({ words, styles }: AltoLine, ofBlock: PickedFont, fonts: AltoFonts): AltoFont {
  const ofLine = fonts.pick(styles);
  const sizes = new Map<number, number>();
  let bold = 0;
  let letters = 0;
  for (const word of words) {
    const own = fonts.pick(word.styles);
    const size = own.size ?? ofLine.size ?? ofBlock.size;
    const n = word.text.length;
    letters += n;
    if (size !== undefined) sizes.set(size, (sizes.get(size) ?? 0) + n);
    if (word.bold ?? own.bold ?? ofLine.bold ?? ofBlock.bold) bold += n;
  }
  let size: number | undefined;
  let most = 0;
  for (const [value, n] of sizes) if (n > most) [size, most] = [value, n];
  return { size, bold: bold * 2 > letters };
}

function confidenceOf(words: readonly AltoWord[]): number | undefined {
  let sum = 0;
  let n = 0;
  for (const { confidence } of words) {
    if (confidence === undefined) continue;
    sum += confidence;
    n++;
  }
  return n === 0 ? undefined : Math.round((sum / n) * 1e4) / 1e4;
}

/** The lines of a block that hold text. */
export function readBlock(block: AltoBlock, marksSpaces: boolean, fonts: AltoFonts): AltoRead[] {
  spreadWords(block);
  const ofBlock = fonts.pick(block.styles);
  const found: AltoRead[] = [];
  for (const line of block.lines) {
    const text = textOf(line.words, marksSpaces);
    if (text === '') continue;
    const { size, bold } = fontOf(line, ofBlock, fonts);
    found.push({
      text,
      id: line.id,
      block: block.id,
      box: line.box ?? boxOf(line.words),
      confidence: confidenceOf(line.words),
      points: size,
      bold,
    });
  }
  return found;
}
