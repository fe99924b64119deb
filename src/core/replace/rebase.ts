/** A correction brought on to a new reading: what was typed stays, and what the new reading mends beside it is taken. */
import { editScript } from '../model/edit-script.ts';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function editsBetween(before: readonly string[], after: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | null = null;
  for (const { added, removed, value } of editScript(before, after)) {
    if (!added && !removed) {
      if (open) edits.push(open);
      open = null;
      at += value.length;
      continue;
    }
    open ??= { from: at, to: at, text: '' };
    if (removed) at += value.length;
    open = { ...open, to: at, text: added ? open.text + value.join('') : open.text };
  }
  if (open) edits.push(open);
  return edits;
}

export interface Rebased {
  readonly text: string;
  /** Both changed the same place, each in its own way: what was typed was kept. */
  readonly conflict: boolean;
}

/** `before` and `after` are the old and the new reading, `typed` the correction of the old one. */
export function rebase(before: string, typed: string, after: string): Rebased {
  const base = Array.from(before);
  const ours = editsBetween(base, Array.from(typed));
  const theirs = editsBetween(base, Array.from(after));
  const meets = (x: Edit, y: Edit): boolean => x.from <= y.to && y.from <= x.to;
  const same = (x: Edit, y: Edit): boolean => x.from === y.from && x.to === y.to && x.text === y.text;
  const free = theirs.filter((edit) => !ours.some((own) => meets(own, edit)));
  const conflict = theirs.some((edit) => ours.some((own) => meets(own, edit) && !same(own, edit)));
  let text = '';
  let at = 0;
  for (const edit of [...ours, ...free].sort((x, y) => x.from - y.from)) {
    text += base.slice(at, edit.from).join('') + edit.text;
    at = edit.to;
  }
  return { text: text + base.slice(at).join(''), conflict };
}
