/** Lines that say themselves what they are: page numbers, jump lines, bylines, openings. */
import {
  followsByline,
  endsAsCaption,
  opensArticle,
  isByline,
  isPhotoCredit,
  isSourceLine,
} from '../../../press/openings.ts';
import { isAdLabel, isFolio, isImprint, isMasthead, isNoticeHead, sectionLikeness } from '../../../press/furniture.ts';
import { frontMatter, maybeFrontMatter } from '../../../press/front-matter.ts';
import { readsOn } from '../../../press/jump-lines.ts';
import { isHanText } from '../../../repair/han.ts';
import { jumpOf } from './jump.ts';
import type { RoleId } from '../../../model/role.ts';
import type { CutLine, CutPage } from './lines.ts';
import { endsSentence } from './sentence.ts';

export interface JumpReading {
  /** `pointer`: an arrow at the end of a head, or a line that only points to another article. */
  readonly direction: 'to' | 'from' | 'pointer';
  readonly page: string | null;
}

export interface Mark {
  /** What the line is if it stands alone; null: nothing special. */
  readonly alone: RoleId | null;
  readonly jump: JumpReading | null;
  /** 本报讯…, PLACE (Agency) — */
  readonly opens: boolean;
  readonly section: 0 | 1 | 2;
  /** One word in capitals right above a line that says where the article comes from: the jump's slug. */
  readonly slug: boolean;
  /** Names the writer or opens the article: in most papers a head stands above it. */
  readonly leads: boolean;
  /** Stands alone together with the line before: a caption of several lines. */
  readonly joins: boolean;
}

/** Most lines of a caption that is known by its last line. */
const CAPTION_LINES = 4;
/** Glyphs of a credit's second half on a line of its own. */
const SPLIT_CREDIT = 14;

/** Words of a pointer that names nothing else: see also page A 4. */
const LONGEST_POINTER = 4;
/** 2版 and what stands there, ▶3版, 见4版: a teaser that begins with its page. */
const LEADING_POINTER =
  /^(?:[▶►▷▸→⇒☞»]+\s*|[详詳]?[见見]\s*)?第?([A-Z]?\d{1,2})\s*版\s*[:：|｜\s]\s*[“《]?\p{Script=Han}[^，。；]*$/u;

/** What a line that is a jump line, or ends with an arrow, says. Markers inside running text are cut off later: see piece.ts. */
function readJump(
  { text, jump }: CutLine,
  before: string,
  ran: boolean,
): { jump: JumpReading | null; role: RoleId | null } {
  // what was cut off an end may leave another one
  const found = jump && (jump.at === 'whole' ? jump : jumpOf(text));
  const page = found?.pages[0] ?? null;
  if (found?.at === 'whole') {
    if (found.kind === 'from') return { jump: { direction: 'from', page }, role: 'jump-from' };
    // an arrow under a line that is no sentence's points on from a head
    const headed = !isHanText(text) && text.split(/\s+/u).length > LONGEST_POINTER;
    if (found.kind === 'to' || (ran && !headed && readsOn(found, before)))
      return { jump: { direction: 'to', page }, role: 'jump-to' };
    return found.kind === 'next-issue'
      ? { jump: null, role: 'jump-to' }
      : { jump: { direction: 'pointer', page }, role: 'teaser' };
  }
  const arrow = found?.kind === 'pointer' && /[▶►▷▸→⇒☞»]/u.test(text.slice(found.start, found.end));
  // a teaser's head that names its page: nothing of a sentence before it
  const named = found?.kind === 'pointer' && found.at === 'end' && !/[，。；]/u.test(text.slice(0, found.start));
  const leads = LEADING_POINTER.exec(text)?.[1] ?? null;
  if (leads !== null) return { jump: { direction: 'pointer', page: leads }, role: null };
  return { jump: arrow || (named && isHanText(text)) ? { direction: 'pointer', page } : null, role: null };
}

/** Line i is running text by the look of it: it has a comma or a stop, or is as wide as the open line above it. Han only. */
function runsUp(page: CutPage, i: number): boolean {
  const line = page.lines[i];
  const above = page.lines[i - 1];
  if (!page.han || !line || /[，。；、]/u.test(line.text)) return true;
  return !!above && /[，。；、]/u.test(above.text) && !endsSentence(above.text) && line.width <= above.width + 1;
}

