/**
 * Page labels as papers print them, brought to one form so that they can be compared: `02` and `二` and `第二版` are `2`, `A04版` is `A4`.
 * A label that is no number stays as it is ("Sport"). Only for comparing: what is shown is what was printed.
 */

const HAN_DIGITS: ReadonlyMap<string, number> = new Map(
  [...'〇零○一二三四五六七八九'].map((c, i) => [c, i < 3 ? 0 : i - 2]),
);
const HAN_TENS: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['廿', 2],
  ['卅', 3],
]);

/** Whole-label words for numbers; ordinals and cardinals of the languages that print them in jump lines. */
const WORDS: ReadonlyMap<string, number> = new Map(
  (
    [
      [
        1,
        'one first front une unes première premiere portada primera primeira capa prima eins erste ersten titelseite',
      ],
      [2, 'two second deuxième deuxieme seconde segunda seconda zwei zweite zweiten'],
      [3, 'three third troisième troisieme tercera terceira terza drei dritte dritten'],
      [4, 'four fourth quatrième quatrieme cuarta quarta vier vierte vierten'],
      [5, 'five fifth cinquième cinquieme quinta fünf fünfte fünften'],
      [6, 'six sixth sixième sixieme sexta sesta sechs sechste sechsten'],
      [7, 'seven seventh septième septieme séptima setima settima sieben siebte siebten'],
      [8, 'eight eighth huitième huitieme octava oitava ottava acht achte achten'],
      [9, 'nine ninth neuvième neuvieme novena nona neun neunte neunten'],
      [10, 'ten tenth dixième dixieme décima decima zehn zehnte zehnten'],
      [11, 'eleven eleventh'],
      [12, 'twelve twelfth'],
      [13, 'thirteen thirteenth'],
      [14, 'fourteen fourteenth'],
      [15, 'fifteen fifteenth'],
      [16, 'sixteen sixteenth'],
      [17, 'seventeen seventeenth'],
      [18, 'eighteen eighteenth'],
      [19, 'nineteen nineteenth'],
      [20, 'twenty twentieth'],
    ] as const
  ).flatMap(([n, words]) => words.split(' ').map((word): [string, number] => [word, n])),
);

/** Words that mean the front page whatever number it prints. */
const FRONT =
  /^(?:the )?(?:la )?(?:front(?: page)?|une|portada|prima(?: pagina)?|capa|titelseite|头版|頭版|一面|page one|première page|erste seite)$/u;

/** The number that a lower-case word stands for ("third", "une", "dritten"), or undefined. */
export const numberOfWord = (word: string): number | undefined => WORDS.get(word);

/** `十二` is 12, `二十` 20, `一〇` 10; null where it is not a numeral. */
function hanNumber(text: string): number | null {
  const letters = [...text];
  if (letters.length === 0 || letters.length > 4) return null;
  const tenAt = letters.findIndex((c) => HAN_TENS.has(c));
  const value = (part: readonly string[]): number | null => {
    let n = 0;
    for (const c of part) {
      const digit = HAN_DIGITS.get(c);
      if (digit === undefined) return null;
      n = n * 10 + digit;
    }
    return n;
  };
  if (tenAt < 0) return value(letters);
  const before = letters.slice(0, tenAt);
  const after = letters.slice(tenAt + 1);
  if (before.length > 1 || after.length > 1) return null;
  const tens = HAN_TENS.get(letters[tenAt] ?? '') ?? 0;
  const [high, low] = [value(before), value(after)];
  if (high === null || low === null) return null;
  return (before.length ? high : 1) * tens * 10 + low;
}

const DECORATION = /^[\s()[\]【】〔〕〈〉<>«»*·.,:;▶►▷▸→⇒☞-]+|[\s()[\]【】〔〕〈〉<>«»*·.,:;-]+$/gu;
const NAMES =
  /^(?:第|pages?|pp?\.|seiten?|s\.|páginas?|paginas?|págs?\.?|pags?\.?|pagine|na página|a pagina|the|la|der|n[o°]\.?)\s*(?=\S)|\s*(?:版|面|頁|页|면|ページ|page|pagina|página|seite)$/giu;

/** The label in its one form; `''` where nothing is left. */
export function normalizeLabel(label: string): string {
  let text = label
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .replace(DECORATION, '');
  if (FRONT.test(text.toLowerCase()) && !/^一面$/u.test(text)) return '1';
  for (let previous = ''; previous !== text;) {
    previous = text;
    text = text.replace(NAMES, '').replace(DECORATION, '');
  }
  const closed = text.replace(/\s+/gu, '').replace(/叠|疊|-/gu, '');
  const coded = /^(\p{Lu}{0,2}|\p{Ll}{0,2})0*(\d{1,4})(\p{L}?)$/u.exec(closed);
  if (coded) return `${(coded[1] ?? '').toUpperCase()}${coded[2] ?? ''}${(coded[3] ?? '').toUpperCase()}`;
  const lettered = /^([A-Za-z]?)([〇零○一二三四五六七八九十廿卅]{1,4})$/u.exec(closed);
  const han = lettered ? hanNumber(lettered[2] ?? '') : null;
  if (lettered && han !== null) return `${(lettered[1] ?? '').toUpperCase()}${han}`;
  const word = WORDS.get(text.toLowerCase().replace(/(?:st|nd|rd|th)\s+page$/u, ''));
  if (word !== undefined) return String(word);
  const ordinal = /^(\d{1,3})(?:st|nd|rd|th|e|ère|ème|er|ª|a|º)$/iu.exec(closed);
  return ordinal ? (ordinal[1] ?? '') : text;
}

/** Do two printed labels name the same page? "la une" and "Page One" are any paper's `1` or `A1`. */
export function samePage(a: string, b: string): boolean {
  const [x, y] = [normalizeLabel(a), normalizeLabel(b)];
  if (x === '' || y === '') return false;
  if (x.toLowerCase() === y.toLowerCase()) return true;
  const front = (label: string): boolean => FRONT.test(label.normalize('NFKC').trim().toLowerCase());
  return (front(a) && y === 'A1') || (front(b) && x === 'A1');
}
