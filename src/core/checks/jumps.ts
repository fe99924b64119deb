/** Jumps over pages: both ends must be there and point at each other, and none may lead in a circle. */
import { call } from '../transact.ts';
import { pageOfFragment, type Continuation } from '../continuations.ts';
import type { Fragment } from '../model/edition.ts';
import { normalizeLabel, samePage } from '../press/page-label.ts';
import type { EditionCheck, EditionSubject } from './check.ts';
import type { Found, Mend } from './finding.ts';

function run(subject: EditionSubject): Found[] {
  const fragments = new Map(subject.shards.flatMap((shard) => shard.jumps.map((f): [string, Fragment] => [f.id, f])));
  const jumps = [...fragments.values()].filter((f) => f.placement.at !== 'discarded');
  const standing = byPageLabel(jumps, subject);
  const byArticle = new Map<string, Fragment[]>();
  for (const f of jumps) if (f.article) byArticle.set(f.article.id, [...(byArticle.get(f.article.id) ?? []), f]);
  const found: Found[] = [];
  for (const [articleId, list] of subject.continuations) {
    for (const one of list) found.push(...ofOne(one, fragments, standing, subject));
    const loop = loopOf(byArticle.get(articleId) ?? [], subject);
    if (loop) found.push({ code: 'jump-loop', fragmentId: loop.id, articleId });
  }
  for (const f of jumps)
    if (!f.article && f.placement.at === 'page') {
      const mend = ownArticle(f, subject);
      found.push({ code: 'jump-no-article', fragmentId: f.id, ...(mend ? { mend } : {}) });
    }
  return found;
}

function ofOne(
  c: Continuation,
  fragments: ReadonlyMap<string, Fragment>,
  standing: Standing,
  subject: EditionSubject,
): Found[] {
  if (c.status === 'matched') return [];
  const line = (id: string | null): Fragment | undefined => (id === null ? undefined : fragments.get(id));
  const [from, to] = [line(c.fromFragmentId), line(c.toFragmentId)];
  const place = from ?? to;
  const params = { from: c.fromPage, to: c.toPage };
  const base = { articleId: c.articleId, params, ...(place ? { fragmentId: place.id } : {}) };
  const lost = [from, to].find((f) => f?.jump && f.jump.page === null);
  if (lost) {
    const known = lost.role === 'jump-to' ? c.toPage : c.fromPage;
    const mend: Mend | null = known
      ? {
          label: { code: 'mend.page', params: { page: known } },
          calls: [call('fragment.jump', { id: lost.id, page: known })],
        }
      : null;
    return [{ ...base, code: 'jump-number-lost', fragmentId: lost.id, ...(mend ? { mend } : {}) }];
  }
  // A page that came alone waits for the others.
  if (c.status === 'pending')
    return [{ ...base, code: 'jump-pending', ...(subject.pages.length < 2 ? { level: 'note' as const } : {}) }];
  if (!c.fromFragmentId || !c.toFragmentId) {
    const mend = place ? otherHalf(place, standing, subject) : null;
    return [{ ...base, code: 'jump-no-target', ...(mend ? { mend } : {}) }];
  }
  if (!from && !to)
    return isNextPage(c, subject) ? [] : [{ ...base, code: 'jump-unmarked', fragmentId: c.toFragmentId }];
  return [{ ...base, code: 'jump-one-way' }];
}

/** Jump lines by the label of the page that they stand on. */
type Standing = ReadonlyMap<string, readonly Fragment[]>;

function byPageLabel(jumps: readonly Fragment[], { pages }: EditionSubject): Standing {
  const labels = new Map(pages.map((page) => [page.id, normalizeLabel(page.label)]));
  const standing = new Map<string, Fragment[]>();
  for (const f of jumps) {
    const label = labels.get(pageOfFragment(f) ?? '');
    if (label !== undefined) standing.set(label, [...(standing.get(label) ?? []), f]);
  }
  return standing;
}

