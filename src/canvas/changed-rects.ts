/** Which parts of the printed sheet differ between two views of it, so that an edit repaints only what it touched. Page units. */
import { articleTops, columnRules, emptyColumns, type FragmentBox } from '../core/index.ts';
import type { Rect } from '../editor/scene.ts';
import { badgeBox } from './badge.ts';
import type { SheetView } from './paint-sheet.ts';

/** Null: everything. */
export function changedRects(before: SheetView, after: SheetView): readonly Rect[] | null {
  const [a, b] = [before.layout, after.layout];
  if (
    before.facsimile !== after.facsimile ||
    before.theme !== after.theme ||
    a.width !== b.width ||
    a.height !== b.height ||
    a.bodySize !== b.bodySize
  )
    return null;
  return [...changedText(before, after), ...changedMarks(before, after)];
}

function changedText(before: SheetView, after: SheetView): Rect[] {
  const rects: Rect[] = [];
  const shown = (view: SheetView, id: string): FragmentBox | undefined =>
    id === view.editing ? undefined : view.layout.byId.get(id);
  for (const { fragment } of after.layout.boxes) {
    const old = shown(before, fragment.id);
    const now = shown(after, fragment.id);
    if (old === now || (old && now && sameBox(old, now))) continue;
    if (old) rects.push(old);
    if (now) rects.push(now);
  }
  for (const box of before.layout.boxes) if (!after.layout.byId.has(box.fragment.id)) rects.push(box);
  return rects;
}

/** Set text is kept by text, role and measure: what reads and looks the same has the same lines. */
const sameBox = (a: FragmentBox, b: FragmentBox): boolean =>
  a.lines === b.lines && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

function changedMarks(before: SheetView, after: SheetView): Rect[] {
  const rects: Rect[] = [];
  const old = marks(before);
  for (const [key, rect] of marks(after)) if (!old.delete(key)) rects.push(rect);
  return [...rects, ...old.values()];
}

/** Rules, numbers and badges, each under a key that says where it is and how it looks. */
function marks(view: SheetView): Map<string, Rect> {
  const { layout } = view;
  const found = new Map<string, Rect>();
  const add = (look: string, rect: Rect): void => {
    found.set(`${look}|${rect.x}|${rect.y}|${rect.width}|${rect.height}`, rect);
  };
  // The number may hang into the gutter.
  const reach = 3 * layout.bodySize;
  for (const top of articleTops(layout)) {
    const mark = view.articles.get(top.article);
    if (mark)
      add(`top ${mark.number} ${mark.hue}`, {
        x: top.x - reach,
        y: top.y - 2,
        width: top.width + reach,
        height: reach,
      });
  }
  for (const rule of columnRules(layout))
    add('rule', { x: rule.x - 1, y: rule.top, width: 2, height: rule.bottom - rule.top });
  for (const rect of emptyColumns(layout)) add('guide', rect);
  for (const [id, badge] of view.badges) {
    const box = layout.byId.get(id);
    const article = box?.fragment.article;
    const hue = article && view.articles.get(article.id)?.hue;
    if (box && id !== view.editing)
      add(`badge ${badge.text} ${badge.pending} ${hue ?? ''}`, badgeBox(box, badge.text, layout.bodySize));
  }
  return found;
}
