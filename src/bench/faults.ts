/** Twelve kinds of faults as they happen, put into an edition by chance; each with the places where a check should see it. */
import { call, findFragment, isPlaced, readingOrder, textOf, type Call, type Edition } from '../core/index.ts';
import { articlesOf, fragmentsOf, fragmentsOnPage, pagesOf } from '../core/model/selectors.ts';
import { bodies, fault, letters, round, run, type Seed } from './fault.ts';
import { characters, doubled, spacing } from './text-faults.ts';

const HEADS = new Set(['headline', 'kicker', 'subhead', 'jump-head']);

const inTray: Seed = (edition, dice) => {
  const f = dice.of(bodies(edition));
  return f ? fault(run(edition, [call('fragment.unplace', { ids: [f.id] })]), [f.id], ['unplaced']) : null;
};

const stray: Seed = (edition, dice) => {
  const all = articlesOf(edition).flatMap((a) => readingOrder(edition, a.id));
  const f = dice.of(all.filter((m) => isPlaced(m) && ['body', 'headline', 'byline', 'kicker'].includes(m.role)));
  return f ? fault(run(edition, [call('article.take-out', { ids: [f.id] })]), [f.id], ['no-article']) : null;
};

const headless: Seed = (edition, dice) => {
  const article = dice.of(
    articlesOf(edition).filter(
      (a) => a.kind === 'article' && readingOrder(edition, a.id).some((f) => HEADS.has(f.role)),
    ),
  );
  if (!article) return null;
  const members = readingOrder(edition, article.id);
  const heads = members.filter((f) => HEADS.has(f.role)).map((f) => f.id);
  if (heads.length === members.length) return null;
  return fault(
    run(edition, [call('fragment.discard', { ids: heads, reason: 'noise' })]),
    [article.id],
    ['no-headline'],
  );
};

/** A paragraph cut in mid-sentence, its end in another article. */
const cut: Seed = (edition, dice) => {
  const f = dice.of(bodies(edition, 80));
  const other = dice.of(bodies(edition).filter((b) => b.article.id !== f?.article.id));
  if (!f || !other) return null;
  const text = textOf(edition, f);
  const places = Array.from(
    text.matchAll(/(?<=[\p{Ll}\p{Script=Han}])\s?(?=[\p{Ll}\p{Script=Han}])/gu),
    (m) => m.index + m[0].length,
  ).filter(
    (at) =>
      at > text.length * 0.25 &&
      at < text.length * 0.75 &&
      (/\s/u.test(text[at - 1] ?? '') || /\p{Script=Han}/u.test(text[at] ?? '')),
  );
  const at = dice.of(places);
  if (at === undefined) return null;
  const known = new Set(fragmentsOf(edition).map((one) => one.id));
  const split = run(edition, [call('fragment.split', { id: f.id, at })]);
  const tail = split && fragmentsOf(split).find((one) => !known.has(one.id));
  if (!split || !tail) return null;
  const now = run(split, [call('article.add', { ids: [tail.id], article: other.article.id, after: other.id })]);
  return fault(now, now ? [...round(now, f.id), ...round(now, tail.id)] : [], CUT);
};
const CUT = ['body-ends-open', 'body-starts-open'];

/** The heads of two articles, each over the other's text. */
const wrongHead: Seed = (edition, dice) => {
  const headed = articlesOf(edition).filter((a) => {
    const members = readingOrder(edition, a.id);
    const heads = members.filter((f) => HEADS.has(f.role)).map((f) => textOf(edition, f));
    const text = members.filter((f) => f.role === 'body').reduce((n, f) => n + letters(textOf(edition, f)), 0);
    return a.kind === 'article' && heads.length > 0 && letters(heads.join('')) >= 8 && text >= 120;
  });
  const a = dice.of(headed);
  const pageOf = (id: string): string | undefined => {
    const head = readingOrder(edition, id).find((f) => HEADS.has(f.role));
    return head && isPlaced(head) ? head.placement.page : undefined;
  };
  const b = dice.of(headed.filter((one) => one !== a && a && pageOf(one.id) === pageOf(a.id)));
  if (!a || !b) return null;
  const headsOf = (id: string): string[] =>
    readingOrder(edition, id)
      .filter((f) => HEADS.has(f.role))
      .map((f) => f.id);
  const [x, y] = [headsOf(a.id), headsOf(b.id)];
  const now = run(edition, [
    call('article.add', { ids: x, article: b.id, after: null }),
    call('article.add', { ids: y, article: a.id, after: null }),
  ]);
  return fault(now, [...x, ...y], ['head-far']);
};

/** A paragraph amid another article of its page, in reading and on the sheet. */
const foreign: Seed = (edition, dice) => {
  const f = dice.of(bodies(edition, 60).filter((b) => readingOrder(edition, b.article.id).length > 3));
  if (!f || !isPlaced(f)) return null;
  const { page } = f.placement;
  const other = dice.of(
    bodies(edition).filter((b) => b.article.id !== f.article.id && isPlaced(b) && b.placement.page === page),
  );
  if (!other || !isPlaced(other)) return null;
  const now = run(edition, [
    call('article.add', { ids: [f.id], article: other.article.id, after: other.id }),
    call('fragment.place', { ids: [f.id], page, column: other.placement.column, after: other.id }),
  ]);
  return fault(now, now ? [...round(edition, f.id), ...round(now, f.id)] : [], [
    ...CUT,
    'paragraph-far',
    'mixed-measures',
    'order-back',
  ]);
};

