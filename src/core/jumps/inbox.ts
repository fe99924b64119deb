/**
 * The jump inbox: every jump of an edition with where it stands. What is joined is told by the articles (`continuations`); what is open is
 * judged here: the ends that name each other's pages are assigned to each other as a whole, by slug, heads, words and sentence.
 */
import { continuations, type Continuation } from '../continuations.ts';
import type { Edition } from '../model/edition.ts';
import { isJumpLine } from '../model/role.ts';
import { columnOrder, findFragment, pagesOf, remember } from '../model/selectors.ts';
import { rivalGap, UNDECIDED } from '../reconstruct/continuations-match.ts';
import { assign } from '../reconstruct/text/group/assignment.ts';
import { jumpEnds, labelOfSheet, partsOfEdition, type JumpEnd, type Part } from './ends.ts';
import { judgeOf, rankOthers, type Candidate, type Judge, type Other } from './rank.ts';

/**
 * matched: joined, and both ends point at each other · ready: both ends point at each other and fit, but are not joined · one-way ·
 * ambiguous: several fit as well · pending: the page is not in the edition · number-lost · next-issue: a serial · pointer: a teaser's, no continuation.
 */
export type JumpStatus =
  'matched' | 'ready' | 'one-way' | 'ambiguous' | 'pending' | 'number-lost' | 'next-issue' | 'pointer';

export interface JumpRow {
  readonly key: string;
  readonly status: JumpStatus;
  /** The two sides are one article. */
  readonly linked: boolean;
  /** Both ends name each other and nothing else fits: it can be joined without a look. */
  readonly safe: boolean;
  /** The jump line that the row is about; of a joined one that has none, the last fragment before the border. */
  readonly line: string;
  readonly direction: 'to' | 'from';
  readonly article: string | null;
  /** Sheets; null where there is none (yet). */
  readonly fromSheet: string | null;
  readonly toSheet: string | null;
  /** Labels as printed; empty where the number is lost or none is meant. */
  readonly fromPage: string;
  readonly toPage: string;
  readonly fromFragment: string | null;
  readonly toFragment: string | null;
  /** The likeliest first; empty of what is joined. */
  readonly candidates: readonly Candidate[];
  /** Labels of the pages that the article runs over, where they are more than two: 1 → 4 → 7. */
  readonly chain: readonly string[];
  /** Following it comes back to a page where the article has been. */
  readonly loop: boolean;
}

const MOST = 5;
/** Two ends that name each other and have nothing else in common are not joined unseen. */
export const LEAST_GAIN = 1.1;

export const jumpInbox = remember((edition: Edition): readonly JumpRow[] => {
  const ends = jumpEnds(edition);
  const joined = continuations(edition).filter((c) => c.fromFragmentId !== null && c.toFragmentId !== null);
  const told = new Set(joined.flatMap((c) => [c.fromFragmentId, c.toFragmentId]));
  const open = ends.filter((end) => !told.has(end.fragment.id) && !goesOn(end));
  const rows = [...joined.map((c) => joinedRow(edition, c)), ...openRows(edition, open)];
  return inPaperOrder(edition, rows);
});

/** By the place of their jump lines in the paper: a row stays where it is when it is joined or taken apart. */
function inPaperOrder(edition: Edition, rows: readonly JumpRow[]): readonly JumpRow[] {
  const sheets = new Set(rows.map((row) => (row.direction === 'to' ? row.fromSheet : row.toSheet)));
  const places = pagesOf(edition)
    .filter((page) => sheets.has(page.id))
    .flatMap((page) => columnOrder(edition, page.id).map((f) => f.id));
  const at = new Map(places.map((id, i) => [id, i]));
  return rows.toSorted((a, b) => (at.get(a.line) ?? Infinity) - (at.get(b.line) ?? Infinity));
}

/** A second jump line of a part that is joined on that side says nothing new. */
const goesOn = ({ part, direction, kind }: JumpEnd): boolean =>
  kind === 'page' && part !== null && (direction === 'to' ? !part.last : part.index > 0);

