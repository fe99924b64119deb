/** Light colours for written text: marks, names and values of XML and JSON, heads of Markdown. All of the text, cut into runs. */
export interface Run {
  readonly text: string;
  readonly kind: 'text' | 'mark' | 'name' | 'value' | 'note';
}

const XML = /<!--[^]*?-->|<\/?[^\s<>"/?!]+|"[^"<]*"(?=[^<>]*>)|[^\s<>="]+(?==")|[/?]?>|<[?!][^>]*>/gu;
const JSON_PARTS = /"(?:\\.|[^"\\])*"(?=\s*:)|"(?:\\.|[^"\\])*"|-?\b\d+(?:\.\d+)?\b|\b(?:true|false|null)\b/gu;
const MARKDOWN = /^#{1,6} .*$|^> |^---$|<!-- -->|\*{1,2}(?![*\s])|(?<=[^\s*])\*{1,2}/gmu;

const xmlKind = (part: string): Run['kind'] => {
  if (/^<[!?]/u.test(part)) return 'note';
  if (/^[<>/?]/u.test(part)) return 'mark';
  return part.startsWith('"') ? 'value' : 'name';
};

function runs(text: string, parts: RegExp, kindOf: (part: string, after: string) => Run['kind']): Run[] {
  const made: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(parts)) {
    if (match.index > at) made.push({ text: text.slice(at, match.index), kind: 'text' });
    at = match.index + match[0].length;
    made.push({ text: match[0], kind: kindOf(match[0], text.slice(at, at + 2)) });
  }
  if (at < text.length) made.push({ text: text.slice(at), kind: 'text' });
  return made;
}

export function highlight(text: string, path: string): readonly Run[] {
  if (/\.(?:xml|rels|html|hocr)$/iu.test(path)) return runs(text, XML, xmlKind);
  if (/\.json$/iu.test(path))
    return runs(text, JSON_PARTS, (part, after) => (part.startsWith('"') && /^\s*:/u.test(after) ? 'name' : 'value'));
  if (/\.md$/iu.test(path)) return runs(text, MARKDOWN, (part) => (part.startsWith('#') ? 'name' : 'mark'));
  return [{ text, kind: 'text' }];
}
