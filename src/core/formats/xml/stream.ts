/** XML as a stream of tags, piece by piece, so that progress can be shown and a cancel heard. Nothing half-read comes out of a broken file. */
import { SaxesParser } from 'saxes';
import type { Message } from '../../model/message.ts';
import { FormatError } from '../format-error.ts';
import { placeIn } from '../place-in.ts';
import type { ReadContext } from '../reading.ts';
import { attributesOf, type Attributes } from './attributes.ts';
import { utf8Parts, type XmlBytes } from './decode.ts';
import { scanPlainXml } from './plain.ts';

/** Says what is wrong at the place that is being read. */
export type Fail = (code: string, params?: NonNullable<Message['params']>) => never;

export interface XmlHandlers {
  /** Local names that the root may have. */
  readonly roots: readonly string[];
  /** `name` is the local name. */
  readonly open: (name: string, attributes: Attributes, fail: Fail) => void;
  readonly close: (name: string, fail: Fail) => void;
  readonly text?: (text: string) => void;
  /** Local names of the elements whose own text is wanted; others may be passed over. */
  readonly textOf?: ReadonlySet<string>;
}

const DEPTH_LIMIT = 200;
/** Bytes that are read at a time. */
const CHUNK = 1 << 17;
/** So many of them are read without a pause: each costs the thread a turn. */
const BREATH = 8;

/** With progress, and a cancel is heard every few pieces. */
export async function streamXml(
  input: string | Pick<XmlBytes, 'utf8'>,
  file: string,
  handlers: XmlHandlers,
  context: ReadContext,
  chunk = CHUNK,
): Promise<void> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input.utf8;
  const read = openReader(bytes, file, handlers);
  let furthest = 0;
  let at = 0;
  for (let n = 1; ; n++) {
    refuseCancelled(context, file);
    const until = Math.min(at + chunk, bytes.length);
    const went = read(until);
    at = went ? until : 0;
    const isOver = went && at === bytes.length;
    if (!isOver && n % BREATH !== 0) continue;
    furthest = Math.max(furthest, at);
    context.progress?.(furthest, bytes.length);
    if (isOver) return;
    await context.pause?.();
  }
}

type Saxes = SaxesParser<{ xmlns: false; position: true }>;

/** Reads on to an offset. False: to be read again from the beginning. Plain XML goes the quick way; where it is not plain, saxes takes over and judges. */
function openReader(bytes: Uint8Array, file: string, handlers: XmlHandlers): (until: number) => boolean {
  const path: string[] = [];
  let place: () => { readonly line: number; readonly column: number };
  const fail: Fail = (code, params = {}) => {
    throw new FormatError(code, { file, ...place(), ...params });
  };
  const open = (name: string, attributes: Attributes): void => {
    if (path.length === 0 && !handlers.roots.includes(name))
      fail('xml.other-root', {
        element: name.slice(0, 60),
        expected: handlers.roots.map((root) => `<${root}>`).join(', '),
      });
    path.push(name);
    if (path.length > DEPTH_LIMIT) fail('xml.too-deep', { limit: DEPTH_LIMIT });
    handlers.open(name, attributes, fail);
  };
  const close = (): void => {
    const name = path.pop();
    if (name !== undefined) handlers.close(name, fail);
  };
  const scan = scanPlainXml(bytes, { open, close, text: handlers.text, textOf: handlers.textOf });
  place = () => {
    const before = new TextDecoder().decode(bytes.subarray(0, scan.at()));
    return placeIn(before, before.length);
  };

  const startSaxes = (): Saxes => {
    const saxes: Saxes = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
    place = () => ({ line: saxes.line, column: saxes.column + 1 });
    let skip = scan.events();
    saxes.on('error', (error) => {
      if (/unclosed tag/u.test(error.message)) fail('xml.cut-off', { element: path.at(-1) ?? '?' });
      fail('xml.not-well-formed', { detail: error.message.replace(/^[^ ]*\d+:\d+: /u, '').slice(0, 120) });
    });
    saxes.on('doctype', (doctype) => {
      if (doctype.includes('<!ENTITY')) fail('xml.entities');
    });
    saxes.on('opentag', (tag) => {
      if (skip > 0) skip--;
      else open(localName(tag.name), attributesOf(tag.attributes));
    });
    saxes.on('closetag', () => {
      if (skip > 0) skip--;
      else close();
    });
    if (handlers.text) {
      const words = (part: string): void => {
        if (skip === 0) handlers.text?.(part);
      };
      saxes.on('text', words);
      saxes.on('cdata', words);
    }
    return saxes;
  };

  let saxes: Saxes | null = null;
  let at = 0;
  const part = utf8Parts(bytes, file);
  return (until) => {
    const isLast = until === bytes.length;
    if (!saxes) {
      if (scan.read(until) && (!isLast || scan.isWhole())) return true;
      saxes = startSaxes();
      return false;
    }
    saxes.write(part(at, until));
    at = until;
    if (isLast) saxes.close();
    return true;
  };
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws FormatError once the reading was cancelled */
export function refuseCancelled(context: ReadContext, file: string): void {
  if (context.signal?.aborted) throw new FormatError('format.cancelled', { file });
}
