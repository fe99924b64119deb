import { describe, expect, it } from 'vitest';
import { groupPage } from '../group.ts';
import { body, head, openEnd, openStart, pageOf, type Given } from '../pieces.fixture.ts';
import { bearsOut } from './legs.ts';

const MILL = [
  'The old mill by the river will become',
  'a museum of flour and bread, and its',
  'millstones will turn again. The miller',
  'Jonas Brandt grinds flour on Sundays,',
  'and the bakery sells bread from the',
  'mill. Flour of the mill was sold to',
  'bakers of the valley. The millstones',
  'come from a quarry, said the miller,',
  'who found the quarry on an old map of',
  'the river. Bakers of the valley gave',
  'the museum their oldest bread moulds,',
  'and the bakery lends its first oven.',
  'Millstones of such a size are seldom',
  'found, the miller said. The bread that',
  'is baked there will be given away, and',
  'flour will be ground by the river when',
  'the museum opens. The mill was bought',
  'by the valley for a very small price.',
];
const TRAM = [
  'The tram to the harbour stops running',
  'on Monday. Tram drivers will mend the',
  'rails at the harbour and at the depot.',
  'Passengers of the tram take a bus from',
  'the harbour, and drivers of the depot',
  'steer the bus. Rails of the tram are',
  'worn, the depot says. Passengers of',
  'the bus pay nothing until the tram is',
  'back. The rails were laid by the depot',
  'in spring, and the harbour was closed',
  'to the tram for a week. Drivers asked',
  'for a longer pause, but passengers did',
  'not want to wait for the bus. Rails of',
  'the depot are older than the harbour,',
  'a driver said. The bus will follow the',
  'tram until the rails have been mended',
  'and passengers can ride to the harbour',
  'with the tram as they did in spring.',
];
const leg = (lines: readonly string[], from: number, to: number): readonly string[] => lines.slice(from, to);
const HEADS = [head('Old mill grinds flour again'), head('Harbour tram stops for rails')];
const articles = (given: readonly Given[]): string[] => {
  const { source, pieces } = pageOf(given);
  const page = groupPage(source, pieces);
  return page.parts.map((part) => part.pieces.map((i) => page.pieces[i]!.text).join(' ')).sort();
};

describe('legs of one depth', () => {
  // Each article stands in two legs of nine lines; a piece runs over the end of a column in the middle of a paragraph.
  const woven: Given[] = [
    { ...openEnd(...leg(MILL, 0, 9)), measure: 19 },
    { ...body(...leg(TRAM, 0, 9), ...leg(MILL, 9, 18)), measure: 19 },
    { ...openStart(...leg(TRAM, 9, 18)), measure: 19 },
    ...HEADS,
  ];

  it('tells the lines of two articles apart, wherever the pieces were cut', () => {
    const found = articles(woven);
    expect(found).toHaveLength(2);
    const [tram, mill] = found as [string, string];
    expect(mill).toMatch(/^Old mill/u);
    expect(mill).toContain('an old map of the river. Bakers of the valley');
    expect(mill).not.toMatch(/tram|harbour|passengers/u);
    expect(tram).not.toMatch(/mill(?!ion)|flour|bakery/u);
  });

  it('loses and doubles nothing', () => {
    const { source, pieces } = pageOf(woven);
    const spans = groupPage(source, pieces).pieces.flatMap((piece) => piece.spans);
    const text = [...spans].sort((a, b) => a[0] - b[0]).map(([a, b]) => source.text.slice(a, b));
    expect(text.join('').replace(/\s/gu, '')).toBe(source.text.replace(/\s/gu, ''));
  });
});

describe('trap: no columns of one depth', () => {
  it('leaves two articles that stand one after the other as they are, though one is broken off', () => {
    const found = articles([HEADS[0]!, openEnd(...leg(MILL, 0, 17)), HEADS[1]!, body(...leg(TRAM, 0, 18))]);
    expect(found).toHaveLength(2);
    expect(found[1]).not.toMatch(/tram|harbour/u);
    expect(found[0]).not.toMatch(/mill(?!ion)|flour/u);
  });

  it('leaves a page alone that is too short for columns', () => {
    const found = articles([openEnd(...leg(MILL, 0, 2)), openStart(...leg(MILL, 2, 6)), HEADS[0]!]);
    expect(found).toHaveLength(1);
  });
});

describe('what bears a page of legs out', () => {
  const runs = (...lengths: [article: number, lines: number][]): number[] =>
    lengths.flatMap(([article, lines]) => new Array<number>(lines).fill(article));
  const found = (owner: number[], sure = 0.98) => ({ owner, sureness: owner.map(() => sure) });
  const legs = runs([0, 9], [1, 12], [0, 9], [1, 12], [0, 4]);
  it('is legs that are exactly as deep as the first of their article', () => {
    expect(bearsOut(found(legs), 'latin')).toBe(true);
    expect(bearsOut(found(runs([0, 9], [1, 12], [0, 7], [1, 10], [0, 4])), 'latin')).toBe(false);
  });
  it('trap: articles one after the other are no legs, however sure', () => {
    expect(bearsOut(found(runs([0, 9], [1, 9], [2, 9])), 'latin')).toBe(false);
  });
  it('and in Han that lines are sure of their article', () => {
    expect(bearsOut(found(legs), 'han')).toBe(true);
    expect(bearsOut(found(legs, 0.8), 'han')).toBe(false);
    expect(bearsOut(found(legs, 0.8), 'latin')).toBe(true);
  });
  it('and where a single open end is all that shows it, that two legs are as deep as the first of their article', () => {
    expect(bearsOut(found(legs), 'han', true)).toBe(true);
    expect(bearsOut(found(runs([0, 9], [1, 12], [0, 9])), 'han', true)).toBe(false);
  });
  it('trap: one such leg is enough where more ends are open', () => {
    expect(bearsOut(found(runs([0, 9], [1, 12], [0, 9])), 'han')).toBe(true);
  });
});
