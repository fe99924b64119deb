/** The source's lines as the cutter looks at them: closed up, measured, and with the rhythm of blank lines before them. */
import type { Source } from '../../../model/edition.ts';
import type { JumpLine } from '../../../press/jump-lines.ts';
import { jumpOf } from './jump.ts';
import { rhythmOf, type Rhythm } from './rhythm.ts';
import { isDropCap } from '../../../repair/drop-cap.ts';
import { unDoubleLine } from '../../../repair/doubled-glyphs.ts';
import { closeGaps } from '../../../repair/latin-spacing.ts';
import { closeLetterSpacing, spacedShare } from '../../../repair/letter-spacing.ts';
import { fullWidth } from '../../../repair/full-width.ts';
import { isHan, isHanText } from '../../../repair/han.ts';

export interface CutLine extends Rhythm {
  /** Offsets in the source, white space at both ends left out. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** Closed up: what stands in print, on one line. */
  readonly text: string;
  readonly width: number;
  readonly letterSpaced: boolean;
  /** The jump marker that it is, or that stands at one of its ends. */
  readonly jump: JumpLine | null;
  /** White space before the line, in full-width units. */
  readonly indent: number;
  /** No blank line stands between it and the line before. */
  readonly glued: boolean;
  /** Index in the source's own lines. */
  readonly sourceLine: number;
}

export interface CutPage {
  readonly lines: readonly CutLine[];
  /** Mainly Han text: measured in characters, set without word spaces. */
  readonly han: boolean;
  /** Digits and Latin are set without spaces in its Han lines, so that a space beside them is a real one. */
  readonly solidLatin: boolean;
}

/** Judged by lines that are not letter-spaced: most places where Han meets a digit or Latin have no space. */
function isSolidLatin(text: string): boolean {
  let open = 0;
  let closed = 0;
  for (const line of text.split('\n')) {
    if (spacedShare(line) > 0.3) continue;
    open +=
      line.match(/\p{Script=Han}[ \u00a0][\p{Script=Latin}\p{N}]|[\p{Script=Latin}\p{N}%][ \u00a0]\p{Script=Han}/gu)
        ?.length ?? 0;
    closed += line.match(/\p{Script=Han}[\p{Script=Latin}\p{N}]|[\p{Script=Latin}\p{N}%]\p{Script=Han}/gu)?.length ?? 0;
  }
  return closed > open * 4;
}

/** The line without a jump marker at its end or start: the marker is no part of the sentence, nor of the measure. */
function withoutJump(text: string, jump: JumpLine | null): string {
  if (jump?.at === 'end' && jump.kind === 'to') return text.slice(0, jump.start).trimEnd();
  return jump?.at === 'start' && jump.kind === 'from' ? text.slice(jump.end).trimStart() : text;
}

/** A drop cap's letter as it would stand in its line. */
const CAP_WIDTH = 0.5;
const BREAK = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/gu;

export function readPage(source: Source): CutPage {
  const lines: Omit<CutLine, keyof Rhythm>[] = [];
  const han = isHanText(source.text);
  const solidLatin = han && isSolidLatin(source.text);
  const close = (printed: string): string => {
    const raw = unDoubleLine(printed);
    if (!han) return closeLetterSpacing(raw).replace(/\s+/gu, ' ');
    const closed = closeLetterSpacing(raw);
    // a line of Latin alone between Han marks, （ Name ） 。, is letter-spaced too
    const solid = solidLatin && spacedShare(raw) <= 0.5 && !/^[（《“「『]\s|\s[，。、；：！？]$/u.test(raw);
    return solid ? closed : closeGaps(closed);
  };
  let start = 0;
  let blankBefore = true;
  let cursor = 0;
  const take = (end: number): void => {
    const whole = source.text.slice(start, end);
    const raw = whole.trim();
    if (!raw) {
      blankBefore = true;
      return;
    }
    const indent = whole.length - whole.trimStart().length;
    const at = start + indent;
    while (cursor < source.lines.length - 1 && (source.lines[cursor + 1]?.start ?? Infinity) <= at) cursor++;
    const closed = close(raw);
    const jump = jumpOf(closed);
    const text = withoutJump(closed, jump);
    const cap = han ? undefined : lines.at(-1);
    const dropped = cap && isDropCap(cap.raw, raw) ? cap : null;
    if (dropped) lines.pop();
    lines.push({
      start: dropped?.start ?? at,
      end: at + raw.length,
      raw: dropped ? source.text.slice(dropped.start, at + raw.length) : raw,
      text: (dropped?.text ?? '') + text,
      width: fullWidth(text) + (dropped ? CAP_WIDTH : 0),
      letterSpaced: spacedShare(raw) > 0.5,
      jump,
      indent: dropped?.indent ?? fullWidth(whole.slice(0, indent)),
      glued: dropped?.glued ?? !blankBefore,
      sourceLine: dropped?.sourceLine ?? (source.lines.length ? cursor : lines.length),
    });
    blankBefore = false;
  };
  for (const found of source.text.matchAll(BREAK)) {
    take(found.index);
    start = found.index + found[0].length;
  }
  take(source.text.length);
  const rhythm = rhythmOf(lines);
  return { lines: lines.map((line, i): CutLine => Object.assign(line, rhythm[i]!)), han, solidLatin };
}

const CLOSING = /[，。、；：！？）》〉」』】”’%％…—,.;:!?)\]]/u;

/** Width of what cannot be parted at the line's beginning: a character with the punctuation that clings to it, or a word. */
export function firstUnit(line: CutLine): number {
  const chars = [...line.text];
  let i = 0;
  while (i < chars.length && /[（《〈“‘「『【([]/u.test(chars[i] ?? '')) i++;
  const first = chars[i] ?? '';
  if (isHan(first) || CLOSING.test(first)) i++;
  else {
    // a hyphenated word counts whole: papers differ in whether they break there, and a false break costs more than a missed one
    while (i < chars.length && !isHan(chars[i] ?? '') && /[^\s—，。、；：（《“「]/u.test(chars[i] ?? '')) i++;
  }
  while (i < chars.length && CLOSING.test(chars[i] ?? '')) i++;
  return fullWidth(chars.slice(0, Math.max(1, i)).join(''));
}
