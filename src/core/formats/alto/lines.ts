/** From words to lines: what stands between two words, which line a word was printed in, and what font a line is set in. */
import type { Box } from '../../model/edition.ts';
import type { AltoBlock, AltoFile, AltoLine, AltoPage, AltoWord } from './parse.ts';

const WORDLIKE = /[\p{L}\p{N}]/u;
const TIGHT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** In a file that marks no spaces: words are parted, but CJK is not, nor is a sign that touches its word. */
function isParted(before: AltoWord, word: AltoWord): boolean {
  const left = [...before.text].at(-1) ?? '';
  const right = [...word.text][0] ?? '';
  if (TIGHT.test(left) && TIGHT.test(right)) return false;
  if (!before.box || !word.box || (WORDLIKE.test(left) && WORDLIKE.test(right))) return true;
  return word.box[0] - (before.box[0] + before.box[2]) > 0.1 * Math.max(before.box[3], word.box[3]);
}

export function textOf(line: AltoLine, page: AltoPage): string {
  let text = '';
  line.words.forEach((word, i) => {
    const before = line.words[i - 1];
    const parted = before !== undefined && (page.marksSpaces ? word.spaced : !word.hyphen && isParted(before, word));
    text += (parted ? ' ' : '') + word.text;
  });
  return text.replace(/[\r\n]+/gu, ' ');
}

export function unionOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y, w, h] of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + w);
    bottom = Math.max(bottom, y + h);
  }
  return [left, top, right - left, bottom - top];
}

/**
 * Some writers put all words of a block into one line and leave the others empty. Where a line's words come in several rows and rows fit empty
 * lines of the block, they go there; words that fit none stay.
 */
export function spreadWords(block: AltoBlock): void {
  const empty = block.lines.filter((line) => line.words.length === 0 && line.box);
  if (empty.length === 0) return;
  for (const line of block.lines) {
    if (line.words.length < 2 || !line.box) continue;
    const rows: AltoWord[][] = [];
    let last = -Infinity;
    for (const word of line.words) {
      if (rows.length === 0 || (word.box && word.box[0] < last)) rows.push([]);
      rows.at(-1)?.push(word);
      if (word.box) last = word.box[0];
    }
    if (rows.length < 2) continue;
    const homes = [line, ...empty].sort((a, b) => (a.box?.[1] ?? 0) - (b.box?.[1] ?? 0));
    const kept: AltoWord[] = [];
    for (const row of rows) {
      const at = unionOf(row.flatMap((word): Box[] => (word.box ? [word.box] : [])));
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

/** Points, and whether most of its letters are bold. The nearest style wins: word, line, block. */
export function fontOf(
  line: AltoLine,
  block: AltoBlock,
  file: AltoFile,
): { readonly size: number | null; readonly bold: boolean } {
  const sizes = new Map<number, number>();
  let bold = 0;
  let letters = 0;
  const pick = (ids: readonly string[]) => {
    const found = ids.flatMap((id) => file.styles.get(id) ?? []);
    return {
      size: found.find((style) => style.size !== null)?.size ?? null,
      bold: found.length ? found.some((style) => style.bold) : null,
    };
  };
  const [ofLine, ofBlock] = [pick(line.styles), pick(block.styles)];
  for (const word of line.words) {
    const own = word.styles.length ? pick(word.styles) : { size: null, bold: null };
    const size = own.size ?? ofLine.size ?? ofBlock.size;
    letters += word.text.length;
    if (size !== null) sizes.set(size, (sizes.get(size) ?? 0) + word.text.length);
    if (word.bold ?? own.bold ?? ofLine.bold ?? ofBlock.bold ?? false) bold += word.text.length;
  }
  let size: number | null = null;
  let most = 0;
  for (const [value, n] of sizes) if (n > most) [size, most] = [value, n];
  return { size, bold: bold * 2 > letters };
}
