import { expect, test } from 'vitest';
import { neededWords } from './needed-words.ts';

test('every branch needs one of the words; what may be left out is none', () => {
  expect(neededWords('(?:please )?(?:turn|jump) to <N>')).toEqual(['turn', 'jump']);
  expect(neededWords("cont(?:'d|d|\\.)? from <S>")).toEqual([' from ']);
  expect(neededWords('schlu(?:ss|ß) folgt')).toEqual([' folgt']);
  expect(neededWords('contin\\.|concluded')).toEqual(['contin.', 'concluded']);
});

test('a letter with a quantifier ends the word before it', () => {
  expect(neededWords('pages? <N>')).toEqual(['page']);
  expect(neededWords('w\\.? ?o')).toEqual(['w']);
  expect(neededWords('a{2}b{0,3}')).toEqual(['a']);
});

test('a short class is one of its signs; ranges, escapes and placeholders tell nothing', () => {
  expect(neededWords('[转轉]第?<N?>[版页]?')).toEqual(['转', '轉']);
  expect(neededWords('[▶→]+\\s*<N>')).toEqual(['▶', '→']);
  expect(neededWords('[a-z]\\d{1,3}')).toBeNull();
  expect(neededWords('\\p{Script=Han}{0,4}<A>')).toBeNull();
});

test('a branch that needs nothing makes all of it need nothing', () => {
  expect(neededWords('page <N>|<N>')).toBeNull();
  expect(neededWords('(?:page <N>|<N>) seite')).toEqual([' seite']);
});

test('what must not be there is not needed', () => {
  expect(neededWords('(?!.*(?<![a-z])(?:see|turn))[a-z0-9][^.!?]{6,70}, page <N>')).toEqual([', page ']);
});
