/** Lines that say themselves what they are: page numbers, jump lines, bylines, openings. */
import { followsByline, opensArticle, isByline, isPhotoCredit, isSourceLine } from '../../../press/openings.ts';
import { isAdLabel, isFolio, isImprint, isMasthead, isNoticeHead, sectionLikeness } from '../../../press/furniture.ts';
import { frontMatter, isPinyinName, maybeFrontMatter } from '../../../press/front-matter.ts';
import { maybeLatinName } from '../../../press/front-matter-latin.ts';
import { readsOn } from '../../../press/jump-lines.ts';
import { isHanText } from '../../../repair/han.ts';
import { jumpOf } from './jump.ts';
import { markCaptions } from './mark-captions.ts';
import type { RoleId } from '../../../model/role.ts';
import type { CutLine, CutPage } from './lines.ts';
import { isDateline, markTables } from './rare-roles.ts';
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
    let alone: RoleId | null;
    if (role) alone = role;
    else if (isFolio(line.raw) && (atEdge || /^\p{N}{4,6}$/u.test(line.raw)) && !(line.parted && line.glued))
      alone = 'folio';
    else if (opens) alone = /^[□■●◆]/u.test(line.text) && isByline(line.text) ? 'byline' : null;
    else if (i < 5 && isMasthead(line.text) && !/^\p{Ll}/u.test(page.lines[i + 1]?.text ?? '')) alone = 'masthead';
    else if (isAdLabel(line.text)) alone = 'ad';
    else if (isNoticeHead(line.text)) alone = 'notice';
    else if (isByline(line.text)) alone = 'byline';
    else if (isPhotoCredit(line.text)) alone = 'photo-credit';
    else if (isSourceLine(line.text)) alone = 'source';
    else if (isDateline(line.text) && !/^[\p{Ll}(—–-]/u.test(page.lines[i + 1]?.text ?? '')) alone = 'dateline';
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
  markTables(page, marks);
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
      const apart = !above || marks[i - 1]?.alone || endsSentence(above.text) || !/[，、；：]/u.test(above.text);
      const text = page.lines[i]?.text ?? '';
      const free = page.han ? (isMasthead(text) && apart) || isPinyinName(text) : isLatinName(page, i);
      const near =
        free || [-MASTHEAD_REACH, -1, 1, MASTHEAD_REACH].some((off) => FRONT.has(marks[i + off]?.alone ?? null));
      if (near) marks[i] = { ...mark, alone: 'masthead' };
    }
}

/** The Cedar Times by itself: nothing stands right over or under it, and the line above is done or a head's. */
function isLatinName(page: CutPage, i: number): boolean {
  const [above, line, below] = [page.lines[i - 1], page.lines[i], page.lines[i + 1]];
  if (!line || (line.glued && above) || below?.glued || !maybeLatinName(line.text)) return false;
  return !above || endsSentence(above.text) || !/[,;:-]$|\p{Ll}$/u.test(above.text);
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
