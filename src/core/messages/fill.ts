/**
 * Fills the gaps of a sentence written in ICU message syntax: `{name}`, `{n, plural, one {page} other {pages}}`.
 * A gap that nobody fills stays as it is, to be seen.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './catalogue.ts';

export type Fillings = Readonly<Record<string, string | number>>;

/** Plain text: a `<` is no mark-up. */
const OPTIONS = { ignoreTag: true } as const;
const parsed: Record<Language, Map<string, IntlMessageFormat>> = { en: new Map(), zh: new Map() };

export function fill(
  sentence: string,
  language: Language,
  fillings: Fillings = {},
  shown: (value: string | number) => string | number = (value) => value,
): string {
  if (!sentence.includes('{')) return sentence;
  let format = parsed[language].get(sentence);
  if (!format) {
    format = new IntlMessageFormat(sentence, language, undefined, OPTIONS);
    parsed[language].set(sentence, format);
  }
  const gaps = new Proxy(fillings, {
    has: () => true,
    get: (_, name: string) => {
      const value = fillings[name];
      return value === undefined ? `{${name}}` : shown(value);
    },
  });
  return String(format.format(gaps));
}
