/**
 * Bold that was printed by setting the glyphs twice reads `2121` or `▶22版版`. Only a token whose every character is paired is un-doubled,
 * and only beside another cue: it stands alone on its line as a page number does, or it carries 版, 面, 页 or an arrow.
 * `11`, 谢谢, 人人 and a doubled number in a sentence are real.
 */
const ARROW = '[▶►▷▸→⇒☞»]';
/** Alone: a number of four or six digits said twice over, or `22版版`. `1111` is 11 twice; `11` may be eleven. */
const ALONE = new RegExp(`^(\\s*(?:${ARROW}{1,2}\\s*)?)((?:\\p{N}|[A-Za-z版面页頁第])+)(\\s*)$`, 'u');
const POINTER = new RegExp(`(${ARROW}{1,2}\\s*)((?:\\p{N}{2}|\\p{N}{4}|\\p{N}{6})(?:版版|面面|页页|頁頁))`, 'gu');

/** `2121` and `22版版` both: the token said twice, or each of its characters. Null where not every character is paired. */
export function unDoubled(token: string): string | null {
  const chars = [...token];
  if (chars.length < 2 || chars.length % 2) return null;
  const half = chars.length / 2;
  if (chars.every((ch, i) => i % 2 === 0 || ch === chars[i - 1])) return chars.filter((_, i) => i % 2 === 0).join('');
  const first = chars.slice(0, half).join('');
  return first === chars.slice(half).join('') ? first : null;
}

function unDoubleAlone(line: string): string {
  const found = ALONE.exec(line);
  const token = found?.[2] ?? '';
  const once = unDoubled(token);
  if (!found || once === null) return line;
  const number = /^\p{N}+$/u.test(token);
  const cued = number ? token.length >= 4 && Number(once) <= 999 : /[版面页頁]/u.test(token) && /\p{N}/u.test(token);
  return cued ? `${found[1] ?? ''}${once}${found[3] ?? ''}` : line;
}

function unDoublePointers(line: string): string {
  return line.replace(POINTER, (all, arrow: string, token: string) => {
    const once = unDoubled(token);
    return once === null ? all : arrow.replace(/(.)\1/u, '$1') + once;
  });
}

/** Un-doubles overprinted tokens, line by line. */
export const unDoubleGlyphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => (/\p{N}/u.test(line) ? unDoubleAlone(unDoublePointers(line)) : line))
    .join('\n');
