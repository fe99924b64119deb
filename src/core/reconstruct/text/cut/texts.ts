/** What a paragraph is, where its wording says that it is no body text. */
import type { RoleId } from '../../../model/role.ts';
import { endsAsCaption, opensCaption, opensEditorNote, opensLead } from '../../../press/openings.ts';
import type { Block } from './blocks.ts';
import type { CutPage } from './lines.ts';
import { isPullQuote, plainText } from './rare-roles.ts';

/** A caption in a column's measure is short; longer paragraphs that end with 摄 are articles in pictures. */
const CAPTION_LINES = 4;

function roleOf(page: CutPage, block: Block): RoleId | null {
  const first = page.lines[block.first]?.text ?? '';
  if (block.startsOpen) return null;
  if (opensEditorNote(first)) return 'editor-note';
  if (opensLead(first)) return 'lead';
  if (block.mark.opens || block.last - block.first >= CAPTION_LINES) return null;
  const last = page.lines[block.last]?.text ?? '';
  const lastTwo = block.last > block.first && page.han ? (page.lines[block.last - 1]?.text ?? '') + last : last;
  return endsAsCaption(last) || endsAsCaption(lastTwo) || opensCaption(first) ? 'caption' : null;
}

/** A sentence taken for a head, or set as no text of the page is, right over or under a photographer's name. Han captions end with the name: see marks.ts. */
function besideCredit(page: CutPage, blocks: readonly Block[], i: number): boolean {
  const block = blocks[i];
  if (page.han || !block || block.kind === 'alone' || block.startsOpen || block.mark.opens) return false;
  const { measure } = block;
  const alike = (one: Block): boolean =>
    one !== block && one.kind === 'text' && one.measure !== null && Math.abs(one.measure - (measure ?? 0)) <= 1;
  if (block.kind === 'text' && measure !== null && blocks.some(alike)) return false;
  if (block.last - block.first >= CAPTION_LINES) return false;
  if (!/[.!?]["”’]?$/u.test(page.lines[block.last]?.text ?? '')) return false;
  return [blocks[i - 1], blocks[i + 1]].some((one) => one?.role === 'photo-credit');
}

/** Names the paragraphs among `blocks` that are no body text. */
export function nameTexts(page: CutPage, blocks: readonly Block[]): Block[] {
  let known: string | null = null;
  const plain = (): string => (known ??= plainText(page));
  return blocks.map((block, i) => {
    if (isPullQuote(page, block, plain))
      return { ...block, role: 'quote', endsOpen: false, reason: { code: 'cut.quote' } };
    const role =
      (block.kind === 'text' ? roleOf(page, block) : null) ?? (besideCredit(page, blocks, i) ? 'caption' : null);
    return role ? { ...block, role, reason: { code: `cut.${role}` } } : block;
  });
}
