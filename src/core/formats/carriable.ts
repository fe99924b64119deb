/** Characters that neither XML 1.0 nor an honest text file can hold: control characters, half surrogates, U+FFFE and U+FFFF. */

// Without the `u` flag's pairing a half surrogate could not be told from a whole one.
const UNCARRIABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

/** The text without what cannot be carried. */
export const carriable = (text: string): string => text.replace(UNCARRIABLE, '');

/** The characters that cannot be carried, in order. */
export const uncarriable = (text: string): string[] => text.match(UNCARRIABLE) ?? [];
