/**
 * Reads a jump line ("下转第2版", "Continued from Page One", "Fortsetzung auf Seite 3") of nine languages, alone or at an end of a longer text.
 * What it says of direction and of page are two facts: the number may be lost. Whether the other page agrees is for the caller to ask.
 */
import { JUMPS, mayEndWithJump, mayStartWithJump, type CompiledJump, type JumpKind } from './jump-patterns.ts';
import { normalizeLabel, numberOfWord } from './page-label.ts';

export interface JumpLine {
  readonly kind: JumpKind;
  /** Normalised labels; empty where the number is lost or none is meant (next issue). */
  readonly pages: readonly string[];
  /** The word by which the other part is to be found: "See BUDGET, Page 4". */
  readonly slug?: string;
  /** Where the marker stands in the given text, brackets and arrow included. */
  readonly start: number;
  readonly end: number;
  readonly at: 'whole' | 'start' | 'end';
  /** A pointer in a form (arrow, 见, bare page) that after an unfinished sentence means "goes on there": see `readsOn`. */
  readonly mayContinue?: true;
}

interface Folded {
  readonly text: string;
  /** For each unit of `text`: where its original starts and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const REACH = 100;
const TIGHT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SILENT = /^[\u00ad\u200b-\u200d\u2060\ufeff]$/u;

/** NFKC in lower case with places kept; no white space beside Han or kana, elsewhere one space. */
function fold(text: string, offset: number): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let gap = -1;
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    if (SILENT.test(cluster)) continue;
    const plain = cluster.normalize('NFKC').toLowerCase();
    if (/^\s*$/u.test(plain)) {
      if (gap < 0) gap = index;
      continue;
    }
    if (gap >= 0 && units.length && !TIGHT.test(units.at(-1) ?? '') && !TIGHT.test(plain)) {
      units.push(' ');
      starts.push(offset + gap);
      ends.push(offset + index);
    }
    gap = -1;
    for (const unit of plain.split('')) {
      units.push(unit);
      starts.push(offset + index);
      ends.push(offset + index + cluster.length);
    }
  }
  return { text: units.join(''), starts, ends };
}

const PAIRED = /(?:(?<=^[\s([【〔<▶►▷▸→⇒☞»]*)|(?<=[([【〔▶►▷▸→⇒☞»]))((?:([^\s▶►▷▸→⇒☞»])\2\s?)+)[)\]】〕>]?$/u;

/** Number words as digits: "third page" reads "3 page". */
function countWords(folded: Folded): Folded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: run, index } of folded.text.matchAll(/[a-z\u00df-\u024f]+|[^a-z\u00df-\u024f]/gu)) {
    const number = run.length > 2 ? numberOfWord(run) : undefined;
    const as = number === undefined ? run : String(number);
    for (let k = 0; k < as.length; k++) {
      units.push(as[k] ?? '');
      starts.push(folded.starts[number === undefined ? index + k : index] ?? 0);
      ends.push(folded.ends[number === undefined ? index + k : index + run.length - 1] ?? 0);
    }
  }
  return { text: units.join(''), starts, ends };
}

/** Overprinted bold: `▶22版版` is `▶2版`, where every visible character of the token is paired and it speaks of a page. */
function undouble(folded: Folded): Folded {
  const found = PAIRED.exec(folded.text);
  if (!found?.[1] || !/版版|面面|页页|頁頁|ppaaggee|sseeiittee/iu.test(found[1])) return folded;
  const keep: number[] = [];
  const end = found.index + found[1].length;
  for (let i = 0, odd = true; i < folded.text.length; i++) {
    const inside = i >= found.index && i < end;
    if (!inside || folded.text[i] === ' ') keep.push(i);
    else {
      if (odd) keep.push(i);
      odd = !odd;
    }
  }
  const ends = keep.map((i) => folded.ends[i >= found.index && i < end && folded.text[i] !== ' ' ? i + 1 : i] ?? 0);
  return { text: keep.map((i) => folded.text[i]).join(''), starts: keep.map((i) => folded.starts[i] ?? 0), ends };
}

