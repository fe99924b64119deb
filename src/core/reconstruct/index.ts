/** From sources to a proposal for the whole edition: pieces, articles, reading order, places, continuations, with reasons. */
import type { Source } from '../model/edition.ts';
import { aboutOf, sectionOf } from './about.ts';
import { joinParts, type PartLink } from './continuations.ts';
import { hasCoordinates } from './cut-source.ts';
import { analyzeGeometry } from './geometry/analyze.ts';
import { runsOver } from './geometry/join-pages.ts';
import { tieJumpHeads } from './jump-heads.ts';
import { labelPages } from './page-labels.ts';
import type { PageParts } from './page-parts.ts';
import type { Proposal, ProposedArticle, Reconstruct } from './proposal.ts';
import { cutText } from './text/cut/cut-text.ts';
import { groupPage } from './text/group/group.ts';

/** What reads one source into parts of articles: lines with boxes are for the engine of coordinates, all else is cut and grouped as text. */
export type ReadPage = (source: Source) => PageParts;

export const reconstruct: Reconstruct = reconstructWith((source) =>
  hasCoordinates(source) ? analyzeGeometry(source) : groupPage(source, cutText(source)),
);

/** The engine with its way of reading a page given. */
export function reconstructWith(read: ReadPage): Reconstruct {
  return (sources, options) => {
    const pages: PageParts[] = [];
    for (const source of sources) {
      if (options?.signal?.aborted) break;
      pages.push(read(source));
      options?.progress?.(pages.length, sources.length);
    }
    return assemble(pages, sources);
  };
}

function assemble(read: readonly PageParts[], sources: readonly Source[]): Proposal {
  const labels = labelPages(
    read,
    sources.map((source) => source.name),
  );
  const { links: jumps, notes } = joinParts(read, labels);
  // Where lines have boxes a head stands where it is printed.
  const ontoText = jumps.filter(({ to }) => !hasCoordinates(sources[to.page]!));
  const pages = tieJumpHeads(read, ontoText, labels);
  const runs = runsOver(pages, keysOf(jumps, 'from'), keysOf(jumps, 'to'));
  const links: readonly PartLink[] = [...jumps, ...runs];
  const offsets: number[] = [];
  let total = 0;
  for (const page of pages) {
    offsets.push(total);
    total += page.pieces.length;
  }
  const global = (page: number, piece: number): number => offsets[page]! + piece;
  const pieces = pages.flatMap((page) => page.pieces.map(plain));

  const next = new Map(links.map((link) => [`${link.from.page}:${link.from.part}`, link]));
  const continued = new Set(links.map((link) => `${link.to.page}:${link.to.part}`));
  const articles: ProposedArticle[] = [];
  const seen = new Set<string>();
  // First what begins an article, then what is left of rings of jump lines.
  for (const ring of [false, true])
    pages.forEach((page, p) =>
      inPlace(page).forEach((a) => {
        if (page.parts[a]!.pieces.length && continued.has(`${p}:${a}`) === ring && !seen.has(`${p}:${a}`))
          articles.push(followed(pages, next, p, a, global, seen));
      }),
    );
  for (const link of links) {
    const second = takenUp(pages, link);
    if (second !== null)
      pieces[global(link.to.page, second)] = { ...pieces[global(link.to.page, second)]!, continues: true };
  }
  const about = aboutOf(pieces);
  return {
    pieces,
    articles,
    ...(about ? { about } : {}),
    pages: pages.map((page, p) => ({
      sourceId: page.sourceId,
      label: labels[p]!,
      ...sectioned(sectionOf(page.pieces, about?.title)),
      columns: page.columns,
      order: page.order.map((i) => global(p, i)),
    })),
    notes: [
      ...pages.flatMap((page, p) =>
        page.notes.map((note) => (note.piece === undefined ? note : { ...note, piece: global(p, note.piece) })),
      ),
      ...notes.map(({ page, piece, message }) => ({ piece: global(page, piece), message })),
    ],
  };
}

/** A page's parts as they stand on the sheet, the topmost and leftmost first: articles are numbered in this order. */
function inPlace(page: PageParts): number[] {
  const at = new Map(page.order.map((piece, position) => [piece, position] as const));
  const first = page.parts.map((part) => Math.min(...part.pieces.map((i) => at.get(i) ?? Infinity)));
  return page.parts.map((_, a) => a).sort((a, b) => (first[a]! === first[b]! ? a - b : first[a]! - first[b]!));
}

const sectioned = (section: string | undefined): { section?: string } => (section ? { section } : {});

const keysOf = (links: readonly PartLink[], end: 'from' | 'to'): Set<string> =>
  new Set(links.map((link) => `${link[end].page}:${link[end].part}`));

type Links = ReadonlyMap<string, PartLink>;

/** A part and all that it is continued in; a ring of jump lines ends where it began. */
function followed(
  pages: readonly PageParts[],
  next: Links,
  page: number,
  part: number,
  global: (page: number, piece: number) => number,
  seen: Set<string>,
): ProposedArticle {
  const indexes: number[] = [];
  const reasons: ProposedArticle['reasons'][number][] = [];
  let confidence = 1;
  for (let key = `${page}:${part}`; !seen.has(key);) {
    seen.add(key);
    const [p, a] = key.split(':').map(Number) as [number, number];
    const here = pages[p]!.parts[a]!;
    indexes.push(...here.pieces.map((i) => global(p, i)));
    reasons.push(...here.reasons.map((reason) => ({ ...reason, piece: global(p, reason.piece) })));
    confidence = Math.min(confidence, here.confidence);
    const link = next.get(key);
    if (!link) break;
    confidence = Math.min(confidence, link.confidence);
    const opening = pages[link.to.page]!.parts[link.to.part]!.pieces[0];
    if (opening !== undefined)
      reasons.push({ piece: global(link.to.page, opening), confidence: link.confidence, reason: link.reason });
    key = `${link.to.page}:${link.to.part}`;
  }
  return { pieces: indexes, confidence, reasons };
}

/** The piece that reads on in mid-sentence on the other page. */
function takenUp(pages: readonly PageParts[], link: PartLink): number | null {
  const bodyOf = ({ page, part }: PartLink['from']): number[] =>
    pages[page]!.parts[part]!.pieces.filter((i) => pages[page]!.pieces[i]!.role === 'body');
  const last = bodyOf(link.from).at(-1);
  const first = bodyOf(link.to)[0];
  if (last === undefined || first === undefined) return null;
  const open = !/[.!?。！？…:：;；]["'”’」』）)]*\s*$/u.test(pages[link.from.page]!.pieces[last]!.text);
  return open ? first : null;
}

/** A proposal's piece, without what only the cutter and the grouper need. */
function plain(piece: PageParts['pieces'][number]): Proposal['pieces'][number] {
  const { sourceId, spans, text, repairs, role, confidence, reason, continues, jump, place } = piece;
  return {
    sourceId,
    spans,
    text,
    repairs,
    role,
    confidence,
    reason,
    ...(continues ? { continues } : {}),
    ...(jump ? { jump } : {}),
    place,
  };
}
