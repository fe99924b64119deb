/** XML as a stream of tags, in chunks, so that progress can be shown and a cancel heard. Nothing half-read comes out of a broken file. */
import { SaxesParser } from 'saxes';
import type { Message } from '../../model/message.ts';
import { FormatError } from '../format-error.ts';
import type { ReadContext } from '../reading.ts';

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

export async function streamXml(text: string, file: string, handlers: XmlHandlers, context: ReadContext): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const path: string[] = [];
  const fail: Fail = (code, params = {}) => {
    throw new FormatError(code, { file, line: parser.line, column: parser.column + 1, ...params });
  };
  parser.on('error', (error) => {
    if (/unclosed tag/u.test(error.message)) fail('xml.cut-off', { element: path.at(-1) ?? '?' });
    fail('xml.not-well-formed', { detail: error.message.replace(/^[^ ]*\d+:\d+: /u, '').slice(0, 120) });
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) fail('xml.entities');
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    if (path.length === 0 && !handlers.roots.includes(name)) fail('xml.other-root', { element: name.slice(0, 60), expected: handlers.roots.map((root) => `<${root}>`).join(', ') });
    path.push(name);
    if (path.length > DEPTH_LIMIT) fail('xml.too-deep', { limit: DEPTH_LIMIT });
    handlers.open(name, tag.attributes, fail);
  });
  parser.on('closetag', () => {
    const name = path.pop();
    if (name !== undefined) handlers.close(name, fail);
  });
  if (handlers.text) parser.on('text', handlers.text);
  if (handlers.text) parser.on('cdata', handlers.text);

  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at += CHUNK) {
    refuseCancelled(context, file);
    parser.write(text.slice(at, at + CHUNK));
    context.progress?.(Math.min(at + CHUNK, text.length), text.length);
    if (at + CHUNK < text.length) await context.pause?.();
  }
  parser.close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws FormatError once the reading was cancelled */
export function refuseCancelled(context: ReadContext, file: string): void {
  if (context.signal?.aborted) throw new FormatError('format.cancelled', { file });
}
