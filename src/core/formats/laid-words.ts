/** A line's words, each with its share of the line's box. Where one ends inside the line is an estimate. */
import { characterWidth } from '../layout/metrics.ts';
import type { Box } from '../model/edition.ts';

export interface LaidWord {
  readonly text: string;
  readonly box: Box;
}

const widthOf = (text: string): number => Array.from(text).reduce((sum, ch) => sum + characterWidth(ch, true), 0);

export function wordsIn(text: string, [x, y, width, height]: Box): LaidWord[] {
  const parts = text.match(/\S+|\s+/gu) ?? [];
  const widths = parts.map(widthOf);
  const all = widths.reduce((sum, one) => sum + one, 0) || 1;
  const vertical = height > 2 * width;
  const words: LaidWord[] = [];
  let before = 0;
  parts.forEach((word, i) => {
    const from = before / all;
    const share = (widths[i] ?? 0) / all;
    before += widths[i] ?? 0;
    if (/^\s/u.test(word)) return;
    words.push({
      text: word,
      box: vertical ? [x, y + from * height, width, share * height] : [x + from * width, y, share * width, height],
    });
  });
  return words;
}
