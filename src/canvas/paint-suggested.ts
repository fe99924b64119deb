/** What is only suggested: a veil of paper over it, a dashed line where the engine is not sure, a marker over the words that speak for it. */
import type { FragmentBox } from '../core/index.ts';
import type { Rect } from '../editor/scene.ts';
import { strokeRect, type Sheet } from './overlay-sheet.ts';
import { plainType, steadyType, type Typesetter } from './typesetter.ts';

export function paintSuggested(sheet: Sheet, typeset: Typesetter): void {
  const { ctx, view, palette, rect } = sheet;
  const { evidence, ghosts, doubts } = view;
  if (!ghosts.size && !evidence) return;
  const speaks = (id: string): boolean => evidence !== null && (evidence.own.has(id) || evidence.others.has(id));
  ctx.save();
  ctx.fillStyle = palette.ghost;
  for (const box of view.layout.boxes) {
    const { id } = box.fragment;
    if (!ghosts.has(id) || speaks(id)) continue;
    const r = rect(box);
    ctx.fillRect(r.x, r.y, r.width, r.height);
  }
  ctx.setLineDash([3, 3]);
  for (const box of view.layout.boxes)
    if (doubts.has(box.fragment.id) && !speaks(box.fragment.id)) strokeRect(sheet, rect(box), palette.doubt, 1);
  ctx.restore();
  if (evidence) paintEvidence(sheet, evidence, typeset);
}

function paintEvidence(sheet: Sheet, evidence: NonNullable<Sheet['view']['evidence']>, typeset: Typesetter): void {
  const { ctx, view, palette, rect } = sheet;
  for (const box of view.layout.boxes) {
    const { id } = box.fragment;
    const own = evidence.own.has(id);
    if (!own && !evidence.others.has(id)) continue;
    const words = evidence.words.get(id) ?? [];
    ctx.fillStyle = palette.marker;
    for (const word of wordRects(ctx, box, words, typeset)) {
      const r = rect(word);
      ctx.fillRect(r.x, r.y, r.width, r.height);
    }
    strokeRect(
      sheet,
      rect(box),
      own ? palette.selection : palette.hover,
      own ? 1.5 : 1,
      own ? palette.tint : undefined,
    );
  }
}

/** Where stretches of a fragment's text stand on the sheet, line by line. Page units. */
function wordRects(
  ctx: CanvasRenderingContext2D,
  box: FragmentBox,
  words: readonly (readonly [number, number])[],
  typeset: Typesetter,
): Rect[] {
  if (!words.length) return [];
  const ready = typeset(box);
  ctx.save();
  ctx.font = ready.font;
  steadyType(ctx);
  const found: Rect[] = [];
  box.lines.forEach((line, i) => {
    const set = ready.lines[i];
    if (!set) return;
    const inside = words.filter(([start, end]) => end > line.start && start < line.start + line.text.length);
    if (!inside.length) return;
    ctx.letterSpacing = set.letter;
    ctx.wordSpacing = set.word;
    const upTo = (offset: number): number =>
      ctx.measureText(line.text.slice(0, Math.max(0, offset - line.start))).width;
    for (const [start, end] of inside) {
      const x = upTo(start);
      const y = box.y + box.above + i * box.lineHeight;
      found.push({ x: box.x + set.x + x, y, width: upTo(end) - x, height: box.lineHeight });
    }
  });
  plainType(ctx);
  ctx.restore();
  return found;
}
