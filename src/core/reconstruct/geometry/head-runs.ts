/** Heads of several lines: lines of one type that follow each other are judged as one, for the white and the words stand round all of them. */
import { headScore, headThreshold, isHead } from './heads.ts';
import type { LineTraits } from './line-traits.ts';
import { WEIGHTS } from './weights.ts';

/** Longer runs are text that is set larger: an opening, a notice. */
const MOST_LINES = 6;
/** Type that differs from body text by less is body text, printed or read unevenly. */
const LARGER = 1.12;

const isSetOff = (line: LineTraits): boolean =>
  line.height >= LARGER || line.larger > 0.5 || (line.size >= LARGER && line.size < 8) || line.caps > 0.8 || line.bold;

/** Of one height, one weight, both in capitals or neither, one under the other. */
function isLike(a: LineTraits, b: LineTraits): boolean {
  const ratio = a.height / b.height;
  return (
    ratio > 0.85 &&
    ratio < 1.18 &&
    a.bold === b.bold &&
    a.caps > 0.8 === b.caps > 0.8 &&
    b.above < 0.8 &&
    b.ruled === 0 &&
    a.placed.strip === b.placed.strip &&
    (a.blockLines === null || !b.blockStarts)
  );
}

function isRunOfHead(run: readonly LineTraits[], before: LineTraits | undefined): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return false;
  const around = { above: first.above, below: last.below, leads: last.leads };
  const scores = run.map((line) =>
    headScore({ ...line, ...around }, before, { first: line === first, last: line === last }),
  );
  const mean = scores.reduce((sum, { points }) => sum + points, 0) / run.length;
  return mean >= headThreshold(first);
}

/** Over or under a head, in the middle of the column as it stands, and no sentence: a kicker or a subhead in plain type. */
function withHead(flow: readonly LineTraits[], heads: boolean[]): void {
  flow.forEach((line, i) => {
    if (heads[i] || !line.centred || line.closed || line.height < 0.85) return;
    const [over, under] = [flow[i - 1], flow[i + 1]];
    const [isUnder, isOver] = [
      heads[i - 1] && over?.centred && line.above < 0.8,
      heads[i + 1] && under?.centred && line.below < 0.8,
    ];
    if (!isUnder && !isOver) return;
    if (headScore(line, over, { first: !isUnder, last: !isOver }).points + WEIGHTS.head.withHead >= headThreshold(line))
      heads[i] = true;
  });
}

/** Which lines of a flow are heads. */
export function headLines(flow: readonly LineTraits[]): boolean[] {
  const heads = flow.map((line, i) => isHead(line, flow[i - 1]));
  for (let from = 0; from < flow.length;) {
    let to = from + 1;
    if (isSetOff(flow[from] as LineTraits))
      while (
        to < flow.length &&
        isSetOff(flow[to] as LineTraits) &&
        isLike(flow[to - 1] as LineTraits, flow[to] as LineTraits)
      )
        to++;
    if (to - from > 1 && to - from <= MOST_LINES && isRunOfHead(flow.slice(from, to), flow[from - 1]))
      heads.fill(true, from, to);
    from = to;
  }
  withHead(flow, heads);
  return heads;
}
