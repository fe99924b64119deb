/** The rules by which units are threaded into articles, each with its trap. */
import { expect, it } from 'vitest';
import { draftPage } from './group.ts';
import { fitOf } from './fit.ts';
import { body, head, openEnd, openStart, pageOf, type Given } from './pieces.fixture.ts';

/** The chain of every unit. */
function thread(...given: Given[]): number[] {
  const { pieces } = pageOf(given);
  const draft = draftPage(pieces, fitOf(new Set()), (piece) => piece.lastLine - piece.firstLine + 1);
  const of: number[] = [];
  draft.chains.forEach((chain, c) => chain.units.forEach((u) => (of[u] = c)));
  return of;
}

const byline = (name: string): Given => ({ role: 'byline', lines: [`By ${name}`] });
const ferry = body('The harbour ferry was late on Monday, and', 'the harbour master blamed the fog.');
const ferry2 = body('Fog closed the harbour to the ferry for', 'an hour, the harbour master said.');
const bakery = body('A bakery in Mill Street won the prize for', 'the best rye loaf in the county.');
const bakery2 = body('The bakery bakes its rye loaf with flour', 'from the old county mill.');

it('begins an article at a byline', () => {
  expect(thread(byline('Ann Marlow'), ferry, ferry2, byline('Tom Reed'), bakery, bakery2)).toEqual([0, 0, 1, 1]);
});
it('is not misled by a byline over the same subject', () => {
  expect(thread(byline('Ann Marlow'), ferry, byline('Tom Reed'), ferry2)).toEqual([0, 1]);
});
it('goes on with a paragraph that shares no word, where nothing speaks for another article', () => {
  expect(thread(byline('Ann Marlow'), ferry, body('Nobody was surprised.'), byline('Tom Reed'), bakery)).toEqual([
    0, 0, 1,
  ]);
});
it('gives a "continued from" its own chain', () => {
  const from: Given = { role: 'jump-from', lines: ['From Page 1'], jump: { direction: 'from', page: '1' } };
  expect(thread(byline('Ann Marlow'), ferry, from, ferry2)).toEqual([0, 1]);
});
it('goes back to the article that a "continued from" interrupted', () => {
  const from: Given = { role: 'jump-from', lines: ['From Page 1'], jump: { direction: 'from', page: '1' } };
  const harbour = openEnd('The harbour ferry was late on Monday, for', 'the harbour master had seen fog and the');
  expect(
    thread(
      byline('Ann Marlow'),
      harbour,
      from,
      bakery,
      bakery2,
      openStart('ferry stayed in the harbour until', 'noon.'),
    ),
  ).toEqual([0, 1, 1, 0]);
});
it('trap: what reads on from the part that arrived stays with it', () => {
  const from: Given = { role: 'jump-from', lines: ['From Page 1'], jump: { direction: 'from', page: '1' } };
  expect(thread(byline('Ann Marlow'), ferry, ferry2, from, bakery, bakery2)).toEqual([0, 0, 1, 1]);
});
it('adds nothing after a "continued on"', () => {
  const to: Given = { role: 'jump-to', lines: ['See FERRY, Page 2'], jump: { direction: 'to', page: '2' } };
  expect(thread(byline('Ann Marlow'), ferry, to, head('Bakery wins the prize for rye loaf'), bakery)).toEqual([0, 1]);
});
it('takes up cut sentences in the order in which they were left', () => {
  expect(
    thread(
      byline('Ann Marlow'),
      openEnd('It was said on Monday that the'),
      byline('Tom Reed'),
      openEnd('It was told on Tuesday that a'),
      byline('May Ford'),
      bakery,
      openStart('quay would close.'),
      openStart('tram would run.'),
    ),
  ).toEqual([0, 1, 2, 0, 1]);
});
it('trusts the words more than that order', () => {
  expect(
    thread(
      byline('Ann Marlow'),
      openEnd('The harbour ferry was late on Monday in', 'the fog and the harbour master and'),
      byline('Tom Reed'),
      openEnd('A bakery in Mill Street won the county', 'prize for its rye loaf and the'),
      openStart('bakery sold every rye loaf by noon in', 'Mill Street.'),
      openStart('the ferry crew waited for the fog', 'to leave the harbour.'),
    ),
  ).toEqual([0, 1, 1, 0]);
});
it('does not take a capital after an open end for a sentence that goes on, where the measure is another', () => {
  const narrow = (piece: Given): Given => ({ ...piece, measure: 14 });
  expect(
    thread(
      byline('Ann Marlow'),
      openEnd(
        'The harbour ferry was late on Monday in',
        'the fog, the harbour master said, and no',
        'ferry left the harbour before noon, for',
        'the ferry crew and',
      ),
      narrow(
        openStart(
          'A bakery in Mill Street won',
          'the prize for the best rye',
          'loaf in the county, which',
          'is baked in Mill Street.',
        ),
      ),
      narrow(
        body(
          'The bakery bakes its rye',
          'loaf with flour from the',
          'old county mill that gave',
          'Mill Street its name.',
        ),
      ),
      openStart(
        'the harbour master closed the harbour to',
        'the ferry until the fog had left it, as',
        'the harbour rules say of fog and of the',
        'ferry.',
      ),
    ),
  ).toEqual([0, 1, 1, 0]);
});
it('begins an article behind a head rather than go back to one that was done, though they share a phrase', () => {
  expect(
    thread(
      body('本报讯（记者 林晓）市图书馆新馆昨日开馆，', '读者办证排起长队，预计惠及三万户家庭。'),
      head('图书馆新馆昨日开馆'),
      body('本报讯（记者 何舟）渡口大桥今起封闭检修，', '过江车辆绕行。'),
      head('渡口大桥今起检修'),
      body('旧书市在南街开市，卖书人来自六个县，', '预计惠及三万户家庭，读者排起长队。'),
      head('南街旧书市开市'),
    ),
  ).toEqual([0, 1, 2]);
});
it('trap: behind a head a sentence that was left open is taken up all the same', () => {
  expect(
    thread(
      openEnd('本报讯（记者 林晓）市图书馆新馆昨日开馆，', '读者办证排起长队，新馆藏书'),
      head('渡口大桥今起检修'),
      body('本报讯（记者 何舟）渡口大桥今起封闭检修，', '过江车辆绕行。'),
      head('图书馆新馆昨日开馆'),
      openStart('十万册，图书馆周末开馆到晚上九点，读者', '排起长队。'),
    ),
  ).toEqual([0, 1, 0]);
});
