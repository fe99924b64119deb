/** The few words that a format adds to an edition's own, in the edition's language where that is one of ours. */
import type { Language } from '../messages/catalogue.ts';
import { exportMessages } from '../messages/exports.ts';
import { fill } from '../messages/fill.ts';
import type { Edition } from '../model/edition.ts';
import type { WriteOptions } from './writer.ts';

export type Words = (code: string, params?: Readonly<Record<string, string>>) => string;

export function wordsFor(edition: Edition, options: WriteOptions = {}): Words {
  const language: Language = options.language ?? (/^zh\b/iu.test(edition.language ?? '') ? 'zh' : 'en');
  return (code, params = {}) => {
    const sentence = exportMessages[`export.word.${code}`]?.[language] ?? code;
    return fill(sentence, language, params);
  };
}
