/**
 * Columns are found from the lines themselves, not from white space: full lines of one column share both edges. A page may have several
 * measures (a wide leader, narrow lists below); each is a column where it stands. Short and indented lines then fall into the column around them.
 */
import { weightedMedian, type LayoutLine } from './layout-line.ts';

export interface ColumnStrip {
  x0: number;
  x1: number;
  /** Middles of its full lines, downwards. */
  readonly ys: number[];
}

/** What the order is made of: a line with the place that it takes. `strip` is null for what stands in no column: heads over several, loose bits. */
export interface Placed {
  readonly line: LayoutLine;
  readonly strip: number | null;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

interface Growing extends ColumnStrip {
  lastX0: number;
  lastX1: number;
  lastY: number;
}

const FEWEST_LINES = 4;

/** Follows each column down the page: a line that continues an edge pair (which may drift) belongs to it. */
function growStrips(lines: readonly LayoutLine[], body: number): Growing[] {
  const strips: Growing[] = [];
  const near = body * 0.55;
  for (const line of lines) {
    const width = line.x1 - line.x0;
    if (line.letters < 4 || width < 3 * body) continue;
    let home: Growing | null = null;
    let least = Infinity;
    for (const strip of strips) {
      const off = Math.max(Math.abs(line.x0 - strip.lastX0), Math.abs(line.x1 - strip.lastX1));
      if (off <= near && off < least) [home, least] = [strip, off];
    }
    const y = (line.y0 + line.y1) / 2;
    if (!home) {
      strips.push({ x0: line.x0, x1: line.x1, lastX0: line.x0, lastX1: line.x1, lastY: y, ys: [y] });
      continue;
    }
    home.lastX0 += (line.x0 - home.lastX0) * 0.2;
    home.lastX1 += (line.x1 - home.lastX1) * 0.2;
    home.lastY = y;
    home.ys.push(y);
    home.x0 += (line.x0 - home.x0) / home.ys.length;
    home.x1 += (line.x1 - home.x1) / home.ys.length;
  }
  return strips;
}

/** Middles of `strip` between two heights. */
const within = (strip: ColumnStrip, from: number, to: number): number =>
  strip.ys.filter((y) => y >= from && y <= to).length;

/**
 * Strips of real columns: enough full lines, and no narrower variant of a better column (indented verse, a run of short lines) nor a bridge over
 * several (rows of two columns that were read as one line): where two strips overlap at one height, the better filled one is the column.
 */
function keepColumns(grown: readonly Growing[], body: number): ColumnStrip[] {
  const order = [...grown].filter((strip) => strip.ys.length >= FEWEST_LINES).sort((a, b) => b.ys.length - a.ys.length);
  const kept: ColumnStrip[] = [];
  /** Beside it, at its height and under the same wider strip, stands another: these are columns, no verse. */
  const hasPeer = (strip: ColumnStrip, wide: ColumnStrip): boolean =>
    order.some(
      (peer) =>
        peer !== strip &&
        (peer.x0 > strip.x1 || peer.x1 < strip.x0) &&
        peer.x0 >= wide.x0 - body &&
        peer.x1 <= wide.x1 + body &&
        within(peer, strip.ys[0] ?? 0, strip.ys.at(-1) ?? 0) >= FEWEST_LINES,
    );
  for (const strip of order) {
    const [top, bottom] = [strip.ys[0] ?? 0, strip.ys.at(-1) ?? 0];
    const rival = kept.find((other) => {
      const over = Math.min(strip.x1, other.x1) - Math.max(strip.x0, other.x0);
      if (over < body) return false;
      const contained = strip.x0 >= other.x0 - body && strip.x1 <= other.x1 + body && !hasPeer(strip, other);
      return within(other, top - (contained ? 8 * body : 0), bottom + (contained ? 8 * body : 0)) >= 2;
    });
    if (!rival) kept.push({ x0: strip.x0, x1: strip.x1, ys: strip.ys });
    else if (Math.abs(strip.x0 - rival.x0) < body && Math.abs(strip.x1 - rival.x1) < body) rival.ys.push(...strip.ys);
  }
  for (const strip of kept) strip.ys.sort((a, b) => a - b);
  return kept.sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1);
}

/** From one line of body text to the next. */
function pitchOf(strips: readonly ColumnStrip[], body: number): number {
  const steps: number[] = [];
  for (const { ys } of strips)
    for (let i = 1; i < ys.length; i++) {
      const step = (ys[i] ?? 0) - (ys[i - 1] ?? 0);
      if (step > 0.4 * body && step < 2.5 * body) steps.push(step);
    }
  return weightedMedian(steps) || 1.15 * body;
}

