import { describe, expect, it } from 'vitest';
import { articlesOf, call, type Edition } from '../core/index.ts';
import { numberCall, numberIn, orderWith } from './numbering.ts';
import { paper, run } from './paper.testing.ts';

/** Articles a1, a2 and so on, one fragment each. */
function edition(articles: number): Edition {
  const texts = Array.from({ length: articles }, (_, i) => `第${i + 1}座桥今天通车。`);
  return run(paper(texts), ...texts.map((_, i) => call('article.make', { ids: [`f${i + 1}`] })));
}
const ids = (of: Edition): string[] => articlesOf(of).map((a) => a.id);
const shown = (of: Edition, article: string, number: number): string[] =>
  orderWith(of, article, number).map((row) =>
    'unseen' in row ? `… ${row.unseen}` : `${row.number} ${row.id}${row.was === row.number ? '' : ` was ${row.was}`}`,
  );

describe('another number', () => {
  const six = edition(6);

  it('is read in wide digits too, and only within the order', () => {
    expect(['3', ' 3 ', '３', '1', '6'].map((typed) => numberIn(typed, 6))).toEqual([3, 3, 3, 1, 6]);
    for (const typed of ['', '0', '7', '-1', '2.5', '1e1', 'three', '99999999999'])
      expect(numberIn(typed, 6)).toBeNull();
  });

  it('shows the order as it would be, and what moves', () => {
    expect(shown(six, 'a4', 2)).toEqual(['1 a1', '2 a4 was 4', '3 a2 was 2', '4 a3 was 3', '5 a5', '6 a6']);
    expect(shown(six, 'a2', 4)).toEqual(['1 a1', '2 a3 was 3', '3 a4 was 4', '4 a2 was 2', '5 a5', '6 a6']);
    expect(shown(six, 'a3', 3)).toEqual(['1 a1', '2 a2', '3 a3', '4 a4', '5 a5', '6 a6']);
  });

  it('shows of a long order both ends of what moves', () => {
    expect(shown(edition(20), 'a15', 4)).toEqual([
      ...['1 a1', '2 a2', '3 a3', '4 a15 was 15', '5 a4 was 4', '6 a5 was 5', '… 6'],
      ...['13 a12 was 12', '14 a13 was 13', '15 a14 was 14', '16 a16', '17 a17', '… 3'],
    ]);
  });

  it('is given by one step, to the order that was shown', () => {
    for (const article of ids(six))
      for (let number = 1; number <= 6; number++) {
        const made = numberCall(six, article, number);
        if (!made) {
          expect(ids(six)[number - 1]).toBe(article);
          continue;
        }
        expect(ids(run(six, made))).toEqual(orderWith(six, article, number).map((row) => row.id));
      }
  });
});
