/** What moves together when articles are told apart: a stretch of body with the marks that belong to it; and heads in groups. */
import { parseJumpLine } from '../../../press/jump-lines.ts';
import { goesOn, leadsIn } from '../../../press/openings.ts';
import { opensByOutlet } from '../../../press/writers.ts';
import { remember } from '../../../model/selectors.ts';
import type { CutPiece } from '../../cut-piece.ts';

/** One body piece with what clings to it (byline, crosshead, jump lines). Numbers are indexes into the source's pieces. */
export interface Unit {
  readonly pieces: number[];
  /** The piece that carries the running text. */
  readonly core: number;
  /** It opens an article by its own words: a byline, 本报讯, PLACE (Agency) —. */
  opens: boolean;
  /** It begins as articles begin that have no such words, or as none does: 近日，…; 与此同时，…. */
  readonly wording: 'leads' | 'goes-on' | null;
  /** It follows a "continued from". */
  from: boolean;
  /** It is followed by a "continued on". */
  to: boolean;
  /** Its first piece follows, with nothing of another kind between, the unit before. */
  adjacent: boolean;
  /** Head groups that stand between the unit before and this one. */
  readonly headsBefore: number[];
  /** A section's label stands between the unit before and this one. */
  readonly sectionBefore: boolean;
}

export interface HeadGroup {
  readonly pieces: number[];
  /** Index of the unit that follows in the file; the number of units where none does. */
  nextUnit: number;
  /** It stands over a "continued from", or is marked as a jump head. */
  jump: boolean;
  /** It points at another page (▶2版): a teaser, not the head of a body here. */
  pointer: boolean;
  /** A teaser stands right under it. */
  overTeaser: boolean;
  /** Bylines set with it, for no body follows them. */
  bylines: number[];
}

export interface Laid {
  readonly units: Unit[];
  readonly heads: HeadGroup[];
  /** Captions, credits, editor's notes: tied by vocabulary when the articles are known. */
  readonly captions: number[];
  /** Pieces of no article: folios, sections, teasers, advertisements. */
  readonly free: number[];
}

const HEADS = new Set(['headline', 'kicker', 'subhead', 'jump-head']);
/** What a pointer holds at the least: an arrow, a 见, a number at the end. */
const MAY_POINT = /[▶►▷▸→⇒☞»见見刊]|[\d一二三四五六七八九十]\s*[版面页頁]?\s*[）)]?$/u;
const BRACKETED = /^[（(【].*[）)】]$/u;
const FREE = new Set(['section', 'teaser', 'folio', 'masthead', 'imprint', 'ad']);
const FORWARD = new Set(['dateline', 'crosshead', 'jump-from']);

