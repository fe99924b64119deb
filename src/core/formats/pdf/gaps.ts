/** Wide gaps in justified lines: told from gutters by the lines above and below, which run over the one and end at the other. */
import { pushTo } from '../push-to.ts';
import type { Run } from './lines.ts';

/** In sizes. No word space is wider. */
const WIDEST = 8;
/** How far above and below is looked, how much a line must reach beyond a gap to run over it, and how near to a gap an edge counts for a gutter. */
const NEAR = 5;
const BEYOND = 0.5;
const AT_EDGE = 0.6;

interface Gap {
  readonly left: Run;
  readonly right: Run;
}

const isAlike = (a: Run, b: Run): boolean => Math.max(a.size, b.size) <= 1.2 * Math.min(a.size, b.size);
const onOneLine = (a: Run, b: Run): boolean => Math.abs(a.v - b.v) <= 0.25 * Math.max(a.size, b.size);

/** Runs of one direction, by the line's place across. */
function gapsIn(runs: readonly Run[]): Gap[] {
  const gaps: Gap[] = [];
  runs.forEach((left, i) => {
    let right: Run | null = null;
    const look = (other: Run | undefined): boolean => {
      if (!other || !onOneLine(left, other)) return false;
      if (other.u > left.u && isAlike(left, other) && (!right || other.u < right.u)) right = other;
      return true;
    };
    for (let k = i + 1; look(runs[k]); k++);
    for (let k = i - 1; look(runs[k]); k--);
    const found = right as Run | null;
    if (found && found.u > left.end && found.u - left.end <= WIDEST * left.size) gaps.push({ left, right: found });
  });
  return gaps;
}

/** Do more lines near it run over the gap than end or begin there? */
function isWordSpace({ left, right }: Gap, runs: readonly Run[], at: number): boolean {
  const { size } = left;
  let over = 0;
  let edges = 0;
  const look = (run: Run | undefined): boolean => {
    if (!run || Math.abs(run.v - left.v) > NEAR * size) return false;
    if (onOneLine(run, left) || !isAlike(run, left)) return true;
    if (run.u < left.end - BEYOND * size && run.end > right.u + BEYOND * size) over++;
    if (run.end > left.end - AT_EDGE * size && run.end < right.u) edges++;
    if (run.u > left.end && run.u < right.u + AT_EDGE * size) edges++;
    return true;
  };
  for (let k = at + 1; look(runs[k]); k++);
  for (let k = at - 1; look(runs[k]); k--);
  return over > edges / 2;
}

/** The runs that belong to one line, each line's in the order of the first. */
export function closeGaps(runs: readonly Run[]): Run[][] {
  const home = new Map<Run, Run[]>(runs.map((run) => [run, [run]]));
  const directions = new Map<string, Run[]>();
  for (const run of runs) pushTo(directions, `${run.turn} ${run.vertical}`, run);
  for (const own of directions.values()) {
    own.sort((a, b) => a.v - b.v || a.u - b.u);
    const places = new Map(own.map((run, i) => [run, i]));
    for (const gap of gapsIn(own)) {
      if (!isWordSpace(gap, own, places.get(gap.left) ?? 0)) continue;
      const [into, from] = [home.get(gap.left) ?? [], home.get(gap.right) ?? []];
      if (into === from) continue;
      into.push(...from);
      from.forEach((run) => home.set(run, into));
    }
  }
  return [...new Set(runs.flatMap((run) => [home.get(run) ?? []]))];
}
