/** Reading order against place: what is read next stands further on. */
import { isJumpLine } from '../model/role.ts';
import { call } from '../transact.ts';
import type { Member, Placed } from '../model/selectors.ts';
import { isPlaced } from '../model/selectors.ts';
import type { ArticleCheck, ArticleSubject } from './check.ts';
import type { Found, Mend } from './finding.ts';
import { weightOf } from './prose.ts';

const FLOW = new Set(['body', 'crosshead', 'lead']);
type Standing = Member & Placed;

/** A scrap of a table, a sign by itself: its place tells nothing of the order of the text. */
const LEAST_WEIGHT = 12;

function run({ article, members, pageOf, text }: ArticleSubject): Found[] {
  const found: Found[] = [];
  const flow = members.filter(
    (f): f is Standing => FLOW.has(f.role) && isPlaced(f) && weightOf(text(f)) >= LEAST_WEIGHT,
  );
  for (const [i, next] of flow.entries()) {
    const before = flow[i - 1];
    if (!before) continue;
    const [from, to] = [pageOf(before), pageOf(next)];
    if (!from || !to) continue;
    if (to.index < from.index && !leadsThere(members, before, next)) found.push(back(next, 'order-page'));
    else if (to.index === from.index && jumpsBack(before, next, to.page.columns))
      found.push(back(next, 'order-back', moveBefore(article.id, members, before, next)));
  }
  const bodyAt = members.findIndex((f) => f.role === 'body');
  const headAt = members.findIndex((f) => f.role === 'headline');
  const late = members[headAt];
  if (late && bodyAt >= 0 && bodyAt < headAt && article.kind === 'article')
    found.push({
      code: 'head-late',
      fragmentId: late.id,
      mend: {
        label: { code: 'mend.head-first' },
        calls: [call('article.add', { ids: [late.id], article: article.id, after: null })],
      },
    });
  return found;
}

/** Above in the same column, or further left and laid down before: a reader would have met it sooner. */
function jumpsBack(before: Standing, next: Standing, columns: readonly { readonly id: string }[]): boolean {
  if (next.placement.order >= before.placement.order) return false;
  const at = (f: Standing): number => columns.findIndex((c) => c.id === f.placement.column);
  return at(next) < at(before) + before.placement.span;
}

const leadsThere = (members: readonly Member[], before: Member, next: Member): boolean =>
  members.slice(members.indexOf(before), members.indexOf(next) + 1).some(isJumpLine);

const back = (f: Member, code: string, mend?: Mend): Found => ({ code, fragmentId: f.id, ...(mend ? { mend } : {}) });

function moveBefore(article: string, members: readonly Member[], before: Member, next: Member): Mend {
  const after = members[members.indexOf(before) - 1]?.id ?? null;
  return {
    label: { code: 'mend.order' },
    calls: [call('article.add', { ids: [next.id], article, after })],
  };
}

export const order: ArticleCheck = {
  scope: 'article',
  rules: [
    { code: 'order-back', level: 'warning' },
    { code: 'order-page', level: 'warning' },
    { code: 'head-late', level: 'note' },
  ],
  run,
};
