/** Where sentences begin in a text: for a border that is moved by one. */

/** An end, what closes after it, and white space; a Latin full stop ends one only before a space and something that can begin one. */
const END =
  /[。！？]["”’』」）)\]】》'"]*\s*|[!?…]["”’』」）)\]】》'"]*(?:\s+|$)|\.["”’)\]'"]*\s+(?=["“‘'(\p{Lu}\p{N}\p{sc=Han}])|\n+/gu;
/** Words that end in a full stop and no sentence. */
const SHORT =
  /(?:^|[\s(.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|No|vs|Jr|Sr|etc|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/** Offsets at which a sentence begins, the text's own beginning among them. */
export function sentenceStarts(text: string): number[] {
  const starts = [text.length - text.trimStart().length];
  for (const { 0: end, index } of text.matchAll(END)) {
    const at = index + end.length;
    if (at >= text.trimEnd().length || index < (starts[0] ?? 0)) continue;
    if (end.startsWith('.') && SHORT.test(text.slice(0, index + 1))) continue;
    starts.push(at);
  }
  return starts;
}
