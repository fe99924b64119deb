import { describe, expect, test } from 'vitest';
import { run } from '../commands/small-edition.test-support.ts';
import type { Edition } from '../model/edition.ts';
import { articlesOf, findFragment, textOf } from '../model/selectors.ts';
import { emptyHistory, record, undo } from '../history.ts';
import { call } from '../transact.ts';
import { linkCall, linkSafe, safeRows } from './accept.ts';
import { jumpInbox, type JumpRow } from './inbox.ts';
import { idOf, paperOf } from './paper.test-support.ts';

const FERRY = [
  '# Ferry to the island runs again',
  'The ferry to Grey Island runs again from Monday, for',
  'Continued on Page 2',
];
const FERRY_2 = [
  '# Ferry to the island runs again',
  'Continued from Page 1',
  'the first time since the autumn storm broke its pier.',
];
const BAKERY = [
  '# Bakers win the oven prize',
  'The bakers of Mill Lane won the oven prize with a rye loaf',
  'Continued on Page 2',
];
const BAKERY_2 = [
  '# Bakers win the oven prize',
  'Continued from Page 1',
  'that took nine hours to bake in the old oven.',
];

const textAt = (edition: Edition, id: string | null | undefined): string => {
  const fragment = id == null ? undefined : findFragment(edition, id);
  return fragment ? textOf(edition, fragment) : '-';
};
const said = (rows: readonly JumpRow[]): string[] =>
  rows.map(
    (row) =>
      `${row.fromPage || '?'}>${row.toPage || '?'} ${row.status}${row.safe ? ' safe' : ''}${row.loop ? ' loop' : ''}`,
  );

