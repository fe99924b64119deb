/** Pieces of text, as pdf.js gives them in drawing order, put together to lines. Nothing of reading order is believed or made here. */
import type { Box } from '../../model/edition.ts';
import type { ReadLine } from '../lay-lines.ts';
import { pushTo } from '../push-to.ts';
import { Bounds } from '../xml/numbers.ts';
import { closeGaps } from './gaps.ts';

/** A piece of text on the page: `x`, `y` where its base line begins, from the left and the top. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Along the base line. */
  readonly length: number;
  readonly size: number;
  /** Of the base line, clockwise, in quarter turns. */
  readonly turn: 0 | 1 | 2 | 3;
  readonly vertical: boolean;
  readonly font: string;
  readonly bold: boolean;
  readonly ascent: number;
  readonly descent: number;
}

export interface Run {
  text: string;
  readonly turn: Piece['turn'];
  readonly vertical: boolean;
  /** Along the line, and across it: turned so that text runs to growing `u`. */
  readonly u: number;
  readonly v: number;
  end: number;
  size: number;
  letters: number;
  bold: number;
  readonly bounds: Bounds;
}

/** In sizes: a gap wider than this is a word space; wider than that is another column's text. */
const SPACE = 0.17;
const GUTTER = 1.05;
/** Han and kana are set with a little room; less than this is none. */
const SQUARE_SPACE = 0.55;
const SQUARE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Printed again on almost the same spot: bold as poor men's typesetting makes it. */
const OVERPRINT = 0.2;
/** Pieces are looked for in strips of the page so high. */
const STRIP = 8;

export function withoutOverprints(pieces: readonly Piece[]): { readonly kept: Piece[]; readonly dropped: Piece[] } {
  const kept: Piece[] = [];
  const dropped: Piece[] = [];
  const seen = new Map<string, Map<number, Piece[]>>();
  for (const piece of pieces) {
    const strips = seen.get(piece.text) ?? new Map<number, Piece[]>();
    const near = OVERPRINT * piece.size;
    let again = false;
    for (let strip = Math.floor((piece.y - near) / STRIP); strip * STRIP <= piece.y + near && !again; strip++)
      again = strips.get(strip)?.some((other) => isOverprint(piece, other, near)) ?? false;
    if (again) dropped.push(piece);
    else {
      kept.push(piece);
      pushTo(strips, Math.floor(piece.y / STRIP), piece);
      seen.set(piece.text, strips);
    }
  }
  return { kept, dropped };
}

const isOverprint = (piece: Piece, other: Piece, near: number): boolean =>
  Math.abs(other.x - piece.x) <= near &&
  Math.abs(other.y - piece.y) <= near &&
  Math.abs(other.size - piece.size) <= 0.1 * piece.size &&
  other.turn === piece.turn;

/** Across is 0 for vertical writing's own axis: it runs down, line by line to the left. */
function axes({ turn, vertical, x, y }: Piece): readonly [u: number, v: number] {
  if (vertical) return [y, x];
  return turn === 0 ? [x, y] : turn === 1 ? [y, -x] : turn === 2 ? [-x, -y] : [-y, x];
}

function boxOf({ turn, vertical, x, y, length, size, ascent, descent }: Piece): Box {
  if (vertical) return [x - size / 2, y, size, length];
  const [up, down] = [ascent * size, descent * size];
  const across = up + down;
  if (turn === 0) return [x, y - up, length, across];
  if (turn === 1) return [x - down, y, across, length];
  if (turn === 2) return [x - length, y - down, length, across];
  return [x - up, y - length, across, length];
}

const last = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';
const first = (text: string): string => Array.from(text.slice(0, 2))[0] ?? '';

function glue(before: string, after: string, gap: number): string {
  if (/\s$/u.test(before) || /^\s/u.test(after)) return '';
  const square = SQUARE.test(last(before)) && SQUARE.test(first(after));
  return gap > (square ? SQUARE_SPACE : SPACE) ? ' ' : '';
}

/** Does `v` differ no more than a raised or lowered sign does? */
const onLine = (run: Run, v: number, size: number): boolean =>
  Math.abs(run.v - v) <= 0.25 * Math.max(run.size, size) ||
  (Math.abs(run.v - v) <= 0.55 * run.size && size < 0.8 * run.size);

