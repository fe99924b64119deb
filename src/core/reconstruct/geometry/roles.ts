/** What a piece is, from its place in the article, its size and its wording. */
import { parseJumpLine, type JumpLine } from '../../press/jump-lines.ts';
import type { Message } from '../../model/message.ts';
import type { RoleId } from '../../model/role.ts';
import type { Fragment } from './fragments.ts';

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

/** Body text, or what stands among it. */
export function roleOfBody(fragment: Fragment, underHead: boolean): Judged {
  const text = textOf(fragment);
  const jump = fragment.lines.length <= 2 ? parseJumpLine(text) : null;
  const judged = jump && jumpOf(jump);
  if (judged) return judged;
  if (
    fragment.lines.length <= 2 &&
    (BYLINE.test(text) || CHINESE_BYLINE.test(text)) &&
    (underHead || fragment.lines[0]?.centred)
  )
    return { role: 'byline', confidence: 0.85, reason: { code: 'geometry.byline' } };
  if (isSignature(fragment)) return { role: 'byline', confidence: 0.8, reason: { code: 'geometry.signature' } };
  if (fragment.lines.length <= 2 && CREDIT.test(text))
    return { role: 'photo-credit', confidence: 0.75, reason: { code: 'geometry.credit' } };
  return { role: 'body', confidence: 0.9, reason: { code: `geometry.begins-${fragment.began}` } };
}

/** Heads that stand together over a text: the biggest is the headline, smaller ones before it kickers, after it subheads. */
export function rolesOfStack(stack: readonly Fragment[], overText: boolean): Judged[] {
  const confidence = (fragment: Fragment): number => Math.min(0.97, 0.55 + (fragment.score.points - 3) * 0.1);
  const because = (fragment: Fragment): Message => ({ code: `geometry.head-${fragment.score.because}` });
  if (!overText)
    return stack.map((fragment) =>
      headOr(fragment, { role: 'crosshead', confidence: confidence(fragment), reason: because(fragment) }),
    );
  const top = stack.reduce((best, fragment, i) => (fragment.rank > (stack[best]?.rank ?? 0) * 1.1 ? i : best), 0);
  return stack.map((fragment, i) => {
    const big = i === top || fragment.rank > 0.8 * (stack[top]?.rank ?? 0);
    const role: RoleId =
      SERIAL.test(textOf(fragment)) && i < top ? 'kicker' : big ? 'headline' : i < top ? 'kicker' : 'subhead';
    return headOr(fragment, { role, confidence: confidence(fragment), reason: because(fragment) });
  });
}

/** Bylines and jump lines are set like heads at times: wording decides. */
function headOr(fragment: Fragment, judged: Judged): Judged {
  const text = textOf(fragment);
  const jump = text.length < 120 ? parseJumpLine(text) : null;
  const said = jump && jumpOf(jump);
  if (said) return said;
  if (BYLINE.test(text) || CHINESE_BYLINE.test(text))
    return { role: 'byline', confidence: 0.85, reason: { code: 'geometry.byline' } };
  return judged;
}
