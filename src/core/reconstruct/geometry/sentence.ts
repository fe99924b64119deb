/** Where sentences begin and end, as far as a line's own letters tell. */

const TERMINAL = /[.!?…。！？;；:：*†»”"’』」）)\]]$/u;
const BREAKS_WORD = /\p{L}[-‐¬⸗=\u00ad]$/u;
/** As much of a line as these look at: from a line's beginning they would try every letter. */
const endOf = (text: string): string => text.trimEnd().slice(-3);

/** The last letters may end a sentence. */
export const endsSentence = (text: string): boolean => TERMINAL.test(endOf(text)) && !breaksWord(text);

/** A word goes on in the next line. */
export const breaksWord = (text: string): boolean => BREAKS_WORD.test(endOf(text));

/** Begins in the middle of a sentence: a small letter, or a sign that opens nothing. */
export const beginsOpen = (text: string): boolean => /^\s*[\p{Ll},;:.!?)»”。，、；：！？）]/u.test(text);
