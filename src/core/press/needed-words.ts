/**
 * What every match of a pattern holds at the least: one of these words. Asking a text for a word is nearly free; a regular expression has to be
 * compiled first, which costs more than all the rest of reading a short page where there are two hundred of them.
 * Knows what the wordings of jump lines are written with: letters, classes, groups, look-ahead, quantifiers, `<N>` and the like.
 */

/** One of them must be there; null: nothing is known. */
type Needed = readonly string[] | null;

const PLACEHOLDER = /^<[A-Z]\??>/u;
const QUANTIFIER = /^(?:[?*+]|\{(\d*),?\d*\})\??/u;
/** Classes of more signs than this, or with ranges and escapes, tell nothing. */
const CLASS = /^\[([^\]\\^]{1,12})\]/u;
const ANY_CLASS = /^\[(?:[^\]\\]|\\.)*\]/u;

const least = (words: readonly string[]): number => Math.min(...words.map((word) => word.length));

export function neededWords(pattern: string): Needed {
  let at = 0;
  const take = (shape: RegExp): RegExpExecArray | null => {
    const found = shape.exec(pattern.slice(at));
    if (found) at += found[0].length;
    return found;
  };

  /** Branches up to the group's end; each of them must need something. */
  function alternation(): Needed {
    const words: string[] = [];
    let known = true;
    for (;;) {
      const branch = sequence();
      if (branch) words.push(...branch);
      else known = false;
      if (pattern[at] !== '|') break;
      at++;
    }
    return known ? words : null;
  }

  /** The most telling of the things that stand one after the other. */
  function sequence(): Needed {
    let best: Needed = null;
    let run = '';
    const offer = (words: Needed): void => {
      if (words && (!best || least(words) > least(best))) best = words;
    };
    const close = (): void => {
      if (run) offer([run]);
      run = '';
    };
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const literal = /^(?:\\[.()[\]|?*+]|[^\\()[\]{}?*+.<^$|])/u.exec(pattern.slice(at))?.[0];
      const one = literal === undefined ? item() : [literal.at(-1) ?? ''];
      if (literal !== undefined) at += literal.length;
      const quantifier = take(QUANTIFIER);
      const optional = quantifier !== null && /^(?:[?*]|\{0?,)/u.test(quantifier[0]);
      if (literal !== undefined && !quantifier) {
        run += one?.[0] ?? '';
        continue;
      }
      close();
      if (!optional) offer(one);
    }
    close();
    return best;
  }

  /** Anything but a letter. */
  function item(): Needed {
    if (take(PLACEHOLDER)) return null;
    const signs = take(CLASS)?.[1];
    if (signs !== undefined) return /.-./u.test(signs) ? null : [...signs];
    if (take(ANY_CLASS) || take(/^\\[pP]\{[^}]*\}/u) || take(/^\\./u)) return null;
    const group = take(/^\((\?:|\?<?[!=])?/u);
    if (!group) {
      at++; // . ^ $
      return null;
    }
    const inside = alternation();
    at++; // )
    return group[1] === undefined || group[1] === '?:' ? inside : null;
  }

  return alternation();
}
