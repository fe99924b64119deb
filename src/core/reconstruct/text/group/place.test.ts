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
