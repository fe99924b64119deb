/** What was kept, taken out and put in between two texts, character by character. */
import { diffArrays, type ChangeObject } from 'diff';

/** The search costs the square of the edits: beyond so many the one text is taken to replace the other. */
const MOST_EDITS = 1_500;

/** The shortest script; where it would be too long to be of use, all of `before` out and all of `after` in. */
export function editScript(before: readonly string[], after: readonly string[]): ChangeObject<string[]>[] {
  const [from, to] = [[...before], [...after]];
  return (
    diffArrays(from, to, { maxEditLength: MOST_EDITS }) ?? [
      { removed: true, added: false, value: from, count: from.length },
      { removed: false, added: true, value: to, count: to.length },
    ]
  );
}
