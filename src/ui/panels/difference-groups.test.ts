import { describe, expect, test } from 'vitest';
import { changedPart } from './difference-groups.ts';

const raw = (ours: string, theirs: string): string[] => {
  const part = changedPart(ours, theirs);
  return [part.ours, part.theirs].map((saying) => ('raw' in saying ? saying.raw : ''));
};

describe('what changed in a text', () => {
  test('is shown with what stands around it', () => {
    expect(
      raw(
        'The footbridge over the Mill Brook opened on Monday.',
        'The footbridge over the Mill Brook opened on Tuesday.',
      ),
    ).toEqual(['…opened on Monday.', '…opened on Tuesday.']);
    expect(raw('', 'new')).toEqual(['', 'new']);
    expect(raw('aa', 'aaa')).toEqual(['aa', 'aaa']);
  });
  test('cuts no character in two', () => {
    expect(raw('\u{1f600}a', '\u{1f601}a')).toEqual(['\u{1f600}a', '\u{1f601}a']);
  });
});
