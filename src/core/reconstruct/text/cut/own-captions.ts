/** Captions that no photographer's name ends. Han only: those that say 图为, and those set wider than any text of the page. */
import { endsAsCaption, opensCaption, opensEditorNote, opensLead } from '../../../press/openings.ts';
import type { RoleId } from '../../../model/role.ts';
import type { CutPage } from './lines.ts';
import type { Mark } from './marks.ts';
import { endsSentence } from './sentence.ts';

const MOST_LINES = 4;
/** A caption is set over two columns or more, or over one and a half. */
const WIDER = 1.3;
const LEAST_WIDTH = 20;
/** Justified lines of one measure differ by so much; a first line may be indented by two more. */
const EVEN = 1.5;
const INDENT = 2.5;
/** Other lines as wide: a head may be. */
const MOST_ALIKE = 1;
/** Says by itself that a picture stands above, below or beside. */
const PLACED = /^[▲△▼▽◄►(（]?(?:[上下左右题題][图圖]|图[①②③④一二三四]|资料图)[:：为]/u;

const isFree = (mark: Mark | undefined): boolean => !!mark && !mark.alone && !mark.opens && !mark.jump;

function mark(marks: Mark[], first: number, last: number, alone: RoleId): void {
  for (let k = first; k <= last; k++) {
    const own = marks[k];
    if (own) marks[k] = { ...own, alone, joins: k > first };
  }
}

/** The last line of a caption that begins in line `first`: where its sentence ends, or the credit behind it. -1: it does not end. */
function endOf(page: CutPage, marks: readonly Mark[], first: number): number {
  for (let i = first; i < first + MOST_LINES && (i === first || isFree(marks[i])); i++) {
    const text = page.lines[i]?.text ?? '';
    if (endsAsCaption(text)) return page.lines[i + 1]?.text === '报道' ? i + 1 : i;
    if (endsSentence(text)) return i;
  }
  return -1;
}

/** 图为…: where something else has ended before it; 上图：… anywhere. */
function markOpened(page: CutPage, marks: Mark[]): void {
  page.lines.forEach((line, i) => {
    if (!isFree(marks[i]) || !opensCaption(line.text)) return;
    const before = page.lines[i - 1];
    const apart = !before || marks[i - 1]?.alone || endsSentence(before.text) || !/[，、]/u.test(before.text);
    if (!apart && !PLACED.test(line.text)) return;
    const last = endOf(page, marks, i);
    if (last >= i) mark(marks, i, last, 'caption');
  });
}

/** The last line of a paragraph in lines as wide as line `first`, all wider than `least` but for the last. -1: none, or too long. */
function wideEnd(page: CutPage, marks: readonly Mark[], first: number, least: number): number {
  let room = page.lines[first]?.width ?? 0;
  let ended = -1;
  const most = first + MOST_LINES;
  for (let i = first; isFree(marks[i]); i++) {
    const line = page.lines[i];
    if (i === most) return -1;
    if (!line || line.width > room + (i === first + 1 ? INDENT : EVEN)) return ended;
    // behind a full line that ends a sentence another may follow: as wide
    if (ended >= 0 && line.width < least) return ended;
    room = Math.max(room, line.width);
    const full = line.width >= room - EVEN - (i === first ? INDENT : 0);
    if (endsSentence(line.text)) {
      ended = i;
      if (!full) return i;
    } else if (!full || !/[，。、；：]/u.test(line.text)) return ended;
  }
  return ended;
}

/** Sentences in lines wider than the page's columns, and nothing else set as wide. Under a head they may lead its article in. */
function markWide(page: CutPage, marks: Mark[], usual: number): void {
  const least = Math.max(LEAST_WIDTH, usual * WIDER);
  for (let i = 0; i < page.lines.length; i++) {
    const line = page.lines[i];
    if (!line || !isFree(marks[i]) || line.width < least) continue;
    const last = wideEnd(page, marks, i, least);
    if (last < i) continue;
    const said = opensLead(line.text) ? 'lead' : opensEditorNote(line.text) ? 'editor-note' : null;
    if (said) {
      mark(marks, i, last, said);
      i = last;
      continue;
    }
    const room = Math.max(...page.lines.slice(i, last + 1).map(({ width }) => width));
    const alike = page.lines.filter(
      ({ width }, k) => (k < i || k > last) && !marks[k]?.alone && Math.abs(width - room) <= INDENT,
    );
    const above = page.lines[i - 1];
    const goesOn = above && !marks[i - 1]?.alone && !endsSentence(above.text) && above.width > room - INDENT - EVEN;
    if (goesOn) continue;
    const leadsIn = marks[last + 1]?.leads && i > 0 && !marks[i - 1]?.alone && !endsSentence(page.lines[i - 1]!.text);
    if (alike.length > MOST_ALIKE || leadsIn) continue;
    mark(marks, i, last, 'caption');
    i = last;
  }
}

export function markOwnCaptions(page: CutPage, marks: Mark[], usual: number): void {
  if (!page.han) return;
  markOpened(page, marks);
  markWide(page, marks, usual);
}
