import { expect, test } from 'vitest';
import { call, type Edition } from '../core/index.ts';
import { paper, run } from './paper.testing.ts';
import { readAfter } from './selection.ts';

/** A head, two bodies and a jump line in one column; all but the second body are an article. */
function inOneColumn(): { edition: Edition; article: string } {
  const edition = run(
    paper([
      '河堤路昨日全线通车',
      '市民可以骑车直达老码头，沿途新添了三处凉亭。',
      '图书馆周末举办旧书集市，欢迎带书来换。',
      '（下转第二版）',
    ]),
    call('fragment.role', { ids: ['f1'], role: 'headline' }),
    call('fragment.role', { ids: ['f4'], role: 'jump-to' }),
    call('fragment.place', { ids: ['f1', 'f2', 'f3', 'f4'], page: 'p1', column: 'c1', after: null }),
    call('article.make', { ids: ['f1', 'f2', 'f4'] }),
  );
  return { edition, article: Object.keys(edition.articles)[0] ?? '' };
}

test('what joins an article is read where it stands, and before the line that leads on', () => {
  const { edition, article } = inOneColumn();
  expect(readAfter(edition, article, ['f3'])).toBe('f2');
});

test('a head that joins comes first', () => {
  const { edition, article } = inOneColumn();
  const kicker = run(edition, call('fragment.role', { ids: ['f3'], role: 'kicker' }));
  expect(readAfter(kicker, article, ['f3'])).toBeNull();
});

test('what stands on no page of it is read last but for the line that leads on', () => {
  const { edition, article } = inOneColumn();
  const inTray = run(edition, call('fragment.unplace', { ids: ['f3'] }));
  expect(readAfter(inTray, article, ['f3'])).toBe('f2');
});
