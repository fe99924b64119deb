/** What stands between two lines of one paragraph when they are read on: nothing between Han characters, else a space. */
import { isHan, isWidePunctuation } from './han.ts';

/** Shared with Latin, where a space may stand beside them. */
const SHARED = /[“”‘’…—·]/u;

const isSolid = (ch: string): boolean => isHan(ch) || (isWidePunctuation(ch) && !SHARED.test(ch));

/** `solid`: the text round about is Han, where the shared quotes and digits are set solid too. */
export function seam(before: string, after: string, solid: boolean): '' | ' ' {
  // the ends alone: `before` may be a whole paragraph
  const end = before.trimEnd().slice(-3);
  const last = [...end].at(-1) ?? '';
  const first = [...after.trimStart().slice(0, 2)][0] ?? '';
  if (!last || !first) return '';
  if (isSolid(last) || isSolid(first)) return '';
  if (solid && (SHARED.test(last) || SHARED.test(first))) return '';
  if (solid && /\p{N}/u.test(first) && /[\p{N}.]/u.test(last)) return '';
  if (solid && !(/[\p{L}\p{N},.;:!?)]/u.test(last) && /[\p{L}\p{N}(]/u.test(first))) return '';
  // a hyphen or dash that touches its word goes on without a space
  if (/[\p{L}\p{N}][-\u2010\u2011–—/]$/u.test(end) && /[\p{L}\p{N}]/u.test(first)) return '';
  return ' ';
}
