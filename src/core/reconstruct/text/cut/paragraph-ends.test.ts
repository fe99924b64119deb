import { describe, expect, it } from 'vitest';
import { readPage } from './lines.ts';
import { hiddenStarts } from './paragraph-ends.ts';
import { sourceOf } from './testing.ts';

const LONG = [
  'The county engineer said that the',
  'new pump station would be ready in',
  'the spring, and that the three old',
  'ones would be closed as soon as the',
  'river had gone back to its bed and',
  'the ditches on both banks had been',
  'cleared of what the flood left in',
  'them, which might take two months.',
];
const AFTER = [
  'According to the mayor, the works',
  'will cost less than the last ones',
  'did, since most of the stone comes',
  'from the old bridge that was taken',
  'down in the autumn by the army. It',
  'will be carted to the bank by men',
  'of the village in the two weeks.',
];
const starts = (lines: readonly string[]): number[] =>
  hiddenStarts(readPage(sourceOf(lines.join('\n'))), 0, lines.length - 1);

describe('hiddenStarts', () => {
  it('begins a paragraph behind a long one where the sentence opens afresh', () => {
    expect(starts([...LONG, ...AFTER])).toEqual([8]);
  });
  it('does not where the sentence points back', () => {
    expect(starts([...LONG, 'He said it', ...AFTER.slice(1)])).toEqual([]);
  });
  it('does not in a short paragraph, nor before a short rest', () => {
    expect(starts([...LONG.slice(7), ...AFTER])).toEqual([]);
    expect(starts([...LONG, 'According to the mayor, all is well.'])).toEqual([]);
  });
  it('asks more of a rest that is a single short sentence', () => {
    expect(starts([...LONG, 'Masons from the town will do it', 'in the summer holidays this year.'])).toEqual([]);
  });
  it('does not take an abbreviation in the next sentence for its end', () => {
    const named = [
      'Masons under Dr. Brandt and Mr. Lee',
      'from the town will do the work in',
      'the holidays, which is cheap. They',
      'will be given food and beds by us.',
    ];
    expect(starts([...LONG, ...named])).toEqual([8]);
  });
  it('does not behind an abbreviation or inside speech', () => {
    expect(starts([...LONG.slice(0, 7), 'them, as was shown by Dr.', ...AFTER])).toEqual([]);
    expect(starts(['"' + (LONG[0] ?? ''), ...LONG.slice(1), ...AFTER])).toEqual([]);
  });
  it('leaves Han text alone: its indents tell', () => {
    expect(starts(['河堤上站满了人。', '他们带着铁锹。'])).toEqual([]);
  });
});
