import { isWhite } from '../model/characters.ts';

/** The opening balance's own count: code units that are not white space, each surrogate pair once. */
export function countText(text: string): number {
  let n = 0;
  let high = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const low = (code & 0xfc00) === 0xdc00;
    if (code > 32 && code < 127) n++;
    else if (!(low && high) && !isWhite(text[i] ?? '')) n++;
    high = (code & 0xfc00) === 0xd800;
  }
  return n;
}
