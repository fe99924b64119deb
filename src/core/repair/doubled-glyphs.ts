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

/** Words of a label that are short enough to be said of themselves twice. */
const LABEL = /^(?:今日|本期|本版|要闻|内页)?(?:导读|要闻|看点|目录|提要|快讯|简讯)$/u;
/** Pairs that a line must have at the least; 高高兴兴 is two, 高高兴兴平平安安 four. */
const LEAST_PAIRS = 3;
const GREETING_PAIRS = 4;
const LEAST_LATIN = 4;

/** A whole line of fake bold, `开开设设劳劳动动课课`, each glyph set twice; the line itself where it is not one. Spaces may be doubled too. */
export function unDoubleLine(line: string): string {
  if (!/^\s*(\S)\s*\1/u.test(line)) return line;
  const glyphs = [...line.replace(/\s/gu, '')];
  if (glyphs.length < 4 || glyphs.length % 2 || glyphs.some((ch, i) => i % 2 === 1 && ch !== glyphs[i - 1]))
    return line;
  const once = glyphs.filter((_, i) => i % 2 === 0);
  const letters = once.filter((ch) => /\p{L}/u.test(ch));
  const distinct = new Set(letters).size;
  const latin = letters.every((ch) => /[\p{Script=Latin}]/u.test(ch));
  const marks = once.some((ch) => /[\p{P}]/u.test(ch));
  const sure = latin
    ? letters.length >= LEAST_LATIN && distinct >= 3
    : LABEL.test(once.join('')) ||
      (distinct >= 2 && (marks || (once.length >= LEAST_PAIRS && once.length !== GREETING_PAIRS)));
  if (!sure) return line;
  // a gap between two pairs stays one gap
  let out = '';
  let open = false;
  for (const part of line.match(/\s+|\S/gu) ?? []) {
    if (/\s/u.test(part)) {
      if (!open) out += latin ? ' ' : part.slice(0, Math.ceil(part.length / 2));
    } else {
      if (!open) out += part;
      open = !open;
    }
  }
  return out;
}

/** Un-doubles overprinted tokens, line by line. */
export const unDoubleGlyphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => unDoubleLine(/\p{N}/u.test(line) ? unDoubleAlone(unDoublePointers(line)) : line))
    .join('\n');
