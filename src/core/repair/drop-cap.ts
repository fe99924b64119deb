/**
 * A drop cap is a box of its own in print, so its letter stands on a line by itself before the rest of its word: `S` / `everal`. Latin only; `A` and
 * `I` are words as well, and stay so where the rest of the line begins with a word of the page.
 */
const ALONE = /^\s*["“‘]?\p{Lu}\s*$/u;
const REST = /^\s*\p{Ll}/u;

/** True where `first` is the letter of a drop cap and `next` the line that it begins. */
export const isDropCap = (first: string, next: string): boolean => ALONE.test(first) && REST.test(next);

/** Joins a drop cap with its line. */
export function joinDropCap(text: string, vocabulary: ReadonlySet<string> = new Set()): string {
  const found = /^([^\S\n]*["“‘]?(\p{Lu}))[^\S\n]*\n\s*((\p{Ll}[\p{L}’']*)[^]*)$/u.exec(text);
  if (!found) return text;
  const [, cap = '', letter = '', rest = '', word = ''] = found;
  const joined = (letter + word).toLowerCase();
  const alone = /[AI]/u.test(letter) && !vocabulary.has(joined) && vocabulary.has(word.toLowerCase());
  return `${cap}${alone ? ' ' : ''}${rest}`;
}
