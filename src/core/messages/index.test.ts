import { expect, test } from 'vitest';
import { CATALOGUES, messageCodes } from './index.ts';

test('no code has sentences in two catalogues: the later would be said for both', () => {
  const all = CATALOGUES.flatMap((catalogue) => Object.keys(catalogue));
  expect(all.filter((code, i) => all.indexOf(code) !== i)).toEqual([]);
  expect(messageCodes()).toHaveLength(all.length);
});
