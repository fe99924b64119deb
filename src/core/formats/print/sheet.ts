/** One page of the rebuilt edition as a sheet of paper: what the layout says, in points, and the rules of style that say it. */
import { articleTops } from '../../layout/article-tops.ts';
import { isSquareText, type SetLine } from '../../layout/break-lines.ts';
import { columnRules } from '../../layout/column-rules.ts';
import { pageLayout, type FragmentBox, type PageLayout } from '../../layout/page-layout.ts';
import type { Edition, Page } from '../../model/edition.ts';
import type { RoleId } from '../../model/role.ts';
import { fragmentsOnPage, sourceOf } from '../../model/selectors.ts';
import { SHEET } from '../../model/sheet.ts';
import { carriable } from '../carriable.ts';
import { pageOrder } from '../page-order.ts';
import type { Words } from '../words.ts';
import { el, type XmlElement } from '../xml-writer.ts';

export interface PrintedSheet {
  readonly element: XmlElement;
  /** Rules of style of its own. */
  readonly rules: readonly string[];
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/** Points to a unit, where a file tells how large its pages are. */
const POINTS: Readonly<Record<string, number>> = { pt: 1, mm10: 72 / 254, inch1200: 72 / 1200 };

/** A page whose source says no size is as wide as the default sheet. */
function scaleOf(edition: Edition, page: Page): number {
  const [first] = fragmentsOnPage(edition, page.id);
  const source = first && sourceOf(edition, first);
  const known = source?.width === page.width ? POINTS[source.unit ?? ''] : undefined;
  return known ?? SHEET.width / page.width;
}

export const round = (n: number): number => Math.round(n * 100) / 100 + 0;

const TAGS: Partial<Record<RoleId, string>> = { masthead: 'h1', headline: 'h2', 'jump-head': 'h2', crosshead: 'h3' };

/** Bold and sans Latin is wider than the layout's table, and so are a Han face's figures. */
const BOLD = 1.07;
const SANS = 1.14;
const FIGURE = 0.06;

/** By how many hundredths of an em a line that is not let out has to be set tighter to keep within its measure. */
function squeeze(line: SetLine, box: FragmentBox, square: boolean): number {
  const wider = square ? 1 : (box.style.weight > 400 ? BOLD : 1) * (box.style.sans ? SANS : 1);
  const figures = square ? (line.text.match(/[!-~]/gu)?.length ?? 0) * FIGURE : 0;
  const spare = box.width / box.size - line.indent - line.width * wider - figures;
  return spare < 0 ? Math.min(20, Math.ceil((-spare * 100) / Math.max(1, Array.from(line.text).length))) : 0;
}

function lineSpan(line: SetLine, box: FragmentBox, square: boolean, classes: Set<string>): XmlElement | undefined {
  const text = carriable(line.text).trim();
  if (!text) return undefined;
  const filled = box.style.align === 'justify' && !line.last;
  const tight = filled ? 0 : squeeze(line, box, square);
  const named = [filled && 'j', line.indent > 0 && `i${line.indent * 10}`, tight > 0 && `k${tight}`].filter(
    (name) => name !== false,
  );
  for (const name of named) classes.add(name);
  return el('span', { class: named.length ? named.join(' ') : undefined }, text);
}

const LOOKS = { center: 'c', right: 'r', left: undefined, justify: undefined } as const;

function classesOf({ style }: FragmentBox, square: boolean): string {
  return [
    't',
    square && 'q',
    style.sans && 's',
    style.italic && 'e',
    LOOKS[style.align],
    style.weight === 900 ? 'h' : style.weight === 700 && 'b',
  ]
    .filter(Boolean)
    .join(' ');
}

function paths(layout: PageLayout, scale: number): XmlElement[] {
  const at = (n: number): number => round(n * scale);
  // Paper has no empty columns to be filled: the rules end with what stands beside them.
  const end = Math.max(...layout.columns.map((column) => column.bottom));
  const columns = columnRules(layout).flatMap(({ x, top, bottom }) =>
    top < end ? [`M${at(x)} ${at(top)}V${at(Math.min(bottom, end))}`] : [],
  );
  const tops = articleTops(layout)
    .filter(({ y }) => y > layout.top + 1)
    .map(({ x, y, width }) => `M${at(x)} ${at(y)}H${at(x + width)}`);
  return [
    el('path', { d: columns.join(''), 'stroke-width': 0.4, 'stroke-opacity': 0.35 }),
    el('path', { d: tops.join(''), 'stroke-width': 0.6 }),
  ];
}

/** `classes` collects the names of lines' indents and squeezes, for the rules that say them. */
export function printSheet(
  edition: Edition,
  page: Page,
  { name, words, classes }: { readonly name: string; readonly words: Words; readonly classes: Set<string> },
): PrintedSheet {
  const layout = pageLayout(edition, page.id);
  const scale = scaleOf(edition, page);
  const rules: string[] = [];
  const at = (n: number): string => `${round(n * scale)}pt`;

  const told = (id: string): XmlElement | undefined => {
    const box = layout.byId.get(id);
    if (!box) return undefined;
    const square = isSquareText(box.lines.map((line) => line.text).join(''));
    const lines = box.lines.flatMap((line) => lineSpan(line, box, square, classes) ?? []);
    if (!lines.length) return undefined;
    const own = `${name}-${rules.length + 1}`;
    rules.push(
      `#${own} { left: ${at(box.x)}; top: ${at(box.y + box.above)}; width: ${at(box.width)}; font-size: ${at(box.size)}; line-height: ${at(box.lineHeight)}; }`,
    );
    const tag = TAGS[box.fragment.role] ?? 'p';
    return el(tag, { id: own, class: classesOf(box, square), dir: 'auto', 'data-fragment': id }, lines);
  };

  const order = pageOrder(edition, page);
  const loose = (list: typeof order.first): XmlElement[] => list.flatMap(({ id }) => told(id) ?? []);
  const articles = order.articles.flatMap(({ title, members }) => {
    const parts = loose(members);
    return parts.length ? [el('article', { 'aria-label': title || words('untitled') }, parts)] : [];
  });
  const [width, height] = [round(layout.width * scale), round(layout.height * scale)];
  const element = el(
    'section',
    { class: `sheet ${name}`, 'aria-label': words('page', { label: page.label }) },
    el('svg', { class: 'rules', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': true }, paths(layout, scale)),
    loose(order.first),
    articles,
    loose(order.last),
  );
  return { element, rules, width, height };
}
