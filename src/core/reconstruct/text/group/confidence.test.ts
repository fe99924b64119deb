/** What the threading claims: how sure, and how woven a page is. */
import { describe, expect, it } from 'vitest';
import { fitOf } from './fit.ts';
import { draftPage } from './group.ts';
import type { PageDraft } from './page-draft.ts';
import { partOf } from './reading-order.ts';
import { body, head, openEnd, openStart, pageOf, type Given } from './pieces.fixture.ts';

const draft = (...given: Given[]): PageDraft =>
  draftPage(pageOf(given).pieces, fitOf(new Set()), (piece) => piece.lastLine - piece.firstLine + 1);

const library = openEnd('本报讯（记者 林晓）市图书馆新馆昨日开馆，读者', '排队办理借书证，新馆藏书');
const bridge = body('本报讯（记者 何舟）渡口大桥今起封闭检修，渡口', '两岸增设渡船，大桥检修到月底。');

describe('a text that was broken off', () => {
  it('barely makes a page woven where nothing goes on', () => {
    expect(draft(library, bridge)).toMatchObject({ woven: true, barely: true });
  });
  it('trap: a sentence that goes on elsewhere shows columns', () => {
    expect(draft(library, bridge, openStart('十万册，图书馆周末开馆到晚上九点。'))).toMatchObject({ barely: false });
  });
  it('trap: so do many open ends', () => {
    const open = (text: string): Given => openEnd(`本报讯（记者 何舟）${text}，`, `${text}，市民说`);
    expect(draft(library, open('渡口大桥封闭'), open('公园开放'), open('菜市场迁址'), bridge)).toMatchObject({
      barely: false,
    });
  });
  it('trap: English ends in mid-sentence more seldom by chance', () => {
    const ferry = openEnd('The harbour ferry was late on Monday as', 'the fog lay over the');
    expect(draft(ferry, body('By noon the bakery had sold its bread.'))).toMatchObject({ barely: false });
  });
});

it('claims little for a piece where nothing but the lack of a better place speaks for it', () => {
  const sure = (last: Given): number => {
    const { pieces } = pageOf([
      body('The harbour ferry was late on Monday in', 'the fog, the harbour master said.'),
      body('A bakery in Mill Street won the county', 'prize for its rye loaf.'),
      last,
    ]);
    const own = draftPage(pieces, fitOf(new Set()), () => 2);
    const chains = [0, 1].map((n) => ({ units: n ? [1] : [0, 2], from: false }));
    const part = partOf({ ...own, chains, ties: [], captionTies: [], sureness: [0.95, 0.95, 0.95] }, pieces, 0);
    return part.reasons.at(-1)!.confidence;
  };
  expect(sure(body('Nobody was surprised.'))).toBe(0.6);
  expect(sure(body('The ferry waited for the fog to leave.'))).toBe(0.95);
});

it('is less sure of a paragraph that two articles could claim than of one that names its own', () => {
  const sureness = (last: Given): number =>
    draft(
      head('Harbour ferry late in fog'),
      body('The harbour ferry was late on Monday in', 'fog, the harbour master of the ferry said.'),
      head('Bakery wins prize for rye loaf'),
      body('A bakery in Mill Street won the county', 'prize for its rye loaf.'),
      last,
    ).sureness[2]!;
  expect(sureness(body('The bakery sells the rye loaf in Mill', 'Street.'))).toBeGreaterThan(
    sureness(body('The harbour ferry and the harbour master', 'were late in fog on Monday.')),
  );
});