/** Distance from `y` to the nearest full line of the strip. */
function awayFrom(strip: ColumnStrip, y: number): number {
  let [low, high] = [0, strip.ys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((strip.ys[middle] ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return Math.min(Math.abs((strip.ys[low] ?? Infinity) - y), Math.abs((strip.ys[low - 1] ?? -Infinity) - y));
}

/** Rows of neighbour columns that the reader took for one line: as low as body text and without white above or below. It goes to the first of them. */
function mergedRow(line: LayoutLine, strips: readonly ColumnStrip[], body: number, pitch: number): number | null {
  if (line.y1 - line.y0 > 1.3 * body) return null;
  const y = (line.y0 + line.y1) / 2;
  const over = strips.flatMap((strip, i) =>
    Math.min(line.x1, strip.x1) - Math.max(line.x0, strip.x0) > 0.5 * (strip.x1 - strip.x0) &&
    awayFrom(strip, y) < 10 * pitch
      ? [i]
      : [],
  );
  if (over.length < 2) return null;
  const set = over.every(
    (i) =>
      awayFrom(strips[i] as ColumnStrip, y - pitch) < 0.5 * pitch &&
      awayFrom(strips[i] as ColumnStrip, y + pitch) < 0.5 * pitch,
  );
  return set ? (over[0] ?? null) : null;
}

/** Lower lines are text. */
const HEAD = 1.15;

/**
 * The second line of a head across may be short and lie over one column, or over two of four: it belongs under the first, as wide as that, where
 * nothing else stands beside it there.
 */
function widenHeads(placed: readonly Placed[], body: number): readonly Placed[] {
  const out = [...placed];
  for (let i = 0; i < out.length; i++) {
    const head = out[i] as Placed;
    const tall = head.y1 - head.y0;
    if (head.strip !== null || tall < HEAD * body) continue;
    for (let j = i + 1; j < out.length; j++) {
      const item = out[j] as Placed;
      if (item.y0 + item.y1 > head.y0 + head.y1 + 3.6 * tall) break;
      const ratio = (item.y1 - item.y0) / tall;
      if (ratio < 0.87 || ratio > 1.15 || item.y0 < head.y0 + 0.6 * tall || item.y0 > head.y1 + 0.5 * tall) continue;
      if (item.line.x0 < head.x0 - body || item.line.x1 > head.x1 + body) continue;
      const isBeside = (other: Placed): boolean =>
        other !== item &&
        Math.min(other.y1, item.y1) - Math.max(other.y0, item.y0) > 0.3 * body &&
        other.line.x1 > head.x0 &&
        other.line.x0 < head.x1;
      if (!out.some(isBeside)) out[j] = { ...item, strip: null, x0: head.x0, x1: head.x1 };
    }
  }
  return out;
}

export interface ColumnModel {
  readonly strips: readonly ColumnStrip[];
  readonly placed: readonly Placed[];
  readonly pitch: number;
}

/** `lines` from top to bottom. */
export function findColumns(lines: readonly LayoutLine[], body: number): ColumnModel {
  const strips = keepColumns(growStrips(lines, body), body);
  const pitch = pitchOf(strips, body);
  const placed = lines.map((line): Placed => {
    const y = (line.y0 + line.y1) / 2;
    const width = line.x1 - line.x0;
    const slack = body * 0.7;
    let home: number | null = null;
    let least = Infinity;
    strips.forEach((strip, i) => {
      const over = Math.min(line.x1, strip.x1) - Math.max(line.x0, strip.x0);
      if (line.x0 < strip.x0 - slack || line.x1 > strip.x1 + slack)
        if (over < 0.85 * width || width > strip.x1 - strip.x0 + 2 * slack) return;
      const away = awayFrom(strip, y) / body;
      const cost = away + 4 * Math.log2(Math.max(1, (strip.x1 - strip.x0) / Math.max(width, body)));
      if (away < 60 && cost < least) [home, least] = [i, cost];
    });
    home ??= mergedRow(line, strips, body, pitch);
    const strip = home === null ? undefined : strips[home];
    return { line, strip: home, x0: strip?.x0 ?? line.x0, x1: strip?.x1 ?? line.x1, y0: line.y0, y1: line.y1 };
  });
  return { strips, placed: widenHeads(placed, body), pitch };
}
