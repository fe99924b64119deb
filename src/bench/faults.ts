/** Twelve kinds of faults as they happen, put into an edition by chance; each with the places where a check should see it. */
import {
  call,
  findFragment,
  isPlaced,
  readingOrder,
  textOf,
  transact,
  type Call,
  type CallsFor,
  type Edition,
  type Fragment,
} from '../core/index.ts';
import { articlesOf, fragmentsOf, fragmentsOnPage, pagesOf, type Member } from '../core/model/selectors.ts';

export interface Fault {
  readonly edition: Edition;
  /** Ids of the fragments, articles and pages where it is. */
  readonly at: readonly string[];
  /** What a check may call it. */
  readonly codes: readonly string[];
}

export class Dice {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  /** 0 ≤ n < 1: mulberry32. */
  next(): number {
    let t = (this.#state = (this.#state + 0x6d2b79f5) | 0);
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }
}

type Seed = (edition: Edition, dice: Dice) => Fault | null;

function run(edition: Edition, calls: readonly (Call | CallsFor)[]): Edition | null {
  const outcome = transact(edition, calls);
  return outcome.ok ? outcome.edition : null;
}

const fault = (edition: Edition | null, at: readonly (string | undefined)[], codes: readonly string[]): Fault | null =>
  edition && { edition, at: at.filter((id) => id !== undefined), codes };

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const HEADS = new Set(['headline', 'kicker', 'subhead', 'jump-head']);

/** Placed members of articles proper. */
const bodies = (edition: Edition, least = 40): Member[] =>
  articlesOf(edition)
    .filter((a) => a.kind === 'article')
    .flatMap((a) => readingOrder(edition, a.id))
    .filter((f) => f.role === 'body' && isPlaced(f) && letters(textOf(edition, f)) >= least);

/** Its neighbours in reading order, itself between them. */
function round(edition: Edition, id: string): string[] {
  const f = findFragment(edition, id);
  if (!f?.article) return [id];
  const list = readingOrder(edition, f.article.id).filter((m) => m.role === 'body' || m.id === id);
  const at = list.findIndex((m) => m.id === id);
  return [list[at - 1]?.id, id, list[at + 1]?.id].filter((one) => one !== undefined);
}

const replaced = (edition: Edition, f: Fragment, text: string): Edition | null =>
  run(edition, [call('fragment.correct', { texts: [{ id: f.id, text }] })]);

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

const doubled: Seed = (edition, dice) => {
  const all = bodies(edition, 120);
  const [a, b] = [dice.of(all), dice.of(all)];
  if (!a || !b) return null;
  const [text, own] = [textOf(edition, a), textOf(edition, b)];
  const from = dice.below(Math.max(1, text.length - 90));
  const part = text.slice(from, from + 70 + dice.below(60));
  return fault(replaced(edition, b, `${own} ${part}`), [a.id, b.id], ['duplicate-text']);
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

/** Characters as scanners and encodings spoil them. */
const characters: Seed = (edition, dice) => {
  const f = dice.of(bodies(edition));
  if (!f) return null;
  const text = textOf(edition, f);
  const han = /\p{Script=Han}{8}/u.exec(text);
  const put = (found: RegExpExecArray | null, as: (part: string) => string): string | null =>
    found && text.slice(0, found.index) + as(found[0]) + text.slice(found.index + found[0].length);
  const from = dice.below(Math.max(1, text.length - 20));
  const kinds: readonly (() => readonly [string | null, string])[] = [
    () => [`${text.slice(0, from)}${dice.of(['\ue123', '\ufffd', '\uf8f0'])}${text.slice(from + 1)}`, 'unknown-glyph'],
    () => [put(han ?? /\p{L}{6,}/u.exec(text), (part) => [...part].map((ch) => ch + ch).join('')), 'doubled-glyph'],
    () => [put(/\d{4}/u.exec(text), (part) => `${part[0]}O${part.slice(2)}`), 'odd-digits'],
    () => [put(/1\d{2,}/u.exec(text), (part) => `l${part.slice(1)}5`), 'odd-digits'],
    () => [
      put(
        /[a-z]{2}[aceop][a-z]{2}/u.exec(text),
        (part) =>
          part.slice(0, 2) + ({ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р' }[part[2] ?? 'a'] ?? 'а') + part.slice(3),
      ),
      'mixed-scripts',
    ],
  ];
  const [now, code] = dice.of(kinds)?.() ?? [null, ''];
  return now === null || now === text ? null : fault(replaced(edition, f, now), [f.id], [code]);
};

const spacing: Seed = (edition, dice) => {
  const f = dice.of(bodies(edition));
  if (!f) return null;
  const text = textOf(edition, f);
  const runs = Array.from(text.matchAll(/\p{Script=Han}{5,12}|(?<![\p{L}’'])[\p{Script=Latin}]{5,12}(?![\p{L}’'])/gu));
  const one = dice.of(runs);
  if (!one) return null;
  const now = text.slice(0, one.index) + [...one[0]].join(' ') + text.slice(one.index + one[0].length);
  return fault(replaced(edition, f, now), [f.id], ['letter-spacing']);
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
