import { expect, test } from 'vitest';
import {
  call,
  importArgs,
  newEdition,
  readingsOf,
  readText,
  transact,
  type Calls,
  type Edition,
} from '../core/index.ts';
import { readAfter } from './selection.ts';

const TEXT =
  '河堤路昨日全线通车\n\n市民可以骑车直达老码头，沿途新添了三处凉亭。\n\n图书馆周末举办旧书集市，欢迎带书来换。\n\n（下转第二版）';

function done(edition: Edition, calls: Calls): Edition {
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}

/** A head, two bodies and a jump line in one column; all but the second body are an article. */
function paper(): { edition: Edition; ids: string[]; article: string } {
  const empty = newEdition('e1');
  const draft = readText(new TextEncoder().encode(TEXT), 'page-1.txt');
  const imported = done(empty, [call('edition.import', importArgs(empty, readingsOf([draft])))]);
  const ids = Object.keys(imported.fragments['s1'] ?? {});
  const [head = '', body = '', loose = '', jump = ''] = ids;
  const edition = done(imported, [
    call('fragment.role', { ids: [head], role: 'headline' }),
    call('fragment.role', { ids: [body, loose], role: 'body' }),
    call('fragment.role', { ids: [jump], role: 'jump-to' }),
    call('fragment.place', { ids, page: 'p1', column: 'c1', after: null }),
    call('article.make', { ids: [head, body, jump] }),
  ]);
  return { edition, ids, article: Object.keys(edition.articles)[0] ?? '' };
}

test('what joins an article is read where it stands, and before the line that leads on', () => {
  const { edition, ids, article } = paper();
  expect(ids).toHaveLength(4);
  expect(readAfter(edition, article, [ids[2] ?? ''])).toBe(ids[1]);
});

test('a head that joins comes first', () => {
  const { edition, ids, article } = paper();
  const kicker = done(edition, [call('fragment.role', { ids: [ids[2] ?? ''], role: 'kicker' })]);
  expect(readAfter(kicker, article, [ids[2] ?? ''])).toBeNull();
});

test('what stands on no page of it is read last but for the line that leads on', () => {
  const { edition, ids, article } = paper();
  const inTray = done(edition, [call('fragment.unplace', { ids: [ids[2] ?? ''] })]);
  expect(readAfter(inTray, article, [ids[2] ?? ''])).toBe(ids[1]);
});
