import { expect, test } from 'vitest';
import { clip, excerpts } from './excerpts.ts';

test('shows what differs, with a little around it', () => {
  const text = 'The ferry between the tvvo towns will cost more from April on, says the board.';
  expect(excerpts(text, text.replace('tvvo', 'two'))).toEqual({
    before: '…ry between the tvvo towns will cos…',
    after: '…ry between the two towns will cos…',
  });
});

test('short texts are shown whole, long ones are cut between characters', () => {
  expect(excerpts('市场迁住', '市场迁往')).toEqual({ before: '市场迁住', after: '市场迁往' });
  expect(clip('𠀀'.repeat(4), 3)).toBe('𠀀𠀀𠀀…');
});
