/** XML with the place of every element and comment in its text and the namespaces that hold there: what is taken over goes out as the very text it was. */
import { SaxesParser } from 'saxes';
import { elAsIs, type XmlElement } from '../xml-writer.ts';

/** URIs by prefix; the default namespace has the prefix ''. */
export type Scope = ReadonlyMap<string, string>;

export interface Slice {
  /** Local name; `#comment` for a comment or a processing instruction. */
  readonly name: string;
  readonly prefix: string;
  /** Names as they stand there. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Namespaces that hold around it. */
  readonly outside: Scope;
  /** With its own declarations. */
  readonly scope: Scope;
  readonly children: Slice[];
  readonly text: string;
  /** Where its text begins in the file. */
  readonly from: number;
}

export const isComment = ({ name }: Slice): boolean => name === '#comment';

const DECLARES = /^xmlns(?::(.+))?$/u;
const split = (name: string): readonly [prefix: string, local: string] => {
  const at = name.indexOf(':');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
};

function declaredIn(attributes: Readonly<Record<string, string>>, around: Scope): Scope {
  const own = Object.entries(attributes).flatMap(([key, uri]): [string, string][] => {
    const match = DECLARES.exec(key);
    return match ? [[match[1] ?? '', uri]] : [];
  });
  return own.length ? new Map([...around, ...own]) : around;
}

/** null where it is no XML. The text must have been read once before, with its limits of depth and entities kept. */
export function slicesOf(file: string): Slice | null {
  const all = file.replace(/^\ufeff/u, '');
  interface Growing extends Omit<Slice, 'text'> {
    text: string;
  }
  const open: Growing[] = [];
  let root: Growing | null = null;
  let failed = false;
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on('error', () => (failed = true));
  parser.on('opentag', ({ name, attributes }) => {
    const outside = open.at(-1)?.scope ?? new Map<string, string>();
    const [prefix, local] = split(name);
    const one: Growing = {
      name: local,
      prefix,
      attributes,
      outside,
      scope: declaredIn(attributes, outside),
      children: [],
      text: '',
      // No tag holds a `<` of its own.
      from: all.lastIndexOf('<', parser.position - 1),
    };
    if (open.length) open.at(-1)?.children.push(one);
    else root ??= one;
    open.push(one);
  });
  parser.on('closetag', () => {
    const one = open.pop();
    if (!one) return;
    one.text = all.slice(one.from, parser.position);
    if (!one.text.endsWith('>')) failed = true;
  });
  const comment = (start: string): void => {
    const parent = open.at(-1);
    const from = all.lastIndexOf(start, parser.position - 1);
    const scope = parent?.scope ?? new Map<string, string>();
    // A comment is told before its last sign.
    const text = all.slice(from, all.indexOf('>', parser.position - 1) + 1);
    if (from < 0 || text === '') failed = true;
    parent?.children.push({
      ...{ name: '#comment', prefix: '#', attributes: {}, outside: scope, scope, children: [] },
      ...{ text, from },
    });
  };
  parser.on('comment', () => comment('<!--'));
  parser.on('processinginstruction', ({ target }) => comment(`<?${target}`));
  parser.write(all).close();
  return failed ? null : root;
}

export const uriOf = ({ prefix, scope }: Slice): string => scope.get(prefix) ?? '';
export const named = (slice: Slice, name: string): Slice[] => slice.children.filter((child) => child.name === name);

/** It and all below it, in file order. */
export function* within(slice: Slice): Generator<Slice> {
  yield slice;
  for (const child of slice.children) yield* within(child);
}

/** Does an element without prefix stand in it that takes its default namespace from outside? */
const leansOnDefault = (slice: Slice): boolean =>
  !('xmlns' in slice.attributes) && (slice.prefix === '' || slice.children.some(leansOnDefault));

/**
 * The very text; prefixes in it that have another meaning in the new file, or none, are declared on it. Values too may
 * hold prefixes. `instead`: what stands in place of some elements inside it.
 */
export function takeOver(slice: Slice, into: Scope, instead: ReadonlyMap<Slice, string> = new Map()): XmlElement {
  const text = textWith(slice, instead);
  if (isComment(slice)) return elAsIs(slice.name, text);
  const missing = [...slice.outside].filter(
    ([prefix, uri]) =>
      prefix !== '' &&
      prefix !== 'xml' &&
      into.get(prefix) !== uri &&
      !(`xmlns:${prefix}` in slice.attributes) &&
      slice.text.includes(`${prefix}:`),
  );
  const plain = slice.outside.get('') ?? '';
  if (plain !== (into.get('') ?? '') && leansOnDefault(slice)) missing.unshift(['', plain]);
  const name = slice.prefix ? `${slice.prefix}:${slice.name}` : slice.name;
  const declared = missing.map(([prefix, uri]) => ` ${prefix ? `xmlns:${prefix}` : 'xmlns'}="${quoted(uri)}"`).join('');
  return elAsIs(name, `<${name}${declared}${text.slice(name.length + 1)}`);
}

function textWith(slice: Slice, instead: ReadonlyMap<Slice, string>): string {
  const changed = instead.size ? [...within(slice)].filter((one) => instead.has(one)) : [];
  let text = '';
  let at = slice.from;
  const upTo = (from: number): string => slice.text.slice(at - slice.from, from - slice.from);
  for (const one of changed) {
    text += upTo(one.from) + (instead.get(one) ?? '');
    at = one.from + one.text.length;
  }
  return text + upTo(slice.from + slice.text.length);
}

const quoted = (uri: string): string => uri.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');

/** An element's attributes for an element of ours: prefixes that mean something else in the new file get another name. */
export function takeOverAttributes(
  { attributes, scope }: Slice,
  into: Scope,
  without: readonly string[] = [],
): Record<string, string> {
  const taken: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (DECLARES.test(key) || without.includes(key)) continue;
    const [prefix, local] = split(key);
    const uri = scope.get(prefix) ?? '';
    if (!prefix || prefix === 'xml' || into.get(prefix) === uri) taken[key] = value;
    else {
      const now = into.has(prefix) ? `k_${prefix}` : prefix;
      taken[`xmlns:${now}`] = uri;
      taken[`${now}:${local}`] = value;
    }
  }
  return taken;
}
