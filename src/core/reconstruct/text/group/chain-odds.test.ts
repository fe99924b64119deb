import { expect, it } from 'vitest';
import { expand, unitToCome, WEIGHTS, type Steps } from './chain-odds.ts';
import type { Chain, Thread } from './chain.ts';
import { body, pageOf, type Given } from './pieces.fixture.ts';
import { layUnits } from './units.ts';

/** What it costs that the second paragraph goes on with the first one's article. */
function goingOn(given: readonly Given[], woven: boolean, adjacent: boolean): number {
  const { pieces } = pageOf(given);
  const units = layUnits(pieces).units.map((unit) => ({ ...unit, adjacent }));
  const thread: Thread = {
    units,
    pieces,
    pairs: { dot: () => 0.1, square: () => 1 },
    script: 'han',
    hints: units.map(() => ({ begins: 0, ended: 0 })),
    woven,
    barely: false,
    headed: false,
    marked: false,
    depths: units.map(() => 4),
    fit: () => 0,
  };
  const first: Chain = {
    id: 0,
    last: 0,
    size: 1,
    before: null,
    square: 1,
    measure: pieces[0]!.measure,
    measureLines: 4,
    leg: 4,
    depth: null,
    dots: Float64Array.of(0, 0.1),
  };
  const steps: Steps = { all: [], best: -Infinity };
  expand(thread, { cost: 0, chains: [first], ends: [1], choice: 0, parent: null }, unitToCome(thread, 1), steps);
  const stay = steps.all.find((step) => step.at === 0);
  if (!stay) throw new Error('nothing goes on');
  return stay.cost;
}

const set = (measure: number, text: string): Given => ({ ...body(text, '二', '三', '四'), measure });
const twoMeasures = [set(30, '廊桥昨日通行。'), set(18, '木匠换下檩条。')];
const oneMeasure = [set(30, '廊桥昨日通行。'), set(30, '木匠换下檩条。')];
const gain = (given: readonly Given[], woven: boolean): number =>
  goingOn(given, woven, true) - goingOn(given, woven, false);

it('an article may go on in another measure, paragraph after paragraph', () => {
  expect(gain(twoMeasures, false)).toBeCloseTo(WEIGHTS.remeasured);
});

it('trap: not on a woven page, nor where the measure is the same', () => {
  expect(gain(twoMeasures, true)).toBe(0);
  expect(gain(oneMeasure, false)).toBe(0);
});
