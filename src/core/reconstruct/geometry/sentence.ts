/** Where sentences begin and end, as far as a line's own letters tell. */

const TERMINAL = /[.!?…。！？;；:：*†»”"’』」）)\]]\s*$/u;
const BREAKS_WORD = /[\p{L}][-‐¬⸗=\u00ad]\s*$/u;

/** The last letters may end a sentence. */
export const endsSentence = (text: string): boolean => TERMINAL.test(text) && !BREAKS_WORD.test(text);

/** A word goes on in the next line. */
export const breaksWord = (text: string): boolean => BREAKS_WORD.test(text);

/** Begins in the middle of a sentence: a small letter, or a sign that opens nothing. */
export const beginsOpen = (text: string): boolean => /^\s*[\p{Ll},;:.!?)»”。，、；：！？）]/u.test(text);
