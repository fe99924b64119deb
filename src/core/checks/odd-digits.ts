/** Letters that stand where digits should, and the other way round: `2O24`, `l9l8`, `二0二四年`. */

interface Hit {
  readonly at: readonly [start: number, end: number];
  readonly as: string;
}

const DIGIT: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1' };
const LETTER: Readonly<Record<string, string>> = { '0': 'o', '1': 'l' };

/** A number with a letter inside, or in front of three digits and more: `1,0O0`, `l918`, `I5,000`. Not `B2B`, `H2O`, `5l`. */
const IN_NUMBER = [
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])\d[\d.,]*[OolI|]+(?=[\d.,]*\d)[\d.,OolI|]*(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/gu,
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])[OolI|]\d{3,}(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/gu,
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])[lI|]\d{1,3}(?:[.,]\d{3})+(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/gu,
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])\d{2,}[.,]?\d*[Oo](?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/gu,
  /(?<![\p{L}\p{N}.])\d[lI](?=\s*[年月日时時分万亿元%％])/gu,
  /(?<![\p{L}\p{N}.])\d[Oo](?=\s*[年月日时時分万亿元%％])/gu,
];
/** A digit inside a word of small letters: `w0rd`, `sch0ol`, `p1an`. */
const IN_WORD =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])\p{L}?\p{Ll}+[01]\p{Ll}{2,}(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])|(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])\p{L}[01]\p{Ll}{2,}(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/gu;
/** Among Han numerals nothing but 〇 is a nought: `二0二四`, `二O二四`, `二○二四`. */
const AMONG_HAN = /(?<=[一二三四五六七八九〇])[0OoＯ０](?=[一二三四五六七八九〇0OoＯ０年])/gu;

/** Every place where a digit or letter is likely to be the other, with what should stand there. */
export function oddDigits(text: string): Hit[] {
  const hits: Hit[] = [];
  const add = (start: number, found: string, as: string): void => {
    if (as !== found && !hits.some(({ at }) => start < at[1] && start + found.length > at[0]))
      hits.push({ at: [start, start + found.length], as });
  };
  if (/\d/u.test(text)) {
    for (const pattern of IN_NUMBER)
      for (const m of text.matchAll(pattern))
        add(
          m.index,
          m[0],
          m[0].replace(/[OolI|]/gu, (ch) => DIGIT[ch] ?? ch),
        );
    for (const m of text.matchAll(IN_WORD))
      add(
        m.index,
        m[0],
        m[0].replace(/[01]/gu, (ch) => LETTER[ch] ?? ch),
      );
  }
  if (/[一二三四五六七八九]/u.test(text)) for (const m of text.matchAll(AMONG_HAN)) add(m.index, m[0], '〇');
  return hits.sort((a, b) => a.at[0] - b.at[0]);
}
