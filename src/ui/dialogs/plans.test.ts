import { describe, expect, it } from 'vitest';
import { call, findFragment } from '../../core/index.ts';
import { paper, run } from '../../editor/paper.testing.ts';
import { flowIds, freeRun, likelyRun, moveRun, planFlow, sizeRun, widenRun } from './flow-plan.ts';

describe('runs of columns', () => {
  it('moves, widens and sizes within the page', () => {
    expect(moveRun({ first: 3, last: 4 }, 1, 5)).toEqual({ first: 3, last: 4 });
    expect(moveRun({ first: 0, last: 1 }, 1, 5)).toEqual({ first: 1, last: 2 });
    expect(widenRun({ first: 3, last: 4 }, 1, 5)).toEqual({ first: 2, last: 4 });
    expect(widenRun({ first: 2, last: 2 }, -1, 5)).toEqual({ first: 2, last: 2 });
    expect(sizeRun({ first: 3, last: 3 }, 4, 5)).toEqual({ first: 1, last: 4 });
  });
  it('finds the columns that are free highest up, the leftmost of equals', () => {
    expect(freeRun([90, 20, 20, 80], 2)).toEqual({ first: 1, last: 2 });
    expect(freeRun([10, 10, 10], 1)).toEqual({ first: 0, last: 0 });
  });
});

describe('planFlow', () => {
  const text = '河边的老屋修好了，墙上还留着当年的水位线，过路的人都要停下来看一看。'.repeat(4);
  const edition = run(
    paper(['老屋修好了', text, text, text, text]),
    call('fragment.role', { ids: ['f1'], role: 'headline' }),
    call('article.make', { ids: ['f1', 'f2', 'f3', 'f4', 'f5'] }),
  );
  it('says what stands across and how the rest is shared out', () => {
    const plan = planFlow(edition, ['f1', 'f2', 'f3', 'f4', 'f5'], 'p1', { first: 1, last: 2 });
    expect(plan?.heads).toEqual(['老屋修好了']);
    expect(plan?.shares).toEqual([2, 2]);
  });
  it('leaves the edition as it was', () => {
    expect(findFragment(edition, 'f1')?.placement.at).toBe('unplaced');
  });
  it('takes a whole article in its reading order and leaves what stands on another page', () => {
    expect(flowIds(edition, ['f5', 'f4', 'f3', 'f2', 'f1'], 'p1')).toEqual({
      ids: ['f1', 'f2', 'f3', 'f4', 'f5'],
      stay: 0,
    });
    const two = run(
      edition,
      call('page.add', { columns: 5 }),
      call('fragment.place', { ids: ['f5'], page: 'p2', column: 'c1', after: null }),
    );
    expect(flowIds(two, ['f1', 'f2', 'f3', 'f4', 'f5'], 'p1')).toEqual({ ids: ['f1', 'f2', 'f3', 'f4'], stay: 1 });
  });
  it('proposes a run within the page', () => {
    const { first, last } = likelyRun(edition, ['f1', 'f2', 'f3', 'f4', 'f5'], 'p1');
    expect(first).toBe(0);
    expect(last).toBeLessThan(5);
  });
});
