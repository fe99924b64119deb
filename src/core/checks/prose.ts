/** What a text's own letters tell of its beginning and end. */
import { isHanText } from '../repair/han.ts';

export const isHan = (text: string): boolean => isHanText(text);

/** A sentence may end so; quotes and brackets may follow. A colon or dash leads on to what is set after it: a list, a table. */
const CLOSED = /[.!?…。！？；;:：—–*†‡]["'”’»«）)\]】》』」〕*†]*\s*$|["”»）)\]】》』」〕]\s*$/u;
/** Nothing can end so. */
const OPEN_END = /[,，、\u00ad]\s*$|\p{Ll}[-‐¬⸗]\s*$/u;
/** Nothing can begin so. */
const OPEN_START = /^\s*(?:[,，。、；;！？!?）)》”»』」】]|\.(?!\.)|:(?!\))|：|\p{Ll}{2})/u;

/** 0: the sentence has ended; 1: no sign of an end; 2: it cannot end so. */
export function endsOpen(text: string): 0 | 1 | 2 {
  if (OPEN_END.test(text)) return 2;
  return CLOSED.test(text) || !/[\p{L}\p{N}%％°]\s*$/u.test(text) ? 0 : 1;
}

/** It begins in the middle of a sentence: a small letter, or a sign that opens nothing. */
export const beginsOpen = (text: string): boolean => OPEN_START.test(text);

/** How much running text there is: Han letters count two. */
export function weightOf(text: string): number {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return isHan(text) ? letters * 2 : letters;
}

/** A line that stands by itself under a text: a name, a place, a date. Too short or too capital for a sentence. */
export function isSignature(text: string): boolean {
  if (isHan(text)) return [...text].length <= 14;
  const words = text.trim().split(/\s+/u);
  return (
    text.length <= 60 && (words.length <= 4 || words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 < words.length)
  );
}
