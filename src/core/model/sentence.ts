/** Sentence ends, for body text in Chinese, Japanese and Latin scripts. */

const END = /[。！？!?.…;；][”’』」）)\]】》"']*$/u;

/** Does the text end a sentence? A colon does not, a closing quote after a full stop does. */
export const endsSentence = (text: string): boolean => END.test(text.trimEnd());

/** After a Western full stop a space and a capital, a digit or an opening mark; after an Eastern one nothing. */
const STOP = /[。！？]+[”’』」）】》]*|[.!?…]+["'”’)\]]*(?=\s+["'“‘([]?[\p{Lu}\p{Lo}\d])|\n+/gu;
/** Initials, titles and months end no sentence: "J. Smith", "the U.S. Mint", "Mr. Smith", "Jan. 5". */
const NO_STOP =
  /(?:^|[\s.("“])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Rev|Gov|No|vs|Jr|Nr|M|Mme|Sr|Sra|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** The sentences of a text, white space between them left out. UTF-16 offsets. */
export function sentencesOf(text: string): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  const push = (end: number): void => {
    const from = start + (/^\s*/u.exec(text.slice(start, end))?.[0].length ?? 0);
    const to = from + text.slice(from, end).trimEnd().length;
    if (to > from) found.push([from, to]);
    start = end;
  };
  for (const { 0: stop, index } of text.matchAll(STOP)) {
    const end = index + stop.length;
    if (stop.startsWith('.') && NO_STOP.test(text.slice(Math.max(0, index - 8), index + 1))) continue;
    push(end);
  }
  push(text.length);
  return found;
}

/** Offsets at which a sentence begins: where a border can be moved to, or a text split. */
export const sentenceStarts = (text: string): number[] => sentencesOf(text).map(([start]) => start);
