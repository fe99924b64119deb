/** A line's words, each with its share of the line's box. Where one ends inside the line is an estimate. */
import { characterWidth } from '../layout/metrics.ts';
import type { Box } from '../model/edition.ts';

export interface LaidWord {
  readonly text: string;
  readonly box: Box;
}

const widthOf = (text: string): number => Array.from(text).reduce((sum, ch) => sum + characterWidth(ch, true), 0);

export function wordsIn(text: string, [x, y, width, height]: Box): LaidWord[] {
  const all = widthOf(text) || 1;
  const vertical = height > 2 * width;
  return Array.from(text.matchAll(/\S+/gu), ({ 0: word, index }) => {
    const from = widthOf(text.slice(0, index)) / all;
    const share = widthOf(word) / all;
    const box: Box = vertical ? [x, y + from * height, width, share * height] : [x + from * width, y, share * width, height];
    return { text: word, box };
  });
}
