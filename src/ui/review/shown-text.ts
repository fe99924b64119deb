/** How much of a fragment is shown at a boundary: what stands near the border. */
import { isSquareText } from '../../core/index.ts';

export interface Shown {
  /** Offset of `text` in the whole. */
  readonly from: number;
  readonly text: string;
  /** Something was left out before or after it. */
  readonly cut: 'before' | 'after' | null;
}

/** About six lines at the border, and a line or two of what stands farther off. */
const NEAR = { square: 230, latin: 520 } as const;
const FAR = { square: 70, latin: 160 } as const;
/** What would leave out less than this leaves out nothing. */
const SLACK = 30;

const isBreak = (text: string, at: number): boolean => /\s/u.test(text[at - 1] ?? ' ') || /\s/u.test(text[at] ?? ' ');
const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/u.test(text[at] ?? '');

/** The next place towards the text's inside at which a word is whole, if there is one near. */
function whole(text: string, at: number, square: boolean): number {
  for (let i = at; !square && i < Math.min(at + SLACK, text.length); i++) if (isBreak(text, i)) return i;
  return isLow(text, at) ? at + 1 : at;
}

export function shownText(text: string, side: 'before' | 'after', near: boolean): Shown {
  const square = isSquareText(text);
  const most = (near ? NEAR : FAR)[square ? 'square' : 'latin'];
  if (text.length <= most + SLACK) return { from: 0, text, cut: null };
  if (side === 'before') {
    const from = whole(text, text.length - most, square);
    return { from, text: text.slice(from), cut: 'before' };
  }
  return { from: 0, text: text.slice(0, whole(text, most, square)), cut: 'after' };
}