const LIST_SEPARATOR = /\s*(?:[,、&/–~-]|至|和|及|与|與|\b(?:and|to|et|und|y|e|bis)\b)\s*/u;
const RANGE = /^(\d{1,3})\s*(?:[–~-]|至|bis|to)\s*(\d{1,3})$/u;

function pagesOf(list: string | undefined): readonly string[] {
  if (!list) return [];
  const text = list
    .trim()
    .toLowerCase()
    .replace(/(\d) (?=\d)/gu, '$1');
  const range = RANGE.exec(text);
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  if (range && to > from && to - from < 9) return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  const closed = text.replace(/^([a-z]{1,2})-(?=\d)/u, '$1');
  return closed
    .split(LIST_SEPARATOR)
    .map(normalizeLabel)
    .filter((label) => label !== '');
}

const NO_SLUG = /^(?:(?:the |on )?(?:pages?|p|pp|pg)|also|us|you|it|them|him|her)$/iu;
/** A pronoun in capitals is a headline's first word: See US, Page 2. */
const SHOUTED = /^(?:US|IT|YOU|HIM|HER|THEM)$/u;
const STORY =
  /^(?:(?:related |full )?(?:story|stories|article|report)|editorial|obituary|review|map|chart|graphic|box|photos?|letters?|details|results)$/iu;
const RELATED =
  /相[关關]|[报報][导導道]|新[闻聞]|[关關]連|関連|解説|詳報|社説|特集|관련|해설|사설|more|story|stories|bericht|kommentar|leitartikel|interview|reportage|informations|información|servizi|inside|veja|^.{6,}, page/iu;

