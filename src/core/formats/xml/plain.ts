/**
 * The quick way through plain XML: elements, quoted attributes, text, comments. At the first thing that is not plain (and so at everything that
 * is wrong) it stops, and saxes reads the file in its place: this never judges, it only goes ahead where nothing is in doubt.
 */
import { numberBetween, toNumber, type Attributes } from './attributes.ts';

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
  /** In the whole text. */
  readonly at: () => number;
  /** Reads the next piece, which begins with `<` and ends before one. False: not plain. */
  readonly read: (piece: string) => boolean;
  /** Is all closed that was opened? */
  readonly isWhole: () => boolean;
}

/** What XML forbids anywhere in a text. */
const FORBIDDEN = /[^\t\n\r -\ufffd]/;
const DECLARATION =
  /^\ufeff?<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/;
const PLAIN_NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Line ends as XML tells them. */
const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** With references resolved; null where one is not plain. */
function resolved(text: string): string | null {
  if (!text.includes('&')) return text;
  let plain = true;
  const out = text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));|&/g,
    (_, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? '';
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : 0;
      if (
        (code < 0x20 && code !== 9 && code !== 10 && code !== 13) ||
        (code >= 0xd800 && code < 0xe000) ||
        code === 0xfffe ||
        code === 0xffff ||
        code > 0x10ffff
      )
        plain = false;
      return plain ? String.fromCodePoint(code) : '';
    },
  );
  return plain ? out : null;
}

interface Key {
  readonly key: string;
  /** What stands before its value. */
  readonly mark: string;
}
/** All elements of one name. */
interface Kind {
  readonly name: string;
  readonly local: string;
  readonly speaks: boolean;
  /** The attributes of the last one: most often those of the next. */
  shape: readonly Key[];
  /** What opened after the last one. */
  next: Kind | null;
}

/** The same text as a property's name, which engines compare by its place in memory. */
const interned = (text: string): string => Object.keys({ [text]: 0 })[0] ?? text;
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;
/** Part of a name in any file that is plain; what begins one is looked at once for each name. */
const inName = Array.from({ length: 128 }, (_, code) => /[\w.:-]/.test(String.fromCharCode(code)));

