import { describe, expect, it } from 'vitest';
import type { SheetView } from './paint-sheet.ts';
import { changedRects } from './changed-rects.ts';
import { sampleLayout, sampleSheet, type SamplePiece } from './sample-layout.ts';

const mark = (number: number) => ({ number, hue: number, title: '' });
const view = (change: Partial<SheetView> = {}): SheetView => ({
  facsimile: null,
  layout: sampleSheet(),
  articles: new Map([['a1', mark(1)]]),
  badges: new Map(),
  editing: null,
  theme: 'light',
  ...change,
});
const pieces = (last: SamplePiece) => [{ text: '甲报讯', column: 1 }, { text: '乙报讯', column: 2 }, last];

describe('changedRects', () => {
  it('is nothing where nothing changed, though every object is new', () => {
    expect(changedRects(view(), view())).toEqual([]);
  });

  it('is everything when the theme or the paper changes', () => {
    expect(changedRects(view(), view({ theme: 'dark' }))).toBeNull();
    expect(changedRects(view(), view({ layout: { ...sampleSheet(), height: 2000 } }))).toBeNull();
  });

  it('is the old place and the new place of what moved, and what moved with it', () => {
    const before = view({ layout: sampleLayout(pieces({ text: '丙报讯', column: 1 })) });
    const after = view({ layout: sampleLayout(pieces({ text: '丙报讯', column: 3 })) });
    const rects = changedRects(before, after) ?? [];
    const [old, now] = [before, after].map(({ layout }) => layout.byId.get('f3'));
    expect(rects).toContain(old);
    expect(rects).toContain(now);
    expect(rects).not.toContain(after.layout.byId.get('f2'));
  });

  it('hears of an article that got another number, of a badge and of the fragment that is edited', () => {
    const { layout } = view();
    expect(
      changedRects(view({ layout }), view({ layout, articles: new Map([['a1', mark(2)]]) }))?.length,
    ).toBeGreaterThan(0);
    expect(
      changedRects(view({ layout }), view({ layout, badges: new Map([['f6', { text: '→', pending: true }]]) })),
    ).toHaveLength(1);
    expect(changedRects(view({ layout }), view({ layout, editing: 'f2' }))).toEqual([layout.byId.get('f2')]);
  });
});
