import { describe, expect, it } from 'vitest';
import { joinCouplet } from './head-lines.ts';
import { repairParagraph } from './index.ts';

const PAIRS = new Set(['河堤', '堤加', '加固', '码头']);

describe('joinCouplet', () => {
  it('parts two clauses of one length, one on each line', () => {
    expect(joinCouplet('加固两岸河堤\n守住一城平安', PAIRS)).toBe('加固两岸河堤 守住一城平安');
    expect(joinCouplet('加固两岸河堤\n守住一城平安 迎接汛期', PAIRS)).toBe('加固两岸河堤 守住一城平安 迎接汛期');
  });
  it('trap: not where a word of the page runs over the seam', () => {
    expect(joinCouplet('县里提前把河堤\n加固工程做完了', PAIRS)).toBe('县里提前把河堤加固工程做完了');
  });
  it('trap: nor lines of different length, short ones, or without knowing the page', () => {
    expect(joinCouplet('加固两岸河堤\n守住平安', PAIRS)).toBe('加固两岸河堤守住平安');
    expect(joinCouplet('河堤新\n码头旧', PAIRS)).toBe('河堤新码头旧');
    expect(joinCouplet('加固两岸河堤\n守住一城平安')).toBe('加固两岸河堤守住一城平安');
  });
  it('trap: from one thing to the other is one clause', () => {
    expect(joinCouplet('从“老码头”\n到“新码头”')).toBe('从“老码头”到“新码头”');
    expect(joinCouplet('收回“老码头”\n打造“新码头”')).toBe('收回“老码头” 打造“新码头”');
  });
});

it('a head is repaired with the page’s pairs, a paragraph is joined as ever', () => {
  const lines = ['加固两岸河堤', '守住一城平安'];
  expect(repairParagraph(lines, { head: true, pairs: PAIRS }).text).toBe('加固两岸河堤 守住一城平安');
  expect(repairParagraph(lines, { pairs: PAIRS }).text).toBe('加固两岸河堤守住一城平安');
});
