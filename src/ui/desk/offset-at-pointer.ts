/** Which character of a fragment lies under the pointer: by the lines as they are set. */
import { characterWidth, isSquareText, textOf, findFragment } from '../../core/index.ts';
import type { Editor } from '../../editor/editor.svelte.ts';

/** UTF-16 offset into the text as it reads; null where the pointer is not on the fragment's text. */
export function offsetAtPointer(editor: Editor, fragmentId: string): number | null {
  const { pointer } = editor.session;
  const fragment = findFragment(editor.edition, fragmentId);
  const box = editor.layout?.byId.get(fragmentId);
  if (!pointer || !fragment || !box) return null;
  if (pointer.x < box.x || pointer.x > box.x + box.width) return null;
  const line = box.lines[Math.floor((pointer.y - box.y - box.above) / box.lineHeight)];
  if (!line) return null;
  const text = textOf(editor.edition, fragment);
  const square = isSquareText(text);
  const set = line.width * box.size;
  const room = box.width - line.indent * box.size;
  const stretched = box.style.align === 'justify' && !line.last && set > 0 ? room / set : 1;
  const left = box.style.align === 'center' ? box.x + (box.width - set) / 2 : box.x + line.indent * box.size;
  let x = left;
  let offset = line.start;
  for (const ch of line.text) {
    const width = characterWidth(ch, square) * box.size * stretched;
    if (pointer.x < x + width / 2) return offset;
    x += width;
    offset += ch.length;
  }
  return offset;
}
