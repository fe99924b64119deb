/** Reads the running text of any other XML or HTML (TEI among them): its breaks are the lines, its page breaks the pages. */
import { countMarkup } from '../count-markup.ts';
import { FormatError } from '../format-error.ts';
import { readHtml, VOID } from '../html-tokens.ts';
import { layLines, type ReadLine } from '../lay-lines.ts';
import { pageName } from '../page-name.ts';
import { placeIn } from '../place-in.ts';
import type { FormatReader, GivenPage, Reading, ReadContext, SourceDraft } from '../reading.ts';
import { sha256Of } from '../sha256-of.ts';
import { decodeAnyText } from '../text/decode.ts';
import { latin } from '../xml/decode.ts';
import { xmlRoot } from '../xml/root.ts';
import { refuseCancelled } from '../xml/stream.ts';

/** Elements before and after which a line ends, in HTML, TEI and their kin. */
const BREAKS: ReadonlySet<string> = new Set(
  'p div lb br l lg ab head h1 h2 h3 h4 h5 h6 li item list label ul ol dl dt dd table row cell tr td th caption title titlepart title-page figure figdesc figcaption note byline dateline opener closer salute signed trailer quote q-block blockquote pb cb fw section article header footer aside nav main hr pre body text front back'.split(
    ' ',
  ),
);
/** What a document says of itself. */
const SKIPPED: ReadonlySet<string> = new Set(['teiheader', 'metadata', 'script', 'style', 'template', 'noscript']);
/** Roots of what is drawn, computed or configured, whatever words stand in it. */
const NO_DOCUMENTS: ReadonlySet<string> = new Set([
  'svg',
  'math',
  'xsl:stylesheet',
  'stylesheet',
  'xs:schema',
  'xsd:schema',
  'plist',
  'project',
  'manifest',
]);
/** Elements that only running text has. */
const TEXTUAL: ReadonlySet<string> = new Set(
  'p ab l lb lg para paragraph line h1 h2 h3 h4 h5 h6 li td pre blockquote'.split(' '),
);
/** Several words, or as much in a script that parts none. */
const RUNNING = /\S+\s+\S+\s+\S+\s+\S|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{6}/u;
const DEPTH_LIMIT = 200;
const CHUNK = 1 << 18;

interface OpenPage {
  readonly label: string | undefined;
  readonly lines: ReadLine[];
}

