/** The `title` of a hOCR element: properties parted by semicolons. */
import type { Box } from '../../model/edition.ts';

export interface HocrTitle {
  readonly box?: Box;
  readonly image?: string;
  /** 0..1 */
  readonly confidence?: number;
  readonly size?: number;
  readonly page?: string;
  /** `cflow`, `order`, and the properties of our own writer (`x_role` and its like); an empty text where one has no value. */
  readonly facts?: ReadonlyMap<string, string>;
}

const numbers = (value: string): number[] => value.trim().split(/\s+/u).map(Number);
const isPlain = (n: number | undefined): n is number => n !== undefined && Number.isFinite(n) && Math.abs(n) < 1e9;

const FACTS: ReadonlySet<string> = new Set([
  'cflow',
  'order',
  'x_role',
  'x_kind',
  'x_title',
  'x_continues',
  'x_confirmed',
  'x_jump',
  'x_discarded',
  'x_unplaced',
  'x_paragraphs',
  'x_synthetic',
]);
/** A text with the signs that a property cannot hold written as in addresses: `%3B`. */
export const escaped = (text: string): string =>
  text.replace(/[%"\\;\s\u0000-\u001f]/gu, (sign) => (sign === ' ' ? ' ' : encodeURIComponent(sign)));
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

const unquoted = (value: string): string => value.trim().replace(/^["']|["']$/gu, '');

/** null where a property that is read says something impossible. */
export function parseTitle(title: string): HocrTitle | null {
  const read: { -readonly [K in keyof HocrTitle]: HocrTitle[K] } = {};
  const facts = new Map<string, string>();
  for (const part of title.match(/(?:[^;"]|"[^"]*"?)+/gu) ?? []) {
    const [, name, value = ''] = /^\s*(\S+)\s*([^]*)$/u.exec(part) ?? [];
    if (name === 'bbox') {
      const [left, top, right, bottom] = numbers(value);
      if (![left, top, right, bottom].every((n) => n !== undefined && Number.isFinite(n))) return null;
      if (isPlain(left) && isPlain(top) && isPlain(right) && isPlain(bottom))
        read.box = [left, top, Math.max(0, right - left), Math.max(0, bottom - top)];
    } else if (name === 'image') read.image = value.trim().replace(/^["']|["']$/gu, '');
    else if (name === 'x_wconf') {
      const n = Number(value.trim());
      if (Number.isFinite(n) && n >= 0 && n <= 100) read.confidence = n / 100;
    } else if (name === 'x_size') {
      const n = Number(value.trim());
      if (isPlain(n) && n > 0) read.size = n;
    } else if (name === 'lpageno') read.page = unquoted(value);
    else if (name !== undefined && FACTS.has(name)) facts.set(name, unquoted(value));
  }
  if (facts.size) read.facts = facts;
  return read;
}
