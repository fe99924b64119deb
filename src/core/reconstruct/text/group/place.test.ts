import { expect, it } from 'vitest';
import { layOut } from './place.ts';
import { body, head, pageOf } from './pieces.fixture.ts';

const long = (n: number): string[] => Array.from({ length: n }, () => '渡口大桥今起封闭检修过江车辆绕行');

it('lets a head span its body, and fills the columns evenly', () => {
  const { pieces } = pageOf([
    head('渡口大桥检修'),
    ...Array.from({ length: 6 }, () => body(...long(20))),
    head('图书馆开馆'),
    body(...long(10)),
  ]);
  const { places, columns, order } = layOut(pieces, [
    [0, 1, 2, 3, 4, 5, 6],
    [7, 8],
  ]);
  expect(places[0]!.span).toBeGreaterThan(1);
  const own = places.slice(1, 7).map((place) => place.column);
  expect(Math.max(...own)).toBe(places[0]!.column + places[0]!.span - 1);
  expect([...own].sort((a, b) => a - b)).toEqual(own);
  expect(places[7]!).toEqual({ column: places[8]!.column, span: 1 });
  expect(columns.length).toBeGreaterThanOrEqual(3);
  expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

it('puts the folio over all columns on top', () => {
  const { pieces } = pageOf([body(...long(5)), { role: 'folio', lines: ['2'] }]);
  const { places, order, columns } = layOut(pieces, [[0]]);
  expect(order[0]).toBe(1);
  expect(places[1]).toEqual({ column: 0, span: columns.length });
});

it('leaves no column under a head empty, however unlike its paragraphs are in length', () => {
  const bodies = [4, 5, 30, 22, 6, 3].map((lines) => body(...long(lines)));
  const { pieces } = pageOf([head('渡口大桥检修'), ...bodies]);
  const { places } = layOut(pieces, [[0, 1, 2, 3, 4, 5, 6]]);
  const { column, span } = places[0]!;
  expect(span).toBeGreaterThan(2);
  const used = new Set(places.slice(1).map((place) => place.column));
  expect([...used]).toEqual(Array.from({ length: span }, (_, i) => column + i));
});

it('asks for no more columns than there are paragraphs', () => {
  const { pieces } = pageOf([head('渡口大桥检修'), body(...long(40)), body(...long(30))]);
  const { places } = layOut(pieces, [[0, 1, 2]]);
  expect(places.map(({ column, span }) => [column, span])).toEqual([
    [0, 2],
    [0, 1],
    [1, 1],
  ]);
});

it('keeps a byline over its paragraph and a jump line under it', () => {
  const { pieces } = pageOf([
    head('渡口大桥检修'),
    { role: 'byline', lines: ['本报记者 林晓'] },
    body(...long(20)),
    body(...long(20)),
    { role: 'jump-to', lines: ['（下转第二版）'], jump: { direction: 'to', page: '2' } },
  ]);
  const { places } = layOut(pieces, [[0, 1, 2, 3, 4]]);
  expect(places.slice(1).map(({ column }) => column)).toEqual([0, 0, 1, 1]);
});

it('sets an article narrower where that fills a column left free beside others', () => {
  const article = (paragraphs: number, lines: number) => [
    head('渡口大桥检修'),
    ...Array.from({ length: paragraphs }, () => body(...long(lines))),
  ];
  const given = [article(4, 20), article(2, 16), article(2, 15), article(2, 15)];
  const { pieces } = pageOf(given.flat());
  let next = 0;
  const { places, columns } = layOut(
    pieces,
    given.map((one) => one.map(() => next++)),
  );
  const first = places.filter((_, i) => given.flat()[i]!.role === 'headline');
  expect(first.map(({ span }) => span).reduce((sum, span) => sum + span, 0)).toBeGreaterThanOrEqual(columns.length);
  expect(new Set(places.map(({ column }) => column)).size).toBe(columns.length);
});
