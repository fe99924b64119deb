/**
 * The label of every page: from the folio, else the file name's number, else the position.
 * A bare number in a folio's place may as well be the day of the month: it counts where the folios run on from page to page, or where jump lines ask for it.
 */
import { normalizeLabel } from '../press/page-label.ts';
import type { PageParts } from './page-parts.ts';

const HAN_LABEL = /第?\s*([A-Z]?)\s*([〇零一二三四五六七八九十\d]+)\s*[版面]/iu;
const PAGE_WORD = /(?:page|seite|p(?:á|a)gina?|p\.)\s*([A-Z]?\d{1,3}[A-Z]?)/iu;
const LETTERED = /^[A-Z]{1,2}\s?\d{1,3}$/u;

interface Folio {
  readonly label: string;
  /** It says itself that it is a page's: 第2版, Page 2, A4. */
  readonly sure: boolean;
}

function folioOf(page: PageParts): Folio | null {
  // What stands by a title may point at other pages: a folio of the page's own says more.
  const said = (role: 'folio' | 'masthead') => page.pieces.filter((piece) => piece.role === role);
  for (const piece of [...said('folio'), ...said('masthead')]) {
    const text = piece.text.normalize('NFKC').trim();
    const han = HAN_LABEL.exec(text);
    if (han) return { label: normalizeLabel(han[1]! + han[2]!), sure: true };
    const word = PAGE_WORD.exec(text);
    if (word) return { label: normalizeLabel(word[1]!), sure: true };
    if (LETTERED.test(text)) return { label: normalizeLabel(text), sure: true };
    if (/^\d{1,3}$/u.test(text)) return { label: normalizeLabel(text), sure: false };
  }
  return null;
}

/** The last number of a file name that is not a date: `page-3.txt`, `A04.pdf`. */
export function labelOfName(name: string): string | null {
  const stem = name
    .split('/')
    .at(-1)!
    .replace(/\.[^.]*$/u, '');
  const found = [...stem.matchAll(/(?:(?<![A-Za-z])([A-Z]))?(?<!\d)(\d{1,3})(?!\d)/gu)].at(-1);
  return found ? normalizeLabel((found[1] ?? '') + found[2]!) : null;
}

export function labelPages(pages: readonly PageParts[], names: readonly string[]): string[] {
  const folios = pages.map(folioOf);
  const byName = names.map((name, i) => labelOfName(name) ?? String(i + 1));
  const unique = (labels: readonly string[]): boolean => new Set(labels).size === labels.length;
  const named = unique(byName) ? byName : pages.map((_, i) => String(i + 1));
  if (!folios.some(Boolean)) return named;
  const bare = folios
    .map((folio, i) => (folio && !folio.sure ? Number(folio.label) - i : null))
    .filter((shift) => shift !== null);
  const runOn = bare.length > 1 && bare.every((shift) => shift === bare[0]);
  const taken = folios.map((folio, i) =>
    folio && (folio.sure || runOn || folio.label === named[i]) ? folio.label : null,
  );
  const labels = taken.map((label, i) => label ?? named[i]!);
  if (!unique(labels)) return named;
  return asked(pages, labels) >= asked(pages, named) ? labels : named;
}

/** How many jump lines point at a page that is there. */
function asked(pages: readonly PageParts[], labels: readonly string[]): number {
  const known = new Set(labels);
  let sum = 0;
  for (const page of pages)
    for (const { jump } of page.pieces) if (jump?.page && known.has(normalizeLabel(jump.page))) sum++;
  return sum;
}
