/** Says a message. The registry of all sentences that the core can say; the interface has its own beside it. */
import type { Message } from '../model/message.ts';
import { geometryMessages } from '../reconstruct/geometry/messages.ts';
import { GROUP_MESSAGES } from '../reconstruct/text/group/messages.ts';
import { CUT_MESSAGES } from '../reconstruct/text/messages.ts';
import type { Catalogue, Language } from './catalogue.ts';
import { checkNames } from './check-names.ts';
import { checkMessages } from './checks.ts';
import { compareMessages } from './compare.ts';
import { commandMessages } from './commands.ts';
import { editorMessages } from './editor.ts';
import { exportMessages } from './exports.ts';
import { fileMessages } from './files.ts';
import { fill } from './fill.ts';
import { formatMessages } from './formats.ts';
import { jumpMessages } from './jumps.ts';
import { reportMessages } from './reports.ts';
import { roleMessages } from './roles.ts';

export type { Catalogue, Language } from './catalogue.ts';

export const CATALOGUES: readonly Catalogue[] = [
  CUT_MESSAGES,
  GROUP_MESSAGES,
  checkMessages,
  checkNames,
  commandMessages,
  compareMessages,
  editorMessages,
  exportMessages,
  fileMessages,
  formatMessages,
  geometryMessages,
  jumpMessages,
  reportMessages,
  roleMessages,
];
const ALL: ReadonlyMap<string, Catalogue[string]> = new Map(
  CATALOGUES.flatMap((catalogue) => Object.entries(catalogue)),
);

/** The sentence in this language. A gap whose filling is itself a code is said too; an unknown code is shown as it is. */
export function say(message: Message, language: Language, more: Catalogue = {}): string {
  const sentenceOf = (code: string): string | undefined =>
    (ALL.get(code) ?? (Object.hasOwn(more, code) ? more[code] : undefined))?.[language];
  // A list of codes is said one by one.
  const said = (value: string | number): string | number =>
    typeof value === 'number'
      ? value
      : value
          .split(', ')
          .map((part) => sentenceOf(part) ?? part)
          .join(', ');
  return fill(sentenceOf(message.code) ?? message.code, language, message.params, said);
}

export const messageCodes = (): string[] => [...ALL.keys()];
