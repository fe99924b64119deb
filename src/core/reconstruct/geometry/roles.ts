/** What a piece is, from its place in the article, its size and its wording. */
import { sectionLikeness } from '../../press/furniture.ts';
import { parseJumpLine, type JumpLine } from '../../press/jump-lines.ts';
import {
  endsAsCaption,
  isByline,
  isPhotoCredit,
  isSourceLine,
  opensEditorNote,
  opensLead,
} from '../../press/openings.ts';
import type { Message } from '../../model/message.ts';
import type { RoleId } from '../../model/role.ts';
import type { Box } from '../../model/edition.ts';
import type { Fragment } from './fragments.ts';
import { isDate } from './furniture.ts';

export interface Judged {
  readonly role: RoleId;
  readonly confidence: number;
  readonly reason: Message;
  readonly jump?: { readonly direction: 'to' | 'from'; readonly page: string | null };
}

const BYLINE =
  /^\s*(?:[Pp]ar|PAR|[Bb]y|BY|[Vv]on|VON|[Dd]i|[Pp]or|POR|[Ff]rom our|[Dd]e notre|[Vv]on unserem)\s+\p{Lu}[\p{L}.'’-]*(?:\s+[\p{Lu}d&][\p{L}.'’-]*){0,6}\W*$/u;
