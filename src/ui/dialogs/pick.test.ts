import { describe, expect, it } from 'vitest';
import { grouped, search, type Pick } from './pick.ts';

const PICKS: readonly Pick[] = [
  { id: 'open', label: 'Open files…', also: '打开文件… open', group: 'Files' },
  { id: 'save', label: 'Save', also: '保存 save', group: 'Files', why: 'No edition is open.' },
  { id: 'save-as', label: 'Save as…', also: '另存为… save-as', group: 'Files' },
  { id: 'make-article', label: 'Make an article of the selection', also: '用选中的片段组成一篇', group: 'Articles' },
  { id: 'article-up', label: 'Article up in the outline', also: '稿件上移', group: 'Articles' },
];
const ids = (query: string): string[] => search(PICKS, query).map((p) => p.id);

describe('search', () => {
  it('keeps the list as it stands while nothing is typed', () => {
    expect(ids('  ')).toEqual(PICKS.map((p) => p.id));
  });
  it('puts what begins with the word before what holds it', () => {
    expect(ids('article')).toEqual(['article-up', 'make-article']);
  });
  it('finds the other language', () => {
    expect(ids('保存')).toEqual(['save']);
    expect(ids('稿件')).toEqual(['article-up']);
  });
  it('wants every word', () => {
    expect(ids('article outline')).toEqual(['article-up']);
    expect(ids('article save')).toEqual([]);
  });
  it('puts what cannot be done after its equals', () => {
    expect(ids('save')).toEqual(['save-as', 'save']);
  });
  it('reads full-width letters and capitals alike', () => {
    expect(ids('ＳＡＶＥ as')).toEqual(['save-as']);
  });
});

describe('grouped', () => {
  it('heads each run of a group once', () => {
    expect(grouped(PICKS).map((g) => [g.name, g.picks.length])).toEqual([
      ['Files', 3],
      ['Articles', 2],
    ]);
  });
  it('puts what bears the number that is typed before what only holds it', () => {
    const numbered: readonly Pick[] = [
      { id: 'a', label: '2 new buses', badge: { text: '7', hue: 0 } },
      { id: 'b', label: 'Harbour', badge: { text: '12', hue: 1 } },
      { id: 'c', label: 'Library', badge: { text: '2', hue: 2 } },
    ];
    expect(search(numbered, '2').map((p) => p.id)).toEqual(['c', 'a']);
    expect(search(numbered, '12').map((p) => p.id)).toEqual(['b']);
  });
});
