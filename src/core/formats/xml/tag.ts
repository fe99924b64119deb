/** The attributes of one tag after the other, straight off the bytes. Most tags of one name have the same attributes in the same order: that is looked for first. */
import { toNumber, type Attributes } from './attributes.ts';
import {
  AMPERSAND,
  APOSTROPHE,
  BREAK,
  BYTE,
  GREATER,
  HIGH,
  IN_NAME,
  QUOTE,
  RETURN,
  afterHigh,
  isSpace,
  plainNumber,
  stands,
  textReader,
} from './bytes.ts';
import { resolved, withSpaces } from './references.ts';

interface Key {
  readonly key: string;
  /** What stands before its value. */
  readonly mark: Uint8Array;
}
/** All elements of one name. */
export interface Kind {
  readonly name: Uint8Array;
  readonly local: string;
  /** Is its own text wanted? */
  readonly speaks: boolean;
  /** The attributes of the last one: most often those of the next. */
  shape: readonly Key[];
  /** What opened after the last one. */
  next: Kind | null;
}

export interface TagReader {
  /** Where the attributes end that begin here, at `>` or `/`; -1: not plain. */
  readonly read: (kind: Kind, begin: number) => number;
  /** Of the tag that was read last. */
  readonly attributes: Attributes;
}

export const PLAIN_NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
/** With more attributes it is no plain file. */
const MOST = 100;

/** Each text as a property's name, which engines compare by its place in memory. */
function interner(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text) ?? Object.keys({ [text]: 0 })[0] ?? text;
    known.set(same, same);
    return same;
  };
}

export function tagReader(bytes: Uint8Array): TagReader {
  const textBetween = textReader();
  const encoder = new TextEncoder();
  const interned = interner();
  const keys: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  /** As it is meant, where that is not as it is written. */
  const meant: (string | undefined)[] = [];
  let count = 0;

  /** What was asked for last: a reader asks for them nearly in their order. */
  let asked = 0;
  const find = (key: string): number => {
    for (let i = asked; i < count; i++) if (keys[i] === key) return (asked = i);
    for (let i = 0; i < asked; i++) if (keys[i] === key) return (asked = i);
    return -1;
  };
  const valueAt = (i: number): string => meant[i] ?? textBetween(bytes, from[i] as number, to[i] as number);
  const attributes: Attributes = {
    get(key) {
      const i = find(key);
      return i < 0 ? undefined : valueAt(i);
    },
    number(key) {
      const i = find(key);
      if (i < 0) return undefined;
      const plain = meant[i] === undefined ? plainNumber(bytes, from[i] as number, to[i] as number) : null;
      return plain ?? toNumber(valueAt(i));
    },
    entries: () => keys.slice(0, count).map((key, i) => [key, valueAt(i)]),
  };

  /** Where the value ends that begins here, at its quote; -1: not plain. */
  const readValue = (n: number, begin: number, quote: number): number => {
    let odd = false;
    let i = begin;
    for (;;) {
      const what = BYTE[bytes[i] as number];
      if (what === 0) i++;
      else if (what === quote) break;
      else if (what === HIGH) {
        i = afterHigh(bytes, i);
        if (i < 0) return -1;
      } else if (what === AMPERSAND || what === BREAK || what === RETURN) {
        odd = true;
        i++;
      } else if (what === QUOTE || what === APOSTROPHE || what === GREATER) i++;
      else return -1; // a `<`, what no text has, or the end of the file
    }
    from[n] = begin;
    to[n] = i;
    meant[n] = undefined;
    if (!odd) return i;
    const value = resolved(withSpaces(textBetween(bytes, begin, i)));
    if (value === null) return -1;
    meant[n] = value;
    return i;
  };
  /** Reads a name and what stands before its value. The offset of the value; -1: not plain. */
  const readKey = (n: number, begin: number): number => {
    let i = begin;
    while (IN_NAME[bytes[i] as number] === 1) i++;
    const key = textBetween(bytes, begin, i);
    if (bytes[i] !== 61 /* = */ || !PLAIN_NAME.test(key) || find(key) >= 0) return -1;
    keys[n] = interned(key);
    return i + 2;
  };

  return {
    attributes,
    read(kind, begin) {
      const { shape } = kind;
      let i = begin;
      let expected = 0;
      let other = false;
      let n = 0;
      asked = 0;
      for (;;) {
        let hint = shape[expected];
        if (hint !== undefined && !stands(hint.mark, bytes, i)) {
          hint = shape[expected + 1];
          if (hint !== undefined && !stands(hint.mark, bytes, i)) hint = undefined;
          else expected++;
        }
        count = n;
        if (hint !== undefined) {
          if (other && find(hint.key) >= 0) return -1;
          keys[n] = hint.key;
          expected++;
          i = readValue(n, i + hint.mark.length, QUOTE);
        } else {
          const here = i;
          while (isSpace(bytes[i])) i++;
          if (bytes[i] === 62 || bytes[i] === 47) break; // > or /
          if (i === here || n >= MOST) return -1;
          other = true;
          i = readKey(n, i);
          if (i < 0) return -1;
          const quote = BYTE[bytes[i - 1] as number];
          if (quote !== QUOTE && quote !== APOSTROPHE) return -1;
          i = readValue(n, i, quote);
        }
        if (i < 0) return -1;
        i++;
        n++;
      }
      if (other && n >= shape.length)
        kind.shape = keys.slice(0, n).map((key) => ({ key, mark: encoder.encode(` ${key}="`) }));
      return i;
    },
  };
}
