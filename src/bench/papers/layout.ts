/** Lays stories out on one page, and keeps what is true of every line. */
import type { Box } from '../../core/model/edition.ts';
import type { Random } from '../relay/random.ts';
import type { Story } from '../relay/stories.ts';
import type { PaperStyle } from './style.ts';
import { breakLines, textWidth, type SetLine } from './type.ts';

export interface LaidPage {
  readonly lines: SetLine[];
  readonly separators: Box[];
  readonly pictures: Box[];
}

/** A line that has no place yet. */
interface Loose {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly role: string;
  readonly segment: string;
  readonly x: number;
  readonly width: number;
  /** White over it, in the page's units. */
  readonly above: number;
  /** A head: may not stand last in its column. */
  readonly keeps: boolean;
}

interface Column {
  readonly x: number;
  readonly width: number;
}

const MARGIN = 80;

export function columnsOf({ columns, width, gutter }: PaperStyle): Column[] {
  const room = width - 2 * MARGIN - gutter * (columns.length - 1);
  const total = columns.reduce((sum, share) => sum + share, 0);
  let x = MARGIN;
  return columns.map((share) => {
    const column = { x, width: (room * share) / total };
    x += column.width + gutter;
    return column;
  });
}

/** A head's lines for a measure. */
function headLines(text: string, role: string, id: string, size: number, measure: number, style: PaperStyle): Loose[] {
  const shown = style.capitals && role === 'headline' ? text.toUpperCase() : text;
  return breakLines(shown, measure, size).map((line, i) => {
    const width = Math.min(measure, textWidth(line, size));
    return {
      text: line,
      size,
      bold: style.bold,
      role,
      segment: `${id}:${role}`,
      x: style.centred ? (measure - width) / 2 : 0,
      width,
      above: i === 0 ? 0.3 * style.pitch : 0.12 * size,
      keeps: true,
    };
  });
}

function paragraphLines(text: string, role: string, segment: string, measure: number, style: PaperStyle): Loose[] {
  const { body, pitch, ragged } = style;
  const indent = style.indent * body;
  const lines = breakLines(text, measure, body, indent, style.hyphens && style.script === 'en');
  return lines.map((line, i) => {
    const x = i === 0 ? indent : 0;
    const natural = Math.min(measure - x, textWidth(line, body));
    return {
      text: line,
      size: body,
      bold: false,
      role,
      segment,
      x,
      width: ragged || i === lines.length - 1 ? natural : measure - x,
      above: pitch - body + (i === 0 && style.indent === 0 ? 0.5 * pitch : 0),
      keeps: false,
    };
  });
}

function headOf(story: Story, id: string, size: number, measure: number, style: PaperStyle): Loose[] {
  const { body } = style;
  return [
    ...(story.kicker ? headLines(story.kicker, 'kicker', id, Math.max(body, 0.6 * size), measure, style) : []),
    ...headLines(story.headline, 'headline', id, size, measure, style),
    ...(story.subhead ? headLines(story.subhead, 'subhead', id, Math.max(body, 0.65 * size), measure, style) : []),
  ];
}

function bodyOf(story: Story, id: string, measure: number, style: PaperStyle, random: Random): Loose[] {
  const lines = story.byline ? paragraphLines(story.byline, 'byline', `${id}:byline`, measure, style) : [];
  story.paragraphs.forEach((paragraph, p) => {
    if (style.crossheads && p > 1 && p % 3 === 0 && random.chance(0.7)) {
      const words = paragraph.match(/\p{Script=Han}{2,6}|\p{L}{4,}/gu)?.slice(0, 2) ?? [];
      const title = words.join(style.script === 'en' ? ' ' : '');
      lines.push(
        ...headLines(title, 'crosshead', `${id}:c${p}`, 1.08 * style.body, measure, style).map((line) => ({
          ...line,
          above: 0.7 * style.pitch,
        })),
      );
    }
    lines.push(...paragraphLines(paragraph, 'body', `${id}:p${p}`, measure, style));
  });
  return lines;
}

const heightOf = (lines: readonly Loose[]): number => lines.reduce((sum, line) => sum + line.above + line.size, 0);

class Sheet {
  readonly page: LaidPage = { lines: [], separators: [], pictures: [] };
  constructor(
    readonly style: PaperStyle,
    readonly name: string,
  ) {}

  set(line: Loose, x: number, y: number, article: string | null): number {
    const top = y + line.above;
    this.page.lines.push({
      text: line.text,
      box: [Math.round(x + line.x), Math.round(top), Math.max(1, Math.round(line.width)), Math.round(line.size)],
      role: line.role,
      segment: `${this.name}:${line.segment}`,
      article,
      size: line.size,
      bold: line.bold,
      block: '',
    });
    return top + line.size;
  }

  rule(column: Column, y: number): void {
    const { rules } = this.style;
    if (rules === 'none') return;
    const width = rules === 'wide' ? column.width : 0.3 * column.width;
    this.page.separators.push([Math.round(column.x + (column.width - width) / 2), Math.round(y), Math.round(width), 3]);
  }
}

/** Running head: what every page carries. Gives the height at which text may begin. */
function furnish(sheet: Sheet, number: number): number {
  const { style } = sheet;
  if (!style.furniture) return MARGIN;
  const text = style.script === 'en' ? `Page ${number}    Monday, June 17, 2019` : `第${number}版 2019年6月17日 星期一`;
  const line = {
    text,
    size: style.body,
    bold: false,
    role: 'folio',
    segment: 'folio',
    x: 0,
    width: textWidth(text, style.body),
    above: 0,
    keeps: false,
  };
  return sheet.set(line, MARGIN, MARGIN, null) + 2 * style.pitch;
}

