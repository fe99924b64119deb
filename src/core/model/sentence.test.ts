import { describe, expect, test } from 'vitest';
import { sentencesOf, sentenceStarts } from './sentence.ts';

const cut = (text: string): string[] => sentencesOf(text).map(([start, end]) => text.slice(start, end));

describe('sentences', () => {
  test('end with a full stop and its closing quotes', () => {
    expect(cut('桥昨天通车。“我等了两年！”他说。后天')).toEqual(['桥昨天通车。', '“我等了两年！”', '他说。', '后天']);
    expect(cut('It opened. “At last!” she said. Then rain came')).toEqual([
      'It opened.',
      '“At last!” she said.',
      'Then rain came',
    ]);
  });
  test('do not end with initials, titles, numbers or abbreviations in mid-sentence', () => {
    expect(cut('Mr. J. Smith paid 3.5 crowns. No. 7 was shut.')).toEqual([
      'Mr. J. Smith paid 3.5 crowns.',
      'No. 7 was shut.',
    ]);
  });
  test('end with a paragraph', () => {
    expect(cut('一段\n二段')).toEqual(['一段', '二段']);
    expect(cut('  ')).toEqual([]);
  });
});

describe('sentences begin', () => {
  test.each([
    ['One. Two! Three? Four.', [0, 5, 10, 17]],
    ['他说：“来吧。”然后走了。再见。', [0, 8, 13]],
    ['Mr. Hale paid 3.50 to the U.S. Mint on Jan. 5. He left.', [0, 47]],
    ['no end at all', [0]],
    ['第一段\n第二段', [0, 4]],
    ['   Led by spaces. Then more.', [3, 18]],
  ] as const)('%s', (text, starts) => {
    expect(sentenceStarts(text)).toEqual([...starts]);
  });
});
