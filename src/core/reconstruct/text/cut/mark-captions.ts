/** Finds captions by the photographer's name at their end. */
import { endsAsCaption } from '../../../press/openings.ts';
import type { CutPage } from './lines.ts';
import type { Mark } from './marks.ts';
import { markOwnCaptions } from './own-captions.ts';
import { endsSentence } from './sentence.ts';

/** Most lines of a caption that is known by its last line. */
const CAPTION_LINES = 4;
/** Glyphs of a credit's second half on a line of its own. */
const SPLIT_CREDIT = 14;

/** The credit at the end of line i, which may begin in the line before: 新华社记者 / 某某 摄. */
function endsCaption(page: CutPage, i: number): boolean {
  const text = page.lines[i]?.text ?? '';
  if (endsAsCaption(text)) return true;
  const before = page.lines[i - 1];
  return (
    page.han &&
    before !== undefined &&
    [...text].length <= SPLIT_CREDIT &&
    /[摄攝图圖）)]$/u.test(text) &&
    endsAsCaption(before.text + text)
  );
}

/**
 * 摄 at a line's end makes it and the full lines before it a caption. In the measure of an article's own column it is one only where its
 * beginning is to be seen, a sentence or something else having ended right before.
 */
export function markCaptions(page: CutPage, marks: Mark[]): void {
  const usual = usualWidth(page);
  // blank lines part blocks: what has none between is one
  const blocks = page.lines.some((line) => line.edge);
  page.lines.forEach((line, i) => {
    // a credit right under a line is that line's, where others are parted
    const credit = marks[i]?.alone === 'photo-credit' && line.glued && (line.parted || blocks);
    const own = marks[i]?.alone === 'photo-credit';
    const half = own && page.han && !endsSentence(page.lines[i - 1]?.text ?? '。') && !marks[i - 1]?.alone;
    const split = half || (!endsAsCaption(line.text) && endsCaption(page, i));
    const under = own && page.han && !credit && !split;
    if (!credit && !split && !under && (marks[i]?.alone || !endsCaption(page, i))) return;
    let first = i;
    let began = false;
    let widest = line.width;
    while (i - first < CAPTION_LINES - 1) {
      const before = page.lines[first - 1];
      if (!before || marks[first - 1]?.alone || marks[first - 1]?.opens) {
        began = true;
        break;
      }
      const below = page.lines[first];
      if (below?.glued && (below.parted || blocks)) {
        first--;
        widest = Math.max(widest, before.width);
        continue;
      }
      // the credit's other half is the caption's, whatever ends there
      const joined = (split || under) && first === i;
      if (endsSentence(before.text) && !joined) {
        began = true;
        break;
      }
      const wide = before.width > usual * 1.3;
      if (before.width < widest - 1 || (!wide && first < i && Math.abs(before.width - widest) > 3)) {
        // an indented first line, a head, or the short last line of something else
        const above = page.lines[first - 2];
        const ended = !above || marks[first - 2]?.alone != null || endsSentence(above.text);
        if (before.width >= widest - 3 && ended) first--;
        began = ended || before.width < widest - 3;
        break;
      }
      first--;
      widest = Math.max(widest, before.width);
    }
    const setApart =
      credit ||
      widest > usual * 1.3 ||
      first === i ||
      (began && page.han) ||
      page.lines[first]?.glued !== page.lines[first + 1]?.glued;
    if (!setApart) return;
    // a credit below the last paragraph of an article, in its measure, is the credit alone
    if (under && (first === i || !began || (sameMeasure(page, marks, first, widest) && !isScene(page, first, i - 1))))
      return;
    for (let k = first; k <= i; k++) {
      const mark = marks[k];
      if (mark) marks[k] = { ...mark, alone: 'caption', joins: k > first };
    }
  });
  markOwnCaptions(page, marks, usual);
}

/** Says in a line or two what is to be seen. */
const SCENE =
  /^(?:\d{1,2}月)?\d{1,2}日，|[（(](?:[左右中前后]|[左右前后]?排?[一二三])[）)]|正在|参观|參觀|一角|现场|現場|[图圖][为為]/u;
const SCENE_LINES = 2;
const isScene = (page: CutPage, first: number, last: number): boolean =>
  last - first < SCENE_LINES &&
  SCENE.test(
    page.lines
      .slice(first, last + 1)
      .map((line) => line.text)
      .join(''),
  );

/** The text above line `first` is set as wide as `widest`. */
function sameMeasure(page: CutPage, marks: readonly Mark[], first: number, widest: number): boolean {
  const above = [1, 2, 3].flatMap((off) => (marks[first - off]?.alone ? [] : [page.lines[first - off]?.width ?? 0]));
  return above.length > 0 && Math.abs(Math.max(...above) - widest) <= 2;
}

function usualWidth(page: CutPage): number {
  const widths = page.lines.map((line) => line.width).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.6)] ?? 0;
}
