/** Text into lines of a measure, with kinsoku for Chinese and Japanese and whole words for Latin. */
import { characterWidth, isFullWidth } from './metrics.ts';

export interface SetLine {
  readonly text: string;
  /** In ems, the indent not counted. */
  readonly width: number;
  readonly indent: number;
  /** The last line of its paragraph: not justified. */
  readonly last: boolean;
  /** Offset of its first character in the text that was set. */
  readonly start: number;
}

/** May not begin a line. */
const NO_START = /[、。，．：；？！）】」』〉》〕］｝’”％…—·～,.:;?!)\]}%]/u;
/** May not end a line. */
const NO_END = /[（【「『〈《〔［｛‘“([{￥＄]/u;

interface Unit {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly space: boolean;
}

const words = /\s+|[^\s]/gu;

/** Breakable units: one Han character with the marks that cling to it, or one Latin word. */
function unitsOf(text: string, square: boolean): Unit[] {
  const units: { text: string; width: number; start: number; space: boolean; open: boolean }[] = [];
  for (const match of text.matchAll(words)) {
    const ch = match[0];
    if (/^\s/u.test(ch)) {
      units.push({ text: ' ', width: characterWidth(' ', square), start: match.index, space: true, open: false });
      continue;
    }
    const width = characterWidth(ch, square);
    const before = units.at(-1);
    const wide = isFullWidth(ch) || (square && /[‘’“”…—·]/u.test(ch));
    const clings =
      before !== undefined &&
      !before.space &&
      (before.open ||
        NO_START.test(ch) ||
        (!wide && !/[\u2010-\u2014/]$/u.test(before.text) && !endsWide(before.text, square)));
    const open = NO_END.test(ch);
    if (clings && before) {
      before.text += ch;
      before.width += width;
      before.open = open;
    } else units.push({ text: ch, width, start: match.index, space: false, open });
  }
  return units;
}

const endsWide = (text: string, square: boolean): boolean => {
  const ch = Array.from(text).at(-1) ?? '';
  return isFullWidth(ch) || (square && /[‘’“”…—·]/u.test(ch));
};

/** Chinese by its share of full-width characters. */
export function isSquareText(text: string): boolean {
  let wide = 0;
  let all = 0;
  for (const ch of text) {
    if (ch === ' ') continue;
    all++;
    if (isFullWidth(ch)) wide++;
    if (all >= 200) break;
  }
  return wide * 3 > all;
}

/** Breaks `text` into lines of `measure` ems; each paragraph (parted by \n) begins with `indent` ems, the first only if `indentFirst`. */
export function breakLines(text: string, measure: number, indent = 0, indentFirst = true): SetLine[] {
  const lines: SetLine[] = [];
  let offset = 0;
  text.split('\n').forEach((paragraph, index) => {
    setParagraph(lines, paragraph, offset, Math.max(measure, 1), index === 0 && !indentFirst ? 0 : indent);
    offset += paragraph.length + 1;
  });
  return lines;
}

function setParagraph(lines: SetLine[], paragraph: string, offset: number, measure: number, indent: number): void {
  const square = isSquareText(paragraph);
  let text = '';
  let width = 0;
  let start = offset;
  let pad = indent;
  const emit = (last: boolean): void => {
    const bare = text.trimEnd();
    lines.push({
      text: bare,
      width: width - (text.length - bare.length) * characterWidth(' ', square),
      indent: pad,
      last,
      start,
    });
    text = '';
    width = 0;
    pad = 0;
  };
  for (const unit of unitsOf(paragraph, square)) {
    if (text && !unit.space && width + unit.width > measure - pad + 0.01) emit(false);
    if (!text && unit.space) continue;
    if (!text) start = offset + unit.start;
    if (unit.width > measure - pad && !unit.space) {
      for (const part of chop(unit, measure, square)) {
        const next = start + text.length;
        if (text) {
          emit(false);
          start = next;
        }
        text = part.text;
        width = part.width;
      }
      continue;
    }
    text += unit.text;
    width += unit.width;
  }
  emit(true);
}

/** A word longer than the measure is cut where it must be. */
function chop(unit: Unit, measure: number, square: boolean): { text: string; width: number }[] {
  const parts: { text: string; width: number }[] = [{ text: '', width: 0 }];
  for (const ch of unit.text) {
    const w = characterWidth(ch, square);
    let part = parts.at(-1) as { text: string; width: number };
    if (part.text && part.width + w > measure) parts.push((part = { text: '', width: 0 }));
    part.text += ch;
    part.width += w;
  }
  return parts;
}
