import { expect, it } from 'vitest';
import { groupPage } from './group.ts';
import { body, head, openEnd, openStart, pageOf, type Given } from './pieces.fixture.ts';

const read = (given: readonly Given[]): string[][] => {
  const { source, pieces } = pageOf(given);
  const page = groupPage(source, pieces);
  return page.parts.map((part) => part.pieces.map((i) => page.pieces[i]!.text.slice(0, 8)));
};

it('trap: a head in the middle of a sentence does not say where heads stand on the page', () => {
  const parts = read([
    body('The ferry carries passengers over the river from six in the morning.'),
    body('A crossing of the ferry costs what it cost before the war of prices.'),
    head('Ferry keeps its price'),
    openEnd('The oven of the village was lit again, and the first loaves went to'),
    head('Rain before harvest'),
    openStart('the children of the school, who had carried the wood for the oven.'),
    head('Oven lit again in the village'),
    body('Clouds will cover the valley until Sunday, and the wind turns north.'),
  ]);
  expect(parts).toContainEqual(expect.arrayContaining(['Oven lit', 'The oven']));
  expect(parts).toContainEqual(expect.arrayContaining(['Rain bef', 'Clouds w']));
});
