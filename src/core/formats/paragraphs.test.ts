import { describe, expect, it } from 'vitest';
import { breaksIn, readBreaks, withBreaks } from './paragraphs.ts';

describe('typed paragraph breaks', () => {
  it.each([
    ['The ferry runs.\nIt is late.', '13', 'The ferry runs. It is late.'],
    ['渡口通航。\n\n 乘客买票。\n完', '5 10', '渡口通航。乘客买票。完'],
    ['a 𠀀\nb', '2', 'a 𠀀 b'],
  ])('are numbers of characters: %j', (text, said, plain) => {
    expect(breaksIn(text)).toBe(said);
    expect(withBreaks(plain, readBreaks(said) ?? [])).toBe(text.replace(/\s*\n\s*/gu, '\n'));
  });
  it('are none in one paragraph', () => expect([breaksIn('one'), breaksIn(' one \n')]).toEqual([undefined, undefined]));
  it.each(['', 'x', '0', '3 2', '-1', '1.5'])('are not believed where a file says %j', (said) =>
    expect(readBreaks(said)).toBeUndefined(),
  );
  it('beyond the end are none', () => expect(withBreaks('ab c', [2, 99])).toBe('ab\nc'));
});
