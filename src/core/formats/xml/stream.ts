/** XML as a stream of tags, in chunks, so that progress can be shown and a cancel heard. Nothing half-read comes out of a broken file. */
import { SaxesParser } from 'saxes';
import type { Message } from '../../model/message.ts';
import { FormatError } from '../format-error.ts';
import { placeIn } from '../place-in.ts';
import type { ReadContext } from '../reading.ts';
import { scanPlainXml } from './plain.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Says what is wrong at the place that is being read. */
export type Fail = (code: string, params?: NonNullable<Message['params']>) => never;

export interface XmlHandlers {
  /** Local names that the root may have. */
  readonly roots: readonly string[];
  /** `name` is the local name. */
  readonly open: (name: string, attributes: Attributes, fail: Fail) => void;
  readonly close: (name: string, fail: Fail) => void;
  readonly text?: (text: string) => void;
}

const DEPTH_LIMIT = 200;
const CHUNK = 1 << 18;

/** Chunk by chunk, with progress, and a cancel is heard between them. */
export async function streamXml(
  text: string,
  file: string,
  handlers: XmlHandlers,
  context: ReadContext,
): Promise<void> {
  const reader = openXml(text, file, handlers);
  for (let until = CHUNK; ; until += CHUNK) {
    refuseCancelled(context, file);
    const done = reader(until);
    context.progress?.(done ? text.length : Math.min(until, text.length), text.length);
    if (done) return;
    await context.pause?.();
  }
}

/** All at once. */
export function readXml(text: string, file: string, handlers: XmlHandlers): void {
  openXml(text, file, handlers)(Infinity);
}

/** Reads on to about an offset; true when all is read. Plain XML goes the quick way; where it is not plain, saxes takes over and judges. */
function openXml(text: string, file: string, handlers: XmlHandlers): (until: number) => boolean {
  const path: string[] = [];
  let place: () => { readonly line: number; readonly column: number };
  const fail: Fail = (code, params = {}) => {
    throw new FormatError(code, { file, ...place(), ...params });
  };
  const open = (whole: string, attributes: Attributes): void => {
    const name = localName(whole);
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
  const scan = scanPlainXml(text, { open, close, text: handlers.text });
  place = () => placeIn(text, scan.at());

  let parser: SaxesParser<{ xmlns: false; position: true }> | null = null;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const startSaxes = (): SaxesParser<{ xmlns: false; position: true }> => {
    const saxes = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
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
      else open(tag.name, tag.attributes);
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
  return (until) => {
    if (!parser) {
      const state = scan.run(until);
      if (state !== 'not plain') return state === 'done';
      parser = startSaxes();
    }
    for (; at < text.length && at < until; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
    if (at < text.length) return false;
    parser.close();
    return true;
  };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws FormatError once the reading was cancelled */
export function refuseCancelled(context: ReadContext, file: string): void {
  if (context.signal?.aborted) throw new FormatError('format.cancelled', { file });
}
