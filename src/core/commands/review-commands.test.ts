import { describe, expect, it } from 'vitest';
import { readPasteup } from '../formats/pasteup/read.ts';
import { writePasteup } from '../formats/pasteup/write.ts';
import type { Edition } from '../model/edition.ts';
import { reviewOf, type Subject } from '../model/review.ts';
import { call, type Call } from '../transact.ts';
import { ask, run, smallEdition } from './small-edition.test-support.ts';

const A1: Subject = { kind: 'article', id: 'a1' };
const at = '2026-11-23T08:30:00Z';
const paper = (): Edition =>
  run(
    smallEdition(),
    call('fragment.role', { ids: ['f1'], role: 'headline' }),
    call('article.make', { ids: ['f1', 'f2', 'f3'] }),
  );
const approve = (by = 'AB'): Call => call('article.review', { article: 'a1', state: 'approved', by, at });
const state = (edition: Edition, subject = A1): string => reviewOf(edition, subject).state;
const saved = (edition: Edition): { state: string; note?: string } =>
  (JSON.parse(writePasteup(edition)) as { articles: { review: { state: string } }[] }).articles[0]?.review ?? {
    state: '',
  };

describe('an approval holds for what was approved', () => {
  const changes: readonly (readonly [string, Call, string])[] = [
    ['its text', call('fragment.correct', { texts: [{ id: 'f2', text: 'Opened on Monday.' }] }), 'text'],
    ['a role', call('fragment.role', { ids: ['f2'], role: 'lead' }), 'role'],
    ['a member more', call('article.add', { ids: ['f4'], article: 'a1' }), 'added'],
    ['a member less', call('article.take-out', { ids: ['f3'] }), 'removed'],
    ['the order', call('article.add', { ids: ['f3'], article: 'a1', after: null }), 'order'],
    ['a paragraph that reads on', call('fragment.continues', { ids: ['f3'], continues: true }), 'text'],
  ];
  it.each(changes)('%s', (_, change, kind) => {
    const approved = run(paper(), approve());
    expect(state(approved)).toBe('approved');
    const changed = run(approved, change);
    const standing = reviewOf(changed, A1);
    expect(standing.state).toBe('open');
    expect(standing.fellBack).toBe(true);
    expect(standing.changes.map((c) => c.kind)).toContain(kind);
    expect(saved(changed).state).toBe('open');
    expect(state(readPasteup(writePasteup(changed), 'x').edition)).toBe('open');
  });

  it('a place on the sheet is not among it', () => {
    const approved = run(paper(), approve());
    const page = Object.keys(approved.pages)[0] ?? '';
    const column = approved.pages[page]?.columns[0]?.id ?? '';
    expect(state(run(approved, call('fragment.place', { ids: ['f1'], page, column, after: null })))).toBe('approved');
  });

  it('what is changed back is approved again', () => {
    const approved = run(paper(), approve());
    const changed = run(approved, call('fragment.role', { ids: ['f2'], role: 'lead' }));
    expect(state(run(changed, call('fragment.role', { ids: ['f2'], role: 'unknown' })))).toBe('approved');
  });

  it('a split is said as a text that changed and a fragment more', () => {
    const changed = run(run(paper(), approve()), call('fragment.split', { id: 'f2', at: 11 }));
    expect(reviewOf(changed, A1).changes).toEqual([
      { kind: 'added', ids: ['f2-2'] },
      { kind: 'text', ids: ['f2'] },
    ]);
  });
});

describe('sign-off by several people', () => {
  const two = run(paper(), call('review.stages', { stages: 2 }));
  it('is whole when as many have signed', () => {
    const once = run(two, approve('AB'));
    expect(state(once)).toBe('open');
    expect(reviewOf(once, A1).signed.map((d) => d.by)).toEqual(['AB']);
    expect(saved(once).state).toBe('open');
    expect(state(run(once, approve('CD')))).toBe('approved');
  });
  it('takes nobody twice, whatever the case and width of the letters', () => {
    const once = run(two, approve('AB'));
    for (const by of ['AB', 'ab', ' Ab ', 'ＡＢ']) expect(ask(once, approve(by))).toBe('refuse.signed-already');
    expect(ask(two, call('article.review', { article: 'a1', state: 'approved' }))).toBe('refuse.initials-needed');
  });
  it('begins again when what was signed has changed', () => {
    const once = run(two, approve('AB'), call('fragment.role', { ids: ['f2'], role: 'lead' }));
    const again = run(once, approve('CD'));
    expect(reviewOf(again, A1).signed.map((d) => d.by)).toEqual(['CD']);
    expect(state(run(again, approve('AB')))).toBe('approved');
  });
  it('is undone by one rejection', () => {
    const rejected = run(
      two,
      approve('AB'),
      approve('CD'),
      call('article.review', { article: 'a1', state: 'rejected', by: 'EF', at, note: 'wrong picture' }),
    );
    expect(state(rejected)).toBe('rejected');
    expect(saved(rejected)).toMatchObject({ state: 'rejected', note: 'wrong picture' });
    const reopened = run(rejected, approve('AB'));
    expect(state(reopened)).toBe('open');
    expect(reviewOf(reopened, A1).note).toBeUndefined();
  });
});

