/** Sentence ends, for body text in Chinese, Japanese and Latin scripts. */

const END = /[。！？!?.…;；][”’』」）)\]】》"']*$/u;

/** Does the text end a sentence? A colon does not, a closing quote after a full stop does. */
export const endsSentence = (text: string): boolean => END.test(text.trimEnd());
