import { expect, it } from 'vitest';
import { pairTable } from './affinity.ts';
import { termCounter, vocabularyOf } from '../../similarity.ts';
import { partByLead } from './part-by-lead.ts';
import { layUnits } from './units.ts';
import { body, head, pageOf, type Given } from './pieces.fixture.ts';

const FROM: Given = { role: 'jump-from', lines: ['Continued from Page 1'], jump: { direction: 'from', page: '1' } };
const FERRY = [
  body('The ferry crew waited for fog to lift over the harbour, captain Moss said.'),
  body('Passengers slept in the terminal, and the ferry sailed at noon with all cabins full.'),
];
const MUSEUM = [
  body('Weavers opened a tapestry museum in Ellmouth on Sunday after years of restoration.'),
  body('Volunteers had dyed wool with woad, madder and onion skins from local gardens.'),
];
const BYLINE: Given = { role: 'byline', lines: ['By Ann Marlow'] };
const HEAD = head('Tapestry museum opened', 'by Ellmouth weavers');

/** How many articles are told in one chain of all the text; every head but the last ones is tied to it. */
function parts(given: readonly Given[], unclaimed = 0): number[] {
  const { pieces } = pageOf(given);
  const laid = layUnits(pieces);
  const texts = [...laid.units, ...laid.heads].map((one) => one.pieces.map((i) => pieces[i]!.text).join('\n'));
  const pairs = pairTable(
    vocabularyOf(texts, termCounter()),
    texts.map((_, i) => i),
  );
  const ties = laid.heads.map((_, g) => ({
    chain: g < laid.heads.length - unclaimed ? 0 : -1,
    odds: 1,
    near: false,
  }));
  const chain = { units: laid.units.map((_, u) => u), from: laid.units[0]!.from };
  const found = partByLead(laid, pieces, [chain], ties, pairs, 'latin') ?? [chain];
  return found.map(({ units }) => units.length);
}

it('parts what goes on from another page from the article whose first paragraph the head speaks of', () => {
  expect(parts([FROM, ...FERRY, ...MUSEUM, HEAD])).toEqual([2, 2]);
});

it('takes no label for a second head', () => {
  expect(parts([head('METRO'), FROM, ...FERRY, ...MUSEUM, HEAD])).toEqual([2, 2]);
});

it('trap: a head over a continued part may be its own, though its words come back late', () => {
  expect(parts([HEAD, FROM, ...FERRY, ...MUSEUM])).toEqual([4]);
});

it('trap: a head that says something of what stands before heads all of it', () => {
  expect(parts([FROM, ...FERRY, ...MUSEUM, head('Ferry museum opened', 'by Ellmouth harbour weavers')])).toEqual([4]);
});

it('parts an article with a byline where a head is left that nobody claims, and only there', () => {
  const left = head('Night at sea ends well');
  expect(parts([BYLINE, ...FERRY, ...MUSEUM, HEAD, body('It rained.'), left].slice(0, -2))).toEqual([4]);
  expect(parts([BYLINE, ...FERRY, ...MUSEUM, HEAD, BYLINE, left], 1)).toEqual([2, 2]);
});

it('trap: one last paragraph that takes the words up is no article', () => {
  expect(parts([FROM, ...FERRY, ...MUSEUM.slice(0, 1), HEAD])).toEqual([3]);
});