const jump: Seed = (edition, dice) => {
  if (pagesOf(edition).length < 2) return null;
  const lines = fragmentsOf(edition).filter((f) => f.jump && f.article && isPlaced(f));
  const f = dice.of(lines);
  if (!f?.article) return null;
  const at = [f.id, f.article.id, ...readingOrder(edition, f.article.id).map((m) => m.id)];
  const labels = pagesOf(edition).map((p) => p.label);
  const here = isPlaced(f) ? edition.pages[f.placement.page]?.label : undefined;
  const calls: Call[] = [
    call('fragment.jump', { id: f.id, page: null }),
    call('fragment.jump', { id: f.id, page: '97' }),
    call('fragment.jump', { id: f.id, page: dice.of(labels.filter((l) => l !== f.jump?.page)) ?? here ?? null }),
    call('fragment.discard', { ids: [f.id], reason: 'noise' }),
  ];
  if (f.role === 'jump-to') calls.push(call('continuation.unlink', { id: f.id }));
  const made = dice.of(calls);
  const now = made ? run(edition, [made]) : null;
  return fault(now, at, [
    'jump-number-lost',
    'jump-pending',
    'jump-no-target',
    'jump-one-way',
    'jump-loop',
    'jump-unmarked',
  ]);
};

const order: Seed = (edition, dice) => {
  const f = dice.of(bodies(edition));
  if (!f || !isPlaced(f)) return null;
  const list = readingOrder(edition, f.article.id).filter(
    (m) => m.role === 'body' && isPlaced(m) && isPlaced(f) && m.placement.page === f.placement.page,
  );
  const other = dice.of(list.filter((m) => m.id !== f.id));
  if (!other) return null;
  const [first, last] = f.article.order < other.article.order ? [f, other] : [other, f];
  const now = run(edition, [call('article.add', { ids: [first.id], article: f.article.id, after: last.id })]);
  return fault(now, now ? [...round(now, first.id), ...round(now, last.id), ...round(edition, first.id)] : [], [
    'order-back',
    ...CUT,
  ]);
};

/** A role that place or text contradicts. */
const role: Seed = (edition, dice) => {
  const kind = dice.below(4);
  if (kind === 0) {
    const f = dice.of(bodies(edition, 160));
    const as = dice.of(['headline', 'kicker', 'crosshead', 'byline'] as const) ?? 'headline';
    return f ? fault(run(edition, [call('fragment.role', { ids: [f.id], role: as })]), [f.id], ['role-length']) : null;
  }
  const placed = fragmentsOf(edition).filter(isPlaced);
  if (kind === 1) {
    const f = dice.of(placed.filter((one) => one.role === 'folio'));
    const amid =
      f &&
      dice.of(
        bodies(edition).filter(
          (b) => isPlaced(b) && b.placement.page === f.placement.page && insideColumn(edition, b.id),
        ),
      );
    if (!f || !amid || !isPlaced(amid)) return null;
    const { page, column } = amid.placement;
    return fault(
      run(edition, [call('fragment.place', { ids: [f.id], page, column, after: amid.id, span: 1 })]),
      [f.id],
      ['folio-place'],
    );
  }
  if (kind === 2) {
    const f = dice.of(placed.filter((one) => (one.role === 'jump-to' || one.role === 'jump-from') && one.article));
    if (!f?.article) return null;
    const own = readingOrder(edition, f.article.id).filter(
      (m) => m.role === 'body' && isPlaced(m) && m.placement.page === f.placement.page,
    );
    const after = f.role === 'jump-to' ? own.at(-2) : own[0];
    if (!after || own.length < 2) return null;
    return fault(
      run(edition, [call('article.add', { ids: [f.id], article: f.article.id, after: after.id })]),
      [f.id],
      ['jump-place'],
    );
  }
  const f = dice.of(placed.filter((one) => one.role === 'jump-to' || one.role === 'jump-from'));
  return f ? fault(run(edition, [call('fragment.role', { ids: [f.id], role: 'body' })]), [f.id], ['role-text']) : null;
};

/** Is there text above and below in the same column? */
function insideColumn(edition: Edition, id: string): boolean {
  const f = findFragment(edition, id);
  if (!f || !isPlaced(f)) return false;
  const list = fragmentsOnPage(edition, f.placement.page).filter(
    (one) => one.placement.column === f.placement.column && one.role === 'body',
  );
  const at = list.findIndex((one) => one.id === id);
  return at >= 0 && at < list.length - 1;
}

/** By name; the order is that of the table. */
export const FAULTS: Readonly<Record<string, Seed>> = {
  'left in the tray': inTray,
  'in no article': stray,
  'article without its head': headless,
  'sentence cut over two articles': cut,
  'heads exchanged': wrongHead,
  'paragraph of another article': foreign,
  'text doubled': doubled,
  'jump broken': jump,
  'reading order jumps': order,
  'characters spoilt': characters,
  'letter-spacing left': spacing,
  'role against its place': role,
};
