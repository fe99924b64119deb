import { expect, test } from 'vitest';
import { cutReading, readFiles } from '../core/index.ts';
import { editionOf, rescuedIn, settle, summary } from './open-files.ts';

const reading = async (...names: readonly string[]) => {
  const files = names.map((name) => ({ name, bytes: new TextEncoder().encode('Ferry runs\n\nMarket moves') }));
  return cutReading((await readFiles(files)).reading);
};

test('an edition is called after its folder, or its first file', async () => {
  expect(editionOf(await reading('May/p1.txt', 'May/p2.txt'), 'e').title).toBe('May');
  expect(editionOf(await reading('gazette.alto.txt'), 'e').title).toBe('gazette');
});

test('what was read is frozen a little at a time, whatever it is', async () => {
  const read = await reading('p1.txt', 'p2.txt');
  await settle(read, () => Promise.resolve());
  expect(read.sources.every((source) => Object.isFrozen(source) && Object.isFrozen(source.lines[0]))).toBe(true);
  const edition = editionOf(read, 'e');
  expect(summary(edition)).toEqual({ n: 2, characters: 40, fragments: 2 });
  expect(summary(edition, edition)).toEqual({ n: 0, characters: 0, fragments: 0 });
});

test('a file of the rescue page is known by its head', async () => {
  const file = (text: string) => ({ name: 'a.json', blob: new Blob([text]) });
  expect(await rescuedIn(file('{"x":1}'))).toBeNull();
  expect(await rescuedIn(file('pasteup-rescue'))).toBeNull();
  await expect(rescuedIn(file('{"format":"pasteup-rescue","editions":[]}'))).rejects.toMatchObject({
    said: { code: 'file.nothing-to-rescue' },
  });
});
