/**
 * Two or three heads under each other may look like a paragraph that a column's end cut: as wide as a column, no sentence ends. But a paragraph's
 * first lines have a comma or a stop among them, and somewhere the sentence goes on. In other scripts a head set in narrow lines, in a measure that no text of the page has.
 */
import type { Block } from './blocks.ts';
import type { CutPage } from './lines.ts';
import type { Mark } from './marks.ts';

/** More lines without any stop are no paragraph's, however even they are. */
const MOST_LINES = 5;
const STOPS = /[，。；：？！]/u;
const FULL_STOPS = /[。；？！]/u;
const ANY_STOPS = /[，。；：？！、]/u;

/** A first line's indent, and a mark that hangs. */
const EVEN = 3;
const MOST_STACKED = 9;
/** Lines of running text that make a measure one of the page's. */
const LEAST_TEXT = 8;
const AS_HEAD = {
  kind: 'head',
  role: 'headline',
  measure: null,
  endsOpen: false,
  confidence: 0.7,
  reason: { code: 'cut.headline' },
} as const;

/** Narrow lines that end in no sentence, as wide as no text of the page. */
function isStack(page: CutPage, blocks: readonly Block[], block: Block): boolean {
  const { first, last, measure } = block;
  if (block.kind !== 'text' || block.startsOpen || !block.endsOpen || block.mark.opens || measure === null)
    return false;
  if (last === first || last - first >= MOST_STACKED) return false;
  const lines = page.lines.slice(first, last + 1);
  if (!/^["“‘]?[\p{Lu}\p{N}]/u.test(lines[0]?.text ?? '') || /[,;-]$/u.test(lines.at(-1)?.text ?? '')) return false;
  const widest = Math.max(...lines.map((line) => line.width));
  const next = blocks[blocks.indexOf(block) + 1];
  if (next?.kind === 'text' && next.startsOpen) return false;
  let beside = 0;
  for (const other of blocks)
    // what ends in no sentence either may be a stack itself
    if (other !== block && other.kind === 'text' && !other.endsOpen && (other.measure ?? Infinity) <= widest + 2)
      beside += other.last - other.first + 1;
  return beside < LEAST_TEXT;
}

/** Four lines and more of one width, the indented first and the last aside, are a column's. */
const isEven = (widths: readonly number[]): boolean =>
  widths.length > 3 && Math.max(...widths.slice(0, -1)) - Math.min(...widths.slice(0, -1)) <= EVEN;

/** Makes heads of lines that neither begin nor end a sentence, one for each line, or for lines that stood together. */
export function liftHeads(page: CutPage, marks: readonly Mark[], blocks: readonly Block[]): Block[] {
  if (!page.han) return blocks.map((block) => (isStack(page, blocks, block) ? { ...block, ...AS_HEAD } : block));
  const resumed = (i: number): boolean => {
    for (const next of blocks.slice(i + 1, i + 4)) if (next.kind === 'text') return next.startsOpen;
    return false;
  };
  /** An article opens right under it: 本报讯. */
  const overOpening = (i: number): boolean => {
    for (const next of blocks.slice(i + 1, i + 3)) if (next.kind === 'text') return next.mark.opens;
    return false;
  };
  /** Text with stops is set in its measure elsewhere. */
  const isColumn = (block: Block): boolean =>
    blocks.some(
      (one) =>
        one !== block &&
        one.kind === 'text' &&
        Math.abs((one.measure ?? 0) - (block.measure ?? 0)) <= 1 &&
        one.last > one.first + 1 &&
        page.lines.slice(one.first, one.last + 1).some((line) => STOPS.test(line.text)),
    );
  return blocks.flatMap((block, i): Block[] => {
    const lines = page.lines.slice(block.first, block.last + 1);
    const many = lines.length > MOST_LINES;
    // the last line of a column that was cut is full
    const short = (lines.at(-1)?.width ?? 0) < (lines[0]?.width ?? 0) - EVEN;
    const stop = many ? ANY_STOPS : short && overOpening(i) ? FULL_STOPS : STOPS;
    if (
      block.kind !== 'text' ||
      (block.startsOpen && blocks.slice(0, i).some((one) => one.kind === 'text' && one.endsOpen)) ||
      !block.endsOpen ||
      block.mark.opens ||
      blocks[i + 1]?.role === 'jump-to' ||
      (!many && isEven(lines.map((line) => line.width)) && isColumn(block)) ||
      lines.some((line) => stop.test(line.text)) ||
      /[，：、]$/u.test(lines.at(-1)?.text ?? '') ||
      resumed(i)
    )
      return [block];
    const heads: Block[] = [];
    lines.forEach((line, n) => {
      const at = block.first + n;
      const open = heads.at(-1);
      if (open && line.glued && line.parted) heads[heads.length - 1] = { ...open, last: at };
      else
        heads.push({
          ...block,
          first: at,
          last: at,
          kind: 'head',
          role: 'headline',
          mark: marks[at] ?? block.mark,
          measure: null,
          startsOpen: false,
          endsOpen: false,
          confidence: 0.7,
          reason: { code: 'cut.headline' },
        });
    });
    return heads;
  });
}
