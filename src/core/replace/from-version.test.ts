import { expect, test } from 'vitest';
import { editionOf, smallEdition } from '../commands/small-edition.test-support.ts';
import { newEdition } from '../model/new-edition.ts';
import { replacementFrom } from './from-version.ts';

test('of a file of several pages the one that is like it is taken, cut as it is there', () => {
  const other = editionOf(
    ['Weather for the week', 'Fine on most days.'],
    [
      'Continued from page 1',
      'The old one will be taken down.',
      'Market moves',
      '市场迁到河边，周末照常开放。',
      'Short notes',
    ],
  );
  const found = replacementFrom(smallEdition(), 's2', other);
  expect(found?.args.source.name).toBe('page-2.txt');
  expect(found?.same).toHaveLength(4);
  expect(found?.fresh).toEqual(['Short notes']);
});

test('an edition without pages has nothing to give', () => {
  expect(replacementFrom(smallEdition(), 's1', newEdition('e2'))).toBeNull();
});