/** An article that runs on to the next page needs no line to say so. */
function isNextPage(c: Continuation, { pages }: EditionSubject): boolean {
  const at = (label: string): number => pages.findIndex((page) => page.label === label);
  return at(c.toPage) - at(c.fromPage) === 1;
}

/** The one jump line of another article there that points back here. */
function otherHalf(f: Fragment, standing: Standing, { edition }: EditionSubject): Mend | null {
  const labelOf = (other: Fragment): string => edition.pages[pageOfFragment(other) ?? '']?.label ?? '';
  const here = labelOf(f);
  const there = f.jump?.page;
  if (!there || !here || !f.article) return null;
  const halves = (standing.get(normalizeLabel(there)) ?? []).filter(
    (other) =>
      other.role !== f.role &&
      other.article !== undefined &&
      other.article.id !== f.article?.id &&
      other.jump?.page != null &&
      samePage(other.jump.page, here),
  );
  const [half, another] = halves;
  return half?.article && !another
    ? {
        label: { code: 'command.link' },
        calls: [call('continuation.link', { id: f.id, article: half.article.id })],
      }
    : null;
}

/** A jump line in no article goes with what it stands under, or over. */
function ownArticle(f: Fragment, { placed }: EditionSubject): Mend | null {
  if (f.placement.at !== 'page') return null;
  const { page, column } = f.placement;
  const list = placed.get(page) ?? [];
  const own = list.filter((other) => other.placement.column === column);
  const at = own.findIndex((other) => other.id === f.id);
  const near =
    f.role === 'jump-to' ? own.slice(0, at).findLast((o) => o.article) : own.slice(at + 1).find((o) => o.article);
  if (!near?.article) return null;
  return {
    label: { code: 'mend.join-article' },
    calls: [
      call('article.add', {
        ids: [f.id],
        article: near.article.id,
        ...(f.role === 'jump-to' ? { after: near.id } : {}),
      }),
    ],
  };
}

/** A jump line of the article that leads back to a page that it came from. */
function loopOf(jumps: readonly Fragment[], { edition }: EditionSubject): Fragment | null {
  const next = new Map<string, { to: string; f: Fragment }[]>();
  for (const f of jumps) {
    const here = edition.pages[pageOfFragment(f) ?? '']?.label;
    if (f.role !== 'jump-to' || here === undefined || !f.jump?.page) continue;
    const from = normalizeLabel(here);
    next.set(from, [...(next.get(from) ?? []), { to: normalizeLabel(f.jump.page), f }]);
  }
  const walk = (label: string, trail: readonly string[]): Fragment | null => {
    for (const { to, f } of next.get(label) ?? []) {
      if (to === label || trail.includes(to)) return f;
      const found = trail.length < 20 ? walk(to, [...trail, label]) : null;
      if (found) return found;
    }
    return null;
  };
  for (const label of next.keys()) {
    const found = walk(label, [label]);
    if (found) return found;
  }
  return null;
}

export const jumps: EditionCheck = {
  scope: 'edition',
  rules: [
    { code: 'jump-loop', level: 'error' },
    { code: 'jump-pending', level: 'warning' },
    { code: 'jump-no-target', level: 'warning' },
    { code: 'jump-one-way', level: 'warning' },
    { code: 'jump-number-lost', level: 'warning' },
    { code: 'jump-no-article', level: 'warning' },
    { code: 'jump-unmarked', level: 'note' },
  ],
  /** Beside the lines themselves what stands near those that are in no article. */
  sees: ({ edition, continuations, shards, placed }) => [
    edition.pages,
    continuations,
    ...shards.flatMap(({ jumps }) => [
      jumps,
      ...jumps.flatMap((f) => (!f.article && f.placement.at === 'page' ? (placed.get(f.placement.page) ?? []) : [])),
    ]),
  ],
  run,
};
