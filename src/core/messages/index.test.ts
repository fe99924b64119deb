import { expect, test } from 'vitest';
import { gapsOf } from './gaps.test-support.ts';
import { CATALOGUES, messageCodes } from './index.ts';

test('no code has sentences in two catalogues: the later would be said for both', () => {
  const all = CATALOGUES.flatMap((catalogue) => Object.keys(catalogue));
  expect(all.filter((code, i) => all.indexOf(code) !== i)).toEqual([]);
  expect(messageCodes()).toHaveLength(all.length);
});

test('no sentence names its file twice', () => {
  for (const [code, { en }] of CATALOGUES.flatMap((catalogue) => Object.entries(catalogue)))
    expect([code, en.split('{file}').length - 1]).toEqual([code, Number(en.includes('{file}'))]);
});

test('every sentence has the same gaps in every language', () => {
  for (const [code, { en, zh }] of CATALOGUES.flatMap((catalogue) => Object.entries(catalogue)))
    expect([code, ...gapsOf(zh)]).toEqual([code, ...gapsOf(en)]);
});
