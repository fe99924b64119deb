/** The name of the root element, from the first bytes of a file: what sniffing goes by. */
import { latin } from './decode.ts';

export interface Root {
  /** Without its prefix. */
  readonly name: string;
  /** The rest of its tag. */
  readonly attributes: string;
}

/** What stands before a root, and how it ends. */
const BEFORE: readonly (readonly [string, string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
];

export function xmlRoot(head: Uint8Array): Root | null {
  const text = latin(head).replace(/\0/gu, '');
  let at = text.indexOf('<');
  if (at < 0 || !/^[\xef\xbb\xbf\xff\xfe\s]*$/u.test(text.slice(0, at))) return null;
  while (at >= 0) {
    const before = BEFORE.find(([mark]) => text.startsWith(mark, at));
    if (!before) break;
    const [mark, ending] = before;
    const subset = mark === '<!' ? /^<![^<>]*\[/u.exec(text.slice(at))?.[0].length : undefined;
    const end = text.indexOf(subset ? ']' : ending, at + (subset ?? mark.length));
    if (end < 0) return null;
    at = text.indexOf('<', end + 1);
  }
  const found = at < 0 ? null : /^<([A-Za-z_][\w:.-]*)([^>]*)/u.exec(text.slice(at));
  return found ? { name: (found[1] ?? '').replace(/^.*:/u, ''), attributes: found[2] ?? '' } : null;
}