export function scanPlainXml(sink: PlainSink): PlainScan {
  const stack: Kind[] = [];
  const kinds = new Map<string, Kind>();
  let text = '';
  let at = 0;
  /** Of the piece in the whole text. */
  let start: number | null = null;
  let events = 0;
  let rooted = false;
  /** The element that opened last. */
  let before: Kind | null = null;
  /** Told when the next element opens or closes: then saxes need not count it. */
  let waiting = '';

  const forget: (() => void)[] = [];
  /** Tells where something comes next, and looks for it only when the place told last is passed. */
  const lookout = (mark: string): ((from: number) => number) => {
    let next = -1;
    forget.push(() => (next = -1));
    return (from) => {
      if (next < from) {
        const found = text.indexOf(mark, from);
        next = found < 0 ? Infinity : found;
      }
      return next;
    };
  };
  const reference = lookout('&');
  const lineFeed = lookout('\n');
  const lineReturn = lookout('\r');
  const tab = lookout('\t');
  const sectionEnd = lookout(']]>');

  // The attributes of the tag at hand.
  const keys: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  /** As they are meant, where that is not as they are written. */
  let values: string[] | null = null;
  let count = 0;
  const find = (key: string): number => {
    for (let i = 0; i < count; i++) if (keys[i] === key) return i;
    return -1;
  };
  const valueAt = (i: number): string => (values ? (values[i] ?? '') : text.slice(from[i], to[i]));
  const attributes: Attributes = {
    get(key) {
      const i = find(key);
      return i < 0 ? undefined : valueAt(i);
    },
    number(key) {
      const i = find(key);
      if (i < 0) return undefined;
      return values ? toNumber(values[i]) : numberBetween(text, from[i] as number, to[i] as number);
    },
    entries: () => keys.slice(0, count).map((key, i) => [key, valueAt(i)]),
  };

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
    const kind: Kind = { name, local, speaks, shape: [], next: null };
    kinds.set(name, kind);
    return kind;
  };

  /** Where the attributes end that begin here; -1: not plain. */
  const readAttributes = (kind: Kind, begin: number, limit: number): number => {
    const { shape } = kind;
    const markup = text;
    let i = begin;
    let expected = 0;
    let other = false;
    let n = 0;
    count = 0;
    for (;;) {
      let hint = shape[expected];
      if (hint !== undefined && !markup.startsWith(hint.mark, i)) {
        hint = shape[++expected];
        if (hint !== undefined && !markup.startsWith(hint.mark, i)) {
          hint = undefined;
          expected--;
        }
      }
      if (hint !== undefined) {
        count = n;
        if (other && find(hint.key) >= 0) return -1;
        const start = i + hint.mark.length;
        keys[n] = hint.key;
        from[n] = start;
        expected++;
        i = markup.indexOf('"', start);
      } else {
        const here = i;
        while (isSpace(markup.charCodeAt(i))) i++;
        const code = markup.charCodeAt(i);
        if (code === 62 || code === 47) break; // > or /
        if (i === here) return -1;
        const equals = markup.indexOf('=', i);
        const quote = markup[equals + 1];
        if (equals < 0 || equals > limit || (quote !== '"' && quote !== "'")) return -1;
        const key = markup.slice(i, equals);
        count = n;
        if (!PLAIN_NAME.test(key) || find(key) >= 0) return -1;
        other = true;
        keys[n] = key;
        from[n] = equals + 2;
        i = markup.indexOf(quote, equals + 2);
      }
      if (i < 0 || i > limit) return -1;
      to[n++] = i++;
    }
    count = n;
    if (other && n >= shape.length)
      kind.shape = keys.slice(0, n).map((key) => ({ key: interned(key), mark: ` ${key}="` }));
    return i;
  };
  /** Makes the values what they stand for. False: not plain. */
  const resolveValues = (begin: number, end: number): boolean => {
    values = null;
    const refers = reference(begin) < end;
    const breaks = lineFeed(begin) < end || lineReturn(begin) < end || tab(begin) < end;
    if (!refers && !breaks) return true;
    const found: string[] = [];
    for (let i = 0; i < count; i++) {
      const value = resolved(text.slice(from[i], to[i]).replace(/\r\n|[\r\n\t]/g, ' '));
      if (value === null) return false;
      found.push(value);
    }
    values = found;
    return true;
  };

  /** A tag that opens, at `<`. False: not plain. */
  const openTag = (): boolean => {
    const guess: Kind | null = before && before.next;
    let i = at + 1;
    let kind =
      guess && text.startsWith(guess.name, i) && inName[text.charCodeAt(i + guess.name.length)] === false
        ? guess
        : null;
    if (kind) i += kind.name.length;
    else {
      while (inName[text.charCodeAt(i)] === true) i++;
      kind = kindOf(text.slice(at + 1, i));
      if (!kind) return false;
      if (before) before.next = kind;
    }
    before = kind;
    const next = text.indexOf('<', i);
    const begin = i;
    i = readAttributes(kind, begin, next < 0 ? text.length : next);
    if (i < 0 || !resolveValues(begin, i)) return false;
    const closes = text.charCodeAt(i) === 47;
    if (closes && text.charCodeAt(i + 1) !== 62) return false;
    if (stack.length === 0 && rooted) return false;
    rooted = true;
    at = i + (closes ? 2 : 1);
    flush();
    sink.open(kind.local, attributes);
    if (closes) {
      flush();
      sink.close();
    } else stack.push(kind);
    return true;
  };
  const closeTag = (): boolean => {
    const kind = stack.at(-1);
    if (!kind || !text.startsWith(kind.name, at + 2)) return false;
    let i = at + 2 + kind.name.length;
    while (isSpace(text.charCodeAt(i))) i++;
    if (text.charCodeAt(i) !== 62) return false;
    at = i + 1;
    stack.pop();
    flush();
    sink.close();
    return true;
  };
  /** What stands before the next tag. False: not plain. */
  const takeText = (end: number): boolean => {
    const kind = stack.at(-1);
    if (!kind) return text.slice(at, end).trim() === '';
    if (sectionEnd(at) < end) return false;
    const refers = reference(at) < end;
    if (!refers && !kind.speaks) return true;
    const words = resolved(lineReturn(at) < end ? withLineFeeds(text.slice(at, end)) : text.slice(at, end));
    if (words !== null && kind.speaks) waiting += words;
    return words !== null;
  };

  /** Reads on to behind the next tag or comment. False: not plain. */
  const step = (): boolean => {
    const found = text.indexOf('<', at);
    const next = found < 0 ? text.length : found;
    if (next !== at && !takeText(next)) return false;
    at = next;
    if (found < 0) return true;
    const code = text.charCodeAt(at + 1);
    if (code === 47) return closeTag();
    if (code !== 33) return code !== 63 && openTag();
    const end = text.startsWith('<!--', at) ? text.indexOf('--', at + 4) : -1;
    if (end < 0 || text.charCodeAt(end + 2) !== 62) return false;
    at = end + 3;
    return true;
  };
  return {
    events: () => events,
    at: () => (start ?? 0) + at,
    read(piece) {
      const isFirst = start === null;
      start = (start ?? 0) + text.length;
      text = piece;
      at = isFirst ? (DECLARATION.exec(text)?.[0].length ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0)) : 0;
      forget.forEach((one) => one());
      if (FORBIDDEN.test(text)) return false;
      while (at < text.length) if (!step()) return false;
      return true;
    },
    isWhole: () => stack.length === 0 && rooted,
  };
}
