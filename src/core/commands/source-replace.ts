import type { Draft } from 'immer';
import { isWhite } from '../model/characters.ts';
import type { Edition, Fragment, Jump, Source, Span } from '../model/edition.ts';
import { isJumpLine } from '../model/role.ts';
import { fragmentsOf } from '../model/selectors.ts';
import { defineCommand, dropEmptied, freeId, refuse } from './command.ts';

/** A fragment that goes on, with its role, place and article. */
export interface KeptFragment {
  readonly id: string;
  /** In the new text. */
  readonly spans: readonly Span[];
  /** Absent: it reads as the new source does. */
  readonly corrected?: string;
  readonly jump?: Jump;
}

export interface ReplaceArgs {
  /** The new source, under the id of the one that it stands for. */
  readonly source: Source;
  /** Fragments of the old one that are not named here have nothing left. */
  readonly kept: readonly KeptFragment[];
  /** What only the new text has: fragments for the tray. */
  readonly fresh: readonly (readonly Span[])[];
}

/** Puts another reading of the same page in a source's place. `core/replace` finds which fragment goes where. */
export const replaceSource = defineCommand<ReplaceArgs>({
  check(edition, { source, kept, fresh }) {
    if (!Object.hasOwn(edition.sources, source.id)) return refuse('refuse.no-such-source');
    const shard = edition.fragments[source.id] ?? {};
    const ids = new Set(kept.map(({ id }) => id));
    if (ids.size < kept.length || kept.some(({ id }) => !Object.hasOwn(shard, id)))
      return refuse('refuse.no-such-fragment');
    if (kept.some(({ corrected }) => corrected?.trim() === '')) return refuse('refuse.empty-text');
    return holdsAll(source.text, [...kept.map(({ spans }) => spans), ...fresh]) ? true : refuse('refuse.recut');
  },
  run(draft, { source, kept, fresh }, edition) {
    const old = edition.fragments[source.id] ?? {};
    const staying = new Set(kept.map(({ id }) => id));
    dropEmptied(
      draft,
      edition,
      Object.values(old).filter(({ id }) => !staying.has(id)),
    );
    // New objects throughout: what is remembered of a fragment was said of the old text.
    const shard: Record<string, Fragment> = {};
    for (const { id, spans, corrected, jump } of kept) {
      const was = old[id];
      if (was) shard[id] = movedOn(was, { spans, corrected, jump });
    }
    const taken = fragmentsOf(edition).map((f) => f.id);
    for (const spans of fresh) {
      const id = freeId(taken, 'f');
      taken.push(id);
      shard[id] = { id, sourceId: source.id, spans, role: 'unknown', placement: { at: 'unplaced' } };
    }
    draft.sources[source.id] = source as Draft<Source>;
    draft.fragments[source.id] = shard as Draft<Edition['fragments'][string]>;
  },
  label: (edition, { source }) => ({
    code: 'command.replace-source',
    params: { name: edition.sources[source.id]?.name ?? '' },
  }),
});

function movedOn(
  was: Fragment,
  { spans, corrected, jump }: Pick<Fragment, 'spans'> & { corrected: string | undefined; jump: Jump | undefined },
): Fragment {
  const now: { -readonly [K in keyof Fragment]: Fragment[K] } = { ...was, spans };
  if (corrected === undefined) delete now.corrected;
  else now.corrected = corrected;
  if (jump && isJumpLine(was)) now.jump = jump;
  return now;
}

/** Does every character of the text stand in exactly one of the pieces, and something in each? */
function holdsAll(text: string, pieces: readonly (readonly Span[])[]): boolean {
  const held = new Uint8Array(text.length);
  for (const piece of pieces) {
    let n = 0;
    for (const [start, end] of piece) {
      if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length))
        return false;
      if (cutsPair(text, start) || cutsPair(text, end)) return false;
      for (let i = start; i < end; i++) {
        if (isWhite(text[i] ?? ' ')) continue;
        if (held[i]) return false;
        held[i] = 1;
        n++;
      }
    }
    if (!n) return false;
  }
  return held.every((one, i) => one === 1 || isWhite(text[i] ?? ' '));
}

const cutsPair = (text: string, at: number): boolean =>
  (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
