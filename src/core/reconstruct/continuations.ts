/**
 * Joins the parts of articles over the pages of an edition by their jump lines. A pair is joined only where both ends point at each
 * other; where several could be meant, slug, heads, vocabulary and sentence fit decide; what stays open is said in a note.
 * Pages are found by their labels, so the cost grows with the number of jump lines, not with the square of the pages.
 */
import type { Message } from '../model/message.ts';
import { parseJumpLine } from '../press/jump-lines.ts';
import { normalizeLabel } from '../press/page-label.ts';
import { endTextOf, endWords, matchGain, rivalGap, UNDECIDED, type EndText } from './continuations-match.ts';
import type { PageParts } from './page-parts.ts';
import { assign } from './text/group/assignment.ts';

/** One end of a jump: which part, and which of the page's pieces says so. */
interface End extends EndText {
  readonly page: number;
  readonly part: number;
  readonly piece: number;
  readonly label: string | null;
  /** Further pages of a list: 下转2、3版. */
  readonly more: readonly string[];
}

export interface PartLink {
  readonly from: { readonly page: number; readonly part: number };
  readonly to: { readonly page: number; readonly part: number };
  readonly confidence: number;
  readonly reason: Message;
}

export interface Joined {
  readonly links: readonly PartLink[];
  readonly notes: readonly { readonly page: number; readonly piece: number; readonly message: Message }[];
}

/** How sure a join can be whose ends name each other's pages, and one where a number is lost. */
const BOTH_WAYS = 0.98;
const NUMBER_LOST = 0.7;
const BACKGROUND_PAGES = 24;
/** What the likeness of any two bodies of one paper gains. Set so that of pairs with 0.9 and more hardly one in fifty is wrong. */
const WEAK = 2;

function endsOf(pages: readonly PageParts[], direction: 'to' | 'from'): End[] {
  const ends: End[] = [];
  pages.forEach((page, p) =>
    page.parts.forEach((part, a) => {
      const marks = part.pieces.filter((i) => page.pieces[i]!.jump?.direction === direction);
      const mark = direction === 'to' ? marks.at(-1) : marks[0];
      if (mark === undefined) return;
      const { jump, text } = page.pieces[mark]!;
      const line = parseJumpLine(text);
      const said = part.pieces.map((i) => ({ ...page.pieces[i]!, isJump: page.pieces[i]!.jump !== undefined }));
      ends.push({
        page: p,
        part: a,
        piece: mark,
        label: jump?.page ? normalizeLabel(jump.page) : null,
        ...endTextOf(said, line?.slug ?? ''),
        more: direction === 'to' ? (line?.pages.slice(1).map(normalizeLabel) ?? []) : [],
      });
    }),
  );
  return ends;
}

/** How sure it is, character by character, that a part's running text is one article's: a link leads to no more than its parts are. */
function sureOf({ parts, pieces }: PageParts, part: number): number {
  let sum = 0;
  let length = 0;
  for (const { piece, confidence } of parts[part]!.reasons) {
    const { role, text } = pieces[piece]!;
    if (role !== 'body' && role !== 'lead') continue;
    sum += confidence * text.length;
    length += text.length;
  }
  return length ? sum / length : 1;
}

/** Texts that tell how common a word is in this paper: the pieces of some pages, evenly spread, so that the cost stays bounded. */
function backgroundOf(pages: readonly PageParts[]): string[] {
  const step = Math.max(1, Math.ceil(pages.length / BACKGROUND_PAGES));
  return pages.filter((_, i) => i % step === 0).flatMap((page) => page.pieces.map((piece) => piece.text));
}

/** The page that a label means; "Page One" is A1 where no page is called 1. */
function finder(labels: readonly string[]): (label: string | null) => number | undefined {
  const pageOf = new Map(labels.map((label, i) => [label, i] as const));
  return (label) =>
    label === null ? undefined : (pageOf.get(label) ?? (label === '1' ? pageOf.get('A1') : undefined));
}

