import { expect, test } from 'vitest';
import { call, newEdition } from '../core/index.ts';
import { facsimileRect, facsimileSourceOf, printedBoxes } from './facsimile.ts';
import { paper, run } from './paper.testing.ts';

const two = paper(['Ferry runs from Low Quay'], ['Market']);

test('the picture behind a page is that of most of its text, else of the source that came with it', () => {
  expect(facsimileSourceOf(two, 'p1')?.id).toBe('s1');
  expect(facsimileSourceOf(two, 'p2')?.id).toBe('s2');
  const column = two.pages['p2']?.columns[0]?.id ?? '';
  const place = (id: string) => call('fragment.place', { ids: [id], page: 'p2', column, after: null });
  const moved = run(two, place('f1'), place('f2'));
  expect(facsimileSourceOf(moved, 'p2')?.id).toBe('s1');
  expect(facsimileSourceOf(newEdition('e'), 'p1')).toBeNull();
});

test('a picture fills the sheet; of a source without a size, its width', () => {
  const page = two.pages['p1'];
  const [source] = Object.values(two.sources);
  if (!page || !source) throw new Error('no page');
  expect(facsimileRect(page, source, { width: 10, height: 20 })).toMatchObject({ height: page.width * 2 });
  expect(facsimileRect(page, { ...source, width: 5 }, { width: 10, height: 20 })).toMatchObject({
    height: page.height,
  });
});

test('the lines of a fragment know where they were printed', () => {
  const [source] = Object.values(two.sources);
  if (!source) throw new Error('no source');
  const lines = [
    { start: 0, end: 5, box: [1, 2, 3, 4] as const },
    { start: 6, end: 10, box: [5, 6, 7, 8] as const },
    { start: 11, end: 15 },
  ];
  expect(printedBoxes({ ...source, lines }, { spans: [[7, 15]] })).toEqual([[5, 6, 7, 8]]);
});
