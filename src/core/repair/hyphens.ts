/**
 * Words that were broken at a line's end. The hyphen goes where the joined word is a word of the page, or where nothing speaks for a
 * compound; it stays in `well-known`, `Al-Qaeda`, `2017-18`. Soft hyphens and the signs ¬ and ⸗ at a line's end always go.
 */
import { isHan } from './han.ts';

/** First parts that English joins with a hyphen, hardly ever the beginning of a word that is broken there. */
const FIRST = new Set(
  'self well long short high low half full part mid two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety one first second third last then state city nation world year day month week old new left right far large small hard soft open post anti non ex vice co semi pro multi cross counter all so air land sea north south east west'.split(
    ' ',
  ),
);
/** Those of them that are a whole first part on their own, whatever follows. */
const ALWAYS = new Set('self twenty thirty forty fifty sixty seventy eighty ninety'.split(' '));
/** Second parts of common compounds. */
const SECOND = new Set(
  'year years day days month months week weeks old hour hours time based led term known year-old like wide style made born held run owned backed related elect class level scale range long free friendly based party general president chief minister thirds third quarters half up down off out in on over one two three four five six seven eight nine'.split(
    ' ',
  ),
);

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu) ?? [];

/** The words of a page, whole ones only: a word broken at a line's end is left out, and so is its rest. */
export function vocabularyOf(lines: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  let broken = false;
  for (const line of lines) {
    if (!line.trim()) continue;
    let whole = line.trim();
    if (broken) whole = whole.replace(/^\S+/u, '');
    broken = /[\p{L}\p{N}][-\u00ad\u2010¬⸗]$/u.test(whole);
    if (broken) whole = whole.replace(/\S+$/u, '');
    for (const word of wordsOf(whole)) found.add(word);
  }
  return found;
}

/** True where the hyphen between `left` and `right` belongs to the word. */
export function isRealHyphen(left: string, right: string, vocabulary: ReadonlySet<string>): boolean {
  // Han characters are broken anywhere without a sign: a hyphen between them joins two names
  if (isHan([...left].at(-1) ?? '') || isHan([...right][0] ?? '')) return true;
  if (/\p{N}$/u.test(left) || /^\p{N}/u.test(right)) return true;
  if (/^\p{Lu}/u.test(right)) return true;
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  if (vocabulary.has(`${a}-${b}`)) return true;
  if (vocabulary.has(a + b)) return false;
  const first = a.split('-').at(-1) ?? a;
  if (a.includes('-')) return vocabulary.has(first) && (vocabulary.has(b) || SECOND.has(b));
  if (ALWAYS.has(first)) return true;
  if (SECOND.has(b) && (FIRST.has(first) || vocabulary.has(first))) return true;
  if (FIRST.has(first) && vocabulary.has(b)) return true;
  return first.length >= 4 && b.length >= 4 && vocabulary.has(first) && vocabulary.has(b);
}

/** Sought at the beginnings of words alone: from every letter of a word it would take the square of its length. */
const BROKEN =
  /(?<![\p{L}\p{M}\p{N}])(?<![\p{L}\p{M}\p{N}][-'’])([\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*)([-\u2010¬⸗])[^\S\n]*(?:\n[^\S\n]*)+([\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*)/gu;
const NOTHING: ReadonlySet<string> = new Set();

/** Joins words broken at line ends. `vocabulary`: the page's words in lower case, as `vocabularyOf` gives them. */
export function joinHyphens(text: string, vocabulary: ReadonlySet<string> = NOTHING): string {
  if (!/[-\u00ad\u2010¬⸗]/u.test(text)) return text;
  const hard = text.replace(/\u00ad[^\S\n]*(?:\n[^\S\n]*)*/gu, '');
  return hard.replace(BROKEN, (_, left: string, sign: string, right: string) =>
    (sign === '-' || sign === '\u2010') && isRealHyphen(left, right, vocabulary)
      ? `${left}${sign}${right}`
      : left + right,
  );
}