/** Characters that a DTD names: `<!ENTITY gaiji "&#xe111;">`. Anything longer is no character and stays as it is. */
function namedCharacters(dtd: string): Map<string, string> {
  const named = new Map<string, string>();
  for (const [, name = '', hex, decimal, plain] of dtd.matchAll(
    /<!ENTITY\s+([\w.-]+)\s+["'](?:&#x([\da-f]{1,6});|&#(\d{1,7});|([^&"'<]{1,2}))["']\s*>/giu,
  )) {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    named.set(name, plain ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'));
  }
  return named;
}

/** Where the internal subset of a DTD begins and ends, if there is one. */
function subsetOf(text: string): readonly [number, number] {
  const start = text.slice(0, 4096).search(/<!DOCTYPE\b[^>[]*\[/u);
  const end = start < 0 ? -1 : text.indexOf(']', start);
  const close = end < 0 ? -1 : text.indexOf('>', end);
  return close < 0 ? [0, 0] : [start, close + 1];
}

async function readMarkup(bytes: Uint8Array, file: string, context: ReadContext): Promise<Reading> {
  const decoded = await decodeAnyText(bytes, file, context);
  const [from, to] = subsetOf(decoded.text);
  const entities = namedCharacters(decoded.text.slice(from, to));
  const text =
    decoded.text.slice(0, from) + decoded.text.slice(from, to).replace(/[^\n]/gu, ' ') + decoded.text.slice(to);
  const isHtml = /<html\b/iu.test(text.slice(0, 4096));
  const pages: OpenPage[] = [{ label: undefined, lines: [] }];
  const stack: { readonly name: string; readonly skip: boolean }[] = [];
  let words = '';
  let block = 0;
  let root = '';
  let isDocument = isHtml;

  const fail = (code: string, at: number, params: Readonly<Record<string, string | number>> = {}): never => {
    throw new FormatError(code, { file, ...placeIn(text, at), ...params });
  };
  const endLine = (): void => {
    const line = words.replace(/\s+/gu, ' ').trim();
    if (line) pages.at(-1)?.lines.push({ text: line, block: `b${block}` });
    isDocument ||= RUNNING.test(line);
    words = '';
  };
  const skips = (name: string): boolean => SKIPPED.has(name) || (isHtml && (name === 'head' || name === 'title'));
  const handlers = {
    isXml: !isHtml,
    entities,
    open(name: string, attributes: ReadonlyMap<string, string>, at: number): void {
      if (stack.length === 0) root ||= name;
      isDocument ||= TEXTUAL.has(name);
      if (BREAKS.has(name)) endLine();
      if (name === 'p' || name === 'head' || name === 'ab') block++;
      if (name === 'pb' || (name === 'div' && attributes.get('type') === 'page')) {
        endLine();
        const label = attributes.get('n')?.trim() || undefined;
        const last = pages.at(-1);
        if (last && last.lines.length === 0) pages.pop();
        pages.push({ label, lines: [] });
      }
      if (isHtml && VOID.has(name)) return;
      stack.push({ name, skip: (stack.at(-1)?.skip ?? false) || skips(name) });
      if (stack.length > DEPTH_LIMIT) fail('xml.too-deep', at, { limit: DEPTH_LIMIT });
    },
    close(name: string, at: number): void {
      if (BREAKS.has(name)) endLine();
      const open = stack.findLastIndex((element) => element.name === name);
      if (open < 0 && !isHtml) fail('markup.not-open', at, { element: name });
      if (open >= 0) stack.length = open;
    },
    text(part: string): void {
      if (!stack.at(-1)?.skip) words += part;
    },
  };
  for (let at = 0; at < text.length;) {
    refuseCancelled(context, file);
    const next = readHtml(text, at, at + CHUNK, handlers);
    if (next < 0) fail('xml.cut-off', -1 - next, { element: '?' });
    at = next;
    context.progress?.(at, text.length);
    if (at < text.length) await context.pause?.();
  }
  const open = stack.at(-1);
  if (open && !isHtml) fail('xml.cut-off', text.length, { element: open.name });
  endLine();
  if (!isDocument || NO_DOCUMENTS.has(root))
    fail('markup.no-document', Math.max(0, text.indexOf(`<${root}`)), { element: root });
  const full = pages.filter((page) => page.lines.length > 0);
  if (full.length === 0) throw new FormatError('file.empty', { file });
  const sum = await sha256Of(bytes);
  const given: GivenPage[] = [];
  const sources = full.map((page, i): SourceDraft => {
    if (page.label !== undefined) given.push({ source: i, label: page.label, order: [] });
    return {
      name: full.length > 1 ? pageName(file, i + 1) : file,
      mediaType: isHtml ? 'text/html' : 'application/xml',
      encoding: decoded.encoding,
      sha256: sum,
      ...layLines(page.lines),
    };
  });
  const skipped = new RegExp(
    `<(${[...SKIPPED, ...(isHtml ? ['head', 'title'] : [])].join('|')})\\b(?:[^>]*[^/])?>[^]*?</\\1\\s*>`,
    'giu',
  );
  const characters = countMarkup(text.replace(/<!--[^]*?-->/gu, '').replace(skipped, ' '));
  return {
    sources,
    ...(given.length ? { structure: { fragments: [], articles: [], pages: given, relations: [] } } : {}),
    notes: [],
    characters,
    encoding: decoded.choice,
  };
}

export const markupReader: FormatReader = {
  id: 'markup',
  name: { code: 'reader.markup' },
  extensions: ['xml', 'tei', 'html', 'htm'],
  mediaTypes: ['application/xml', 'application/tei+xml', 'text/html'],
  carries: ['carry.text', 'carry.line-breaks', 'carry.pages'].map((code) => ({ code })),
  loses: [{ code: 'lose.markup' }],
  sniff(head, name) {
    const root = xmlRoot(head);
    if (!root) return 0;
    return root.attributes.includes('xmlns') ||
      /^\s*(?:\xef\xbb\xbf)?<(?:\?xml|!DOCTYPE|html)/iu.test(latin(head)) ||
      /\.(?:xml|tei|x?html?)$/iu.test(name)
      ? 0.4
      : 0.1;
  },
  read: readMarkup,
};