export function markLines(page: CutPage): Mark[] {
  const last = page.lines.length - 1;
  const marks = page.lines.map((line, i): Mark => {
    const { jump, role } = readJump(line, page.lines[i - 1]?.text ?? '', runsUp(page, i - 1));
    const atEdge = i < 3 || i > last - 3;
    const opens = opensArticle(line.text);
    let alone: RoleId | null = null;
    if (role) alone = role;
    else if (isFolio(line.raw) && (atEdge || /^\p{N}{4,6}$/u.test(line.raw)) && !(line.parted && line.glued))
      alone = 'folio';
    else if (opens) alone = /^[□■●◆]/u.test(line.text) && isByline(line.text) ? 'byline' : null;
    else if (i < 5 && isMasthead(line.text)) alone = 'masthead';
    else if (isAdLabel(line.text)) alone = 'ad';
    else if (isNoticeHead(line.text)) alone = 'notice';
    else if (isByline(line.text)) alone = 'byline';
    else if (isPhotoCredit(line.text)) alone = 'photo-credit';
    else if (isSourceLine(line.text)) alone = 'source';
    else if (isImprint(line.text)) alone = 'imprint';
    else alone = frontMatter(line.text);
    return {
      alone,
      jump,
      opens,
      section: sectionLikeness(line.text),
      joins: false,
      slug: false,
      leads: opens || alone === 'byline',
    };
  });
  marks.forEach((mark, i) => {
    if (
      marks[i + 1]?.alone === 'jump-from' &&
      mark.alone === null &&
      /^[\p{Lu}\p{N}.'’-]{2,24}$/u.test(page.lines[i]?.text ?? '')
    )
      marks[i] = { ...mark, slug: true };
  });
  markBylines(page, marks);
  markMastheads(page, marks);
  markCaptions(page, marks);
  markSigners(page, marks);
  return marks;
}

/** Staff Writer, The Associated Press: under a writer's name they are one byline. */
function markBylines(page: CutPage, marks: Mark[]): void {
  if (page.han) return;
  marks.forEach((mark, i) => {
    const next = marks[i + 1];
    if (mark.alone !== 'byline' || mark.joins || !next || next.opens || !followsByline(page.lines[i + 1]?.text ?? ''))
      return;
    marks[i + 1] = { ...next, alone: 'byline', joins: true, leads: true };
  });
}

const FRONT = new Set<RoleId | null>(['masthead', 'folio', 'imprint']);
/** Lines from a masthead's date or number to its name. */
const MASTHEAD_REACH = 2;

/** The paper's name and where to follow it, beside lines that are a masthead's for sure. */
function markMastheads(page: CutPage, marks: Mark[]): void {
  const weak = marks.map((mark, i) => !mark.alone && !mark.opens && maybeFrontMatter(page.lines[i]?.text ?? ''));
  // one leads to the next
  for (const step of [1, -1])
    for (let n = 0; n < marks.length; n++) {
      const i = step > 0 ? n : marks.length - 1 - n;
      const mark = marks[i];
      if (!mark || !weak[i] || mark.alone) continue;
      const above = page.lines[i - 1];
      const free = isMasthead(page.lines[i]?.text ?? '') && (!above || marks[i - 1]?.alone || endsSentence(above.text));
      const near =
        free || [-MASTHEAD_REACH, -1, 1, MASTHEAD_REACH].some((off) => FRONT.has(marks[i + off]?.alone ?? null));
      if (near) marks[i] = { ...mark, alone: 'masthead' };
    }
}

/** Lines under a notice's head in which its signer stands. */
const NOTICE_LINES = 12;
const SIGNER =
  /^[\p{Script=Han}]{2,14}(?:公司|局|厅|委员会|委員會|办公室|辦公室|管理处|管理處|指挥部|指揮部|法院|中心)$/u;

/** Who gives notice stands under it. */
function markSigners(page: CutPage, marks: Mark[]): void {
  marks.forEach((mark, i) => {
    if (mark.alone !== 'notice') return;
    for (let k = i + 2; k <= i + NOTICE_LINES; k++) {
      const own = marks[k];
      if (!own || own.alone === 'notice') return;
      if (own.alone || !SIGNER.test(page.lines[k]?.text ?? '') || !endsSentence(page.lines[k - 1]?.text ?? ''))
        continue;
      marks[k] = { ...own, alone: 'source' };
      return;
    }
  });
}

/** The credit at the end of line i, which may begin in the line before: 新华社记者 / 某某 摄. */
function endsCaption(page: CutPage, i: number): boolean {
  const text = page.lines[i]?.text ?? '';
  if (endsAsCaption(text)) return true;
  const before = page.lines[i - 1];
  return (
    page.han &&
    before !== undefined &&
    [...text].length <= SPLIT_CREDIT &&
    /[摄攝图圖）)]$/u.test(text) &&
    endsAsCaption(before.text + text)
  );
}

