/** References in text and attributes, as far as plain XML has them. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));|&/g;

const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 9 && code !== 10 && code !== 13) ||
  (code >= 0xd800 && code < 0xe000) ||
  code === 0xfffe ||
  code === 0xffff ||
  code > 0x10ffff;

/** With references resolved; null where one is not plain. */
export function resolved(text: string): string | null {
  if (!text.includes('&')) return text;
  let plain = true;
  const out = text.replace(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : 0;
    if (isForbidden(code)) plain = false;
    return plain ? String.fromCodePoint(code) : '';
  });
  return plain ? out : null;
}

/** Line ends as XML tells them. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** White space in attributes as XML tells it. */
export const withSpaces = (text: string): string => text.replace(/\r\n|[\r\n\t]/g, ' ');
