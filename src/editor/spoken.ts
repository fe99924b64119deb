/** What assistive technology is told of fragments. */
import { findFragment, isPlaced, pageLayout, readingOrder, type Fragment } from '../core/index.ts';
import { columnBoxes } from './drop.ts';
import type { Editor } from './editor.svelte.ts';

/** What a fragment is called aloud: its role, and its number among those of its article. */
export function nameOf(editor: Editor, fragment: Fragment): string {
  const role = editor.say({ code: `role.${fragment.role}` });
  if (!fragment.article) return role;
  const alike = readingOrder(editor.edition, fragment.article.id).filter((f) => f.role === fragment.role);
  return alike.length < 2 ? role : `${role} ${alike.findIndex((f) => f.id === fragment.id) + 1}`;
}

/** Says where a fragment stands now: "Body 3 to column 2, position 4 of 6". */
export function announcePlace(editor: Editor, id: string | undefined): void {
  const fragment = id === undefined ? undefined : findFragment(editor.edition, id);
  if (!fragment || !isPlaced(fragment)) return;
  const layout = pageLayout(editor.edition, fragment.placement.page);
  const box = layout.byId.get(fragment.id);
  if (!box) return;
  const column = columnBoxes(layout, box.column, new Set());
  editor.announce(
    editor.say({
      code: 'editor.placed',
      params: {
        what: nameOf(editor, fragment),
        column: box.column + 1,
        position: column.findIndex((b) => b.fragment.id === fragment.id) + 1,
        of: column.length,
      },
    }),
  );
}
