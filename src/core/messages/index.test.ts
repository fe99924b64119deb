import { expect, test } from 'vitest';
import { gapsOf } from './gaps.test-support.ts';
import { CATALOGUES, messageCodes } from './index.ts';

test('no code has sentences in two catalogues: the later would be said for both', () => {
  const all = CATALOGUES.flatMap((catalogue) => Object.keys(catalogue));
  expect(all.filter((code, i) => all.indexOf(code) !== i)).toEqual([]);
  expect(messageCodes()).toHaveLength(all.length);
});

test('every sentence has the same gaps in every language', () => {
  for (const [code, { en, zh }] of CATALOGUES.flatMap((catalogue) => Object.entries(catalogue)))
    expect([code, ...gapsOf(zh)]).toEqual([code, ...gapsOf(en)]);
});