/** Down one column, then down the next. */
function pour(sheet: Sheet, stories: readonly Story[], top: number, random: Random): void {
  const { style } = sheet;
  const columns = columnsOf(style);
  let at = 0;
  let y = top;
  for (const [s, story] of stories.entries()) {
    const id = `a${s}`;
    const [least, most] = style.heads;
    const size = style.body * (least + random.next() * (most - least));
    const measure = columns[at]?.width ?? 0;
    const head = headOf(story, id, size, measure, style);
    if (y > top && y + heightOf(head) + 4 * style.pitch > style.height - MARGIN) [at, y] = [at + 1, top];
    if (at >= columns.length) return;
    if (y > top) {
      sheet.rule(columns[at] as Column, y + 0.6 * style.white * style.pitch);
      y += style.white * style.pitch;
    }
    for (const line of [...head, ...bodyOf(story, id, measure, style, random)]) {
      if (y + line.above + line.size * (line.keeps ? 4 : 1) > style.height - MARGIN) [at, y] = [at + 1, top];
      const column = columns[at];
      if (!column) return;
      y = sheet.set(y === top ? { ...line, above: 0 } : line, column.x, y, `${sheet.name}:${id}`);
    }
  }
}

/** Parts of a page's columns, each for one article. */
function shares(count: number, random: Random): number[] {
  const parts: number[] = [];
  for (let left = count; left > 0;) {
    const part = Math.min(left, random.whole(1, Math.min(4, count)));
    parts.push(part);
    left -= part;
  }
  return random.shuffled(parts);
}

function module(sheet: Sheet, story: Story, id: string, own: readonly Column[], top: number, random: Random): number {
  const { style } = sheet;
  const [first, last] = [own[0] as Column, own.at(-1) as Column];
  const across = last.x + last.width - first.x;
  const [least, most] = style.heads;
  const size = style.body * Math.min(most, least + ((most - least) * (own.length - 1 + random.next())) / 4);
  let y = top;
  for (const line of headOf(story, id, size, across, style)) y = sheet.set(line, first.x, y, `${sheet.name}:${id}`);
  y += 0.4 * style.pitch;
  const body = bodyOf(story, id, first.width, style, random);
  // Columns of other measures: each is broken anew would change the text, so a module of uneven columns keeps the narrowest.
  const narrow = Math.min(...own.map((column) => column.width));
  const lines = narrow < first.width ? bodyOf(story, id, narrow, style, random) : body;
  const share = heightOf(lines) / own.length;
  let [c, lowest] = [0, y];
  const picture = style.pictures && random.chance(0.5) ? own.length - 1 : -1;
  if (picture >= 0) {
    const column = own[picture] as Column;
    const box: Box = [Math.round(column.x), Math.round(y), Math.round(column.width), Math.round(0.6 * column.width)];
    sheet.page.pictures.push(box);
  }
  const topOf = (i: number): number => {
    if (i !== picture) return y;
    const column = own[i] as Column;
    const words = (story.paragraphs[0] ?? '').split(/(?<=[.。])/u)[0]?.slice(0, 90) ?? '';
    let under = y + 0.6 * column.width;
    for (const line of paragraphLines(words, 'caption', `${id}:caption`, column.width, { ...style, indent: 0 }))
      under = sheet.set({ ...line, above: style.pitch - style.body + 4 }, column.x, under, `${sheet.name}:${id}`);
    return under + 0.8 * style.pitch;
  };
  let at = topOf(0);
  let used = 0;
  for (const line of lines) {
    if (used > 0 && used + line.size > share + style.pitch && c < own.length - 1 && !line.keeps)
      [c, used, at] = [c + 1, 0, topOf(c + 1)];
    used += line.above + line.size;
    at = sheet.set(
      used === line.above + line.size ? { ...line, above: 0 } : line,
      (own[c] as Column).x,
      at,
      `${sheet.name}:${id}`,
    );
    lowest = Math.max(lowest, at);
  }
  while (c < own.length - 1) lowest = Math.max(lowest, topOf(++c));
  return lowest;
}

/** Bands of modules, from top to bottom. */
function build(sheet: Sheet, stories: readonly Story[], top: number, random: Random): void {
  const { style } = sheet;
  const columns = columnsOf(style);
  let [s, y] = [0, top];
  while (s < stories.length && y < 0.75 * style.height) {
    let from = 0;
    let lowest = y;
    for (const share of shares(columns.length, random)) {
      const story = stories[s];
      if (!story) break;
      const own = columns.slice(from, from + share);
      lowest = Math.max(lowest, module(sheet, story, `a${s++}`, own, y, random));
      from += share;
    }
    if (style.rules === 'wide')
      sheet.page.separators.push([MARGIN, Math.round(lowest + 0.8 * style.pitch), style.width - 2 * MARGIN, 3]);
    y = lowest + (1 + style.white) * style.pitch;
  }
}

export function layPage(
  style: PaperStyle,
  stories: readonly Story[],
  number: number,
  name: string,
  random: Random,
): LaidPage {
  const sheet = new Sheet(style, name);
  const top = furnish(sheet, number);
  if (style.layout === 'poured') pour(sheet, stories, top, random);
  else build(sheet, stories, top, random);
  if (style.uprights) {
    const bottom = Math.max(...sheet.page.lines.map(({ box }) => box[1] + box[3]));
    if (style.layout === 'poured')
      for (const column of columnsOf(style).slice(1))
        sheet.page.separators.push([
          Math.round(column.x - style.gutter / 2),
          Math.round(top),
          3,
          Math.round(bottom - top),
        ]);
  }
  return sheet.page;
}
