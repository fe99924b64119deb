/** What a text's own letters tell of its beginning and end. */
import { isHanText } from '../repair/han.ts';

/** The beginning tells. */
export const isHan = (text: string): boolean => isHanText(text.slice(0, 300));

/** A sentence may end so; quotes and brackets may follow. A colon or dash leads on to what is set after it: a list, a table. */
const CLOSED = /[.!?…。！？；;:：—–*†‡]["'”’»«）)\]】》』」〕*†]*$|["”»）)\]】》』」〕]$/u;
/** Nothing can end so. */
const OPEN_END = /[,，、\u00ad]$|\p{Ll}[-‐¬⸗]$/u;
/** Nothing can begin so. */
const OPEN_START = /^\s*(?:[,，。、；;！？!?）)》”»』」】]|\.(?!\.)|:(?!\))|：|\p{Ll}{2})/u;

/** No end is longer: patterns that hang on a text's end are not tried from its beginning. */
const END = 40;

/** A name in capitals after the last sentence: who wrote it. */
const SIGNED = /[.!?…»”"*]\s+(?:\p{Lu}[\p{Lu}'’-]*[.,]?\s?){2,6}\d?$/u;

/** 0: the sentence has ended; 1: no sign of an end; 2: it cannot end so. */
export function endsOpen(text: string): 0 | 1 | 2 {
  const end = text.trimEnd().slice(-END);
  if (OPEN_END.test(end)) return 2;
  return CLOSED.test(end) || SIGNED.test(end) || !/[\p{L}\p{N}%％°]$/u.test(end) ? 0 : 1;
}

/** It begins in the middle of a sentence: a small letter, or a sign that opens nothing. */
export const beginsOpen = (text: string): boolean => OPEN_START.test(text);

/** How much running text there is: Han letters count two. */
export function weightOf(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x2f && !(code >= 0x2000 && code < 0x2e80) && !(code >= 0x3000 && code < 0x3041)) n++;
  }
  return isHan(text) ? n * 2 : n;
}

/** A line that stands by itself under a text: a name, a place, a date. Too short or too capital for a sentence. */
export function isSignature(text: string): boolean {
  if (isHan(text)) return [...text].length <= 14;
  const words = text.trim().split(/\s+/u);
  return (
    text.length <= 60 && (words.length <= 4 || words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 < words.length)
  );
}
