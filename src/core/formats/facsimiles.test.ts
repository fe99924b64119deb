import { expect, test } from 'vitest';
import { matchFacsimiles } from './facsimiles.ts';

const match = (sources: readonly (string | { name: string; image: string })[], pictures: readonly string[]) =>
  matchFacsimiles(
    sources.map((one) => (typeof one === 'string' ? { name: one } : one)),
    pictures.map((name) => ({ name })),
  );

test('by name, whatever the ending and the folder', () => {
  expect(match(['xml/p1.alto.xml', 'xml/p2.xml'], ['scans/P2.tif', 'scans/p1.jpg'])).toEqual([1, 0]);
  expect(match(['p1.xml'], ['p10.jpg'])).toEqual([-1]);
});

test('the picture that the file names goes before one of its own name', () => {
  expect(match([{ name: 'p1.xml', image: 'scan-7.tif' }], ['p1.tif', 'scan-7.jpg'])).toEqual([1]);
});

test('of several pictures in one file page n has the n-th', () => {
  const tiff = ['issue.tif#page=1', 'issue.tif#page=2', 'issue.tif#page=3'];
  expect(match(['issue.txt#page=2', 'issue.txt#page=3'], tiff)).toEqual([1, 2]);
  expect(match(['issue.txt'], tiff)).toEqual([0]);
  expect(match(['issue.txt#page=4'], tiff)).toEqual([-1]);
  expect(match(['issue.txt#page=1', 'issue.txt#page=2'], ['issue.tif'])).toEqual([-1, -1]);
});

test('files that name the same picture have its pages one after the other', () => {
  const named = ['a.xml', 'b.xml'].map((name) => ({ name, image: 'issue.tif' }));
  expect(match(named, ['issue.tif#page=1', 'issue.tif#page=2'])).toEqual([0, 1]);
  const pages = [2, 1].map((n) => ({ name: `issue.xml#page=${n}`, image: 'issue.tif' }));
  expect(match(pages, ['issue.tif#page=1', 'issue.tif#page=2'])).toEqual([1, 0]);
});

test('a page of a PDF is its own picture', () => {
  const pdf = ['p.pdf#page=1', 'p.pdf#page=2'];
  expect(match([...pdf, 'p.xml'], pdf)).toEqual([0, 1, -1]);
});
