/** The account of an export: which fragments were written, which were left out and why. */
import { editScript } from '../model/edit-script.ts';
import { bare, countBetween, countCharacters } from '../model/characters.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import { rawText } from '../model/reading-text.ts';
import { discardedFragments, sourceOf, textOf, unplacedFragments } from '../model/selectors.ts';
import { carriable } from './carriable.ts';
import type { LeftOut, Written, WrittenFile } from './writer.ts';

export interface Tally {
  /** The fragment's text as far as the format can carry it; from now on it counts as written. */
  readonly write: (fragment: Fragment) => string;
  readonly leave: (fragment: Fragment, reason: Message) => void;
  /** Leaves out, with the reason that it has, every discarded fragment that was not written. */
  readonly leaveDiscarded: () => void;
  readonly leaveUnplaced: () => void;
  readonly has: (fragment: Fragment) => boolean;
  readonly close: (files: readonly WrittenFile[]) => Written;
}

const counts = new WeakMap<Fragment, number>();

/** Characters of a correction that the source lacks, by the shortest edit script; remembered, for it is dear. */
function typedIn(edition: Edition, fragment: Fragment): number {
  if (fragment.corrected === undefined) return 0;
  const known = counts.get(fragment) ?? countTyped(edition, fragment, fragment.corrected);
  counts.set(fragment, known);
  return known;
}

function countTyped(edition: Edition, fragment: Fragment, corrected: string): number {
  const raw = bare(rawText(sourceOf(edition, fragment), fragment.spans));
  const now = bare(corrected);
  if (raw.length === now.length && raw.every((ch, i) => ch === now[i])) return 0;
  return editScript(raw, now).reduce((n, part) => n + (part.added ? part.value.length : 0), 0);
}

/** `carry` says what of a text the format can hold. */
export function openTally(edition: Edition, carry: (text: string) => string = carriable): Tally {
  const seen = new Set<string>();
  const reasons = new Map<string, { reason: Message; characters: number }>();
  let written = 0;
  let typed = 0;

  const leaveOut = (reason: Message, characters: number): void => {
    if (!characters) return;
    const known = reasons.get(reason.code);
    if (known) known.characters += characters;
    else reasons.set(reason.code, { reason, characters });
  };
  const read = (fragment: Fragment): number => {
    const source = sourceOf(edition, fragment);
    return fragment.spans.reduce((n, [start, end]) => n + countBetween(source, start, end), 0);
  };
  const leave = (fragment: Fragment, reason: Message): void => {
    seen.add(fragment.id);
    leaveOut(reason, read(fragment));
  };

  return {
    write(fragment) {
      seen.add(fragment.id);
      const text = textOf(edition, fragment);
      const kept = carry(text);
      const all = countCharacters(text);
      const held = countCharacters(kept);
      const added = typedIn(edition, fragment);
      written += held;
      typed += added;
      leaveOut({ code: 'export.left.uncarriable' }, all - held);
      leaveOut(
        { code: fragment.corrected === undefined ? 'export.left.line-marks' : 'export.left.corrected' },
        read(fragment) - (all - added),
      );
      return kept;
    },
    leave,
    leaveDiscarded() {
      for (const fragment of discardedFragments(edition))
        if (!seen.has(fragment.id) && fragment.placement.at === 'discarded')
          leave(fragment, { code: `export.left.discarded-${fragment.placement.reason}` });
    },
    leaveUnplaced() {
      for (const fragment of unplacedFragments(edition))
        if (!seen.has(fragment.id)) leave(fragment, { code: 'export.left.unplaced' });
    },
    has: (fragment) => seen.has(fragment.id),
    close: (files) => ({ files, written, leftOut: [...reasons.values()] satisfies LeftOut[], typed }),
  };
}
