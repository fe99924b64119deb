/** Sentence ends, for body text in Chinese, Japanese and Latin scripts. */

const END = /[。！？!?.…;；][”’』」）)\]】》"']*$/u;

/** Does the text end a sentence? A colon does not, a closing quote after a full stop does. */
export const endsSentence = (text: string): boolean => END.test(text.trimEnd());

/** After a Western full stop a space and a capital, a digit or an opening mark; after an Eastern one nothing. */
const STOP = /[。！？]+[”’』」）】》]*|[.!?…]+["'”’)\]]*(?=\s+["'“‘([]?[\p{Lu}\p{Lo}\d])|\n+/gu;
/** Initials and titles end no sentence: "J. Smith", "Mr. Smith". */
const NO_STOP = /(?:^|[\s("“])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Sen|Rep|Gov|No|vs|Nr|M|Mme|Sr|Sra)\.$/u;

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