const SLUG = /^[\p{Lu}\p{N}][\p{Lu}\p{N}.'’-]{1,23}$/u;

const HAN_OPENING =
  /^[\s　■□●]*(?:本[报報台刊](?:讯|訊|记者|記者|评论员|評論員|[^，。]{1,16}[电電])|(?:新华社|新華社|中新社|中央社|[^\s，。]{2,6}社)[^，。]{0,18}[电電]|据[^，。]{2,12}[报報]道)/u;
/** PLACE, Month 3 (Agency) —: the place in capitals, or the agency in brackets. */
const CAPITAL_PLACE = /^[A-Z][A-Z.'’ -]{2,30}(?:,[^—–.]{0,24})?(?:\s*\([A-Z][^)]{1,24}\))?\s*(?:[—–]|--?\s)/u;
const AGENCY = /^[A-Z][\p{L}.'’ -]{2,30}(?:,[^—–(]{0,24})?\s*\([A-Z][^)]{1,24}\)\s*(?:[—–]|--?\s)/u;
const BY = /^(?:By|BY) \p{Lu}/u;

export const beginsReport = (text: string): boolean => {
  const start = text.slice(0, 90);
  return (
    HAN_OPENING.test(start) || CAPITAL_PLACE.test(start) || AGENCY.test(start) || BY.test(start) || opensByOutlet(start)
  );
};

/** A byline with no body right under it goes with the heads that it touches, below or above. */
function bylineHome(pieces: readonly CutPiece[], index: number): 'above' | 'below' | 'body' {
  const next = pieces[index + 1]?.role ?? 'end';
  if (HEADS.has(next)) return 'below';
  const touches = HEADS.has(pieces[index - 1]?.role ?? '');
  return touches && (next === 'jump-from' || next === 'caption' || next === 'end' || FREE.has(next)) ? 'above' : 'body';
}

/** A trailing credit in brackets, （记者 …）, belongs to what stands before it. */
const isTrailing = (text: string): boolean => /^[（(【]/u.test(text.trim());

/** 示范区打造创新高地见3版, （详见2版） 古城墙有了新变化: a head points with less than a jump line has. */
const HEAD_POINTS =
  /[\p{Script=Han}？！”」』）】\s](?:[见見刊]|[详詳][见見]|[（(【](?:[详詳]?[见見])?)?第?\d{1,2}版[）)】]?$|^[（(【](?:[详詳]?[见見])?第?\d{1,2}版[）)】]/u;

/** A page's pieces are laid out anew after each cut, and most of them are the same. */
const opens = remember((piece: CutPiece) => beginsReport(piece.text));
const wordingOf = remember(({ text, startsOpen }: CutPiece): Unit['wording'] =>
  startsOpen ? null : leadsIn(text) ? 'leads' : goesOn(text) ? 'goes-on' : null,
);
const points = remember(
  ({ text }: CutPiece) => HEAD_POINTS.test(text) || (MAY_POINT.test(text) && parseJumpLine(text)?.kind === 'pointer'),
);

export function layUnits(pieces: readonly CutPiece[]): Laid {
  const units: Unit[] = [];
  const heads: HeadGroup[] = [];
  const captions: number[] = [];
  const free: number[] = [];
  let waiting: number[] = [];
  let byline = false;
  let from = false;
  let headsBefore: number[] = [];
  let sectionBefore = false;
  let adjacent = false;
  let group: HeadGroup | null = null;
  let above: number[] = [];
  let notice = false;

  pieces.forEach((piece, index) => {
    const { role } = piece;
    if (HEADS.has(role) || role === 'notice') {
      if (role === 'notice') notice = true;
      const startsNew =
        !group ||
        from ||
        role === 'notice' ||
        (role === 'kicker' && group.pieces.some((i) => pieces[i]!.role !== 'kicker')) ||
        (role !== 'subhead' &&
          group.pieces.some((i) => pieces[i]!.role === 'headline' || pieces[i]!.role === 'jump-head'));
      if (startsNew || !group) {
        group = {
          pieces: [],
          nextUnit: units.length,
          jump: false,
          pointer: false,
          overTeaser: false,
          bylines: above,
        };
        above = [];
        headsBefore.push(heads.length);
        heads.push(group);
      }
      group.pieces.push(index);
      if (role === 'jump-head') group.jump = true;
      if (points(piece)) group.pointer = true;
      adjacent = false;
      return;
    }
    if (role === 'teaser' && units.length && BRACKETED.test(piece.text) && pieces[index - 1]?.role === 'body') {
      // （全文见第2版） right under a text is that text's
      units.at(-1)!.pieces.push(index);
      adjacent = false;
      group = null;
      return;
    }
    if (FREE.has(role)) {
      free.push(index);
      if (role === 'section') sectionBefore = true;
      if (role === 'teaser' && group?.pieces.at(-1) === index - 1) group.overTeaser = true;
      adjacent = false;
      group = null;
      return;
    }
    if (role === 'caption' || role === 'photo-credit' || role === 'editor-note') {
      captions.push(index);
      group = null;
      return;
    }
    const last = units.at(-1);
    if (role === 'jump-to') {
      if (last && !waiting.length) {
        last.pieces.push(index);
        last.to = true;
      } else free.push(index);
      adjacent = false;
      group = null;
      return;
    }
    if (
      (role === 'byline' || role === 'source') &&
      last &&
      !waiting.length &&
      (role === 'source' || isTrailing(piece.text))
    ) {
      last.pieces.push(index);
      group = null;
      return;
    }
    if (role === 'byline' && !waiting.length) {
      const home = bylineHome(pieces, index);
      if (home === 'below') above.push(index);
      if (home === 'above') group?.bylines.push(index);
      if (home === 'below' || (home === 'above' && group)) {
        adjacent = false;
        return;
      }
    }
    if (FORWARD.has(role) || role === 'byline') {
      waiting.push(index);
      if (role === 'jump-from') {
        from = true;
        if (group) group.jump = true;
      }
      if (role === 'byline' || role === 'dateline') byline = true;
      group = null;
      return;
    }
    group = null;
    units.push({
      pieces: [...waiting, index],
      core: index,
      opens: byline || notice || opens(piece),
      wording: wordingOf(piece),
      from,
      to: false,
      adjacent,
      headsBefore,
      sectionBefore,
    });
    sectionBefore = false;
    waiting = [];
    byline = notice = from = false;
    headsBefore = [];
    adjacent = true;
  });

  // One word in capitals is the slug of a jump, where one arrives on the page.
  if (units.some((unit) => unit.from))
    for (const head of heads)
      if (head.pieces.length === 1 && SLUG.test(pieces[head.pieces[0]!]!.text)) head.jump = true;

  // What waited for a body that never came stands by itself.
  if (waiting.length) {
    const core = waiting.at(-1)!;
    units.push({
      pieces: waiting,
      core,
      opens: byline,
      wording: null,
      from,
      to: false,
      adjacent: false,
      headsBefore,
      sectionBefore,
    });
  }
  return { units, heads, captions, free };
}
