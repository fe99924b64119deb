/** Where the words of a page stand, for formats with positions: as the source has them, else as the rebuilt page sets them. */
import { pageLayout, type FragmentBox, type PageLayout } from '../layout/page-layout.ts';
import type { Box, Edition, Fragment, Page, Source } from '../model/edition.ts';
import { discardedFragments, pagesOf, remember, textOf, unplacedFragments } from '../model/selectors.ts';
import { carriable } from './carriable.ts';
import { distribute } from './distribute.ts';
import { laidNumbers } from './laid-articles.ts';
import { cutsOf, isWhole, isWhollyLaid, pageSources, type Cut } from './laid-sources.ts';
import { pageOrder, type PageOrder } from './page-order.ts';
import { syntheticBlocks } from './synthetic-blocks.ts';
import type { Tally } from './tally.ts';

export interface LaidLine {
  readonly text: string;
  readonly box: Box;
  readonly ref?: string;
  readonly confidence?: number;
  /** It is a whole line of the source. */
  readonly whole?: true;
}

export interface LaidFragment {
  readonly fragment: Fragment;
  /** As it reads, paragraphs parted by line breaks. */
  readonly text: string;
  readonly box: Box;
  readonly lines: readonly LaidLine[];
  /** The block of the source's file whose lines, all of them and whole, these are. */
  readonly block?: string;
  /** Its position was taken from the rebuilt page. */
  readonly synthetic: boolean;
}

export interface LaidPage {
  readonly page: Page;
  /** From 1, among the edition's pages. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** The source whose picture and positions the page has; undefined where all positions are synthetic. */
  readonly source?: Source;
  readonly order: PageOrder;
  /** In the page's order; last those of its source that are unplaced or discarded. */
  readonly fragments: readonly LaidFragment[];
}

/** Fragments that stand on no page but have a position in its source; a source is given to one page only. */
function strays(edition: Edition, page: Page): Fragment[] {
  const source = pageSources(edition).get(page.id);
  const first = pagesOf(edition).find((one) => pageSources(edition).get(one.id) === source);
  if (!source || first !== page) return [];
  return [...unplacedFragments(edition), ...discardedFragments(edition)].filter(
    (f) => f.sourceId === source.id && isWhollyLaid(source, f),
  );
}

const isVertical = ([, , width, height]: Box): boolean => height > 2 * width;

/** The part of a line's box that a part of its text takes. */
function cutBox(box: Box, { line, start, end }: Cut): Box {
  const all = Math.max(1, line.end - line.start);
  const [from, share] = [(start - line.start) / all, (end - start) / all];
  const [x, y, width, height] = box;
  return isVertical(box) ? [x, y + from * height, width, share * height] : [x + from * width, y, share * width, height];
}

export function unionOf(boxes: readonly Box[]): Box | undefined {
  if (!boxes.length) return undefined;
  const left = Math.min(...boxes.map((b) => b[0]));
  const top = Math.min(...boxes.map((b) => b[1]));
  return [
    left,
    top,
    Math.max(...boxes.map((b) => b[0] + b[2])) - left,
    Math.max(...boxes.map((b) => b[1] + b[3])) - top,
  ];
}

function laidInSource(source: Source, fragment: Fragment, text: string): LaidFragment {
  const cuts = cutsOf(source, fragment);
  const boxes = cuts.map((cut) => cutBox(cut.line.box ?? [0, 0, 0, 0], cut));
  const texts = distribute(
    text,
    cuts.map(({ start, end }) => source.text.slice(start, end)),
  );
  const lines = cuts.flatMap((cut, i): LaidLine[] => {
    const part = texts[i];
    const box = boxes[i];
    if (!part || !box) return [];
    const { ref, confidence } = cut.line;
    return [
      {
        text: part,
        box,
        ...(ref === undefined ? {} : { ref }),
        ...(confidence === undefined ? {} : { confidence }),
        ...(isWhole(cut) ? { whole: true as const } : {}),
      },
    ];
  });
  const block = wholeBlock(source, cuts);
  return {
    fragment,
    text,
    box: unionOf(lines.map((line) => line.box)) ?? unionOf(boxes) ?? [0, 0, 0, 0],
    lines,
    ...(block === undefined ? {} : { block }),
    synthetic:
      cuts.length > 0 && cuts.every(({ line }) => line.block !== undefined && syntheticBlocks(source).has(line.block)),
  };
}