/**
 * 摄 at a line's end makes it and the full lines before it a caption. In the measure of an article's own column it is one only where its
 * beginning is to be seen, a sentence or something else having ended right before.
 */
function markCaptions(page: CutPage, marks: Mark[]): void {
  const usual = usualWidth(page);
  // blank lines part blocks: what has none between is one
  const blocks = page.lines.some((line) => line.edge);
  page.lines.forEach((line, i) => {
    // a credit right under a line is that line's, where others are parted
    const credit = marks[i]?.alone === 'photo-credit' && line.glued && (line.parted || blocks);
    const own = marks[i]?.alone === 'photo-credit';
    const half = own && page.han && !endsSentence(page.lines[i - 1]?.text ?? '。') && !marks[i - 1]?.alone;
    const split = half || (!endsAsCaption(line.text) && endsCaption(page, i));
    const under = own && page.han && !credit && !split;
    if (!credit && !split && !under && (marks[i]?.alone || !endsCaption(page, i))) return;
    let first = i;
    let began = false;
    let widest = line.width;
    while (i - first < CAPTION_LINES - 1) {
      const before = page.lines[first - 1];
      if (!before || marks[first - 1]?.alone || marks[first - 1]?.opens) {
        began = true;
        break;
      }
      const below = page.lines[first];
      if (below?.glued && (below.parted || blocks)) {
        first--;
        widest = Math.max(widest, before.width);
        continue;
      }
      // the credit's other half is the caption's, whatever ends there
      const joined = (split || under) && first === i;
      if (endsSentence(before.text) && !joined) {
        began = true;
        break;
      }
      const wide = before.width > usual * 1.3;
      if (before.width < widest - 1 || (!wide && first < i && Math.abs(before.width - widest) > 3)) {
        // an indented first line, a head, or the short last line of something else
        const above = page.lines[first - 2];
        const ended = !above || marks[first - 2]?.alone != null || endsSentence(above.text);
        if (before.width >= widest - 3 && ended) first--;
        began = ended || before.width < widest - 3;
        break;
      }
      first--;
      widest = Math.max(widest, before.width);
    }
    const setApart =
      credit ||
      widest > usual * 1.3 ||
      first === i ||
      (began && page.han) ||
      page.lines[first]?.glued !== page.lines[first + 1]?.glued;
    if (!setApart) return;
    // a credit below the last paragraph of an article, in its measure, is the credit alone
    if (under && (first === i || !began || sameMeasure(page, marks, first, widest))) return;
    for (let k = first; k <= i; k++) {
      const mark = marks[k];
      if (mark) marks[k] = { ...mark, alone: 'caption', joins: k > first };
    }
  });
}

/** The text above line `first` is set as wide as `widest`. */
function sameMeasure(page: CutPage, marks: readonly Mark[], first: number, widest: number): boolean {
  const above = [1, 2, 3].flatMap((off) => (marks[first - off]?.alone ? [] : [page.lines[first - off]?.width ?? 0]));
  return above.length > 0 && Math.abs(Math.max(...above) - widest) <= 2;
}

function usualWidth(page: CutPage): number {
  const widths = page.lines.map((line) => line.width).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.6)] ?? 0;
}
