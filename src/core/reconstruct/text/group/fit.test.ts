import { expect, it } from 'vitest';
import { fitOf } from './fit.ts';
import { openEnd, openStart, pageOf } from './pieces.fixture.ts';

const fit = fitOf(new Set(['harbour', 'commission', 'tram', 'at']));
const judge = (before: string, after: string): number => {
  const { pieces } = pageOf([openEnd(before), openStart(after)]);
  return fit(pieces[0]!, pieces[1]!);
};

it('likes two halves of a word of the page', () => {
  expect(judge('the harbour commis-', 'sion met')).toBeGreaterThan(judge('the harbour commis-', 'tram met') + 3);
});
it('closes brackets and quotes that were opened', () => {
  expect(judge('他说：“渡口大桥', '今起封闭。”')).toBeGreaterThan(judge('他说渡口大桥', '今起封闭。”'));
});
