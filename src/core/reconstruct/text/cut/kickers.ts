/**
 * A kicker right under a paragraph that a column's end cut looks like the paragraph's last line: as wide as the column, no sentence ends.
 * Its words tell: they are the words of the article below, not of the one above. Han text only.
 */
import { isHan } from '../../../repair/han.ts';
import type { Mark } from './marks.ts';
import type { Block } from './blocks.ts';
import type { CutPage } from './lines.ts';
import { endsSentence, staysOpen } from './sentence.ts';

/** Lines looked at on either side. */
const REACH = 30;
const LEAST_SHARED = 4;
/** Words that stand anywhere on the page say less. */
const FAR_SHARED = 6;

const pairsOf = (text: string): string[] => {
  const chars = [...text];
  return chars.flatMap((ch, i) => (isHan(ch) && isHan(chars[i + 1] ?? '') ? [ch + (chars[i + 1] ?? '')] : []));
};

/** The lines in which each pair stands. */
function placesOf(page: CutPage): Map<string, number[]> {
  const places = new Map<string, number[]>();
  page.lines.forEach((line, i) => {
    for (const pair of pairsOf(line.text)) {
      const at = places.get(pair);
      if (at) at.push(i);
      else places.set(pair, [i]);
    }
  });
  return places;
}

/** Makes heads of last lines of cut paragraphs that speak of the article below. */
export function liftKickers(page: CutPage, marks: readonly Mark[], blocks: readonly Block[]): Block[] {
  if (!page.han) return [...blocks];
  let places: ReadonlyMap<string, readonly number[]> | undefined;
  const stands = (pair: string, from: number, to: number): boolean =>
    (places ??= placesOf(page)).get(pair)?.some((line) => line >= from && line <= to) ?? false;
  return blocks.flatMap((block, i): Block[] => {
    const below = blocks[i + 1];
    const mark = marks[block.last];
    const text = page.lines[block.last]?.text ?? '';
    if (
      block.kind !== 'text' ||
      !block.endsOpen ||
      below?.kind !== 'head' ||
      !mark ||
      block.last === block.first ||
      staysOpen(text)
    )
      return [block];
    const near = (from: number, to: number) => (pair: string) => to >= 0 && stands(pair, Math.max(0, from), to);
    const above = near(block.last - REACH, block.last - 1);
    // where the sentence goes on right after the heads, their article may stand anywhere
    const resumed = blocks.slice(i + 1).find((one) => one.kind === 'text')?.startsOpen;
    const farAbove = near(0, block.first - 1 - REACH);
    const under = near(block.last + 1, resumed ? page.lines.length - 1 : block.last + REACH);
    const after = (pair: string): boolean => (resumed && farAbove(pair)) || under(pair);
    const pairs = pairsOf(text);
    const shared = pairs.filter((pair) => after(pair) && !above(pair)).length;
    const kept = pairs.filter((pair) => above(pair) && !after(pair)).length;
    if (shared < LEAST_SHARED || shared < kept * 3 + 2) return [block];
    if (resumed && (shared < FAR_SHARED || shared < pairs.length * 0.4)) return [block];
    const last = block.last - 1;
    const kicker: Block = {
      ...block,
      first: block.last,
      kind: 'head',
      role: 'headline',
      mark,
      measure: null,
      startsOpen: false,
      endsOpen: false,
      confidence: 0.7,
      reason: { code: 'cut.kicker-by-words', params: { shared } },
    };
    return [{ ...block, last, endsOpen: !endsSentence(page.lines[last]?.text ?? '') }, kicker];
  });
}
