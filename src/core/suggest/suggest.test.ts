import { describe, expect, test } from 'vitest';
import { editionOf, fragment, run } from '../commands/small-edition.test-support.ts';
import { emptyHistory, record, undo } from '../history.ts';
import { imbalances } from '../ledger.ts';
import type { Edition } from '../model/edition.ts';
import { articlesOf, fragmentsOf, fragmentsOnPage, readingOrder, textOf } from '../model/selectors.ts';
import type { Piece, Proposal } from '../reconstruct/proposal.ts';
import { call } from '../transact.ts';
import { acceptSuggestions } from './accept.ts';
import { suggestionsFor } from './suggestions.ts';

const TEXT = ['New  bridge opens', 'The bridge was opened on Sunday. It is free.', 'Market moves'];
const start = editionOf(TEXT);
const piece = (
  spans: readonly [number, number][],
  role: Piece['role'],
  text: string,
  repairs: readonly string[] = [],
): Piece => ({
  sourceId: 's1',
  spans,
  text,
  repairs,
  role,
  confidence: 0.8,
  reason: { code: 'suggest.page', params: { n: 1 } },
  place: { column: 0, span: role === 'headline' ? 2 : 1 },
});
/** The head repaired, the body cut in two, the last line as it is. */
const proposal: Proposal = {
  pieces: [
    piece([[0, 17]], 'headline', 'New bridge opens', ['latin-spacing']),
    piece([[19, 51]], 'body', 'The bridge was opened on Sunday.'),
    piece([[52, 63]], 'body', 'It is free.'),
    piece([[65, 77]], 'crosshead', 'Market moves'),
  ],
  articles: [{ pieces: [0, 1, 2, 3], confidence: 0.9, reasons: [] }],
  pages: [
    {
      sourceId: 's1',
      label: '7',
      columns: [
        { x: 10, width: 300 },
        { x: 320, width: 300 },
      ],
      order: [0, 1, 2, 3],
    },
  ],
  notes: [],
};
const kinds = (edition: Edition, scope = {}): string[] =>
  suggestionsFor(edition, proposal, scope).map((s) => `${s.kind}:${s.pieces.join()}`);

