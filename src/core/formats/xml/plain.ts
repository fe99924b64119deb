/**
 * The quick way through plain XML: elements, quoted attributes, text, comments. At the first thing that is not plain (and so at everything that
 * is wrong) it stops, and saxes reads the file in its place: this never judges, it only goes ahead where nothing is in doubt. It reads the bytes
 * as they are, and makes texts only of what is asked for.
 */
import type { Attributes } from './attributes.ts';
import {
  AMPERSAND,
  BYTE,
  FORBIDDEN,
  GREATER,
  HIGH,
  IN_NAME,
  LESS,
  RETURN,
  afterHigh,
  isSpace,
  stands,
  textReader,
} from './bytes.ts';
import { resolved, withLineFeeds } from './references.ts';
import { PLAIN_NAME, tagReader, type Kind } from './tag.ts';

export interface PlainSink {
  /** By local names. */
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: () => void;
  readonly text: ((text: string) => void) | undefined;
  /** Local names of the elements whose own text is wanted; of all where it is not given. */
  readonly textOf: ReadonlySet<string> | undefined;
}
export interface PlainScan {
  /** Elements opened and closed so far: where saxes has to take over. */
  readonly events: () => number;
  /** In bytes. */
  readonly at: () => number;
  /** Reads on to behind the tag that this offset stands in. False: not plain. */
  readonly read: (until: number) => boolean;
  /** Is all closed that was opened? */
  readonly isWhole: () => boolean;
}

const DECLARATION =
  /^(?:\xef\xbb\xbf)?<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/;
const LONGEST_DECLARATION = 200;

/** Where the first tag may stand: behind the byte order mark and the declaration. */
function startOf(bytes: Uint8Array): number {
  const head = DECLARATION.exec(String.fromCharCode(...bytes.subarray(0, LONGEST_DECLARATION)))?.[0].length;
  return head ?? (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
}

export function scanPlainXml(bytes: Uint8Array, sink: PlainSink): PlainScan {
  const stack: Kind[] = [];
  const kinds = new Map<string, Kind>();
  const encoder = new TextEncoder();
  const textBetween = textReader();
  const tag = tagReader(bytes);
  const end = bytes.length;
  let at = startOf(bytes);
  let events = 0;
  let rooted = false;
  /** The element that opened last. */
  let before: Kind | null = null;
  /** Told when the next element opens or closes: then saxes need not count it. */
  let waiting = '';

  const flush = (): void => {
    if (waiting !== '') sink.text?.(waiting);
    waiting = '';
    events++;
  };
  const kindOf = (name: string): Kind | null => {
    const known = kinds.get(name);
    if (known || !PLAIN_NAME.test(name)) return known ?? null;
    const local = name.slice(name.indexOf(':') + 1);
    const speaks = sink.text !== undefined && (sink.textOf?.has(local) ?? true);
    const kind: Kind = { name: encoder.encode(name), local, speaks, shape: [], next: null };
    kinds.set(name, kind);
    return kind;
  };

  /** A tag that opens, at `<`. False: not plain. */
  const openTag = (): boolean => {
    let kind: Kind | null = before && before.next;
    let i = at + 1;
    if (kind && stands(kind.name, bytes, i) && IN_NAME[bytes[i + kind.name.length] as number] === 0)
      i += kind.name.length;
    else {
      while (IN_NAME[bytes[i] as number] === 1) i++;
      kind = kindOf(textBetween(bytes, at + 1, i));
      if (!kind) return false;
      if (before) before.next = kind;
    }
    before = kind;
    i = tag.read(kind, i);
    if (i < 0) return false;
    const closes = bytes[i] === 47;
    if (closes && bytes[i + 1] !== 62) return false;
    if (stack.length === 0 && rooted) return false;
    rooted = true;
    at = i + (closes ? 2 : 1);
    flush();
    sink.open(kind.local, tag.attributes);
    if (closes) {
      flush();
      sink.close();
    } else stack.push(kind);
    return true;
  };
  const closeTag = (): boolean => {
    const kind = stack.at(-1);
    if (!kind || !stands(kind.name, bytes, at + 2)) return false;
    let i = at + 2 + kind.name.length;
    while (isSpace(bytes[i])) i++;
    if (bytes[i] !== 62) return false;
    at = i + 1;
    stack.pop();
    flush();
    sink.close();
    return true;
  };
  /** Passes a comment, at `<!`. False: not plain. */
  const comment = (): boolean => {
    if (bytes[at + 2] !== 45 || bytes[at + 3] !== 45) return false;
    let i = at + 4;
    while (i < end && !(bytes[i] === 45 && bytes[i + 1] === 45)) {
      const what = BYTE[bytes[i] as number];
      i = what === HIGH ? afterHigh(bytes, i) : i + 1;
      if (what === FORBIDDEN || i < 0) return false;
    }
    if (bytes[i + 2] !== 62) return false;
    at = i + 3;
    return true;
  };
  /** Passes what stands before the next tag. False: not plain. */
  const takeText = (): boolean => {
    const kind = stack.at(-1);
    const from = at;
    let i = at;
    if (!kind) {
      while (isSpace(bytes[i])) i++;
      at = i;
      return i === end || bytes[i] === 60;
    }
    let refers = false;
    let returns = false;
    for (; i < end;) {
      const what = BYTE[bytes[i] as number];
      if (what === LESS) break;
      if (what === HIGH) {
        i = afterHigh(bytes, i);
        if (i < 0) return false;
        continue;
      }
      if (what === AMPERSAND) refers = true;
      else if (what === RETURN) returns = true;
      else if (what === FORBIDDEN) return false;
      else if (what === GREATER && bytes[i - 1] === 93 && bytes[i - 2] === 93 && i - 2 >= from) return false; // ]]>
      i++;
    }
    at = i;
    if (!refers && !kind.speaks) return true;
    const written = textBetween(bytes, from, i);
    const words = resolved(returns ? withLineFeeds(written) : written);
    if (words !== null && kind.speaks) waiting += words;
    return words !== null;
  };

  /** Reads on to behind the next tag or comment. False: not plain. */
  const step = (): boolean => {
    if (bytes[at] !== 60) {
      if (!takeText()) return false;
      if (at >= end) return true;
    }
    const next = bytes[at + 1];
    if (next === 47) return closeTag();
    if (next === 33) return comment();
    return next !== 63 && openTag();
  };
  return {
    events: () => events,
    at: () => at,
    read(until) {
      while (at < until) if (!step()) return false;
      return true;
    },
    isWhole: () => stack.length === 0 && rooted,
  };
}
