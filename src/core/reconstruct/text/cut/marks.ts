/** Lines that say themselves what they are: page numbers, jump lines, bylines, openings. */
import { opensArticle, isByline, isPhotoCredit, isSourceLine, opensEditorNote } from '../../../press/openings.ts';
import { isFolio, isImprint, sectionLikeness } from '../../../press/furniture.ts';
import { unDoubleGlyphs } from '../../../repair/doubled-glyphs.ts';
import type { RoleId } from '../../../model/role.ts';
import type { CutPage } from './lines.ts';
import { type JumpReading, readJumpLine } from './jump-line.ts';

export interface Mark {
  /** What the line is if it stands alone; null: nothing special. */
  readonly alone: RoleId | null;
  readonly jump: JumpReading | null;
  /** 本报讯…, PLACE (Agency) — */
  readonly opens: boolean;
  readonly section: 0 | 1 | 2;
  readonly note: boolean;
}

export function markLines(page: CutPage): Mark[] {
  const last = page.lines.length - 1;
  return page.lines.map((line, i) => {
    const jump = readJumpLine(unDoubleGlyphs(line.text));
    const atEdge = i < 3 || i > last - 3;
    const opens = opensArticle(line.text);
    let alone: RoleId | null = null;
    if (jump?.direction === 'to') alone = 'jump-to';
    else if (jump?.direction === 'from') alone = 'jump-from';
    else if (isFolio(line.raw) && (atEdge || page.parted || /^\p{N}{4,6}$/u.test(line.raw))) alone = 'folio';
    else if (opens) alone = null;
    else if (isByline(line.text)) alone = 'byline';
    else if (isPhotoCredit(line.text)) alone = 'photo-credit';
    else if (isSourceLine(line.text)) alone = 'source';
    else if (isImprint(line.text)) alone = 'imprint';
    return { alone, jump, opens, section: sectionLikeness(line.text), note: opensEditorNote(line.text) };
  });
}
