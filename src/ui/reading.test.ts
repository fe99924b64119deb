import { describe, expect, it } from 'vitest';
import { call } from '../core/index.ts';
import { paper, run } from '../editor/paper.testing.ts';
import { articleReading, pageReading, plainText } from './reading.ts';

describe('articleReading', () => {
  const edition = run(
    paper(
      ['桥通了', '两岸的人都来走一走，', '（下转第二版）'],
      ['（上接第一版）', '桥通了', '孩子们走在最前面。', '完'],
    ),
    call('fragment.role', { ids: ['f1'], role: 'headline' }),
    call('fragment.role', { ids: ['f3'], role: 'jump-to' }),
    call('fragment.role', { ids: ['f4'], role: 'jump-from' }),
    call('fragment.role', { ids: ['f5'], role: 'jump-head' }),
    call('fragment.place', { ids: ['f1', 'f2', 'f3'], page: 'p1', column: 'c1', after: null }),
    call('fragment.place', { ids: ['f4', 'f5', 'f6', 'f7'], page: 'p2', column: 'c1', after: null }),
    call('article.make', { ids: ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'] }),
    call('fragment.continues', { ids: ['f6'], continues: true }),
  );

  it('goes on in the paragraph that a page cut, with one marker at the seam', () => {
    const { blocks, title } = articleReading(edition, 'a1');
    expect(title).toBe('桥通了');
    expect(blocks.map((b) => b.role)).toEqual(['headline', 'body']);
    expect(blocks[1]?.runs).toEqual([
      { kind: 'text', text: '两岸的人都来走一走，' },
      { kind: 'jump', direction: 'to', page: '2' },
      { kind: 'text', text: '孩子们走在最前面。' },
    ]);
  });

  it('keeps the headline of a later part, after the sentence that the jump cuts', () => {
    const titled = run(edition, call('fragment.role', { ids: ['f5'], role: 'headline' }));
    const { blocks } = articleReading(titled, 'a1');
    expect(blocks.map((b) => b.role)).toEqual(['headline', 'body', 'headline']);
    expect(blocks[1]?.runs).toHaveLength(3);
  });

  it('shows a page’s own part, and then what belongs to no article', () => {
    const [part, loose] = pageReading(edition, 'p2');
    expect(part?.blocks.map((b) => b.role)).toEqual(['jump-from', 'body']);
    expect(loose?.id).toBeNull();
    expect(plainText([loose ?? { blocks: [] }])).toBe('完');
  });

  it('copies paragraphs without markers', () => {
    expect(plainText([articleReading(edition, 'a1')])).toBe('桥通了\n\n两岸的人都来走一走，孩子们走在最前面。');
  });

  it('joins Latin text with a space', () => {
    const english = run(
      paper(['The bridge was', 'opened on Monday.']),
      call('article.make', { ids: ['f1', 'f2'] }),
      call('fragment.continues', { ids: ['f2'], continues: true }),
    );
    expect(plainText([articleReading(english, 'a1')])).toBe('The bridge was opened on Monday.');
  });
});