describe('the jump inbox', () => {
  test('pairs the ends of several jumps between the same two pages by what they say', () => {
    const paper = paperOf([FERRY, BAKERY], [BAKERY_2, FERRY_2]);
    const rows = jumpInbox(paper);
    expect(said(rows)).toEqual(['1>2 ready safe', '1>2 ready safe']);
    for (const row of rows) {
      const [best] = row.candidates;
      expect(best?.answers).toBe(true);
      expect(best?.fragment).toBe(row.toFragment);
      const own = textAt(paper, findFragment(paper, row.line)?.id);
      expect(own).toBe('Continued on Page 2');
    }
    const codes = rows[0]?.candidates[0]?.reasons.map((reason) => reason.code);
    expect(codes).toEqual(expect.arrayContaining(['jump.both-ways', 'jump.same-head', 'jump.sentence']));
  });

  test('joins all safe ones in one step, and undoes it in one', () => {
    const paper = paperOf([FERRY, BAKERY], [BAKERY_2, FERRY_2]);
    const outcome = linkSafe(paper);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(articlesOf(outcome.edition)).toHaveLength(2);
    expect(said(jumpInbox(outcome.edition))).toEqual(['1>2 matched', '1>2 matched']);
    const ferry = findFragment(outcome.edition, idOf(paper, 'The ferry'))?.article?.id;
    expect(findFragment(outcome.edition, idOf(paper, 'the first time'))?.article?.id).toBe(ferry);
    expect(undo(outcome.edition, record(emptyHistory, outcome.transaction))?.edition).toStrictEqual(paper);
  });

  test('a slug finds its head', () => {
    const paper = paperOf(
      [['# Town hall weighs the budget', 'The council met late.', 'See BUDGET, Page 2'], BAKERY],
      [
        ['# Bread', 'Continued from Page 1', 'It rose all night.'],
        ['# Budget talks go on', 'Continued from Page 1', 'No vote was taken.'],
      ],
    );
    const budget = jumpInbox(paper).find((row) => textAt(paper, row.line).startsWith('See BUDGET'));
    expect(textAt(paper, budget?.toFragment)).toBe('Continued from Page 1');
    expect(budget?.candidates[0]?.article).toBe(findFragment(paper, idOf(paper, 'No vote'))?.article?.id);
    expect(budget?.candidates[0]?.reasons.map((reason) => reason.code)).toContain('jump.slug');
  });

  test('what fits two ways is ambiguous and never joined unseen', () => {
    const plain = (n: number): string[] => [`# Notice ${n}`, 'Rain.', 'Continued on Page 2'];
    const rest = (n: number): string[] => [`# More ${n}`, 'Continued from Page 1', 'Wind.'];
    const paper = paperOf([plain(1), plain(2)], [rest(3), rest(4)]);
    const rows = jumpInbox(paper);
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['ambiguous']));
    expect(safeRows(paper)).toEqual([]);
    expect(rows[0]?.candidates.length).toBe(2);
  });

  test('ends that only name each other, and have nothing else in common, are not safe', () => {
    const paper = paperOf(
      [['# Ferry runs', 'The ferry runs again from Monday.', 'Continued on Page 2']],
      [['# Bakers win', 'Continued from Page 1', 'Nine hours in an oven made a prize loaf of rye.']],
    );
    expect(said(jumpInbox(paper))).toEqual(['1>2 ready']);
    expect(safeRows(paper)).toEqual([]);
  });

  test('pending, one-way and lost ones say what they are', () => {
    const paper = paperOf(
      [
        ['# One', 'It goes far.', 'Continued on Page 9'],
        ['# Two', 'The mill wheel turns and', 'Continued on Page 2'],
        ['# 三号桥', '三号桥的桥墩', '（下转第 版）'],
      ],
      [['# Mill wheel', 'the mill wheel stops at night.']],
    );
    expect(said(jumpInbox(paper))).toEqual(['1>9 pending', '1>2 one-way', '1>? number-lost']);
    const oneWay = jumpInbox(paper)[1];
    expect(oneWay?.candidates[0]?.reasons.map((reason) => reason.code)).toContain('jump.named');
  });

  test('a page that arrives later makes a pending one ready', () => {
    const before = paperOf([FERRY]);
    expect(said(jumpInbox(before))).toEqual(['1>2 pending']);
    expect(said(jumpInbox(paperOf([FERRY], [FERRY_2])))).toEqual(['1>2 ready safe']);
  });

  test('a lost number is looked for among the ends that point here', () => {
    const paper = paperOf(
      [['# 桥', '老桥的桥墩昨天', '（下转第 版）']],
      [['# 无关', '天气晴。']],
      [['# 桥', '（上接第一版）', '开始加固。']],
    );
    const [lost] = jumpInbox(paper).filter((row) => row.status === 'number-lost');
    expect(lost?.candidates.map((c) => c.page)).toEqual(['p3']);
    expect(lost?.candidates[0]?.reasons.map((reason) => reason.code)).toContain('jump.answers');
    expect(lost?.safe).toBe(false);
  });

  test('serials and pointers are told from continuations', () => {
    const paper = paperOf(
      [
        ['# The lighthouse, part one', 'The lamp went out.', 'To be continued in our next issue'],
        ['# 灯塔（一）', '灯灭了。', '（未完待续）'],
        ['# 灯塔又亮了', '▶2版'],
      ],
      [['# 灯塔又亮了', '灯塔的灯昨晚又亮了。']],
    );
    const rows = jumpInbox(paper);
    expect(rows.map((row) => row.status)).toEqual(['next-issue', 'next-issue', 'pointer']);
    expect(rows[2]?.toPage).toBe('2');
    expect(rows[2]?.candidates[0]?.article).toBe(findFragment(paper, idOf(paper, '灯塔的灯'))?.article?.id);
    expect(rows.every((row) => !row.safe && !row.linked)).toBe(true);
  });

  test('a chain is told by all its pages, and joined by several safe jumps at once', () => {
    const page1 = ['# Long walk', 'They walked to the sea and', 'Continued on Page 2'];
    const page2 = ['# Long walk', 'Continued from Page 1', 'along the shore until', 'Continued on Page 3'];
    const page3 = ['# Long walk', 'Continued from Page 2', 'the walk ended at the lighthouse by the sea.'];
    const outcome = linkSafe(paperOf([page1], [page2], [page3]));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const rows = jumpInbox(outcome.edition);
    expect(said(rows)).toEqual(['1>2 matched', '2>3 matched']);
    expect(rows.map((row) => row.chain.join())).toEqual(['1,2,3', '1,2,3']);
    expect(articlesOf(outcome.edition)).toHaveLength(1);
  });

  test('a ring is told, and not joined unseen', () => {
    const there = ['# Round', 'The round goes on and', 'Continued on Page 2'];
    const back = ['# Round', 'Continued from Page 1', 'comes round and', 'Continued on Page 1'];
    const again = ['# Round', 'Continued from Page 2', 'the round goes on.'];
    const outcome = linkSafe(paperOf([there, again], [back]));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const rows = jumpInbox(outcome.edition);
    expect(rows.some((row) => row.loop)).toBe(true);
    expect(safeRows(outcome.edition)).toEqual([]);
  });

  test('other labels of a page are understood', () => {
    const paper = paperOf(
      [['# Ferry', 'The ferry runs', 'Continued on Page B7']],
      [['# Ferry', 'Continued from Page 1', 'again.']],
    );
    expect(said(jumpInbox(paper))[0]).toBe('1>B7 pending');
    const named = run(paper, call('page.describe', { page: 'p2', aliases: ['B07'] }));
    expect(said(jumpInbox(named))[0]).toBe('1>2 ready safe');
  });

  test('is joined with the candidate that is chosen', () => {
    const paper = paperOf([FERRY], [FERRY_2, BAKERY_2]);
    const [row] = jumpInbox(paper);
    const made = row && linkCall(paper, row, row.candidates[1]);
    expect(made?.args).toMatchObject({ article: row?.candidates[1]?.article });
    expect(row && linkCall(paper, { ...row, linked: true })).toBeNull();
  });
});
