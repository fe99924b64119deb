import { expect, test } from 'vitest';
import { call, importArgs, newEdition, pagesOf, readingsOf, transact, type Edition } from '../core/index.ts';
import { Editor } from './editor.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import { Review } from './review.svelte.ts';

/** Four articles of a head and two paragraphs, one under the other. */
function paper(): Edition {
  const lines = Array.from({ length: 12 }, (_, i) => (i % 3 ? `Text number ${i}. And more.` : `Head ${i}`));
  let at = 0;
  const laid = lines.map((line) => ({ start: at, end: (at += line.length + 2) - 2 }));
  const source = {
    name: 'p.txt',
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256: '0',
    text: lines.join('\n\n'),
    lines: laid,
  };
  const args = importArgs(newEdition('e1'), readingsOf([source]));
  const fragments = laid.map(({ start, end }, i) => ({
    id: `f${i}`,
    sourceId: args.sources[0]?.id ?? '',
    spans: [[start, end] as const],
    role: i % 3 ? ('body' as const) : ('headline' as const),
    placement: { at: 'unplaced' as const },
  }));
  const imported = transact(newEdition('e1'), call('edition.import', { ...args, fragments }));
  if (!imported.ok) throw new Error(imported.refusal.code);
  const page = pagesOf(imported.edition)[0];
  const made = transact(imported.edition, [
    call('fragment.place', {
      ids: fragments.map((f) => f.id),
      page: page?.id ?? '',
      column: page?.columns[0]?.id ?? '',
      after: null,
    }),
    ...[0, 3, 6, 9].map((n) => call('article.make', { ids: [`f${n}`, `f${n + 1}`, `f${n + 2}`] })),
  ]);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.edition;
}

function walk(): { editor: Editor; review: Review; tick: (ms: number) => void } {
  const editor = new Editor(new Preferences());
  let now = 0;
  const review = new Review(editor, () => now);
  editor.open(paper());
  editor.session.mode = 'review';
  review.enter();
  return { editor, review, tick: (ms) => (now += ms) };
}

test('walks, counts what is right, and tells the time that is left by the pace', () => {
  const { review, tick, editor } = walk();
  expect(review.list).toHaveLength(7);
  expect(review.timeLeft).toBeNull();
  for (let i = 0; i < 3; i++) {
    tick(4000);
    review.right();
  }
  expect(review.position).toBe(3);
  expect(review.checked).toBe(3);
  expect(review.timeLeft).toBe(4 * 4000);
  // Who comes back after lunch has not read for so long.
  tick(3_600_000);
  review.right();
  expect(review.timeLeft).toBeLessThan(3 * 30_000);
  editor.undo();
  expect(review.position).toBe(3);
});

test('stays at the border that an edit moved, and goes back to it with undo', () => {
  const { editor, review } = walk();
  review.step(1);
  const key = review.current?.key;
  expect(key).toBe('f2|f3');
  review.do(review.moving('up', 'fragment'), { code: 'command.boundary-move' });
  expect(review.current?.key).toBe('f1|f2');
  expect(editor.history.done).toHaveLength(1);
  editor.undo();
  expect(review.current?.key).toBe(key);
  review.do(review.moving('up', 'sentence'), { code: 'command.boundary-move' });
  expect(review.current).toMatchObject({ kind: 'article', before: { fragment: 'f2' } });
  expect(editor.history.done).toHaveLength(1);
});

test('a sample stays what it was while it is walked, and what an edit brings up is walked too', () => {
  const { editor, review } = walk();
  review.take({ kind: 'unconfirmed', n: 5, page: null });
  review.right();
  expect(review.list).toHaveLength(7);
  review.do(review.splitting(), { code: 'command.boundary-split' });
  expect(review.list.some((b) => b.key === 'f3|f4' && b.kind === 'article')).toBe(true);
  review.take({ kind: 'nth', n: 3, page: null });
  expect(review.list).toHaveLength(3);
  const { place } = review;
  const again = new Review(editor);
  again.restore(place);
  expect(again.list.map((b) => b.key)).toEqual(review.list.map((b) => b.key));
  expect(again.current?.key).toBe(review.current?.key);
});

test('the first approval asks who it is; after that it is done at once', () => {
  const { editor, review } = walk();
  const on = { kind: 'article', id: 'a1' } as const;
  review.decisions.decide('approved', on);
  expect(editor.session.dialog).toBe('decide');
  expect(editor.edition.articles['a1']?.review.state).toBe('open');
  editor.session.dialog = null;
  editor.preferences.initials = ' LH ';
  review.decisions.decide('approved', on);
  expect(editor.session.dialog).toBeNull();
  expect(editor.edition.articles['a1']?.review.decisions).toMatchObject([
    { state: 'approved', by: 'LH', at: '1970-01-01T00:00:00.000Z' },
  ]);
  expect(review.decisions.mayApprove(on)).toMatchObject({ code: 'refuse.approved-already' });
});

test('marks a place for the split by sentences', () => {
  const { review } = walk();
  review.step(1);
  review.side = 'before';
  review.moveCut(-1);
  expect(review.cut).toEqual({ id: 'f2', at: 15 });
  review.moveCut(-1);
  expect(review.cut).toEqual({ id: 'f2', at: 0 });
});
