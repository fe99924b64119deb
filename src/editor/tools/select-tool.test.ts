import { beforeEach, describe, expect, it } from 'vitest';
import { call, importArgs, newEdition, pageLayout, readingsOf, readText, transact } from '../../core/index.ts';
import { Editor } from '../editor.svelte.ts';
import { Preferences } from '../preferences.svelte.ts';
import type { CanvasPointer, Hit } from '../scene.ts';

const TEXT =
  '河堤路昨日全线通车，市民可以骑车直达老码头。\n\n公园明天起延长开放时间\n\n图书馆周末举办旧书集市，欢迎带书来换。';

function pointer(
  type: CanvasPointer['type'],
  x: number,
  y: number,
  hit: Hit,
  more: Partial<CanvasPointer> = {},
): CanvasPointer {
  return { type, page: { x, y }, screen: { x, y }, hit, button: 0, shift: false, mod: false, alt: false, ...more };
}

describe('the select tool', () => {
  let editor: Editor;
  let ids: string[];
  const on = (id: string): Hit => ({ kind: 'fragment', id });

  beforeEach(() => {
    const empty = newEdition('e1');
    const draft = readText(new TextEncoder().encode(TEXT), 'page-1.txt');
    const imported = transact(empty, call('edition.import', importArgs(empty, readingsOf([draft]))));
    if (!imported.ok) throw new Error(imported.refusal.code);
    ids = Object.keys(imported.edition.fragments['s1'] ?? {});
    const placed = transact(imported.edition, call('fragment.place', { ids, page: 'p1', column: 'c1', after: null }));
    if (!placed.ok) throw new Error(placed.refusal.code);
    editor = new Editor(new Preferences());
    editor.open(placed.edition);
  });

  const press = (id: string, more: Partial<CanvasPointer> = {}): void => {
    editor.tool.pointer(pointer('down', 50, 50, on(id), more));
    editor.tool.pointer(pointer('up', 50, 50, on(id), more));
  };

  it('selects by a click, toggles with Ctrl, extends with Shift', () => {
    press(ids[0] ?? '');
    expect(editor.selected).toEqual([ids[0]]);
    press(ids[2] ?? '', { mod: true });
    expect(editor.selected).toEqual([ids[0], ids[2]]);
    press(ids[2] ?? '', { mod: true });
    expect(editor.selected).toEqual([ids[0]]);
    press(ids[2] ?? '', { shift: true });
    expect(editor.selected).toEqual(ids);
  });

  it('selects nothing by a click on the desk', () => {
    press(ids[0] ?? '');
    editor.tool.pointer(pointer('down', 1, 1, { kind: 'desk' }));
    editor.tool.pointer(pointer('up', 1, 1, { kind: 'desk' }));
    expect(editor.selected).toEqual([]);
  });

  it('asks for another number by a click on it, and carries by a drag', () => {
    for (const id of ids.slice(0, 2)) editor.run(call('article.make', { ids: [id] }));
    const [, id = ''] = ids;
    const number: Hit = { kind: 'number', article: 'a2', id };
    editor.tool.pointer(pointer('move', 50, 50, number));
    expect(editor.session.cursor).toBe('pointer');
    editor.tool.pointer(pointer('down', 50, 50, number));
    editor.tool.pointer(pointer('up', 50, 50, number));
    expect([editor.session.dialog, ...editor.selected]).toEqual(['number', id]);
    editor.session.dialog = null;
    editor.select([]);
    editor.tool.pointer(pointer('down', 50, 50, number));
    editor.tool.pointer(pointer('move', 90, 90, { kind: 'sheet' }));
    expect([editor.session.dialog, editor.drag.active, ...editor.drag.ids]).toEqual([null, true, id]);
    editor.tool.cancel();
  });

  it('takes the number of an article that is only suggested for the fragment under it', () => {
    const [id = ''] = ids;
    const number: Hit = { kind: 'number', article: 'a9', id };
    editor.tool.pointer(pointer('down', 50, 50, number));
    editor.tool.pointer(pointer('up', 50, 50, number));
    expect([editor.session.dialog, ...editor.selected]).toEqual([null, id]);
  });

  it('picks up by a press that wanders, and changes nothing when it is called off', () => {
    const before = editor.edition;
    editor.tool.pointer(pointer('down', 50, 50, on(ids[0] ?? '')));
    editor.tool.pointer(pointer('move', 90, 90, { kind: 'sheet' }));
    expect(editor.drag.active).toBe(true);
    editor.drag.moveTo({ kind: 'sheet', at: { x: 400, y: 60 } });
    expect(editor.session.preview).toMatchObject({ kind: 'drag', ids: [ids[0]] });
    expect(editor.tool.cancel()).toBe(true);
    expect(editor.drag.active).toBe(false);
    expect(editor.edition).toBe(before);
  });

  it('drops into the column under the pointer by one command', () => {
    editor.select([ids[0] ?? '']);
    editor.drag.begin(editor.selected);
    const third = pageLayout(editor.edition, 'p1').columns[2];
    editor.drag.moveTo({ kind: 'sheet', at: { x: (third?.x ?? 0) + 5, y: 60 } });
    editor.drag.drop();
    expect(editor.history.done).toHaveLength(1);
    expect(editor.current?.placement).toMatchObject({ at: 'page', column: 'c3' });
    editor.undo();
    expect(editor.current?.placement).toMatchObject({ at: 'page', column: 'c1' });
  });

  it('drags a span by its edge', () => {
    const hit: Hit = { kind: 'edge', id: ids[0] ?? '', side: 'right' };
    const second = pageLayout(editor.edition, 'p1').columns[1];
    editor.tool.pointer(pointer('down', 0, 0, hit));
    editor.tool.pointer(pointer('move', (second?.x ?? 0) + 20, 10, hit));
    expect(editor.session.preview).toMatchObject({ kind: 'span', span: 2 });
    editor.tool.pointer(pointer('up', (second?.x ?? 0) + 20, 10, hit));
    expect(editor.edition.fragments['s1']?.[ids[0] ?? '']?.placement).toMatchObject({ span: 2 });
  });

  it('selects what a rubber band touches', () => {
    editor.tool.pointer(pointer('down', 20, 20, { kind: 'sheet' }));
    editor.tool.pointer(pointer('move', 100, 300, { kind: 'sheet' }));
    editor.tool.pointer(pointer('move', 300, 900, { kind: 'sheet' }));
    expect(editor.session.preview).toMatchObject({ kind: 'band' });
    editor.tool.pointer(pointer('up', 300, 900, { kind: 'sheet' }));
    expect(editor.selected).toEqual(ids);
    expect(editor.session.preview).toBeNull();
  });

  it('paints an order that becomes an article', () => {
    editor.session.tool = 'order';
    for (const id of [...ids].reverse()) editor.tool.pointer(pointer('down', 0, 0, on(id)));
    editor.orderTool.finish();
    const article = Object.keys(editor.edition.articles)[0];
    expect(article).toBeDefined();
    expect(editor.session.tool).toBe('select');
    expect(editor.edition.fragments['s1']?.[ids.at(-1) ?? '']?.article?.id).toBe(article);
  });
});