function startRun(piece: Piece): Run {
  const [u, v] = axes(piece);
  const run: Run = {
    text: '',
    turn: piece.turn,
    vertical: piece.vertical,
    u,
    v,
    end: u,
    size: piece.size,
    letters: 0,
    bold: 0,
    bounds: new Bounds(),
  };
  extend(run, piece, u, '');
  return run;
}

function extend(run: Run, piece: Piece, u: number, between: string): void {
  run.text += between + piece.text;
  run.end = Math.max(run.end, u + piece.length);
  const n = piece.text.replace(/\s/gu, '').length;
  run.letters += n;
  if (piece.bold) run.bold += n;
  run.bounds.addBox(boxOf(piece));
}

/** Runs of pieces that were drawn one after the other. */
function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const piece of pieces) {
    const [u, v] = axes(piece);
    const gap = run ? (u - run.end) / Math.max(run.size, piece.size) : 0;
    const fits =
      run &&
      run.turn === piece.turn &&
      run.vertical === piece.vertical &&
      onLine(run, v, piece.size) &&
      gap > -0.6 &&
      gap <= GUTTER &&
      sizesMeet(run, piece);
    if (run && fits) extend(run, piece, u, glue(run.text, piece.text, gap));
    else runs.push((run = startRun(piece)));
  }
  return runs;
}

/** A drop capital, or a headline beside a body, is not of the line. */
const sizesMeet = (run: Run, { size }: { readonly size: number }): boolean =>
  Math.max(run.size, size) < 1.9 * Math.min(run.size, size);

/** Runs of one line that were drawn at different times. */
function joinRuns(runs: readonly Run[]): Run[] {
  const byLine = runs
    .map((run, i) => ({ run, i }))
    .sort(
      (a, b) =>
        a.run.turn - b.run.turn ||
        Number(a.run.vertical) - Number(b.run.vertical) ||
        a.run.v - b.run.v ||
        a.run.u - b.run.u,
    );
  const into = new Map<Run, Run>();
  const home = (run: Run): Run => {
    let at = run;
    for (let next = into.get(at); next; next = into.get(at)) at = next;
    if (at !== run) into.set(run, at); // the next way is short
    return at;
  };
  byLine.forEach(({ run }, k) => {
    for (let n = k + 1; n < byLine.length; n++) {
      const other = byLine[n]?.run;
      if (
        !other ||
        other.turn !== run.turn ||
        other.vertical !== run.vertical ||
        other.v - run.v > 0.25 * Math.max(run.size, other.size)
      )
        break;
      const [left, right] = run.u <= other.u ? [run, other] : [other, run];
      const gap = (right.u - left.end) / Math.max(left.size, right.size);
      if (gap > -0.3 && gap <= 0.6 && sizesMeet(left, right) && LETTER.test(left.text + right.text))
        link(home(left), home(right));
    }
  });
  function link(left: Run, right: Run): void {
    if (left !== right) into.set(right, left);
  }
  const groups = new Map<Run, Run[]>();
  for (const run of runs) pushTo(groups, home(run), run);
  return [...groups.values()].map(mergeRuns);
}

function mergeRuns(parts: readonly Run[]): Run {
  const [head, ...rest] = [...parts].sort((a, b) => a.u - b.u);
  if (!head) throw new Error('a line of no runs');
  for (const part of rest) {
    head.text += glue(head.text, part.text, (part.u - head.end) / Math.max(head.size, part.size)) + part.text;
    head.end = Math.max(head.end, part.end);
    head.letters += part.letters;
    head.bold += part.bold;
    const box = part.bounds.box();
    if (box) head.bounds.addBox(box);
  }
  return head;
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** Lines in drawing order. */
export function linesOf(pieces: readonly Piece[]): ReadLine[] {
  const runs = joinRuns(runsOf(pieces.filter(({ text }) => text.trim() !== '')));
  return closeGaps(runs)
    .map(mergeRuns)
    .map((run): ReadLine => {
      const box = run.bounds.box();
      return {
        text: run.text.trim(),
        ...(box ? { box: [round(box[0]), round(box[1]), round(box[2]), round(box[3])] as const } : {}),
        size: round(run.size),
        ...(run.bold * 2 > run.letters ? { bold: true as const } : {}),
      };
    });
}
