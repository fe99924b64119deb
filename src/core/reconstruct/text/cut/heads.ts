/** What each head of a group is: kicker, headline, subhead, section label, teaser, crosshead. Where the text does not tell, a headline. */
import type { RoleId } from '../../../model/role.ts';
import { leadsIn } from '../../../press/openings.ts';
import { isHan } from '../../../repair/han.ts';
import type { Block } from './blocks.ts';
import { hasClauses } from './costs.ts';
import type { CutPage } from './lines.ts';
import { endsSentence } from './sentence.ts';
import type { Mark } from './marks.ts';

/** A kicker leads up to the headline: …强调, …指出. */
const LEADS_UP = /(?:强调|強調|指出|要求|表示|提出|召开|召開|举行|舉行|时强调|座谈会上|会议上|[:：])$/u;

const textOf = (page: CutPage, block: Block): string =>
  page.lines
    .slice(block.first, block.last + 1)
    .map((line) => line.text)
    .join(page.han ? '' : ' ');
const widest = (page: CutPage, block: Block): number =>
  Math.max(...page.lines.slice(block.first, block.last + 1).map((line) => line.width));

/** How far the lines of a head are from filling its width: the last line counts half. Infinite where a line would have taken the next word. */
function raggedness(page: CutPage, from: number, to: number): number {
  const lines = page.lines.slice(from, to + 1);
  const room = Math.max(...lines.map((line) => line.width));
  let sum = 0;
  for (const [i, line] of lines.entries()) {
    const word = lines[i + 1]?.text.split(/\s/u)[0];
    if (word !== undefined && line.width + 0.5 + word.length / 2 <= room) return Infinity;
    sum += (room - line.width) * (word === undefined ? 0.5 : 1);
  }
  return sum;
}

/** A second head among lines taken for one costs this much raggedness. */
const SPLIT = 6;
const MOST_PARTS = 3;
/** Longer runs are no head. */
const MOST_LINES = 16;

/** Splits a head at lines that cannot have been wrapped at one width: each part wraps as a head of its own would. Latin only. */
export function splitHead(page: CutPage, first: number, last: number): readonly (readonly [number, number])[] {
  if (page.han || last === first || last - first >= MOST_LINES || raggedness(page, first, last) < Infinity)
    return [[first, last]];
  const best: { cost: number; parts: (readonly [number, number])[] }[] = [{ cost: 0, parts: [] }];
  for (let to = first; to <= last; to++) {
    let least: (typeof best)[number] = { cost: Infinity, parts: [] };
    for (let from = first; from <= to; from++) {
      const before = best[from - first];
      const cost = (before?.cost ?? Infinity) + raggedness(page, from, to) + SPLIT;
      if (before && cost < least.cost) least = { cost, parts: [...before.parts, [from, to]] };
    }
    best.push(least);
  }
  const parts = best.at(-1)?.parts ?? [];
  return parts.length && parts.length <= MOST_PARTS ? parts : [[first, last]];
}

/** Roles of one run of heads with nothing between them. */
function rolesInGroup(page: CutPage, group: readonly Block[]): RoleId[] {
  const texts = group.map((block) => textOf(page, block));
  if (group.length === 2 || group.length === 3) {
    const clauses = texts.map(hasClauses);
    if (page.han) {
      const main =
        clauses.filter(Boolean).length === 1
          ? clauses.indexOf(true)
          : LEADS_UP.test(texts[0] ?? '') || group.length === 3
            ? 1
            : -1;
      if (main >= 0) return group.map((_, i) => (i < main ? 'kicker' : i === main ? 'headline' : 'subhead'));
      const [a, b] = [[...(texts[0] ?? '')].length, [...(texts[1] ?? '')].length];
      // a kicker stands in one line: what is set in two over one is the headline itself
      const [over, under] = group.map((block) => block.last - block.first);
      if (over && !under && !clauses[1] && !LEADS_UP.test(texts[0] ?? '')) return ['headline', 'subhead'];
      if (!clauses[0] && !clauses[1] && a >= b * 1.3) return ['kicker', 'headline'];
    } else if (group.length === 2) {
      const [a, b] = group.map((block) => widest(page, block));
      const sentences = texts.map((text) => /[.!?]["”’]?$/u.test(text));
      // a kicker stands in one line: under wider lines there may be a head of another article
      const several = (group[0]?.last ?? 0) > (group[0]?.first ?? 0);
      if (a !== undefined && b !== undefined && several && a > b && sentences[0] === sentences[1])
        return ['headline', 'headline'];
      if (a !== undefined && b !== undefined && (sentences[0] !== sentences[1] || a >= b * 1.35 || b >= a * 1.35)) {
        const main = sentences[0] !== sentences[1] ? (sentences[0] ? 1 : 0) : a > b ? 1 : 0;
        return main === 1 ? ['kicker', 'headline'] : ['headline', 'subhead'];
      }
    }
  }
  return group.map(() => 'headline');
}

/** A short head between two paragraphs of one article, in a page whose articles say where they begin. */
function isCrosshead(
  page: CutPage,
  marks: readonly Mark[],
  before: Block | undefined,
  block: Block,
  after: Block | undefined,
  alone: boolean,
): boolean {
  if (!alone || !before || !after || before.kind !== 'text' || after.kind !== 'text' || !page.han) return false;
  // a report begins under it: it is that report's head
  if (leadsIn(page.lines[after.first]?.text ?? '')) return false;
  if (before.endsOpen || after.startsOpen || after.mark.opens || hasClauses(textOf(page, block))) return false;
  if (before.measure === null || after.measure === null || Math.abs(before.measure - after.measure) > 1) return false;
  const openings = marks.filter((mark) => mark.opens).length;
  return (
    openings >= 2 &&
    [...textOf(page, block)].filter(isHan).length <= 24 &&
    endsSentence(page.lines[before.last]?.text ?? '')
  );
}

/** Names the heads among `blocks`. */
export function nameHeads(page: CutPage, marks: readonly Mark[], blocks: readonly Block[]): Block[] {
  const named = [...blocks];
  for (let i = 0; i < blocks.length;) {
    if (blocks[i]?.kind !== 'head') {
      i++;
      continue;
    }
    let j = i;
    while (blocks[j + 1]?.kind === 'head') j++;
    const group = blocks.slice(i, j + 1);
    const heads: number[] = [];
    group.forEach((block, n) => {
      const at = i + n;
      const set = (role: RoleId): void => void (named[at] = { ...block, role, reason: { code: `cut.${role}` } });
      const last = marks[block.last];
      if (last?.jump?.direction === 'pointer') set('teaser');
      else if (block.first === block.last && block.mark.section === 2 && blocks[at + 1]?.role !== 'jump-from')
        set('section');
      else if (isCrosshead(page, marks, blocks[i - 1], block, blocks[j + 1], group.length === 1)) set('crosshead');
      else heads.push(at);
    });
    const main = heads.map((at) => blocks[at]).filter((block) => block !== undefined);
    rolesInGroup(page, main).forEach((role, n) => {
      const at = heads[n];
      const block = main[n];
      if (at !== undefined && block) named[at] = { ...block, role, reason: { code: `cut.${role}` } };
    });
    i = j + 1;
  }
  return named;
}
