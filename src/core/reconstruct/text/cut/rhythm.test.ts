import { expect, it } from 'vitest';
import { rhythmOf } from './rhythm.ts';

/** `|` is a blank line. */
const rhythm = (...lines: string[]): string =>
  rhythmOf(lines.flatMap((text, i) => (text === '|' ? [] : [{ text, glued: i > 0 && lines[i - 1] !== '|' }])))
    .map(({ parted, edge }) => (parted ? 'p' : edge ? 'e' : '.'))
    .join('');
const each = (n: number): string[] => Array.from({ length: n }, (_, i) => [`line ${i}`, '|']).flat();
const PARAGRAPH = ['The ferry', 'will be', 'mended', 'in May.'];

it('where each line is followed by a blank one, lines are parted', () => {
  expect(rhythm(...each(6), 'end')).toBe('ppppppp');
});

it('a paragraph without blank lines in such a page is a block, a head of two lines is not', () => {
  expect(rhythm(...each(12), ...PARAGRAPH, '|', 'A head of', 'two lines', '|', 'x')).toBe(`${'p'.repeat(12)}e...ppp`);
});

it('where blank lines part paragraphs, the line after one is an edge', () => {
  expect(rhythm(...PARAGRAPH, '|', ...PARAGRAPH, '|', 'A head', '|', ...PARAGRAPH, '|', ...PARAGRAPH)).toBe(
    'e...e...ee...e...',
  );
});

it('one stretch of a page may part its lines though the page does not', () => {
  const page = [...PARAGRAPH, '|', ...PARAGRAPH, '|', ...PARAGRAPH, '|', ...PARAGRAPH, '|', ...each(9), ...PARAGRAPH];
  expect(rhythm(...page)).toBe(`e...e...e...e...${'p'.repeat(9)}e...`);
});

it('trap: few lines in a row are heads and folios, not a stretch', () => {
  expect(rhythm(...PARAGRAPH, '|', ...PARAGRAPH, '|', ...PARAGRAPH, '|', ...each(4), ...PARAGRAPH)).toBe(
    'e...e...e...eeeee...',
  );
});

it('without blank lines nothing is said', () => {
  expect(rhythm(...PARAGRAPH, ...PARAGRAPH)).toBe('........');
});
