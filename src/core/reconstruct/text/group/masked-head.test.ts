import { expect, it } from 'vitest';
import { unmaskHeads } from './masked-head.ts';
import { body, openEnd, pageOf, type Given } from './pieces.fixture.ts';

const BYLINE: Given = { role: 'byline', lines: ['By Ann Marlow'] };
const narrow = (given: Given): Given => ({ ...given, measure: 12.5 });
const roleOf = (given: Given, before: Given = body('The ferry sailed.'), after: Given = BYLINE): string => {
  const { source, pieces } = pageOf([before, narrow(given), after]);
  return unmaskHeads(source, pieces)[1]!.role;
};

it('knows a head as wide as its column by the byline under it', () => {
  expect(roleOf(openEnd('What twenty years on the', 'ferry taught me'))).toBe('headline');
  expect(roleOf(openEnd("'Sinking,' Gov. Moss says", 'of the old quay'))).toBe('headline');
});

it('knows heads that stand over each other', () => {
  const two = [
    openEnd('What twenty years on the', 'ferry taught me'),
    openEnd('Gov. Moss calls the old', 'quay a ruin'),
  ];
  const { source, pieces } = pageOf([body('The ferry sailed.'), ...two.map(narrow), BYLINE]);
  expect(unmaskHeads(source, pieces).map((piece) => piece.role)).toEqual(['body', 'headline', 'headline', 'byline']);
});

it("trap: a column's end above another article's byline is a full line", () => {
  expect(roleOf(openEnd('Passengers slept in the', 'terminal, where the crew'))).toBe('body');
});

it('trap: text in which a sentence ended, that goes on, or that is long, is body', () => {
  expect(roleOf(openEnd('Passengers waited. The', 'crew of the'))).toBe('body');
  expect(roleOf(openEnd('Passengers on board were', 'tired,'))).toBe('body');
  expect(roleOf(openEnd('For a sailing to begin a', 'dozen hands are'))).toBe('body');
  expect(roleOf({ ...openEnd('Passengers on board the', 'ferry'), startsOpen: true })).toBe('body');
  expect(
    roleOf(
      openEnd('Passengers on board the', 'ferry'),
      narrow(openEnd('They had come down from', 'mountain villages to the')),
    ),
  ).toBe('body');
  expect(roleOf(openEnd('A b c d', 'E f g h', 'I j k l', 'M n o p', 'Q r s t', 'U v'))).toBe('body');
});

it('trap: without a byline under it an open end is a foreign head or picture in the text', () => {
  expect(roleOf(openEnd('Passengers on board the', 'ferry'), body('It rained.'), body('They slept.'))).toBe('body');
});