export function joinParts(pages: readonly PageParts[], labels: readonly string[]): Joined {
  const find = finder(labels);
  const tos = endsOf(pages, 'to');
  const froms = endsOf(pages, 'from');
  const words = endWords([...tos, ...froms], backgroundOf(pages));
  const links: PartLink[] = [];
  const notes: { page: number; piece: number; message: Message }[] = [];
  const takenTo = new Set<number>();
  const takenFrom = new Set<number>();
  const disputed = new Set<End>();
  /** The last part that a "to" has led to. */
  const reached = new Map<number, End>();

  const pair = (rows: readonly number[], columns: readonly number[], base: number): void => {
    const gain = rows.map((t) => columns.map((f) => matchGain(tos[t]!, froms[f]!, words, t, tos.length + f)));
    const chosen = assign(gain);
    chosen.forEach((column, row) => {
      if (column < 0) return;
      const to = tos[rows[row]!]!;
      const from = froms[columns[column]!]!;
      const gap = rivalGap(gain, chosen, row);
      if (gap < UNDECIDED) {
        disputed.add(to).add(from);
        notes.push({
          page: to.page,
          piece: to.piece,
          message: { code: 'link.ambiguous', params: { page: labels[from.page]! } },
        });
        return;
      }
      const last = reached.get(rows[row]!) ?? to;
      takenTo.add(rows[row]!);
      takenFrom.add(columns[column]!);
      reached.set(rows[row]!, from);
      const code = base === BOTH_WAYS ? 'link.both-ways' : 'link.number-lost';
      const reason: Message = { code, params: { from: labels[last.page]!, to: labels[from.page]! } };
      // page numbers that agree are not enough: heads, a slug or many rare words must too
      const evidence = Math.max(0, gain[row]![column]! - WEAK) / 2;
      const own = base * (1 - Math.exp(-Math.min(gap, evidence) - 1));
      const confidence =
        own * Math.sqrt(Math.min(sureOf(pages[last.page]!, last.part), sureOf(pages[from.page]!, from.part)));
      links.push({
        from: { page: last.page, part: last.part },
        to: { page: from.page, part: from.part },
        confidence,
        reason,
      });
    });
  };
  const none: ReadonlySet<number> = new Set();
  const join = (
    base: number,
    keyTo: (to: End, t: number) => string | null,
    keyFrom: (from: End) => string | null,
    again = false,
  ): void => {
    for (const { rows, columns } of meet(tos, froms, again ? none : takenTo, takenFrom, keyTo, keyFrom))
      pair(rows, columns, base);
  };
  const between = (from: number | undefined, to: number | undefined): string | null =>
    from === undefined || to === undefined || from === to ? null : `${from}>${to}`;
  const target = (to: End): number | undefined => find(to.label);
  const origin = (from: End): number | undefined => find(from.label);
  // Both ends name each other's page.
  join(
    BOTH_WAYS,
    (to) => between(to.page, target(to)),
    (from) => between(origin(from), from.page),
  );
  // One end has lost its number: the other must still point at its page.
  join(
    NUMBER_LOST,
    (to) => keyOf(target(to)),
    (from) => (from.label === null ? keyOf(from.page) : null),
  );
  join(
    NUMBER_LOST,
    (to) => (to.label === null ? keyOf(to.page) : null),
    (from) => keyOf(origin(from)),
  );
  // The further pages of a list: they name the page that the list stands on, or the one before in it.
  for (let n = 0; tos.some(({ more }) => more.length > n); n++) {
    const next = (to: End): number | undefined => find(to.more[n] ?? null);
    const back = (from: End): string | null => between(origin(from), from.page);
    const led = new Map(reached);
    for (const start of [(t: number) => tos[t]!.page, (t: number) => reached.get(t)?.page])
      join(
        BOTH_WAYS,
        (to, t) => (led.has(t) && led.get(t) === reached.get(t) ? between(start(t), next(to)) : null),
        back,
        true,
      );
  }

  const report = (end: End): void => {
    if (disputed.has(end)) return;
    const known = find(end.label) !== undefined;
    notes.push({
      page: end.page,
      piece: end.piece,
      message:
        end.label === null
          ? { code: 'link.lost' }
          : { code: known ? 'link.one-way' : 'link.pending', params: { page: end.label } },
    });
  };
  tos.forEach((to, t) => takenTo.has(t) || report(to));
  froms.forEach((from, f) => takenFrom.has(f) || report(from));
  return { links, notes };
}

const keyOf = (page: number | undefined): string | null => (page === undefined ? null : String(page));

/** Free ends that share a key, as rows and columns. */
function meet(
  tos: readonly End[],
  froms: readonly End[],
  takenTo: ReadonlySet<number>,
  takenFrom: ReadonlySet<number>,
  keyTo: (end: End, t: number) => string | null,
  keyFrom: (end: End) => string | null,
): { rows: number[]; columns: number[] }[] {
  const groups = new Map<string, { rows: number[]; columns: number[] }>();
  tos.forEach((to, t) => {
    const key = takenTo.has(t) ? null : keyTo(to, t);
    if (key === null) return;
    const group = groups.get(key) ?? { rows: [], columns: [] };
    group.rows.push(t);
    groups.set(key, group);
  });
  froms.forEach((from, f) => {
    const key = takenFrom.has(f) ? null : keyFrom(from);
    if (key !== null) groups.get(key)?.columns.push(f);
  });
  return [...groups.values()].filter((group) => group.columns.length);
}