it('refuses initials that are none, and times that are none', () => {
  const asked = (by: string, when: string): string =>
    ask(paper(), call('article.review', { article: 'a1', state: 'approved', by, at: when }));
  expect(asked('  ', at)).toBe('refuse.initials');
  expect(asked('somebody with a long name', at)).toBe('refuse.initials');
  expect(asked('AB', 'yesterday')).toBe('refuse.instant');
  expect(asked('AB', '2026-13-45T00:00Z')).toBe('refuse.instant');
});

it('a note decides nothing, and goes into the decision that follows', () => {
  const noted = run(paper(), call('review.note', { on: A1, note: 'ask the desk' }));
  expect(state(noted)).toBe('open');
  expect(reviewOf(run(noted, approve()), A1).last?.note).toBe('ask the desk');
});

it('a page falls back as an article does, and by its own members', () => {
  const bare = paper();
  const page = Object.keys(bare.pages)[0] ?? '';
  const column = bare.pages[page]?.columns[0]?.id ?? '';
  const on: Subject = { kind: 'page', id: page };
  const placed = run(bare, call('fragment.place', { ids: ['f1', 'f2'], page, column, after: null }));
  const approved = run(placed, call('page.review', { page, state: 'approved', by: 'AB', at }));
  expect(state(approved, on)).toBe('approved');
  const more = run(approved, call('fragment.place', { ids: ['f3'], page, column, after: 'f2' }));
  expect(reviewOf(more, on).changes).toEqual([{ kind: 'added', ids: ['f3'] }]);
});

describe('what another program writes', () => {
  const rewritten = (edition: Edition, change: (file: { articles: { review: object }[] }) => void): Edition => {
    const file = JSON.parse(writePasteup(edition)) as { articles: { review: object }[] };
    change(file);
    return readPasteup(JSON.stringify(file), 'x').edition;
  };
  it('an approval without a digest is one of what the file holds', () => {
    const opened = rewritten(paper(), (file) => {
      for (const a of file.articles) a.review = { state: 'approved' };
    });
    expect(state(opened)).toBe('approved');
    expect(state(run(opened, call('fragment.role', { ids: ['f2'], role: 'lead' })))).toBe('open');
  });
  it('a state that is taken back is taken back', () => {
    const opened = rewritten(run(paper(), approve()), (file) => {
      for (const a of file.articles) a.review = { ...a.review, state: 'rejected' };
    });
    expect(state(opened)).toBe('rejected');
  });
});

describe('a copy for review', () => {
  const copy = { ...paper(), forReview: true as const };
  it('takes decisions and nothing else', () => {
    expect(ask(copy, call('fragment.role', { ids: ['f2'], role: 'lead' }))).toBe('refuse.review-copy');
    expect(ask(copy, approve())).toBe('done');
    expect(ask(copy, call('boundary.check', { boundaries: [{ before: 'f1', after: 'f2' }], right: true }))).toBe(
      'done',
    );
  });

  const adopting = (from: Edition): Call =>
    call('review.adopt', {
      reviews: [{ on: A1, review: from.articles['a1']?.review ?? { state: 'open' } }],
      checked: Object.keys(from.checked ?? {}),
    });

  it('gives its decisions back; they hold only for what was decided on', () => {
    const back = adopting(run(copy, approve('CD')));
    expect(state(run(paper(), back))).toBe('approved');
    const changed = run(paper(), call('fragment.role', { ids: ['f2'], role: 'lead' }), back);
    expect(reviewOf(changed, A1)).toMatchObject({ state: 'open', fellBack: true });
    expect(ask(run(paper(), back), back)).toBe('refuse.nothing-to-take-over');
  });

  it('two copies, signed by two people, make two signatures', () => {
    const two = run(paper(), call('review.stages', { stages: 2 }));
    const signedBy = (by: string): Edition => run({ ...two, forReview: true }, approve(by));
    expect(state(run(two, adopting(signedBy('AB')), adopting(signedBy('CD'))))).toBe('approved');
    expect(state(run(two, adopting(signedBy('AB')), adopting(signedBy('ab'))))).toBe('open');
  });
});
