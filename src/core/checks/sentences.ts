/** A body that starts or ends in mid-sentence. What reads on in the next fragment, or on another page, is no fault. */
import { isJumpLine } from '../model/role.ts';
import { call } from '../transact.ts';
import type { Member } from '../model/selectors.ts';
import type { ArticleCheck, ArticleSubject } from './check.ts';
import type { Found, Mend } from './finding.ts';
import { beginsOpen, endsOpen, isHan, isSignature, weightOf } from './prose.ts';

/** What may stand between two parts of one sentence. */
const PASSED = new Set([
  'caption',
  'photo-credit',
  'jump-to',
  'jump-from',
  'jump-head',
  'quote',
  'ad',
  'table',
  'unknown',
]);

const readsOn = (id: string): Mend => ({
  label: { code: 'mend.reads-on' },
  calls: [call('fragment.continues', { ids: [id], continues: true })],
});

function run({ article, members, text }: ArticleSubject): Found[] {
  if (article.kind !== 'article') return [];
  const found: Found[] = [];
  const bodies = members.filter((f) => f.role === 'body');
  const first = bodies[0];
  if (first && opensAlone(first, members, text)) found.push(startsOpen(first, text(first)));
  members.forEach((f, i) => {
    if (f.role !== 'body') return;
    const own = text(f);
    const rest = members.slice(i + 1);
    const next = rest.find((other) => !PASSED.has(other.role));
    const between = next ? rest.slice(0, rest.indexOf(next)) : rest;
    const leads = between.some(isJumpLine);
    const open = endsOpen(own);
    if (next?.role === 'body') {
      const begins = beginsOpen(text(next));
      if (next.continues) {
        // It is said to read on, and what it would read on from has ended.
        if (!open && begins) found.push(startsOpen(next, text(next)));
        return;
      }
      if (open && !(open === 1 && !begins && isSignature(own)))
        found.push(
          endsOpenAt(
            f,
            own,
            begins || isHan(own) ? 'warning' : 'note',
            begins || isHan(own) ? readsOn(next.id) : undefined,
          ),
        );
      else if (begins) found.push(startsOpen(next, text(next), 'note'));
    } else if (open && !leads && weightOf(own) >= 40 && !(open === 1 && isSignature(own)))
      found.push(endsOpenAt(f, own, open === 2 || next === undefined ? 'warning' : 'note'));
  });
  return found;
}

/** Nothing before it, no jump line and no fragment, that its first sentence could have begun in. */
function opensAlone(first: Member, members: readonly Member[], text: ArticleSubject['text']): boolean {
  const before = members.slice(0, members.indexOf(first));
  if (before.some((f) => f.role === 'jump-from' || f.role === 'lead' || f.role === 'dateline')) return false;
  return first.continues === true || beginsOpen(text(first));
}

const startsOpen = (f: Member, text: string, level: Found['level'] = 'warning'): Found => ({
  code: 'body-starts-open',
  level,
  fragmentId: f.id,
  at: [0, Math.min(text.length, 12)],
});

const endsOpenAt = (f: Member, text: string, level: Found['level'] = 'warning', mend?: Mend): Found => ({
  code: 'body-ends-open',
  level,
  fragmentId: f.id,
  at: [Math.max(0, text.length - 12), text.length],
  ...(mend ? { mend } : {}),
});

export const sentences: ArticleCheck = {
  scope: 'article',
  rules: [
    { code: 'body-starts-open', level: 'warning' },
    { code: 'body-ends-open', level: 'warning' },
  ],
  run,
};
