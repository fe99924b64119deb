/**
 * Where everything stands on a sheet. Fragments go down in order, each at the lowest bottom of the columns that it spans.
 * Pure and without a font: the same numbers in the browser, a worker and on the command line.
 */
import type { Column, Edition, Fragment, Page } from '../model/edition.ts';
import { fragmentsOnPage, remember, textOf, type Placed } from '../model/selectors.ts';
import { SHEET } from '../model/sheet.ts';
import { breakLines, isSquareText, type SetLine } from './break-lines.ts';
import { typeStyle, type TypeStyle } from './type-style.ts';

export interface FragmentBox {
  readonly fragment: Placed;
  /** Index of its leftmost column. */
  readonly column: number;
  readonly span: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly style: TypeStyle;
  /** Font size and line height in page units. */
  readonly size: number;
  readonly lineHeight: number;
  /** From the box's top to its first line. */
  readonly above: number;
  readonly lines: readonly SetLine[];
}

export interface ColumnBox extends Column {
  readonly index: number;
  /** Where the next fragment would begin. */
  readonly bottom: number;
}

export interface PageLayout {
  readonly page: Page;
  readonly width: number;
  /** The page's own height, or as far down as its fragments reach. */
  readonly height: number;
  readonly top: number;
  readonly bodySize: number;
  readonly boxes: readonly FragmentBox[];
  readonly byId: ReadonlyMap<string, FragmentBox>;
  readonly columns: readonly ColumnBox[];
}

const BODY_SIZE = 9;
/** Between the end of one article and the rule of the next, in body sizes. */
const ARTICLE_GAP = 0.7;

export const bodySizeOf = (page: Page): number => (BODY_SIZE * page.width) / SHEET.width;

export interface SetText {
  readonly style: TypeStyle;
  readonly size: number;
  readonly lineHeight: number;
  readonly above: number;
  readonly lines: readonly SetLine[];
  readonly height: number;
}

const set = new Map<string, SetText>();
const SET_KEPT = 40_000;

/** A text set in a role's style over a width. */
export function setText(
  text: string,
  role: Fragment['role'],
  span: number,
  width: number,
  body: number,
  continues = false,
): SetText {
  const key = `${role}|${span}|${width.toFixed(2)}|${body.toFixed(3)}|${continues ? 1 : 0}|${text}`;
  const known = set.get(key);
  if (known) return known;
  const square = isSquareText(text);
  const style = fitStyle(text, square ? typeStyle(role, span) : latin(typeStyle(role, span)), width / body);
  const size = style.size * body;
  const indent = square ? style.indent : style.indent / 2;
  const lines = breakLines(text, width / size / wideness(style, square), indent, !continues);
  const lineHeight = size * style.leading;
  const above = style.above * body;
  const made: SetText = {
    style,
    size,
    lineHeight,
    above,
    lines,
    height: above + lines.length * lineHeight + style.below * body,
  };
  if (set.size >= SET_KEPT) set.clear();
  set.set(key, made);
  return made;
}

/** Latin lines have room above their small letters: they stand closer than square ones. */
const latin = (style: TypeStyle): TypeStyle => ({ ...style, leading: Math.min(style.leading, LATIN_LEADING) });
const LATIN_LEADING = 1.3;

/** How much wider than the table's text serif a style's Latin letters run; square ones are square in every style. */
const wideness = ({ weight, sans }: TypeStyle, square: boolean): number =>
  square ? 1 : (weight >= 700 ? 1.07 : 1) * (sans ? 1.08 : 1);

/** A head that would run over two lines is set smaller, in steps, but never under a third of the way to body size. */
function fitStyle(text: string, style: TypeStyle, measure: number): TypeStyle {
  if (style.size < 1.6) return style;
  let fitted = style;
  const room = measure / wideness(style, isSquareText(text));
  for (let i = 0; i < 5 && breakLines(text, room / fitted.size).length > (i < 2 ? 1 : 2) && fitted.size > 1.45; i++)
    fitted = { ...fitted, size: fitted.size * 0.9 };
  return fitted;
}

export function columnWidth(page: Page, index: number, span: number): number {
  const first = page.columns[index];
  const last = page.columns[Math.min(index + span, page.columns.length) - 1];
  return first && last ? last.x + last.width - first.x : 0;
}

const layouts = remember((_: readonly Placed[]) => new WeakMap<Page, PageLayout>());

export function pageLayout(edition: Edition, pageId: string): PageLayout {
  const page = edition.pages[pageId];
  if (!page) throw new Error(`no page ${pageId}`);
  const placed = fragmentsOnPage(edition, pageId);
  const known = layouts(placed).get(page);
  if (known) return known;
  const body = bodySizeOf(page);
  const top = (SHEET.margin * page.width) / SHEET.width;
  const bottoms = page.columns.map(() => top);
  const above: (Placed | undefined)[] = page.columns.map(() => undefined);
  const at = new Map(page.columns.map((column, i) => [column.id, i]));
  const boxes: FragmentBox[] = [];
  for (const fragment of placed) {
    const column = at.get(fragment.placement.column) ?? 0;
    const span = Math.max(1, Math.min(fragment.placement.span, page.columns.length - column));
    const width = columnWidth(page, column, span);
    const text = setText(textOf(edition, fragment), fragment.role, span, width, body, fragment.continues);
    let y = top;
    for (let c = column; c < column + span; c++) {
      const parted = above[c] !== undefined && above[c]?.article?.id !== fragment.article?.id;
      y = Math.max(y, (bottoms[c] ?? top) + (parted ? ARTICLE_GAP * body : 0));
    }
    for (let c = column; c < column + span; c++) {
      bottoms[c] = y + text.height;
      above[c] = fragment;
    }
    const { lines, style, size, lineHeight, height } = text;
    boxes.push({
      fragment,
      column,
      span,
      x: page.columns[column]?.x ?? 0,
      y,
      width,
      height,
      style,
      size,
      lineHeight,
      above: text.above,
      lines,
    });
  }
  const made: PageLayout = {
    page,
    width: page.width,
    height: Math.max(page.height, Math.max(top, ...bottoms) + top),
    top,
    bodySize: body,
    boxes,
    byId: new Map(boxes.map((box) => [box.fragment.id, box])),
    columns: page.columns.map((column, index) => ({ ...column, index, bottom: bottoms[index] ?? top })),
  };
  layouts(placed).set(page, made);
  return made;
}
