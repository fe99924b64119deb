/** Two readings of one text, short: what differs, with a little before and after it. */
const AROUND = 16;
const MOST = 120;

export interface Excerpts {
  readonly before: string;
  readonly after: string;
}

export const clip = (text: string, most = MOST): string => {
  const chars = Array.from(text.replace(/\s+/gu, ' ').trim());
  return chars.length > most ? `${chars.slice(0, most).join('')}…` : chars.join('');
};

export function excerpts(before: string, after: string): Excerpts {
  const [a, b] = [Array.from(before), Array.from(after)];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const from = Math.max(0, head - AROUND);
  const part = (chars: readonly string[]): string => {
    const to = Math.min(chars.length, chars.length - tail + AROUND);
    return `${from > 0 ? '…' : ''}${clip(chars.slice(from, to).join(''))}${to < chars.length ? '…' : ''}`.replace(
      /…+$/u,
      '…',
    );
  };
  return { before: part(a), after: part(b) };
}
