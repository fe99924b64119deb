/**
 * Two or three heads under each other may look like a paragraph that a column's end cut: as wide as a column, no sentence ends. But a paragraph's
 * first lines have a comma or a stop among them, and somewhere the sentence goes on. In other scripts a head set in narrow lines, in a measure that no text of the page has.
 */
import type { Block } from './blocks.ts';
import type { CutPage } from './lines.ts';
import type { Mark } from './marks.ts';

const MOST_LINES = 5;
const STOPS = /[，。；：？！]/u;

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
    if (other !== block && other.kind === 'text' && other.measure !== null && other.measure <= widest + 2)
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
  return blocks.flatMap((block, i): Block[] => {
    const lines = page.lines.slice(block.first, block.last + 1);
    if (
      block.kind !== 'text' ||
      block.startsOpen ||
      !block.endsOpen ||
      block.mark.opens ||
      lines.length > MOST_LINES ||
      blocks[i + 1]?.role === 'jump-to' ||
      isEven(lines.map((line) => line.width)) ||
      lines.some((line) => STOPS.test(line.text)) ||
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
          endsOpen: false,
          confidence: 0.7,
          reason: { code: 'cut.headline' },
        });
    });
    return heads;
  });
}
