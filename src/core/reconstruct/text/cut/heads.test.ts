import { describe, expect, it } from 'vitest';
import { splitHead } from './heads.ts';
import { readPage } from './lines.ts';
import { sourceOf } from './testing.ts';

const split = (lines: readonly string[]) => splitHead(readPage(sourceOf(lines.join('\n'))), 0, lines.length - 1);

describe('splitHead', () => {
  it('keeps lines together that wrapped at one width', () => {
    expect(split(['Longtime keeper of', 'the Riverton mill and', 'its pumps retires'])).toEqual([[0, 2]]);
  });
  it('parts a long line over or under a narrow head', () => {
    expect(
      split([
        'The county wants the ditches mended before the autumn rain',
        'Longtime keeper of',
        'the Riverton mill and',
        'its pumps retires',
      ]),
    ).toEqual([
      [0, 0],
      [1, 3],
    ]);
    expect(
      split([
        'Longtime keeper of',
        'the Riverton mill and',
        'its pumps retires',
        'He was the last to know how the sluices',
        'were set by hand',
      ]),
    ).toEqual([
      [0, 2],
      [3, 4],
    ]);
  });
  it('leaves Han heads alone: each line is a head already', () => {
    expect(split(['河堤加固', '全县水利工程今年提前两月完工'])).toEqual([[0, 1]]);
  });
});
