import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribute } from './distribute.ts';

describe('distribute', () => {
  it('cuts where the lines were cut, as long as only white space differs', () => {
    expect(distribute('新图书馆下月开放。', ['新 图 书 馆', '下月', '开放。'])).toEqual(['新图书馆', '下月', '开放。']);
    expect(distribute('one two three', ['one two', 'three'])).toEqual(['one two', 'three']);
  });

  it('finds the cuts in a corrected text, and cuts no word', () => {
    expect(distribute('The ferry runs again from Monday on.', ['The fery runs again from Mon-', 'day on.'])).toEqual([
      'The ferry runs again from Monday',
      'on.',
    ]);
    expect(distribute('新图书馆将于下月开放', ['新图书倌将', '于下', '月'])).toEqual(['新图书馆将', '于下', '月开放']);
  });

  it('gives paragraphs no line break, and leaves a line empty of which nothing is left', () => {
    expect(distribute('one\ntwo', ['one', 'gone', 'two'])).toEqual(['one', '', 'two']);
    expect(distribute('one\ntwo', ['one two'])).toEqual(['one two']);
  });

  it('loses and invents nothing', () => {
    const line = fc.string({
      unit: fc.constantFrom('图', '书', '馆', 'a', 'b', ' ', '-', '\u{20000}', '\n'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(line, fc.array(line, { minLength: 1, maxLength: 5 }), (text, raw) => {
        const parts = distribute(text, raw);
        expect(parts).toHaveLength(raw.length);
        expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
