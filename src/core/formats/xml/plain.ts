/**
 * The quick way through plain XML: elements, quoted attributes, text, comments. At the first thing that is not plain (and so at everything that
 * is wrong) it stops, and saxes reads the file in its place: this never judges, it only goes ahead where nothing is in doubt.
 */
import type { Attributes } from './stream.ts';

export interface PlainSink {
  readonly open: (name: string, attributes: Attributes, at: number) => void;
  readonly close: (name: string, at: number) => void;
  readonly text: ((text: string) => void) | undefined;
}

/** What XML forbids anywhere in a text. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const DECLARATION =
  /^\ufeff?<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/;
const NAME = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** null where a reference is not plain. */
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

const UNSURE = /[<&\n\r\t]/;

/** What is to be normalised is left to saxes: null. */
const plainValue = (raw: string): string | null => (/[<\n\r\t]/.test(raw) ? null : resolved(raw));

interface Key {
  readonly key: string;
  /** What stands before its value. */
  readonly mark: string;
}

export interface PlainScan {
  /** Elements opened and closed so far: where saxes has to take over. */
  readonly events: () => number;
  readonly at: () => number;
  /** Reads on to about this offset. */
  readonly run: (until: number) => 'more' | 'done' | 'not plain';
}

export function scanPlainXml(text: string, sink: PlainSink): PlainScan {
  const stack: string[] = [];
  const shapes = new Map<string, readonly Key[]>();
  let at = DECLARATION.exec(text)?.[0].length ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  let events = 0;
  let rooted = false;
  /** Told when the next element opens or closes: then saxes need not count it. */
  let waiting = '';
  const usable = !FORBIDDEN.test(text);

  const flush = (): void => {
    if (waiting !== '') sink.text?.(waiting);
    waiting = '';
    events++;
  };
  const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

  /** A tag that opens, at `<`. False: not plain. */
  const openTag = (): boolean => {
    NAME.lastIndex = at + 1;
    const name = NAME.exec(text)?.[0];
    if (name === undefined) return false;
    let i = at + 1 + name.length;
    const shape = shapes.get(name) ?? [];
    const attributes: Record<string, string> = {};
    let n = 0;
    // As the last element of this name had them: nothing about the keys is left to check.
    for (; n < shape.length; n++) {
      const { key, mark } = shape[n] as Key;
      if (!text.startsWith(mark, i)) break;
      const end = text.indexOf('"', i + mark.length);
      if (end < 0) return false;
      attributes[key] = text.slice(i + mark.length, end);
      i = end + 1;
    }
    if (n > 0 && UNSURE.test(text.slice(at + 1, i))) {
      for (const key of Object.keys(attributes)) {
        const value = plainValue(attributes[key] ?? '');
        if (value === null) return false;
        attributes[key] = value;
      }
    }
    const known = n;
    for (;;) {
      const before = i;
      while (isSpace(text.charCodeAt(i))) i++;
      const code = text.charCodeAt(i);
      if (code === 62) break; // >
      if (code === 47) {
        if (text.charCodeAt(i + 1) !== 62) return false;
        break;
      }
      if (i === before) return false;
      const equals = text.indexOf('=', i);
      const quote = text[equals + 1];
      if (equals < 0 || equals - i > 100 || (quote !== '"' && quote !== "'")) return false;
      const key = text.slice(i, equals);
      const end = text.indexOf(quote, equals + 2);
      if (end < 0 || !isPlainName(key) || key in attributes) return false;
      const value = plainValue(text.slice(equals + 2, end));
      if (value === null) return false;
      attributes[key] = value;
      n++;
      i = end + 1;
    }
    if (known < shape.length || n > known)
      shapes.set(
        name,
        Object.keys(attributes).map((key) => ({ key, mark: ` ${key}="` })),
      );
    const closes = text.charCodeAt(i) === 47;
    if (stack.length === 0 && rooted) return false;
    rooted = true;
    const start = at;
    at = i + (closes ? 2 : 1);
    flush();
    sink.open(name, attributes, start);
    if (closes) {
      flush();
      sink.close(name, start);
    } else stack.push(name);
    return true;
  };
  const closeTag = (): boolean => {
    const name = stack.at(-1);
    if (name === undefined || !text.startsWith(name, at + 2)) return false;
    let i = at + 2 + name.length;
    while (isSpace(text.charCodeAt(i))) i++;
    if (text.charCodeAt(i) !== 62) return false;
    const start = at;
    at = i + 1;
    stack.pop();
    flush();
    sink.close(name, start);
    return true;
  };

  const step = (): 'more' | 'done' | 'not plain' => {
    const next = text.indexOf('<', at);
    if (next !== at) {
      const raw = text.slice(at, next < 0 ? text.length : next);
      if (
        stack.length === 0 ? raw.trim() !== '' : sink.text !== undefined || raw.includes('&') || raw.includes(']]>')
      ) {
        const words = stack.length === 0 || raw.includes(']]>') || raw.includes('\r') ? null : resolved(raw);
        if (words === null) return 'not plain';
        waiting += words;
      }
    }
    if (next < 0) return stack.length === 0 && rooted ? 'done' : 'not plain';
    at = next;
    const code = text.charCodeAt(at + 1);
    if (code === 47) return closeTag() ? 'more' : 'not plain';
    if (code !== 33) return code !== 63 && openTag() ? 'more' : 'not plain';
    const end = text.startsWith('<!--', at) ? text.indexOf('--', at + 4) : -1;
    if (end < 0 || text.charCodeAt(end + 2) !== 62) return 'not plain';
    at = end + 3;
    return 'more';
  };
  return {
    events: () => events,
    at: () => at,
    run(until) {
      if (!usable) return 'not plain';
      for (;;) {
        const state = step();
        if (state !== 'more' || at >= until) return state;
      }
    },
  };
}

const plainNames = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
const isPlainName = (name: string): boolean => plainNames.test(name);
