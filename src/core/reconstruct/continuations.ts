/**
 * Joins the parts of articles over the pages of an edition by their jump lines. A pair is joined only where both ends point at each
 * other; where several could be meant, slug, heads, vocabulary and sentence fit decide; what stays open is said in a note.
 * Pages are found by their labels, so the cost grows with the number of jump lines, not with the square of the pages.
 */
import type { Message } from '../model/message.ts';
import { parseJumpLine } from '../press/jump-lines.ts';
import { normalizeLabel } from '../press/page-label.ts';
import { endWords, matchGain, rivalGap, UNDECIDED, type EndText } from './continuations-match.ts';
import type { PageParts } from './page-parts.ts';
import { assign } from './text/group/assignment.ts';

/** One end of a jump: which part, and which of the page's pieces says so. */
interface End extends EndText {
  readonly page: number;
  readonly part: number;
  readonly piece: number;
  readonly label: string | null;
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

const HEADS = new Set(['headline', 'kicker', 'subhead', 'jump-head']);
const RUNNING = new Set(['body', 'lead']);
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
      const texts = part.pieces.map((i) => page.pieces[i]!);
      const said = (of: (piece: PageParts['pieces'][number]) => boolean): string =>
        texts
          .filter(of)
          .map((piece) => piece.text)
          .join('\n');
      const { jump, text } = page.pieces[mark]!;
      ends.push({
        page: p,
        part: a,
        piece: mark,
        label: jump?.page ? normalizeLabel(jump.page) : null,
        body: said((piece) => !HEADS.has(piece.role) && !piece.jump),
        running: said((piece) => RUNNING.has(piece.role)),
        head: said((piece) => HEADS.has(piece.role)),
        slug: parseJumpLine(text)?.slug ?? '',
      });
    }),
  );
  return ends;
}

/** Texts that tell how common a word is in this paper: the pieces of some pages, evenly spread, so that the cost stays bounded. */
function backgroundOf(pages: readonly PageParts[]): string[] {
  const step = Math.max(1, Math.ceil(pages.length / BACKGROUND_PAGES));
  return pages.filter((_, i) => i % step === 0).flatMap((page) => page.pieces.map((piece) => piece.text));
}

export function joinParts(pages: readonly PageParts[], labels: readonly string[]): Joined {
  const pageOf = new Map(labels.map((label, i) => [label, i] as const));
  const tos = endsOf(pages, 'to');
  const froms = endsOf(pages, 'from');
  const words = endWords([...tos, ...froms], backgroundOf(pages));
  const links: PartLink[] = [];
  const notes: { page: number; piece: number; message: Message }[] = [];
  const takenTo = new Set<number>();
  const takenFrom = new Set<number>();

  const pair = (rows: readonly number[], columns: readonly number[], base: number): void => {
    const gain = rows.map((t) => columns.map((f) => matchGain(tos[t]!, froms[f]!, words, t, tos.length + f)));
    const chosen = assign(gain);
    chosen.forEach((column, row) => {
      if (column < 0) return;
      const to = tos[rows[row]!]!;
      const from = froms[columns[column]!]!;
      const gap = rivalGap(gain, chosen, row);
      if (gap < UNDECIDED) {
        notes.push({
          page: to.page,
          piece: to.piece,
          message: { code: 'link.ambiguous', params: { page: labels[from.page]! } },
        });
        return;
      }
      takenTo.add(rows[row]!);
      takenFrom.add(columns[column]!);
      const code = base > 0.9 ? 'link.both-ways' : 'link.number-lost';
      const reason: Message = { code, params: { from: labels[to.page]!, to: labels[from.page]! } };
      // page numbers that agree are not enough: heads, a slug or many rare words must too
      const evidence = Math.max(0, gain[row]![column]! - WEAK) / 2;
      const confidence = base * (1 - Math.exp(-Math.min(gap, evidence) - 1));
      links.push({
        from: { page: to.page, part: to.part },
        to: { page: from.page, part: from.part },
        confidence,
        reason,
      });
    });
  };
  const at = (label: string | null): number | undefined => (label === null ? undefined : pageOf.get(label));
  const toKey = (to: End): string | null => (at(to.label) === undefined ? null : `${to.page}>${at(to.label)}`);
  const fromKey = (from: End): string | null =>
    at(from.label) === undefined ? null : `${at(from.label)}>${from.page}`;
  // Both ends name each other's page.
  for (const { rows, columns } of meet(tos, froms, takenTo, takenFrom, toKey, fromKey)) pair(rows, columns, 0.98);
  // One end has lost its number: the other must still point at its page.
  const target = (to: End): string | null => (at(to.label) === undefined ? null : String(at(to.label)));
  for (const { rows, columns } of meet(tos, froms, takenTo, takenFrom, target, (from) =>
    from.label === null ? String(from.page) : null,
  ))
    pair(rows, columns, 0.7);
  const origin = (from: End): string | null => (at(from.label) === undefined ? null : String(at(from.label)));
  for (const { rows, columns } of meet(
    tos,
    froms,
    takenTo,
    takenFrom,
    (to) => (to.label === null ? String(to.page) : null),
    origin,
  ))
    pair(rows, columns, 0.7);

  tos.forEach((to, t) => {
    if (takenTo.has(t)) return;
    if (to.label === null) notes.push({ page: to.page, piece: to.piece, message: { code: 'link.lost' } });
    else
      notes.push({
        page: to.page,
        piece: to.piece,
        message: { code: pageOf.has(to.label) ? 'link.one-way' : 'link.pending', params: { page: to.label } },
      });
  });
  froms.forEach((from, f) => {
    if (takenFrom.has(f)) return;
    if (from.label === null) notes.push({ page: from.page, piece: from.piece, message: { code: 'link.lost' } });
    else
      notes.push({
        page: from.page,
        piece: from.piece,
        message: { code: pageOf.has(from.label) ? 'link.one-way' : 'link.pending', params: { page: from.label } },
      });
  });
  return { links, notes };
}

/** Free ends that share a key, as rows and columns. */
function meet(
  tos: readonly End[],
  froms: readonly End[],
  takenTo: ReadonlySet<number>,
  takenFrom: ReadonlySet<number>,
  keyTo: (end: End) => string | null,
  keyFrom: (end: End) => string | null,
): { rows: number[]; columns: number[] }[] {
  const groups = new Map<string, { rows: number[]; columns: number[] }>();
  tos.forEach((to, t) => {
    const key = takenTo.has(t) ? null : keyTo(to);
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
