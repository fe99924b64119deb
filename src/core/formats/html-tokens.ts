/** HTML as tolerant readers see it, token by token: hOCR is often not well-formed XML. A tag that is cut off is an error. */
export interface HtmlHandlers {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>, at: number) => void;
  readonly close: (name: string, at: number) => void;
  readonly text: (text: string) => void;
  /** XML: no element is void or raw by its name. */
  readonly isXml?: boolean;
  /** Characters that the file names itself. */
  readonly entities?: ReadonlyMap<string, string>;
}

export const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Their content is no markup, and none of the page's text. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'noscript', 'template']);
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.map((name, i): [string, string] => [name, String.fromCharCode(160 + i)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['hellip', '…'],
  ['bull', '•'],
  ['euro', '€'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
]);

function decodeReferences(text: string, own?: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return own?.get(name) ?? NAMED.get(name) ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

const TAG = /<(\/?)([a-zA-Z][\w:-]*)/uy;
const ATTRIBUTE = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu;

function attributesOf(markup: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of markup.matchAll(ATTRIBUTE))
    attributes.set(name.toLowerCase(), decodeReferences(double ?? single ?? bare ?? ''));
  return attributes;
}

/** Where the tag ends whose name ends at `at`, or -1. */
function tagEnd(html: string, at: number): number {
  for (let i = at; i < html.length; i++) {
    const c = html[i];
    if (c === '>') return i;
    if (c !== '"' && c !== "'") continue;
    i = html.indexOf(c, i + 1);
    if (i < 0) return -1;
  }
  return -1;
}

/** Reads on from `at` to about `until`; gives where it stopped, or -1 - offset of a tag that never ends. */
export function readHtml(html: string, at: number, until: number, handlers: HtmlHandlers): number {
  while (at < html.length && at < until) {
    const next = html.indexOf('<', at);
    if (next !== at) handlers.text(decodeReferences(html.slice(at, next < 0 ? html.length : next), handlers.entities));
    if (next < 0) return html.length;
    at = next;
    const opaque = html.startsWith('<!--', at)
      ? '-->'
      : html.startsWith('<![CDATA[', at)
        ? ']]>'
        : /^<[!?]/u.test(html.slice(at, at + 2))
          ? '>'
          : null;
    if (opaque !== null) {
      const end = html.indexOf(opaque, at + 2);
      if (end < 0) return -1 - at;
      if (opaque === ']]>') handlers.text(html.slice(at + 9, end));
      at = end + opaque.length;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    if (!tag) {
      handlers.text('<'); // a bare sign
      at++;
      continue;
    }
    const name = (tag[2] ?? '').toLowerCase().replace(/^.*:/u, '');
    const end = tagEnd(html, TAG.lastIndex);
    if (end < 0) return -1 - at;
    const markup = html.slice(TAG.lastIndex, end);
    if (tag[1]) handlers.close(name, at);
    else {
      handlers.open(name, attributesOf(markup), at);
      if (markup.endsWith('/') && (handlers.isXml || !VOID.has(name))) handlers.close(name, at);
    }
    at = end + 1;
    if (!tag[1] && !handlers.isXml && RAW.has(name) && !markup.endsWith('/')) {
      const ending = new RegExp(`</${name}`, 'giu');
      ending.lastIndex = at;
      const found = ending.exec(html);
      if (!found) return -1 - at;
      at = found.index;
    }
  }
  return at;
}
