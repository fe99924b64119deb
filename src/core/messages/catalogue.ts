/** Sentences in every language, by code; in ICU message syntax: {gaps} are filled from a message's params. */
export interface Sentence {
  readonly en: string;
  readonly zh: string;
}
export type Language = keyof Sentence;
export type Catalogue = Readonly<Record<string, Sentence>>;
