/**
 * Heads of continued parts, set right once it is known what continues what. A page's own words hardly tell which of its second parts a head of one
 * word belongs to ("FIRE", "US"); the head of the first part does: the second part's repeats it, or is its first word or clause.
 */
import type { PartLink } from './continuations.ts';
import { repeatsHead } from './continuations-match.ts';
import type { PageParts, PagePart } from './page-parts.ts';
import type { Piece } from './proposal.ts';

/** A second part, by its index, and the heads of what it continues. */
interface Awaiting {
  readonly part: number;
  readonly heads: readonly string[];
  readonly link: PartLink;
}

/** The pages with the heads of second parts gone to the part whose first head they repeat. Parts keep their numbers; one may be left empty. */
export function tieJumpHeads(
  pages: readonly PageParts[],
  links: readonly PartLink[],
  labels: readonly string[],
): readonly PageParts[] {
  const awaiting = new Map<number, Awaiting[]>();
  for (const link of links) {
    const heads = headsOf(pages[link.from.page]!, link.from.part).map(({ text }) => text);
    const here = awaiting.get(link.to.page) ?? [];
    here.push({ part: link.to.part, heads, link });
    awaiting.set(link.to.page, here);
  }
  return pages.map((page, p) => {
    const here = awaiting.get(p);
    return here ? settled(page, here, labels) : page;
  });
}

function settled(page: PageParts, awaiting: readonly Awaiting[], labels: readonly string[]): PageParts {
  const holderOf = new Map(page.parts.flatMap((part, a) => part.pieces.map((i) => [i, a] as const)));
  const fits = (i: number, { heads }: Awaiting): boolean =>
    heads.some((head) => repeatsHead(page.pieces[i]!.text, head));
  const atHome = (i: number): boolean => awaiting.some((one) => one.part === holderOf.get(i) && fits(i, one));
  let settledPage = page;
  for (const one of awaiting) {
    const { pieces } = page.parts[one.part]!;
    if (pieces.some((i) => isHead(page.pieces[i]!) && fits(i, one))) continue;
    const found = page.pieces.flatMap((piece, i) =>
      (isHead(piece) || piece.role === 'section') && fits(i, one) && !atHome(i) ? [i] : [],
    );
    // Said twice, it says nothing.
    if (found.length === 1) settledPage = moved(settledPage, found[0]!, one, labels);
  }
  return settledPage;
}

const isHead = ({ role }: Piece): boolean => role === 'headline' || role === 'jump-head';

const headsOf = ({ parts, pieces }: PageParts, part: number): Piece[] =>
  parts[part]!.pieces.map((i) => pieces[i]!).filter(isHead);

/** A head taken out of whatever part it is in and set over another. */
function moved(page: PageParts, head: number, { part, link }: Awaiting, labels: readonly string[]): PageParts {
  const under = page.parts[part]!.pieces[0]!;
  const reason = {
    piece: head,
    confidence: link.confidence,
    reason: { code: 'group.jump-head', params: { page: labels[link.from.page]! } },
  };
  const parts = page.parts.map((one, a): PagePart => {
    const without = {
      ...one,
      pieces: one.pieces.filter((i) => i !== head),
      reasons: one.reasons.filter(({ piece }) => piece !== head),
    };
    if (a !== part) return one.pieces.includes(head) ? without : one;
    return { ...without, pieces: [head, ...without.pieces], reasons: [reason, ...without.reasons] };
  });
  const { place } = page.pieces[under]!;
  const order = page.order.filter((i) => i !== head);
  order.splice(order.indexOf(under), 0, head);
  return {
    ...page,
    parts,
    order,
    pieces: page.pieces.map((piece, i) => (i === head ? { ...piece, role: 'headline', place } : piece)),
  };
}
