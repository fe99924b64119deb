/** Where sentences end, as far as spelling tells. */

/** Ends a sentence: terminal punctuation, closing quotes and brackets after it aside. */
export const endsSentence = (text: string): boolean =>
  /(?:[。！？!?…⋯.．]|[。！？]\s*（[^（）]{1,24}）)[”’"'」』）)\]》\s]*$/u.test(text) &&
  !/(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Gen|Gov|Sen|Rep|Prof|Jr|Sr|No|vs|U\.S|a\.m|p\.m|\p{Lu})\.$/u.test(text);

/** The text cannot end here: a comma, an opening bracket, a broken word. */
export const staysOpen = (text: string): boolean => /[，、,（(《〈“‘「『-]$/u.test(text.trim());
