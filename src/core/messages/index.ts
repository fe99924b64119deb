/** Says a message. The registry of all sentences that the core can say; the interface has its own beside it. */
import type { Message } from '../model/message.ts';
import type { Catalogue, Language } from './catalogue.ts';
import { commandMessages } from './commands.ts';
import { exportMessages } from './exports.ts';
import { fileMessages } from './files.ts';
import { roleMessages } from './roles.ts';

export type { Catalogue, Language } from './catalogue.ts';

const CATALOGUES: readonly Catalogue[] = [commandMessages, exportMessages, fileMessages, roleMessages];
const ALL: ReadonlyMap<string, Catalogue[string]> = new Map(CATALOGUES.flatMap((catalogue) => Object.entries(catalogue)));

/** The sentence in this language. A gap whose filling is itself a code is said too; an unknown code is shown as it is. */
export function say(message: Message, language: Language): string {
  const sentence = ALL.get(message.code)?.[language];
  if (sentence === undefined) return message.code;
  return sentence.replace(/\{(\w+)\}/gu, (gap, name: string) => {
    const value = message.params?.[name];
    if (value === undefined) return gap;
    return ALL.get(String(value))?.[language] ?? String(value);
  });
}

export const messageCodes = (): string[] => [...ALL.keys()];
