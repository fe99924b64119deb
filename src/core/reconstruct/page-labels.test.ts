import { describe, expect, it } from 'vitest';
import { labelOfName, labelPages } from './page-labels.ts';
import { groupPage } from './text/group/group.ts';
import { body, pageOf, type Given } from './text/group/pieces.fixture.ts';

const page = (name: string, ...given: Given[]) => {
  const { source, pieces } = pageOf(given, name, name);
  return groupPage(source, pieces);
};
const folio = (text: string): Given => ({ role: 'folio', lines: [text] });
const label = (...pages: [string, string?][]): string[] =>
  labelPages(
    pages.map(([name, text]) => page(name, ...(text ? [folio(text)] : []), body('渡口大桥检修。'))),
    pages.map(([name]) => name),
  );

describe('page labels', () => {
  it('come from folios that say so', () => {
    expect(label(['a.txt', '第三版'], ['b.txt', 'Page 12'], ['c.txt', 'A04'])).toEqual(['3', '12', 'A4']);
  });
  it('take a lone bare number for the day that it may be', () => {
    expect(label(['page-1.txt', '21'])).toEqual(['1']);
    expect(label(['page-1.txt', '17'], ['page-2.txt', '23'])).toEqual(['1', '2']);
  });
  it('believe bare numbers that run on', () => {
    expect(label(['x.txt', '7'], ['y.txt', '8'])).toEqual(['7', '8']);
  });
  it('fall back on the file name, and on the place where names are one', () => {
    expect(label(['p02.txt'], ['p03.txt'])).toEqual(['2', '3']);
    expect(label(['scan.txt'], ['scan.txt'])).toEqual(['1', '2']);
  });
  it('read the last short number of a name, not a year', () => {
    expect(labelOfName('2024-paper-A03.txt')).toBe('A3');
    expect(labelOfName('paper-2024.txt')).toBeNull();
  });
});
