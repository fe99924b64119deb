import { unplacedFragments, type Fragment } from '../core/index.ts';
import type { Editor } from './editor.svelte.ts';

/** The first slip that came in with the page in view; where that page has none left, the first of all. */
export function firstSlip(editor: Editor): Fragment | undefined {
  const slips = unplacedFragments(editor.edition);
  const source = editor.facsimileSource?.id;
  return slips.find(({ sourceId }) => sourceId === source) ?? slips[0];
}
