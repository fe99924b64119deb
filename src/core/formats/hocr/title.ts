/** The `title` of a hOCR element: properties parted by semicolons. */
import type { Box } from '../../model/edition.ts';

export interface HocrTitle {
  readonly box?: Box;
  readonly image?: string;
  /** 0..1 */
  readonly confidence?: number;
  readonly size?: number;
  readonly page?: string;
  /** Whatever else it says, unquoted, by name; empty for a mark that says nothing more. */
  readonly more?: ReadonlyMap<string, string>;
}

const unquoted = (value: string): string => value.trim().replace(/^["']|["']$/gu, '');
const numbers = (value: string): number[] => value.trim().split(/\s+/u).map(Number);
const isPlain = (n: number | undefined): n is number => n !== undefined && Number.isFinite(n) && Math.abs(n) < 1e9;

/** null where a property that is read says something impossible. */
export function parseTitle(title: string): HocrTitle | null {
  const read: { -readonly [K in keyof HocrTitle]: HocrTitle[K] } = {};
  const more = new Map<string, string>();
  for (const part of title.match(/(?:[^;"]|"[^"]*"?)+/gu) ?? []) {
    const [, name, value = ''] = /^\s*(\S+)\s*([^]*)$/u.exec(part) ?? [];
    if (name === 'bbox') {
      const [left, top, right, bottom] = numbers(value);
      if (![left, top, right, bottom].every((n) => n !== undefined && Number.isFinite(n))) return null;
      if (isPlain(left) && isPlain(top) && isPlain(right) && isPlain(bottom)) read.box = [left, top, Math.max(0, right - left), Math.max(0, bottom - top)];
    } else if (name === 'image') read.image = unquoted(value);
    else if (name === 'x_wconf') {
      const n = Number(value.trim());
      if (Number.isFinite(n) && n >= 0 && n <= 100) read.confidence = n / 100;
    } else if (name === 'x_size') {
      const n = Number(value.trim());
      if (isPlain(n) && n > 0) read.size = n;
    } else if (name === 'lpageno') read.page = unquoted(value);
    else if (name !== undefined && /^(?:x_[a-z]+|cflow|order)$/u.test(name)) more.set(name, unquoted(value));
  }
  if (more.size) read.more = more;
  return read;
}
