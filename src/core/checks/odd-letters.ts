/** Letters that print does not set so: each twice, spaced out, or of another script in the middle of a word. */
import { variantsOfHan } from '../reconstruct/fold-han.ts';
import type { Signs } from './signs.ts';

interface Hit {
  readonly at: readonly [start: number, end: number];
  readonly as?: string;
}

/** Four pairs and more, of three letters at least: 高高兴兴 and bookkeeper are words. */
const PAIRS = /(?:([\p{L}\p{N}])\1){4,}/gu;

export const doubledRuns = (text: string): Hit[] =>
  Array.from(text.matchAll(PAIRS), (m): Hit => ({
    at: [m.index, m.index + m[0].length],
    as: [...m[0]].filter((_, i) => i % 2 === 0).join(''),
  })).filter(({ at }) => new Set(text.slice(...at)).size >= 3);

/** A number has no letter-spacing: lists and tables are set so. */
const HAN_SPACED =
  /(?<![\p{Script=Han}])\p{Script=Han}(?:[，、：；。]?[ \u00a0\u2002\u2003\u3000]+[，、：；。“”]?\p{Script=Han}(?!\p{Script=Han})){3,}/gu;
const LATIN_SPACED = /(?<![\p{L}\p{N}'’.-])\p{L}(?:[ \u00a0]\p{L}(?![\p{L}\p{N}'’.-])){3,}/gu;

/** Runs of four single letters and more with gaps between. */
export const letterSpaced = (text: string, { hanGaps, latinGaps }: Pick<Signs, 'hanGaps' | 'latinGaps'>): Hit[] =>
  [...(hanGaps ? [HAN_SPACED] : []), ...(latinGaps ? [LATIN_SPACED] : [])].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (m): Hit => ({ at: [m.index, m.index + m[0].length] })),
  );

const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [...'АаВЕеЅѕІіЈјКМНОоРрСсТХхуΑΒΕΖΗΙΚΜΝΟοΡΤΥΧ'].map((ch, i) => [
    ch,
    [...'AaBEeSsIiJjKMHOoPpCcTXxyABEZHIKMNOoPTYX'][i] ?? ch,
  ]),
);
const WORD = /[\p{L}\p{M}]+/gu;

/** Words of two alphabets: a Cyrillic а in a Latin word, or a Latin one in a Cyrillic word. */
export function mixedWords(text: string): Hit[] {
  return Array.from(text.matchAll(WORD)).flatMap((m): Hit[] => {
    const word = m[0];
    const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
    const other = word.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0;
    if (!latin || !other) return [];
    const at = [m.index, m.index + word.length] as const;
    if (latin < other) return [{ at }];
    const as = [...word].map((ch) => LOOKALIKES.get(ch) ?? ch).join('');
    return [/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(as) ? { at } : { at, as }];
  });
}

/** Is the text clearly of one orthography, with a few characters of the other? */
export function hasOtherHan({ traditional, simplified }: Pick<Signs, 'traditional' | 'simplified'>): boolean {
  const [few, many] = traditional < simplified ? [traditional, simplified] : [simplified, traditional];
  return few > 0 && many >= 12 && few * 12 <= many;
}

/** The Han characters of the orthography that has fewer of them here. */
export function otherHan(text: string): Hit[] {
  const traditional: Hit[] = [];
  const simplified: Hit[] = [];
  let offset = 0;
  for (const ch of text) {
    const kind = variantsOfHan(ch);
    if (kind)
      (kind.is === 'traditional' ? traditional : simplified).push({
        at: [offset, offset + ch.length],
        ...(kind.as ? { as: kind.as } : {}),
      });
    offset += ch.length;
  }
  return traditional.length < simplified.length ? traditional : simplified;
}
