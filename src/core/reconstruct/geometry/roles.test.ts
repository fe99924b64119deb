import { describe, expect, it } from 'vitest';
import { findColumns } from './columns.ts';
import { cutFragments } from './fragments.ts';
import { weightedMedian } from './layout-line.ts';
import { measuresOf, traitsOf } from './line-traits.ts';
import { placeOf, sheetColumns } from './place.ts';
import { isSignature, isTable, roleOfBody, rolesOfStack } from './roles.ts';
import { body, head, layoutLines, type SetLine } from './set-page.testing.ts';

const fragments = (lines: readonly SetLine[]) => {
  const laid = layoutLines(lines);
  const { strips, placed, pitch } = findColumns(laid, 10);
  const page = measuresOf(laid, strips, 10, pitch, weightedMedian);
  return cutFragments(traitsOf(placed, strips, page), page);
};

describe('roles', () => {
  const stackOf = (...lines: SetLine[]) => fragments([...lines, ...body(0, 200, 8)]).filter((f) => f.kind === 'head');
  it('of heads over a text go by size and place', () => {
    const stack = stackOf(
      head('FROM THE TOWN', 0, 0, { height: 10, width: 90 }),
      head('The bridge is open', 0, 40, { height: 30 }),
      head('MANY CAME TO SEE IT', 0, 90, { height: 12 }),
    );
    expect(rolesOfStack(stack, true).map((j) => j.role)).toEqual(['kicker', 'headline', 'subhead']);
    expect(rolesOfStack(stack, false).map((j) => j.role)).toEqual(['crosshead', 'crosshead', 'crosshead']);
  });
  it('claim no more than came true: less where no block speaks for a head, and where white alone parts a text', () => {
    const headed = (block?: string) =>
      fragments([
        { ...head('The bridge is open', 0, 0, { height: 60 }), ...(block ? { block } : {}) },
        ...body(0, 80, 8, { block: 'b' }),
        ...body(0, 190, 8, { block: 'c' }),
        ...body(0, 310, 8, { block: 'd' }),
      ]).filter(({ kind }) => kind === 'head');
    expect(rolesOfStack(headed('a'), true)[0]!.confidence).toBe(0.95);
    expect(rolesOfStack(headed(), true)[0]!.confidence).toBe(0.85);
    const [, , parted] = fragments([head('The bridge is open', 0, 0), ...body(0, 40, 8), ...body(0, 160, 8)]);
    expect(parted!.began).toBe('white');
    expect(roleOfBody(parted!, false).confidence).toBeLessThan(
      roleOfBody({ ...parted!, began: 'indent' }, false).confidence,
    );
  });
  it('a saying set large is a quote where a name stands under it, else a headline', () => {
    const large = head('“The docks were rigid, and rigid things break.”', 0, 120, { height: 18, width: 190 });
    const set = (under: string) =>
      fragments([...body(0, 0, 8), large, { text: under, box: [20, 146, 150, 8] }, ...body(0, 170, 8)]);
    const [, quote] = set('— L. Avila, director');
    expect(roleOfBody(quote!, false).role).toBe('quote');
    expect(set('The harbour is shut')[1]!.kind).toBe('head');
  });
  it('of wording: byline, jump line, pointer', () => {
    const only = (t: string) =>
      roleOfBody(fragments([...body(0, 0, 8), { text: t, box: [0, 130, 100, 10] }]).at(-1)!, true);
    expect(only('By Anna Werth').role).toBe('byline');
    expect(only('Continued on Page 3')).toMatchObject({ role: 'jump-to', jump: { direction: 'to', page: '3' } });
    expect(only('▶ 4版').role).toBe('teaser');
    expect(only('By the river they stood and waited').role).toBe('body');
  });
  it('of notes, credits, datelines and tables, by wording', () => {
    const only = (t: string, box: SetLine['box'] = [0, 130, 100, 10]) =>
      roleOfBody(fragments([...body(0, 0, 8), { text: t, box }]).at(-1)!, false).role;
    expect(only('Photo: Anna Werth')).toBe('photo-credit');
    expect(only('本报记者 王小明 摄')).toBe('photo-credit');
    expect(only('编者按：下面是来信')).toBe('editor-note');
    expect(only('Source: the town office')).toBe('source');
    expect(only('Hohenau, den 5. Mai.', [60, 130, 70, 10])).toBe('dateline');
    expect(only('Hohenau, den 5. Mai, kam er', [0, 130, 200, 10])).toBe('body');
    const rows = ['12 40 17', '13 50 18', 'rye 14 60', '15 70 20'].map((text, i): SetLine => ({
      text,
      box: [0, 130 + i * 12, 60, 10],
    }));
    const table = fragments([...body(0, 0, 8), ...rows]).filter((f) => isTable(f));
    expect(table.length).toBe(1);
    expect(fragments(body(0, 0, 8)).some(isTable)).toBe(false);
  });
  it('a caption stands by its picture and is no wider', () => {
    const of = (box: SetLine['box']) => fragments([...body(0, 0, 8), { text: 'The bridge in May', box }]).at(-1)!;
    const pictures = [[0, 150, 120, 100]] as const;
    expect(roleOfBody(of([5, 255, 100, 10]), false, pictures).role).toBe('caption');
    expect(roleOfBody(of([5, 255, 190, 10]), false, pictures).role).toBe('body');
    expect(roleOfBody(of([5, 320, 100, 10]), false, pictures).role).toBe('body');
  });
  it('a name at the right foot signs; a short line at the left does not', () => {
    const last = (box: SetLine['box']) =>
      isSignature(fragments([...body(0, 0, 8), { text: 'Anna Werth', box }]).at(-1)!);
    expect(last([120, 130, 60, 10])).toBe(true);
    expect(last([0, 130, 60, 10])).toBe(false);
  });
});

describe('places', () => {
  const strips = [
    { x0: 0, x1: 200, ys: [1, 2, 3, 4, 5] },
    { x0: 0, x1: 420, ys: [1] },
    { x0: 220, x1: 420, ys: [1, 2, 3, 4] },
  ];
  it('the sheet has columns beside each other', () => {
    expect(sheetColumns(strips, 420)).toEqual([
      { x: 0, width: 200 },
      { x: 220, width: 200 },
    ]);
    expect(sheetColumns([], 300)).toEqual([{ x: 0, width: 300 }]);
  });
  it('a head spans, a short line stands in one, what hangs between goes to the nearest', () => {
    const columns = sheetColumns(strips, 420);
    expect(placeOf([{ x0: 20, x1: 400 }], columns)).toEqual({ column: 0, span: 2 });
    expect(placeOf([{ x0: 230, x1: 260 }], columns)).toEqual({ column: 1, span: 1 });
    expect(placeOf([{ x0: 500, x1: 520 }], columns)).toEqual({ column: 1, span: 1 });
  });
});