function joinedRow(edition: Edition, c: Continuation): JumpRow {
  const [from, to] = [c.fromFragmentId ?? '', c.toFragmentId ?? ''];
  const sheetOf = (id: string): string | null => {
    const placement = findFragment(edition, id)?.placement;
    return placement?.at === 'page' ? placement.page : null;
  };
  const fragment = findFragment(edition, to);
  const toLine = findFragment(edition, from);
  const byFrom = fragment !== undefined && isJumpLine(fragment) && !(toLine !== undefined && isJumpLine(toLine));
  return {
    key: `${c.articleId}|${from}|${to}`,
    status: c.status,
    linked: true,
    safe: false,
    line: byFrom ? to : from,
    direction: byFrom ? 'from' : 'to',
    article: c.articleId,
    fromSheet: sheetOf(from),
    toSheet: sheetOf(to),
    fromPage: c.fromPage,
    toPage: c.toPage,
    fromFragment: from,
    toFragment: to,
    candidates: [],
    ...chainOf(edition, c.articleId),
  };
}

/** The pages of an article in the order of its parts; a page that comes twice makes a ring. */
function chainOf(edition: Edition, article: string | null): Pick<JumpRow, 'chain' | 'loop'> {
  const parts = article === null ? [] : (partsByArticle(edition).get(article) ?? []);
  const pages = parts.map((part) => part.page);
  return {
    chain: pages.length > 2 ? pages.map((page) => labelOfSheet(edition, page)) : [],
    loop: new Set(pages).size < pages.length,
  };
}

const partsByArticle = remember((edition: Edition): ReadonlyMap<string, readonly Part[]> => {
  const found = new Map<string, Part[]>();
  for (const part of partsOfEdition(edition)) {
    const list = found.get(part.article);
    if (list) list.push(part);
    else found.set(part.article, [part]);
  }
  return found;
});

function openRows(edition: Edition, open: readonly JumpEnd[]): JumpRow[] {
  if (!open.length) return [];
  const others = othersOf(edition, open);
  const considered = new Map(open.map((end) => [end, considerFor(end, others)]));
  const judge = judgeOf(edition, [
    ...open.flatMap((end) => end.part ?? []),
    ...[...considered.values()].flat().map((other) => other.part),
  ]);
  const { pairs, disputed } = pairUp(open, judge);
  const second = new Set([...pairs.values()].map((pair) => pair.from));
  return open
    .filter((end) => !second.has(end))
    .map((end) => {
      const ranked = rankOthers(edition, end, considered.get(end) ?? [], judge);
      const pair = pairs.get(end);
      const partner = pair?.from.fragment.id;
      const candidates = ranked
        .toSorted((a, b) => Number(b.fragment === partner) - Number(a.fragment === partner))
        .slice(0, MOST);
      return openRow(edition, end, candidates, pair, disputed.has(end));
    });
}

interface Pair {
  readonly from: JumpEnd;
  readonly safe: boolean;
}

function openRow(
  edition: Edition,
  end: JumpEnd,
  candidates: readonly Candidate[],
  pair: Pair | undefined,
  disputed: boolean,
): JumpRow {
  const loops = pair !== undefined && wouldLoop(edition, end, pair.from);
  const status = statusOf(end, pair, disputed);
  const there = pair?.from;
  const label = end.target === null ? (end.label ?? '') : labelOfSheet(edition, end.target);
  const here = labelOfSheet(edition, end.page);
  const to = end.direction === 'to';
  const { chain, loop } = chainOf(edition, end.part?.article ?? null);
  return {
    key: `${end.fragment.id}|${there?.fragment.id ?? ''}`,
    status,
    linked: false,
    safe: pair !== undefined && pair.safe && !loops,
    line: end.fragment.id,
    direction: end.direction,
    article: end.part?.article ?? null,
    fromSheet: to ? end.page : end.target,
    toSheet: to ? end.target : end.page,
    fromPage: to ? here : label,
    toPage: to ? label : here,
    fromFragment: to ? end.fragment.id : null,
    toFragment: to ? (there?.fragment.id ?? null) : end.fragment.id,
    candidates: end.kind === 'next-issue' ? [] : candidates,
    chain,
    loop: loop || loops || returns(edition, end),
  };
}

function statusOf(end: JumpEnd, pair: Pair | undefined, disputed: boolean): JumpStatus {
  if (end.kind !== 'page') return end.kind;
  if (pair) return 'ready';
  if (disputed) return 'ambiguous';
  if (end.label === null) return 'number-lost';
  return end.target === null ? 'pending' : 'one-way';
}

