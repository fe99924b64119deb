import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionOf, run } from '../commands/small-edition.test-support.ts';
import { call } from '../transact.ts';
import { breakLines } from './break-lines.ts';
import { characterWidth } from './metrics.ts';
import { pageLayout } from './page-layout.ts';

describe('lines', () => {
  test('no closing mark begins a line and no opening one ends it', () => {
    const text = '记者“昨日”（三月）在河边看到，市民们排队入场；“人很多。”他说：《春》已售完。'.repeat(4);
    for (let measure = 6; measure < 20; measure++) {
      const lines = breakLines(text, measure);
      for (const { text: line } of lines) {
        expect(line).not.toMatch(/^[、。，；：？！）”》]/u);
        expect(line).not.toMatch(/[（“《]$/u);
      }
      expect(lines.map((line) => line.text).join('')).toBe(text);
    }
  });
  test('Latin words stay whole, and a word wider than the measure is cut', () => {
    expect(breakLines('the library opened on Sunday', 6).map((l) => l.text)).toEqual([
      'the library',
      'opened on',
      'Sunday',
    ]);
    expect(breakLines('a'.repeat(40), 6).length).toBeGreaterThan(2);
  });
  test('every paragraph begins with its indent, one that reads on does not', () => {
    const indents = (first: boolean): number[] =>
      breakLines('第一段。\n第二段。', 10, 2, first).map((line) => line.indent);
    expect(indents(true)).toEqual([2, 2]);
    expect(indents(false)).toEqual([0, 2]);
  });
  test('any text: nothing is lost, no line is wider than it must be', () => {
    const word = fc.constantFrom(
      '图书馆',
      '，',
      '。',
      '“',
      '”',
      'library',
      'well-known',
      ' ',
      '2024',
      '\u{1f468}\u200d\u{1f469}',
      'مرحبا',
      'x'.repeat(30),
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 3, max: 30 }), (words, measure) => {
        const text = words.join('');
        const lines = breakLines(text, measure, 2);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''));
        for (const line of lines) expect(text.startsWith(Array.from(line.text)[0] ?? '', line.start)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  test('Han is square, Latin is not, an accent takes no room', () => {
    expect([characterWidth('报', true), characterWidth('i', true), characterWidth('\u0301', false)]).toEqual([
      1, 0.278, 0,
    ]);
    expect(characterWidth('“', true)).toBe(1);
    expect(characterWidth('“', false)).toBe(0.4);
  });
});

describe('a sheet', () => {
  const start = editionOf(['One short line.', '市'.repeat(200), 'Two short words.', 'Over all of them']);
  const place = (id: string, column: string, span: number) =>
    call('fragment.place', { ids: [id], page: 'p1', column, after: null, span });
  // Each goes to the page's top: the last call stands first.
  const laid = pageLayout(
    run(start, place('f4', 'c1', 3), place('f3', 'c3', 1), place('f2', 'c2', 1), place('f1', 'c1', 1)),
    'p1',
  );
  const box = (id: string) => {
    const found = laid.byId.get(id);
    if (!found) throw new Error(`no box ${id}`);
    return found;
  };
  test('each column goes down by itself', () => {
    expect([box('f1').y, box('f2').y, box('f3').y]).toEqual([laid.top, laid.top, laid.top]);
    expect(box('f2').height).toBeGreaterThan(box('f1').height * 5);
  });
  test('what spans stands at the lowest bottom of its columns', () => {
    expect(box('f4').y).toBeCloseTo(box('f2').y + box('f2').height);
    expect(laid.columns.map((c) => c.bottom > box('f4').y)).toEqual([true, true, true, false, false]);
    expect(box('f4').width).toBeCloseTo(
      (laid.columns[2]?.x ?? 0) + (laid.columns[2]?.width ?? 0) - (laid.columns[0]?.x ?? 0),
    );
  });
  test('the sheet is as tall as its page, or as far as its text reaches', () => {
    expect(laid.height).toBe(laid.page.height);
    const long = run(editionOf(['市'.repeat(6000)]), place('f1', 'c1', 1));
    expect(pageLayout(long, 'p1').height).toBeGreaterThan(laid.page.height);
  });
  test('the same edition is laid once', () => {
    const edition = run(start, place('f1', 'c1', 1));
    expect(pageLayout(edition, 'p1')).toBe(pageLayout(edition, 'p1'));
  });
});
