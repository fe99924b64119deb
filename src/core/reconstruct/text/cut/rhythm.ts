/**
 * What a blank line says, line by line: in one stretch of a page it stands after each line, in the next it parts paragraphs. Where each line is
 * followed by one, lines without one between them were one block in print: a head of several lines.
 */
import { endsSentence } from './sentence.ts';

export interface Rhythm {
  /** Blank lines part the lines hereabout, so that a line without one belongs to the line before it. */
  readonly parted: boolean;
  /** Stands after a blank line that parts paragraphs. */
  readonly edge: boolean;
}

interface Glued {
  readonly text: string;
  readonly glued: boolean;
}

/** So many lines without a blank between them are a paragraph, whatever they end in. */
const LONG_RUN = 6;
/** And so many, if a sentence ends in the last. */
const SHORT_RUN = 3;
/** So many runs of one line after each other, a head between them aside, show a stretch where each line is parted. */
const STREAK = 8;
const HEAD_RUN = 4;

interface Run {
  readonly first: number;
  readonly last: number;
  readonly paragraph: boolean;
}

function runsOf(lines: readonly Glued[]): Run[] {
  const runs: Run[] = [];
  for (let first = 0; first < lines.length;) {
    let last = first;
    while (lines[last + 1]?.glued) last++;
    const length = last - first + 1;
    const paragraph = length >= LONG_RUN || (length >= SHORT_RUN && endsSentence(lines[last]?.text ?? ''));
    runs.push({ first, last, paragraph });
    first = last + 1;
  }
  return runs;
}

/** Runs of one line, a run that may be a head between them: how long the streak is that each run stands in. */
function streaks(runs: readonly Run[]): number[] {
  const single = (run: Run | undefined): boolean => !!run && run.first === run.last;
  const length = runs.map(() => 0);
  for (let from = 0; from < runs.length;) {
    if (!single(runs[from])) {
      from++;
      continue;
    }
    let to = from;
    let count = 1;
    for (let next = from + 1; next < runs.length; next++) {
      const run = runs[next];
      if (single(run)) [to, count] = [next, count + 1];
      else if (!run || run.paragraph || run.last - run.first >= HEAD_RUN || !single(runs[next + 1])) break;
    }
    length.fill(count, from, to + 1);
    from = to + 1;
  }
  // a head at the streak's end
  runs.forEach((run, r) => {
    if (!length[r] && !run.paragraph && run.last - run.first < HEAD_RUN)
      length[r] = Math.max(length[r - 1] ?? 0, length[r + 1] ?? 0);
  });
  return length;
}

export function rhythmOf(lines: readonly Glued[]): Rhythm[] {
  const glued = lines.filter((line, i) => i > 0 && line.glued).length;
  const mostlyParted = lines.length > 1 && glued < (lines.length - 1) * 0.4;
  const blanks = lines.length - 1 - glued;
  const known = blanks >= 3 && blanks >= lines.length * 0.03;
  const runs = runsOf(lines);
  const streak = streaks(runs);
  return runs.flatMap((run, r) => {
    const parted = mostlyParted ? !run.paragraph : (streak[r] ?? 0) >= STREAK;
    const edge = known && !parted;
    return lines.slice(run.first, run.last + 1).map((_, n) => ({ parted, edge: edge && n === 0 }));
  });
}