function readMatch(
  jump: CompiledJump,
  found: RegExpExecArray,
  folded: Folded,
  at: JumpLine['at'],
  original: string,
): JumpLine | null {
  const groups = found.slice(1);
  const list = jump.slug === 0 ? groups.find((g) => g !== undefined) : groups[jump.slug === 1 ? 0 : 1];
  const raw = jump.slug === 0 ? undefined : groups[jump.slug === 1 ? 1 : 0];
  const rawAt = raw === undefined ? -1 : found.index + found[0].indexOf(raw);
  const slug =
    raw === undefined ? undefined : original.slice(folded.starts[rawAt], folded.ends[rawAt + raw.length - 1]).trim();
  let kind = jump.kind;
  if (slug !== undefined) {
    if (NO_SLUG.test(slug) && !SHOUTED.test(slug)) return null;
    const cased = /^\p{Lu}|^\p{Lo}|^\d/u.test(slug);
    if (STORY.test(slug)) kind = 'pointer';
    else if (!cased || (at !== 'whole' && jump.slug < 0 && slug !== slug.toUpperCase())) return null;
  }
  const lead = /^[\s*=—–-]*/u.exec(found[0])?.[0].length ?? 0;
  const tail = /[\s*—–-]*$/u.exec(found[0])?.[0].length ?? 0;
  const marker = found[0].slice(lead, found[0].length - tail);
  if (at === 'end' && kind === 'from' && !/^[([【〔〈<]/u.test(marker)) return null;
  if (at === 'start' && kind !== 'from' && !/^[▶►▷▸→⇒☞»]/u.test(marker)) return null;
  const first = found.index + lead;
  const last = found.index + found[0].length - tail - 1;
  const span = { start: folded.starts[first] ?? 0, end: folded.ends[last] ?? original.length };
  const mayContinue = kind === 'pointer' && slug === undefined && !RELATED.test(marker);
  return {
    kind,
    pages: pagesOf(list),
    ...(slug === undefined ? {} : { slug }),
    ...span,
    at,
    ...(mayContinue ? { mayContinue } : {}),
  };
}

/** A marker may be printed twice, in two languages: the first of a pair is taken along. */
function withTwin(line: JumpLine, text: string): JumpLine {
  const before = text.slice(0, line.start).trimEnd();
  const twin = before === '' || line.kind === 'pointer' ? null : parseJumpLine(before.replace(/[([【〔（［]\s*$/u, ''));
  if (!twin || twin.kind !== line.kind || twin.at === 'start') return line;
  if (twin.pages.length && line.pages.length && twin.pages.join() !== line.pages.join()) return line;
  const start = text.slice(0, twin.start).match(/[([【〔（［]\s*$/u)?.index ?? twin.start;
  return {
    ...line,
    pages: line.pages.length ? line.pages : twin.pages,
    start,
    at: text.slice(0, start).trim() === '' ? 'whole' : 'end',
  };
}

/** Cheap, and right for most lines: a plain Western text whose ends cannot be a marker's needs no folding. */
function isPlain(text: string): boolean {
  if (/[^\0-\u024f]/u.test(text)) return false;
  const lower = text.toLowerCase();
  const last = /(\p{L}+)[^\p{L}\d]*$/u.exec(lower)?.[1];
  return !mayEndWithJump(lower) && !mayStartWithJump(lower) && (last === undefined || numberOfWord(last) === undefined);
}

const EASTERN = JUMPS.filter((jump) => jump.eastern);
const WESTERN = JUMPS.filter((jump) => !jump.eastern);
const patternsFor = (folded: string): readonly CompiledJump[] =>
  writtenAs(folded).filter(({ needs }) => !needs || needs.some((word) => folded.includes(word)));
const writtenAs = (folded: string): readonly CompiledJump[] =>
  !/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af▶►▷▸→⇒☞»]/u.test(folded)
    ? WESTERN
    : /[a-z]{3}/u.test(folded)
      ? JUMPS
      : EASTERN;

/**
 * The jump line in `text`, or null: the whole of it, or a marker at its end ("to", pointers) or start ("from").
 * Offsets are UTF-16 units of `text`. Wordings that are also common in sentences ("a pagina 4", "from page 3") count only when they stand alone.
 */
export function parseJumpLine(text: string): JumpLine | null {
  const long = text.length > 2 * REACH;
  if (long ? isPlain(text.slice(-REACH)) && isPlain(text.slice(0, REACH)) : isPlain(text)) return null;
  const tail = countWords(undouble(fold(long ? text.slice(-REACH) : text, long ? text.length - REACH : 0)));
  if (mayEndWithJump(tail.text)) {
    const jumps = patternsFor(tail.text);
    if (!long)
      for (const jump of jumps) {
        const found = jump.whole().exec(tail.text);
        const line = found && readMatch(jump, found, tail, 'whole', text);
        if (line) return line;
      }
    for (const jump of jumps) {
      if (jump.limit === 'alone') continue;
      const found = jump.atEnd().exec(tail.text);
      const line = found && readMatch(jump, found, tail, 'end', text);
      if (line) return withTwin(line, text);
    }
  }
  const head = long ? countWords(fold(text.slice(0, REACH), 0)) : tail;
  if (!mayStartWithJump(head.text)) return null;
  for (const jump of patternsFor(head.text)) {
    if (jump.limit === 'alone') continue;
    const found = jump.atStart().exec(head.text);
    const line = found && readMatch(jump, found, head, 'start', text);
    if (line) return line;
  }
  return null;
}

/**
 * Does the text go on on the other page? A "to" always does, after a full stop too; an arrow, a 见 or a bare page only where the body before it
 * breaks off in mid-sentence (else it points to another article). `before`: the body text in front of the marker, '' where there is none.
 */
export function readsOn(line: JumpLine, before: string): boolean {
  if (line.kind !== 'pointer') return line.kind === 'to';
  const text = before.trimEnd();
  return line.mayContinue === true && text !== '' && !/[.!?。！？…」』”’）)】"'»]$/u.test(text);
}
