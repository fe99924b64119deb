import type { Language } from '../../core/index.ts';
import { dialogStrings } from './dialogs.ts';
import { findingStrings } from './findings.ts';
import { frameStrings } from './frame.ts';
import { startStrings } from './start.ts';

const STRINGS = { ...frameStrings, ...dialogStrings, ...findingStrings, ...startStrings };

export type StringKey = keyof typeof STRINGS;

export function translate(
  language: Language,
  key: StringKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return STRINGS[key][language].replace(/\{(\w+)\}/gu, (gap, name: string) => String(params[name] ?? gap));
}
