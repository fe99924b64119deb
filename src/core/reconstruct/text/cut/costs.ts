/** What each reading of a line costs. Costs are negative logarithms, roughly; all numbers of the cutter stand here and in fit.ts. */
import type { CutPage } from './lines.ts';
import { endsSentence, staysOpen } from './sentence.ts';
import { fullWidth } from '../../../repair/full-width.ts';
import { isCouplet } from '../../../repair/head-lines.ts';
import type { Mark } from './marks.ts';
import { acrossSeam, pairsOf } from './seams.ts';

export const COST = {
  /** A paragraph goes on, or ends: one line in seven; its last line may have any width. */
  goOn: 0.15,
  end: 4.6,
  sentenceInside: 2.3,
  openEnd: 3.6,
  /** A colon, and speech in a paragraph of its own. */
  speechEnd: 1,
  commaEnd: 5,
  /** A paragraph of one line that is a bare question or a cry: a head rather. */
  askingLine: 2.2,
  askingComma: 0.7,
  /** A line that says who speaks. */
  speechAsHead: 5,
  /** A block of its own that ends in no sentence is a head rather. */
  openBlock: 2,
  /** Before 下转 a paragraph may stop anywhere. */
  openBeforeJump: 0.5,
  openAtPageEnd: 1.5,
  /** A column that ends with the first line of a paragraph. */
  oneLineCut: 2,
  /** A section's label stands between articles: the text before it is done. */
  cutOverSection: 3,
  newMeasure: 3.2,
  /** What follows a head or a line that stands alone. */
  afterBreak: 0.6,
  /** Text goes on in mid-paragraph after a line that stands alone, a head. */
  resumeAfterAlone: 2.5,
  resumeAfterHead: 3.5,
  head: 3.4,
  headMore: 0.5,
  looseHead: 1.8,
  /** A word of the page runs over the seam of a head's two lines; so many of it are asked for where a blank line stands between. */
  seamWord: -2,
  seamLoose: 2,
  seamOverBlank: 2,
  seamAlike: 3,
  alone: 0.4,
  markedAsText: 7,
  opening: -1.5,
  openingElsewhere: 7,
  pointerAsText: 3,
  /** A line in capitals all through. */
  capitalsAsText: 4,
  slug: -4,
  slugAsText: 5,
  /** A head cannot stop at a preposition or a comma. */
  headStopsOpen: 5,
  /** A foreign head in the middle of a sentence, its second head, and a sentence that goes on with a capital after it. */
  pierce: 3.4,
  holeGlued: 3,
  holeFull: 4,
  holeEnded: 2,
  secondHead: 2,
  capitalInside: 3,
  evenHeads: 4,
  /** Going on, or beginning, after a blank line where blank lines part paragraphs. */
  onOverBlank: 4,
  beginAfterBlank: -1.5,
  impossible: 99,
} as const;

