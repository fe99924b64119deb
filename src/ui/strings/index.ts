import { fill, type Language } from '../../core/index.ts';
import { compareStrings } from './compare.ts';
import { dialogStrings } from './dialogs.ts';
import { findingStrings } from './findings.ts';
import { exportStrings } from './export.ts';
import { frameStrings } from './frame.ts';
import { importStrings } from './import.ts';
import { replaceStrings } from './replace.ts';
import { reviewStrings } from './review.ts';
import { startStrings } from './start.ts';

export const STRINGS = {
  ...frameStrings,
  ...dialogStrings,
  ...exportStrings,
  ...findingStrings,
  ...importStrings,
  ...reviewStrings,
  ...startStrings,
  ...compareStrings,
  ...replaceStrings,
};

export type StringKey = keyof typeof STRINGS;

export function translate(
  language: Language,
  key: StringKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill(STRINGS[key][language], language, params);
}
