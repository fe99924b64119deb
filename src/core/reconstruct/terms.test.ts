import { expect, it } from 'vitest';
import { eachTerm, termOfRun } from './terms.ts';

const found = (text: string, seams = true): [string, number, number][] => {
  const all: [string, number, number][] = [];
  eachTerm(text, (...one) => void all.push(one), seams);
  return all;
};
const terms = (text: string): string[] => found(text).map(([term]) => term);

it('gives pairs of Han, folded, with where they stand', () => {
  expect(found('在圖書館')).toEqual([
    ['在图', 0, 2],
    ['图书', 1, 3],
    ['书馆', 2, 4],
  ]);
});

it('gives words by their stem, without what is no part of them', () => {
  expect(found("The ferry's 1,200 bells.")).toEqual([
    ['ferry', 4, 9],
    ['1,200', 12, 17],
    ['bell', 18, 23],
  ]);
});

it('takes a letter with the Han that it stands before as one run', () => {
  expect(terms('A股市场')).toEqual(['A股', '股市', '市场']);
  expect(terms('3号线')).toEqual(['号线']);
});

it('takes kana and Hangul from two on, and reads one by itself as a letter', () => {
  expect(terms('かに料理')).toEqual(['料理']);
  expect(terms('さくら市')).toEqual(['さくら']);
  expect(terms('の町役場')).toEqual(['の町', '町役', '役场']);
  expect(terms('부산시')).toEqual(['부산시']);
});

it('knows characters beyond the basic plane, and half of one', () => {
  expect(found('𠮷野家')).toEqual([
    ['𠮷野', 0, 3],
    ['野家', 2, 4],
  ]);
  expect(terms('\ud842 渡口')).toEqual(['渡口']);
});

it('gives the same however often it is asked, and for long words too', () => {
  const text = 'Harbourmasters of 渡口 met harbourmasters';
  expect(terms(text)).toEqual(['harbourmast', '渡口', 'met', 'harbourmast']);
  expect(terms(text)).toEqual(terms(text));
});

it('trap: a point that ends the sentence is no part of a number', () => {
  expect(terms('Paid 1,250.')).toContain('1,250');
  expect(terms('Room 7, 12.')).toEqual(['room', '12']);
});

it('says nothing of a word that every article has', () => {
  expect(termOfRun('Yesterday')).toBeNull();
  expect(termOfRun('ferries')).toBe('ferry');
});

/** The rule as it reads in patterns, slow. */
const RUN =
  /\p{Script=Han}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}|[\p{Script=Hangul}]{2,}|[\p{L}\p{M}][\p{L}\p{M}'’]*|\d[\d.,]*\d|\d/gu;
it('finds the runs that the patterns find', () => {
  const glyphs = [..."a Zé'’1.,9渡口〇々かのーカ゛ㇰ부산ö́ß—。\n𠮷\ud842😀㋐٣"];
  let seed = 7;
  const next = (): number => (seed = (seed * 48271) % 2147483647);
  for (let n = 0; n < 3000; n++) {
    const text = Array.from({ length: next() % 12 }, () => glyphs[next() % glyphs.length]!).join('');
    const expected = [...text.matchAll(RUN)].flatMap(({ 0: run, index }): (string | number)[][] => {
      if (!/\p{Script=Han}/u.test(run)) {
        const term = termOfRun(run);
        return term === null ? [] : [[term, index]];
      }
      let at = index;
      return [...run].flatMap((glyph, i, all) => {
        const start = at;
        at += glyph.length;
        return i + 1 < all.length ? [[glyph + all[i + 1]!, start]] : [];
      });
    });
    expect(found(text).map(([term, start]) => [term, start])).toEqual(expected);
  }
});