/** A space between clauses, as heads have it: 摸清家底 补齐短板. Behind 记者 and 电 it is running text's own. */
const CLAUSES =
  /[\p{Script=Han}”』」》）)\p{N}A-Za-z]\s+[“「『《\p{Script=Han}]|[\p{Script=Han}”』」》）\p{N}]\s+\((?=[\p{Script=Han}\d])/u;
const NAMING =
  /(?:记者|記者|通讯员|通訊員|编辑|編輯)\s+[\p{Script=Han}]|\S\s+(?:记者|記者|通讯员|通訊員|摄|攝)|[电電讯訊]\s+\S/u;

/** Words that no head and no sentence ends in. */
const FUNCTION_WORD =
  /(?:^|\s)(?:the|a|an|of|to|for|with|by|at|from|and|or|but|as|that|who|which|whose|than|their|his|its|is|are|was|were|be|has|had|have|der|die|das|und|von|mit|für|des|dem|den|le|la|les|de|du|et|à|el|los|las|y|en|con|del|il|di|e|che|no|não|da)$/u;
/** 问：, Q: begin a line of talk. */
const SPEECH = /^(?:(?:问|問|答|记者|記者)\s*[：:]|[QA]\s*[:.：]\s)/u;
/** A question or a cry that nobody is quoted with, as heads put them: 堤坝何时修？ */
const ASKS = /[？！?!]$/u;
const isAsking = (text: string): boolean =>
  ASKS.test(text) &&
  !SPEECH.test(text) &&
  !/^[“‘「『"]|[。；]|[：，][“「]|[“「][^”」]*$/u.test(text) &&
  fullWidth(text) <= 24;

/** A line in capitals: headline, label, byline; in running text it would be shouting. */
const isShouted = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 6 && !/[—–]|--|[“"]/u.test(text);
const isCapitalWord = (text: string): boolean => /^[\p{Lu}\p{N}.'’-]{3,24}$/u.test(text);

export const hasClauses = (text: string): boolean => /\s/u.test(text) && CLAUSES.test(text) && !NAMING.test(text);

/** How many of the page's lines have a gap between clauses: where many have, the gap says little. */
export function clauseWeight(page: CutPage): number {
  const gaps = page.lines.filter((line) => hasClauses(line.text)).length;
  return 3 * Math.max(0, 1 - Math.max(0, gaps / Math.max(1, page.lines.length) - 0.12) * 8);
}

/** A line read as a head, before what its marks say. */
export function headCost(page: CutPage, i: number, gapWeight: number): number {
  const line = page.lines[i];
  if (!line) return COST.impossible;
  const { text, width } = line;
  let cost = SPEECH.test(text) ? COST.speechAsHead : 0;
  if (page.han) {
    if (/[。；]$/u.test(text)) cost += 6;
    else if (/[，、：（《]$/u.test(text)) cost += 4;
    if (/^[，。、；：）》」』·]/u.test(text)) cost += 5;
    if (hasClauses(text)) cost -= gapWeight;
    cost += (text.match(/[，。；]/gu)?.length ?? 0) * (isAsking(text) ? COST.askingComma : 1.5);
    if (/^[^\p{Script=Han}\s]{20,}$/u.test(text)) cost += 3;
    if (width > 24) cost += (width - 24) * 0.3;
  } else {
    if (/[.;]["”’]?$/u.test(text)) cost += 2.5;
    if (/[,\-–]$/u.test(text)) cost += 2;
    if (/^\p{Ll}/u.test(text)) cost += 0.5;
  }
  return cost;
}

/** A head fills its first line before the second: a second line that is wider is a head of its own, and so is a pointer, a couplet's second line aside. */
function cannotWrap(before: string, text: string): boolean {
  const body = text.replace(/\s*[▶►▷▸→⇒☞»].*$/u, '');
  if (body !== text) return !isCouplet(before, body);
  return fullWidth(body) > fullWidth(before) + 1;
}

export interface Costs {
  /** Line i is a byline or opens an article. */
  leads(i: number): boolean;
  head(i: number): number;
  /** Line read as a further line of a head. */
  headMore(i: number): number;
  alone(i: number): number;
  /** Line read as running text, its measure aside. */
  first(i: number): number;
  more(i: number): number;
  /** Leaving line i as the last of a head. */
  endHead(i: number): number;
  /** Leaving line i as the last of its paragraph, `next` being line i + 1. */
  end(i: number): number;
  /** What is added where it is the first line of its paragraph too. */
  endFirst(i: number): number;
  /** Leaving it in mid-sentence, beyond what any column's end costs. */
  cut(i: number): number;
}

export function costsOf(page: CutPage, marks: readonly Mark[]): Costs {
  const gapWeight = clauseWeight(page);
  const glued = page.lines.filter((line) => line.parted && line.glued).length;
  // where even the lines of heads are parted, a head's second line looks as any other
  const looseHeads = !page.han && glued <= page.lines.length * 0.01;
  const clauses = page.lines.map((line) => page.han && hasClauses(line.text));
  const capitals = page.han ? [] : page.lines.map((line) => isShouted(line.text));
  // where a fifth of the page is in capitals they say little
  const shouted = capitals.filter(Boolean).length > page.lines.length * 0.2 ? [] : capitals;
  const pairs = page.han ? pairsOf(page) : null;
  const alike = new Map<number, number>();
  for (const { width } of page.lines) alike.set(width, (alike.get(width) ?? 0) + 1);
  // in a column's full lines words run over all the time
  const isFull = (i: number): boolean => (alike.get(page.lines[i]?.width ?? 0) ?? 0) > COST.seamAlike;
  const seam = (i: number): number =>
    pairs && !isFull(i - 1) ? acrossSeam(pairs, page.lines[i - 1]?.text ?? '', page.lines[i]?.text ?? '') : 0;
  const isPointer = (i: number): boolean => marks[i]?.jump?.direction === 'pointer';
  const isIndented = (i: number): boolean => {
    const indent = page.lines[i]?.indent ?? 0;
    return indent >= 1 && indent <= 5;
  };
  const afterBlank = (i: number): boolean => page.lines[i]?.edge === true;
  const asText = (i: number): number => {
    const line = page.lines[i];
    let cost = marks[i]?.alone ? COST.markedAsText : 0;
    if (isPointer(i)) cost += COST.pointerAsText;
    if (marks[i]?.slug) cost += COST.slugAsText;
    if (clauses[i]) cost += gapWeight;
    if (shouted[i]) cost += COST.capitalsAsText;
    if (line?.parted && line.glued && !marks[i - 1]?.opens) cost += 2.5;
    return cost;
  };
  const opens = (i: number): boolean => marks[i]?.opens ?? false;
  const heads = page.lines.map((_, i) => headCost(page, i, gapWeight));
  const asHead = (i: number): number =>
    (marks[i]?.alone ? COST.markedAsText : 0) + (opens(i) ? COST.openingElsewhere : 0);
  return {
    leads: (i) => marks[i]?.leads ?? false,
    alone: (i) => (marks[i]?.alone ? COST.alone : COST.impossible),
    head: (i) => {
      const line = page.lines[i];
      return (
        COST.head +
        (heads[i] ?? 0) +
        asHead(i) -
        (marks[i]?.section === 2 ? 1 : 0) -
        (isPointer(i) ? 2 : 0) +
        (marks[i]?.slug ? COST.slug : 0) +
        (line?.parted && line.glued ? 2 : 0)
      );
    },
    headMore: (i) => {
      const line = page.lines[i];
      const before = page.lines[i - 1];
      if (!line || !before) return COST.impossible;
      let cost: number = COST.headMore + asHead(i);
      if (page.han && /^[·，、。：]/u.test(line.text)) return cost + (heads[i] ?? 0) - 5;
      cost += (heads[i] ?? 0) * (page.han ? 1 : 0.8);
      // a label in capitals is a head of its own; a sentence that ended does not go on
      const block =
        line.glued && capitals[i] !== false && capitals[i - 1] !== false && !/\p{Ll}/u.test(before.text + line.text);
      if (
        !page.han &&
        !block &&
        ((marks[i]?.section ?? 0) !== (marks[i - 1]?.section ?? 0) ||
          isCapitalWord(line.text) ||
          isCapitalWord(before.text))
      )
        cost += 4;
      if (!page.han && /[.!?]["”’]?$/u.test(before.text)) cost += 3;
      if (clauses[i] && (clauses[i - 1] || !line.glued)) cost += 6;
      const word = seam(i) >= (line.glued ? 1 : COST.seamOverBlank);
      if (page.han && line.glued && !word && cannotWrap(before.text, line.text)) cost += 5;
      if (line.parted) cost += line.glued ? (word ? COST.seamWord : -1) : looseHeads ? COST.looseHead : 6;
      else if (afterBlank(i)) cost += COST.onOverBlank;
      else if (page.han) cost += word ? COST.seamLoose : 4;
      return cost;
    },
    first: (i) => {
      const text = page.lines[i]?.text ?? '';
      let cost =
        asText(i) +
        (opens(i) ? COST.opening : 0) +
        (isIndented(i) ? -1.5 : 0) +
        (afterBlank(i) ? COST.beginAfterBlank : 0);
      if (page.han && /^[，。、；：！？）》”」』]/u.test(text)) cost += 4;
      if (!page.han && /^\p{Ll}/u.test(text)) cost += 3.5;
      return cost;
    },
    more: (i) =>
      asText(i) +
      (opens(i) ? COST.openingElsewhere : 0) +
      (isIndented(i) ? 1 : 0) +
      (afterBlank(i) ? COST.onOverBlank : 0),
    endFirst: (i) => (page.han && isAsking(page.lines[i]?.text ?? '') ? COST.askingLine : 0),
    cut: (i) => (marks[i + 1]?.section === 2 ? COST.cutOverSection : 0),
    endHead: (i) => (FUNCTION_WORD.test(page.lines[i]?.text ?? '') ? COST.headStopsOpen : 0),
    end: (i) => {
      const text = page.lines[i]?.text ?? '';
      if (endsSentence(text)) return COST.end;
      if (/:$/u.test(text) && /^["“«„]/u.test(page.lines[i + 1]?.text ?? '')) return COST.end + COST.speechEnd;
      if (marks[i + 1]?.alone === 'jump-to') return COST.end + COST.openBeforeJump;
      if (i === page.lines.length - 1) return COST.end + COST.openAtPageEnd;
      return COST.end + (staysOpen(text) ? COST.commaEnd : COST.openEnd) + (afterBlank(i + 1) ? COST.openBlock : 0);
    },
  };
}
