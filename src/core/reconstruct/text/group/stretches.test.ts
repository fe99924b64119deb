import { describe, expect, test } from 'vitest';
import { groupPage } from './group.ts';
import { pageOf, type Given } from './pieces.fixture.ts';
import { stretchesOf, WHOLE } from './stretches.ts';

/** A page of short news: a folio, then head and text in turn; of two texts the first is broken off. */
const page = (n: number, items: number): Given[] => [
  { role: 'folio', lines: [`第${n}版`] },
  ...Array.from({ length: items }, (_, i): Given[] => [
    { role: 'headline', lines: [`柳河第${n}号桥第${i}次检修完工`] },
    { role: 'body', lines: ['桥面昨日恢复通行，沿岸居民'], endsOpen: true },
    { role: 'body', lines: ['上下班少绕三公里路。'], startsOpen: true },
  ]).flat(),
];

describe('stretches', () => {
  test('a page stays whole, also a very full one', () => {
    const { pieces } = pageOf(page(1, 130));
    expect(pieces.length).toBeLessThan(WHOLE);
    expect(stretchesOf(pieces)).toEqual([pieces]);
  });

  test('more than a page is parted where folios stand, and nothing is lost', () => {
    const { pieces } = pageOf([1, 2, 3, 4, 5, 6].flatMap((n) => page(n, 50)));
    const stretches = stretchesOf(pieces);
    expect(stretches.flat()).toEqual(pieces);
    expect(stretches.length).toBeGreaterThan(2);
    for (const [first] of stretches) expect(first?.role).toBe('folio');
  });

  test('without folios never in mid-sentence, and before a head', () => {
    const { pieces } = pageOf(page(1, 400).slice(1));
    for (const [first] of stretchesOf(pieces)) expect(first?.role).toBe('headline');
  });

  test('where no sentence ends they end all the same', () => {
    const { pieces } = pageOf(
      Array.from({ length: 900 }, (): Given => ({ role: 'body', lines: ['桥面'], startsOpen: true, endsOpen: true })),
    );
    expect(stretchesOf(pieces).flat()).toEqual(pieces);
    expect(Math.max(...stretchesOf(pieces).map((stretch) => stretch.length))).toBeLessThanOrEqual(WHOLE);
  });
});

test('an issue in one file: every piece is in one article at most, and in its place once', () => {
  const { source, pieces } = pageOf([1, 2, 3, 4].flatMap((n) => page(n, 50)));
  const grouped = groupPage(source, pieces);
  const inParts = grouped.parts.flatMap((part) => part.pieces);
  expect(new Set(inParts).size).toBe(inParts.length);
  expect([...grouped.order].sort((a, b) => a - b)).toEqual(grouped.pieces.map((_, i) => i));
  const spans = grouped.pieces.flatMap((piece) => piece.spans).sort((a, b) => a[0] - b[0]);
  const read = spans.map(([start, end]) => source.text.slice(start, end)).join('\n');
  expect(read.replace(/\n/gu, '')).toBe(source.text.replace(/\n/gu, ''));
  for (const part of grouped.parts)
    expect(part.reasons.every((reason) => part.pieces.includes(reason.piece))).toBe(true);
});
