import { expect, it } from 'vitest';
import { groupPage } from './group.ts';
import { head, openEnd, openStart, pageOf, type Given } from './pieces.fixture.ts';

const MILL = [
  'The old mill by the river will be',
  'a museum of flour and bread, and its',
  'millstones will turn again. The miller',
  'Jonas Brandt grinds flour on Sundays,',
  'and the bakery sells bread from the',
  'mill. Flour of the mill was sold to',
  'bakers of the valley. The millstones',
  'come from a quarry, said the miller.',
];
const TRAM = [
  'The tram to the harbour stops running',
  'on Monday. Tram drivers will mend the',
  'rails at the harbour and the depot.',
  'Passengers of the tram take a bus to',
  'the harbour, and drivers of the depot',
  'steer the bus. Rails of the tram are',
  'worn, the depot says. Passengers of',
  'the bus pay nothing until the tram',
];
const given = (second: Given): Given[] => [
  openEnd(...MILL.slice(0, 6)),
  openEnd('The rails were laid by the tram depot', 'in spring, and passengers of the tram', ...TRAM.slice(0, 7)),
  openStart('the harbour. The miller of the mill', ...MILL.slice(1, 8)),
  openStart(...TRAM.slice(3, 8), 'depot has mended rails for the tram.'),
  head('Old mill grinds flour again as museum'),
  second,
];
const parts = (pages: readonly Given[]): string[] => {
  const { source, pieces } = pageOf(pages);
  const page = groupPage(source, pieces);
  return page.parts.map((part) => part.pieces.map((i) => page.pieces[i]!.text).join(' '));
};

it('tells two articles of one measure apart by their heads', () => {
  const found = parts(given(head('Harbour tram stops while rails are mended')));
  expect(found).toHaveLength(2);
  const mill = found.find((text) => text.startsWith('Old mill'))!;
  expect(mill).toContain('millstones');
  expect(mill).not.toContain('passengers');
});

it('trap: a headline and its subhead speak of one article', () => {
  const one = [
    openEnd(...MILL.slice(0, 6)),
    openStart(...MILL.slice(1, 8)),
    head('Old mill grinds flour again as museum'),
    head('Miller sells bread and flour on Sundays'),
  ];
  expect(parts(one)).toHaveLength(1);
});

it('tells the part of a continued article from one that begins on its page', () => {
  const rest: Given[] = [{ role: 'jump-from', lines: ['From Page 1'], jump: { direction: 'from', page: '1' } }];
  const found = parts([
    ...rest,
    ...given(head('Harbour tram stops while rails are mended')).filter(
      ({ lines }) => lines[0] !== 'Old mill grinds flour again as museum',
    ),
  ]);
  const mill = found.find((text) => text.startsWith('From Page 1'))!;
  expect(mill).toContain('millstones');
  expect(mill).not.toContain('passengers');
});