const CHINESE_BYLINE = /^\s*[(（]?\s*(?:本[报報])?(?:记者|記者|通讯员|通訊員|特约|文\s*[/／])/u;
const CREDIT = /^\s*(?:foto|photo|photos|picture|bild|摄影|攝影|图|圖)\s*[:/：／]|摄\s*$|攝\s*$/iu;
const NAME = /^\W*(?:[\p{Lu}][\p{L}.'’-]*\W+){0,4}[\p{Lu}][\p{L}.'’*-]*\W*$/u;
const SERIAL = /feuilleton|folletín|folletin|appendice/iu;

const textOf = (fragment: Fragment): string => fragment.lines.map((line) => line.placed.line.text).join(' ');

/** A name by itself at the right foot of a text. */
export function isSignature(fragment: Fragment): boolean {
  const [line] = fragment.lines;
  return (
    fragment.lines.length === 1 &&
    line !== undefined &&
    line.left > 4 &&
    line.right < 4 &&
    line.fill < 0.65 &&
    line.placed.line.letters < 40 &&
    NAME.test(line.placed.line.text)
  );
}

function jumpOf(line: JumpLine): Judged | null {
  if (line.at !== 'whole') return null;
  if (line.kind === 'pointer') return { role: 'teaser', confidence: 0.8, reason: { code: 'geometry.pointer' } };
  if (line.kind === 'next-issue') return null;
  return {
    role: line.kind === 'to' ? 'jump-to' : 'jump-from',
    confidence: 0.95,
    reason: { code: 'geometry.jump' },
    jump: { direction: line.kind, page: line.pages[0] ?? null },
  };
}

const said = (role: RoleId, confidence: number, code: string): Judged => ({
  role,
  confidence,
  reason: { code: `geometry.${code}` },
});

const left = (fragment: Fragment): number => Math.min(...fragment.lines.map(({ placed }) => placed.line.x0));
const right = (fragment: Fragment): number => Math.max(...fragment.lines.map(({ placed }) => placed.line.x1));

/** A few lines right under a picture, or over it, and no wider. */
export function isByPicture(fragment: Fragment, pictures: readonly Box[]): boolean {
  const [first, last] = [fragment.lines[0]?.placed, fragment.lines.at(-1)?.placed];
  if (!first || !last || fragment.lines.length > 6) return false;
  const pitch = (last.y1 - first.y0) / fragment.lines.length;
  return pictures.some(([x, y, w, h]) => {
    const slack = 0.05 * w + pitch;
    if (left(fragment) < x - slack || right(fragment) > x + w + slack) return false;
    const under = first.y0 - (y + h);
    const within = Math.min(last.y1, y + h) - Math.max(first.y0, y) > 0.5 * (last.y1 - first.y0);
    return within || (under > -pitch && under < 2 * pitch);
  });
}

/** Rows of figures: more digits than letters, in several lines. */
export function isTable({ lines }: Fragment): boolean {
  if (lines.length < 3) return false;
  const text = lines.map(({ placed }) => placed.line.text).join('');
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  if (digits < 12) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return digits > 0.9 * letters;
}

/** "PARIS, 5 mai" or "Wien, den 3. Juni." in a line by itself, away from the column's edge. */
function isDateline(fragment: Fragment): boolean {
  const [line] = fragment.lines;
  if (!line || fragment.lines.length > 1 || line.left < 1.5 || line.placed.line.letters > 40) return false;
  return /^\P{L}*\p{Lu}[\p{L}\s.'’-]{2,24}[,;:]/u.test(line.placed.line.text) && isDate(line.placed.line.text);
}

/** What wording and place say of a text that is no plain body. */
function spokenRole(fragment: Fragment, text: string, pictures: readonly Box[]): Judged | null {
  const short = fragment.lines.length <= 2;
  if (short && isPhotoCredit(text)) return said('photo-credit', 0.85, 'credit');
  if (short && isSourceLine(text)) return said('source', 0.85, 'source-line');
  if (opensEditorNote(text)) return said('editor-note', 0.85, 'editor-note');
  if (opensLead(text)) return said('lead', 0.85, 'lead');
  if (fragment.lines.length <= 8 && endsAsCaption(text)) return said('caption', 0.85, 'caption-words');
  if (isByPicture(fragment, pictures)) return said('caption', 0.75, 'by-picture');
  if (isDateline(fragment)) return said('dateline', 0.8, 'dateline');
  if (isTable(fragment)) return said('table', 0.8, 'table');
  return null;
}

/** What stands between whites or rules, or in another size, is often something else: one in five was, on real issues. */
const UNSURE_BODY: ReadonlySet<Fragment['began']> = new Set(['white', 'rule', 'size']);

/** Body text, or what stands among it. */
export function roleOfBody(fragment: Fragment, underHead: boolean, pictures: readonly Box[] = []): Judged {
  if (fragment.isQuote) return said('quote', 0.8, 'quote');
  const text = textOf(fragment);
  const jump = fragment.lines.length <= 2 ? parseJumpLine(text) : null;
  const judged = jump && jumpOf(jump);
  if (judged) return judged;
  if (
    fragment.lines.length <= 2 &&
    (BYLINE.test(text) || CHINESE_BYLINE.test(text) || isByline(text.trim())) &&
    (underHead || fragment.lines[0]?.centred)
  )
    return { role: 'byline', confidence: 0.85, reason: { code: 'geometry.byline' } };
  if (isSignature(fragment)) return { role: 'byline', confidence: 0.8, reason: { code: 'geometry.signature' } };
  if (fragment.lines.length <= 2 && CREDIT.test(text))
    return { role: 'photo-credit', confidence: 0.75, reason: { code: 'geometry.credit' } };
  const spoken = spokenRole(fragment, text, pictures);
  if (spoken) return spoken;
  return {
    role: 'body',
    confidence: UNSURE_BODY.has(fragment.began) ? 0.75 : 0.9,
    reason: { code: `geometry.begins-${fragment.began}` },
  };
}

/** By a word for sections: several words in capitals may as well be a kicker. */
const isSectionLabel = (text: string): boolean => sectionLikeness(text) === 2 && text.trim().split(/\s+/u).length === 1;

/** Heads that stand together over a text: the biggest is the headline, smaller ones before it kickers, after it subheads. */
export function rolesOfStack(stack: readonly Fragment[], overText: boolean): Judged[] {
  const confidence = (fragment: Fragment): number => Math.max(0.5, 0.55 + (fragment.score.points - 3) * 0.1);
  const because = (fragment: Fragment): Message => ({ code: `geometry.head-${fragment.score.because}` });
  if (!overText)
    return stack.map((fragment) =>
      // Whether it heads a part, or an article of its own, its looks do not tell surely.
      headOr(fragment, {
        role: 'crosshead',
        confidence: Math.min(0.75, confidence(fragment)),
        reason: because(fragment),
      }),
    );
  const top = stack.reduce((best, fragment, i) => (fragment.rank > (stack[best]?.rank ?? 0) * 1.1 ? i : best), 0);
  return stack.map((fragment, i) => {
    const big = i === top || fragment.rank > 0.8 * (stack[top]?.rank ?? 0);
    if (i < top && !big && isSectionLabel(textOf(fragment))) return said('section', 0.8, 'section');
    const role: RoleId =
      SERIAL.test(textOf(fragment)) && i < top ? 'kicker' : big ? 'headline' : i < top ? 'kicker' : 'subhead';
    // Kickers and subheads are told from headlines by size alone; and a head to which the file gives no block may be of an advertisement.
    const told = fragment.lines.some((line) => line.blockLines !== null);
    const most = role !== 'headline' ? 0.7 : told ? 0.95 : 0.85;
    return headOr(fragment, { role, confidence: Math.min(most, confidence(fragment)), reason: because(fragment) });
  });
}

/** Bylines and jump lines are set like heads at times: wording decides. */
function headOr(fragment: Fragment, judged: Judged): Judged {
  const text = textOf(fragment);
  const jump = text.length < 120 ? parseJumpLine(text) : null;
  const jumps = jump && jumpOf(jump);
  if (jumps) return jumps;
  if (BYLINE.test(text) || CHINESE_BYLINE.test(text))
    return { role: 'byline', confidence: 0.85, reason: { code: 'geometry.byline' } };
  return judged;
}