function accept(edition: Edition, only = (_kind: string): boolean => true) {
  const outcome = acceptSuggestions(
    edition,
    proposal,
    suggestionsFor(edition, proposal).filter((s) => only(s.kind)),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome;
}

describe('a fresh edition', () => {
  test('is offered everything', () => {
    expect(kinds(start)).toEqual(
      ['cut:1,2', 'text:0', 'role:0', 'role:1', 'role:2', 'role:3', 'article:0,1,2,3', 'page:0,1,2,3'].sort(
        (a, b) => kinds(start).indexOf(a) - kinds(start).indexOf(b),
      ),
    );
    expect(kinds(start)).toHaveLength(8);
  });
  test('becomes what was proposed, in one step that can be undone', () => {
    const { edition, transaction } = accept(start);
    expect(fragmentsOf(edition).map((f) => [f.role, textOf(edition, f)])).toEqual(
      [
        ['headline', 'New bridge opens'],
        ['body', 'The bridge was opened on Sunday.'],
        ['crosshead', 'Market moves'],
        ['body', 'It is free.'],
      ].sort(
        (a, b) =>
          fragmentsOf(edition).findIndex((f) => textOf(edition, f) === a[1]) -
          fragmentsOf(edition).findIndex((f) => textOf(edition, f) === b[1]),
      ),
    );
    expect(readingOrder(edition, 'a1').map((f) => textOf(edition, f))).toEqual(proposal.pieces.map((p) => p.text));
    expect(fragmentsOnPage(edition, 'p1')).toHaveLength(4);
    expect(edition.pages['p1']?.label).toBe('7');
    expect(imbalances(edition)).toEqual([]);
    expect(transaction.origin).toBe('suggestion');
    expect(undo(edition, record(emptyHistory, transaction))?.edition).toStrictEqual(start);
    expect(kinds(edition)).toEqual([]);
  });
  test('may take one kind of them alone', () => {
    const { edition } = accept(start, (kind) => kind === 'role');
    expect(fragment(edition, 'f1')).toMatchObject({ role: 'headline', placement: { at: 'unplaced' } });
    expect(fragment(edition, 'f1').article).toBeUndefined();
  });
  test('is asked for a part of it alone', () => {
    expect(kinds(start, { ids: new Set(['f3']) })).toContain('role:3');
    expect(kinds(start, { ids: new Set(['f3']) })).not.toContain('role:0');
  });
});

describe('what an editor did', () => {
  test('confirmed fragments are not touched', () => {
    const pinned = run(start, call('fragment.confirm', { ids: ['f1', 'f2', 'f3'], confirmed: true }));
    const { edition } = accept(pinned);
    for (const id of ['f1', 'f2', 'f3']) expect(fragment(edition, id)).toEqual(fragment(pinned, id));
    expect(kinds(pinned)).toEqual([]);
  });
  test('a role, a text, a cut, an article or a place by hand stays', () => {
    const mine = run(
      start,
      call('fragment.role', { ids: ['f1'], role: 'kicker' }),
      call('fragment.correct', { texts: [{ id: 'f1', text: 'My bridge' }] }),
      call('article.make', { ids: ['f1'] }),
      call('fragment.place', { ids: ['f1'], page: 'p1', column: 'c3', after: null }),
      call('fragment.split', { id: 'f2', at: 10 }),
      call('fragment.role', { ids: ['f2'], role: 'byline' }),
    );
    const { edition } = accept(mine);
    expect(fragment(edition, 'f1')).toEqual(fragment(mine, 'f1'));
    expect(fragment(edition, 'f2')).toMatchObject({ spans: fragment(mine, 'f2').spans, role: 'byline' });
  });
  test('what was turned down stays so, and nothing else does', () => {
    const [first] = suggestionsFor(start, proposal);
    const dismissed = run(start, call('suggestion.dismiss', { keys: [first?.key ?? ''] }));
    expect(suggestionsFor(dismissed, proposal).map((s) => s.key)).toEqual(
      suggestionsFor(start, proposal)
        .slice(1)
        .map((s) => s.key),
    );
  });
  test('a discarded fragment joins no article and goes on no page', () => {
    const gone = run(start, call('fragment.discard', { ids: ['f3'], reason: 'noise' }));
    const { edition } = accept(gone);
    expect(fragment(edition, 'f3')).toMatchObject({ placement: { at: 'discarded' } });
    expect(fragment(edition, 'f3').article).toBeUndefined();
  });
});

describe('parts on two pages', () => {
  const pages = editionOf(['Ferry runs', 'It runs from Monday, for'], ['Ferry runs', 'the first time.']);
  const on = (sourceId: string, spans: readonly [number, number][], role: Piece['role'], text: string): Piece => ({
    ...piece(spans, role, text),
    sourceId,
  });
  const joined: Proposal = {
    pieces: [
      on('s1', [[0, 10]], 'headline', 'Ferry runs'),
      on('s1', [[12, 36]], 'body', 'It runs from Monday, for'),
      on('s2', [[0, 10]], 'headline', 'Ferry runs'),
      on('s2', [[12, 27]], 'body', 'the first time.'),
    ],
    articles: [
      {
        pieces: [0, 1, 2, 3],
        confidence: 0.8,
        reasons: [{ piece: 2, confidence: 0.8, reason: { code: 'link.both-ways', params: { from: '1', to: '2' } } }],
      },
    ],
    pages: [],
    about: { title: 'Harbour News', date: '2025-04-18', pieces: [0] },
    notes: [],
  };
  const open = (edition: Edition): string[] =>
    suggestionsFor(edition, joined).map((s) => `${s.kind}:${s.pieces.join()}`);
  const take = (edition: Edition, ...which: readonly string[]): Edition => {
    const chosen = suggestionsFor(edition, joined).filter((s) => which.includes(s.kind));
    const outcome = acceptSuggestions(edition, joined, chosen);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.edition;
  };

  test('are an article each, and a link that can be left', () => {
    expect(open(pages)).toEqual(expect.arrayContaining(['article:0,1', 'article:2,3', 'link:1,2']));
    const apart = take(pages, 'article');
    expect(Object.keys(apart.articles)).toHaveLength(2);
    expect(open(apart)).toContain('link:1,2');
    expect(open(take(apart, 'link'))).not.toContain('link:1,2');
    expect(Object.keys(take(pages, 'article', 'link').articles)).toHaveLength(1);
  });
  test('are linked also where no reason is given: one article was proposed', () => {
    const silent: Proposal = { ...joined, articles: joined.articles.map((one) => ({ ...one, reasons: [] })) };
    const link = suggestionsFor(pages, silent).find((s) => s.kind === 'link');
    expect([link?.pieces, link?.confidence]).toEqual([[1, 2], 0.8]);
  });
  test('are not joined where something of them is confirmed', () => {
    const apart = take(pages, 'article');
    const pinned = run(apart, call('fragment.confirm', { ids: ['f3'], confirmed: true }));
    expect(open(pinned)).not.toContain('link:1,2');
  });
  test('what the masthead says is offered where the edition does not say it', () => {
    const nameless = run(pages, call('edition.describe', { title: 'page-1' }));
    expect(take(nameless, 'about')).toMatchObject({ title: 'Harbour News', date: '2025-04-18' });
    const own = run(pages, call('edition.describe', { title: 'My paper', date: '2025-01-01' }));
    expect(open(own).filter((kind) => kind.startsWith('about'))).toEqual([]);
  });
});

describe('articles that are taken one by one', () => {
  const page = editionOf(['Ferry runs', 'Bridge opens', 'Market moves', 'Tram stops', 'A letter']);
  const proposed: Proposal = {
    pieces: Object.values(page.fragments['s1'] ?? {}).map((f) =>
      piece([...f.spans] as [number, number][], 'headline', textOf(page, f)),
    ),
    // Nobody proposes the letter.
    articles: [0, 1, 2, 3].map((i) => ({ pieces: [i], confidence: 0.8, reasons: [] })),
    pages: [],
    notes: [],
  };
  const take = (edition: Edition, ...which: readonly number[]): Edition => {
    const open = suggestionsFor(edition, proposed).filter((s) => s.kind === 'article');
    const chosen = which.map((i) => open.find((s) => s.article === i)).filter((s) => s !== undefined);
    const outcome = acceptSuggestions(edition, proposed, chosen);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.edition;
  };
  const order = (edition: Edition): string[] =>
    articlesOf(edition).map(({ id }) =>
      readingOrder(edition, id)
        .map((f) => f.id)
        .join('+'),
    );

  test('get the places that were proposed, whichever comes first', () => {
    expect(order(take(take(take(take(page, 3), 1), 0), 2))).toEqual(['f1', 'f2', 'f3', 'f4']);
    expect(order(take(take(page, 1), 3, 2, 0))).toEqual(['f1', 'f2', 'f3', 'f4']);
    expect(order(take(page, 3, 1, 0, 2))).toEqual(['f1', 'f2', 'f3', 'f4']);
  });
  test('follow the one before them where the order is an editor’s own', () => {
    const own = run(take(page, 0, 3), call('article.move', { article: 'a2', after: null }));
    expect(order(own)).toEqual(['f4', 'f1']);
    expect(order(take(own, 1, 2))).toEqual(['f4', 'f1', 'f2', 'f3']);
    const last = run(take(page, 2, 3), call('article.move', { article: 'a2', after: null }));
    expect(order(take(last, 0, 1))).toEqual(['f4', 'f1', 'f2', 'f3']);
  });
  test('leave alone what nobody proposed, and go last where nothing later is there', () => {
    const letter = run(page, call('article.make', { ids: ['f5'] }));
    expect(order(take(take(letter, 0), 1))).toEqual(['f5', 'f1', 'f2']);
    expect(order(take(take(letter, 1), 0))).toEqual(['f5', 'f1', 'f2']);
  });
  test('are one step that can be undone', () => {
    const before = take(page, 3);
    const open = suggestionsFor(before, proposed).filter((s) => s.kind === 'article');
    const outcome = acceptSuggestions(before, proposed, open);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(undo(outcome.edition, record(emptyHistory, outcome.transaction))?.edition).toStrictEqual(before);
  });
});
