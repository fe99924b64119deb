import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Source } from '../core/index.ts';
import { storedPictures } from './pictures.ts';

const source = (name: string, sha256 = `sum of ${name}`): Source => ({
  ...{ id: 's1', name, sha256, mediaType: 'text/plain', encoding: 'utf-8', text: 'Ferry runs', lines: [] },
});
const picture = (name: string, file = name) => ({
  ...{ name, file, width: 10, height: 20 },
  blob: new Blob([name], { type: 'image/png' }),
});
const DAY = 86_400_000;

test('a picture is found by what was read, in its own edition first', async () => {
  const shelf = storedPictures();
  await shelf.keep('a', [{ source: source('p1.txt'), picture: picture('old.png') }]);
  await shelf.keep('b', [{ source: source('p1.txt'), picture: picture('new.png') }]);
  expect((await shelf.find('a', source('p1.txt')))?.name).toBe('old.png');
  expect((await shelf.find('b', source('p1.txt')))?.name).toBe('new.png');
  // The same text in an edition that has no picture of it: opened again from its file.
  expect(await shelf.find('c', source('p1.txt'))).not.toBeNull();
  expect(await shelf.find('a', source('p1.txt', 'another text'))).toBeNull();
  await shelf.keep('a', [{ source: source('p1.txt'), picture: picture('better.png') }]);
  expect((await shelf.find('a', source('p1.txt')))?.name).toBe('better.png');
});

test('pages of one PDF share its file', async () => {
  const shelf = storedPictures();
  const page = (n: number) => ({
    source: source(`i.pdf#page=${n}`, 'sum'),
    picture: picture(`i.pdf#page=${n}`, 'i.pdf'),
  });
  await shelf.keep('d', [page(1), page(2)]);
  expect(await shelf.find('d', page(2).source)).toMatchObject({ name: 'i.pdf#page=2', file: 'i.pdf', width: 10 });
});

test('pictures go when their edition has been gone for as long as the bin keeps one', async () => {
  let now = 100 * DAY;
  const shelf = storedPictures(() => now);
  await shelf.keep('gone', [{ source: source('p8.txt'), picture: picture('p8.png') }]);
  await shelf.keep('here', [{ source: source('p9.txt'), picture: picture('p9.png') }]);
  now += 29 * DAY;
  await shelf.tidy(['here']);
  expect(await shelf.find('gone', source('p8.txt'))).not.toBeNull();
  now += 2 * DAY;
  await shelf.tidy(['here']);
  expect(await shelf.find('gone', source('p8.txt'))).toBeNull();
  expect((await shelf.find('here', source('p9.txt')))?.name).toBe('p9.png');
});