/** Joined, would one article stand on a page twice? */
function wouldLoop(edition: Edition, to: JumpEnd, from: JumpEnd): boolean {
  const pages = [to.part, from.part].flatMap((part) => (part ? (partsByArticle(edition).get(part.article) ?? []) : []));
  return new Set(pages.map((part) => part.page)).size < pages.length;
}

/** It leads to a page where its article stands already. */
function returns(edition: Edition, { kind, part, target, page }: JumpEnd): boolean {
  if (kind !== 'page' || !part || target === null) return false;
  return target === page || (partsByArticle(edition).get(part.article) ?? []).some((other) => other.page === target);
}

/** Parts that an end may lead to, by sheet: first parts for "to" lines, last ones for "from" lines, each with its own open line. */
export function othersOf(
  edition: Edition,
  open: readonly JumpEnd[],
): { readonly all: readonly Other[]; readonly byPage: ReadonlyMap<string, readonly Other[]> } {
  const lines = new Map<string, JumpEnd>();
  for (const end of open)
    if (end.part && end.kind === 'page') lines.set(`${end.direction}|${end.part.article}|${end.part.index}`, end);
  const all = partsOfEdition(edition).flatMap((part): Other[] => {
    const from = lines.get(`from|${part.article}|${part.index}`);
    const to = lines.get(`to|${part.article}|${part.index}`);
    return [
      ...(from ? [{ part, end: from }] : []),
      ...(to ? [{ part, end: to }] : []),
      ...(from || to ? [] : [{ part, end: null }]),
    ];
  });
  const byPage = new Map<string, Other[]>();
  for (const other of all) {
    const list = byPage.get(other.part.page);
    if (list) list.push(other);
    else byPage.set(other.part.page, [other]);
  }
  return { all, byPage };
}

/** On the page that is named every part that can be; elsewhere only ends that point here or have lost their number. */
function considerFor(end: JumpEnd, { all, byPage }: ReturnType<typeof othersOf>): Other[] {
  if (end.kind === 'next-issue') return [];
  const fits = ({ part, end: other }: Other): boolean => {
    if (part.page === end.page || part.article === end.part?.article) return false;
    if (end.kind === 'pointer') return part.index === 0;
    if (other && other.direction === end.direction) return false;
    return end.direction === 'to' ? part.index === 0 : part.last;
  };
  const named = end.target === null ? [] : (byPage.get(end.target) ?? []);
  if (end.kind === 'pointer') return named.filter(fits);
  const calling = all.filter(
    (other) =>
      other.end !== null &&
      other.part.page !== end.target &&
      (other.end.target === end.page || other.end.label === null),
  );
  return [...named, ...(end.target === null || named.every((o) => !o.end) ? calling : [])].filter(fits);
}

/** The ends that name each other's pages, two pages at a time, as the best whole. */
function pairUp(
  open: readonly JumpEnd[],
  judge: Judge,
): { readonly pairs: ReadonlyMap<JumpEnd, Pair>; readonly disputed: ReadonlySet<JumpEnd> } {
  const groups = new Map<string, { tos: JumpEnd[]; froms: JumpEnd[] }>();
  for (const end of open) {
    if (end.kind !== 'page' || end.page === null || end.target === null || !end.part) continue;
    const key = end.direction === 'to' ? `${end.page}>${end.target}` : `${end.target}>${end.page}`;
    const group = groups.get(key) ?? { tos: [], froms: [] };
    (end.direction === 'to' ? group.tos : group.froms).push(end);
    groups.set(key, group);
  }
  const pairs = new Map<JumpEnd, Pair>();
  const disputed = new Set<JumpEnd>();
  for (const { tos, froms } of groups.values()) {
    if (!tos.length || !froms.length) continue;
    const gain = tos.map((to) => froms.map((from) => (to.part && from.part ? judge.gain(to.part, from.part) : 0)));
    const chosen = assign(gain);
    chosen.forEach((column, row) => {
      const to = tos[row];
      const from = froms[column];
      if (!to) return;
      if (!from || to.part?.article === from.part?.article) {
        if (froms.length) disputed.add(to);
        return;
      }
      if (rivalGap(gain, chosen, row) < UNDECIDED) {
        disputed.add(to).add(from);
        return;
      }
      pairs.set(to, { from, safe: (gain[row]?.[column] ?? 0) >= LEAST_GAIN });
    });
  }
  return { pairs, disputed };
}