const linesInBlocks = remember((source: Source): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { block } of source.lines) if (block !== undefined) counts.set(block, (counts.get(block) ?? 0) + 1);
  return counts;
});

function wholeBlock(source: Source, cuts: readonly Cut[]): string | undefined {
  const block = cuts[0]?.line.block;
  if (block === undefined || linesInBlocks(source).get(block) !== cuts.length) return undefined;
  const all = cuts.every(({ line, start, end }) => line.block === block && isWhole({ line, start, end }));
  return all ? block : undefined;
}

/** `reads`: the text that was set; its lines keep the white space that the sheet evens out. */
function laidOnSheet(
  set: FragmentBox,
  reads: string,
  text: string,
  [scaleX, scaleY]: readonly [x: number, y: number],
): LaidFragment {
  const scaled = ([x, y, width, height]: Box): Box => [x * scaleX, y * scaleY, width * scaleX, height * scaleY];
  const lines = set.lines.flatMap((line, i): LaidLine[] => {
    const part = carriable(reads.slice(line.start, set.lines[i + 1]?.start)).trim();
    if (!part) return [];
    const room = set.width - line.indent * set.size;
    const width = Math.min(room, line.width * set.size);
    const { align } = set.style;
    const shift = align === 'center' ? (room - width) / 2 : align === 'right' ? room - width : 0;
    const y = set.y + set.above + i * set.lineHeight;
    return [
      {
        text: part,
        box: scaled([
          set.x + line.indent * set.size + shift,
          y,
          align === 'justify' && !line.last ? room : width,
          set.lineHeight,
        ]),
      },
    ];
  });
  const box = unionOf(lines.map((line) => line.box)) ?? scaled([set.x, set.y, set.width, set.height]);
  return { fragment: set.fragment, text, box, lines, synthetic: true };
}

export function layPage(edition: Edition, page: Page, tally: Tally): LaidPage {
  const source = pageSources(edition).get(page.id);
  const layout: PageLayout = pageLayout(edition, page.id);
  const width = source?.width ?? layout.width;
  const height = source?.height ?? layout.height;
  const loose = source ? strays(edition, page) : [];
  const order = pageOrder(edition, page, loose, laidNumbers(edition));
  const fragments = [
    ...order.first,
    ...order.articles.flatMap(({ members }) => members),
    ...order.last,
    ...order.strays,
  ].map((fragment): LaidFragment => {
    const text = tally.write(fragment);
    if (source && fragment.sourceId === source.id && isWhollyLaid(source, fragment))
      return laidInSource(source, fragment, text);
    const set = layout.byId.get(fragment.id);
    if (!set) throw new Error(`fragment ${fragment.id} is not in its page's layout`);
    return laidOnSheet(set, textOf(edition, fragment), text, [width / layout.width, height / layout.height]);
  });
  const number = pagesOf(edition).indexOf(page) + 1;
  return { page, number, width, height, ...(source ? { source } : {}), order, fragments };
}

/** Nothing on it stands where a source says. */
export const isSynthetic = ({ fragments }: LaidPage): boolean =>
  fragments.length > 0 && fragments.every(({ synthetic }) => synthetic);

/** Every page; what has no position anywhere is left out with its reason. */
export function layPages(edition: Edition, tally: Tally): LaidPage[] {
  const laid = pagesOf(edition).map((page) => layPage(edition, page, tally));
  tally.leaveDiscarded();
  tally.leaveUnplaced();
  return laid;
}
