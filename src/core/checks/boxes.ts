/** Boxes that overlap: lines of one fragment that the source has amid the lines of another. */
import type { Box } from '../model/edition.ts';
import type { Placed } from '../model/selectors.ts';
import type { PageCheck, PageSubject } from './check.ts';
import type { Found } from './finding.ts';

interface Run {
  readonly f: Placed;
  readonly lines: Box[];
  left: number;
  right: number;
}

/** Lines that follow each other down one column; a gap of more than two lines ends a run. */
function runsOf(f: Placed, { sourceOf }: PageSubject): Run[] {
  const runs: Run[] = [];
  const boxes = f.spans.flatMap(([start, end]) =>
    sourceOf(f).lines.flatMap((line) => (line.box && line.start >= start && line.end <= end ? [line.box] : [])),
  );
  for (const box of boxes) {
    const [x, y, width, height] = box;
    const last = runs.at(-1);
    const above = last?.lines.at(-1);
    const beside =
      last && Math.min(last.right, x + width) - Math.max(last.left, x) > 0.5 * Math.min(width, last.right - last.left);
    if (last && above && beside && y > above[1] && y - (above[1] + above[3]) < 1.5 * height) {
      last.lines.push(box);
      last.left = Math.min(last.left, x);
      last.right = Math.max(last.right, x + width);
    } else runs.push({ f, lines: [box], left: x, right: x + width });
  }
  return runs;
}

/** Is the line's middle inside the run, with a line of the run above it and one below? */
function isInside([x, y, width, height]: Box, run: Run): boolean {
  const [first, last] = [run.lines[0], run.lines.at(-1)];
  if (!first || !last || run.lines.length < 3) return false;
  const middle = y + height / 2;
  const overlap = Math.min(run.right, x + width) - Math.max(run.left, x);
  return middle > first[1] + first[3] && middle < last[1] && overlap > 0.6 * width;
}

function run(subject: PageSubject): Found[] {
  const runs = subject.placed.flatMap((f) => runsOf(f, subject));
  const told = new Set<string>();
  return runs.flatMap((one) => {
    const { f } = one;
    if (told.has(f.id)) return [];
    const host = runs.find((other) => other.f.id !== f.id && one.lines.some((line) => isInside(line, other)));
    if (!host) return [];
    told.add(f.id);
    return [{ code: 'overlapping-boxes', fragmentId: f.id, about: host.f.id }];
  });
}

export const boxes: PageCheck = { scope: 'page', rules: [{ code: 'overlapping-boxes', level: 'warning' }], run };
