/** Text that stands twice in the edition. */
import { call } from '../transact.ts';
import type { Fragment } from '../model/edition.ts';
import type { EditionCheck } from './check.ts';
import type { Echo } from './echoes.ts';
import type { Found, Mend } from './finding.ts';
import { isHan } from './prose.ts';
import { repeatedPassage } from './repeated.ts';

/** Letters that are hashed together, and the least that two texts must share: a line and a half of a column. */
export const windowOf = (han: boolean): number => (han ? 12 : 26);
const leastOf = (han: boolean): number => (han ? 24 : 44);

/** What was compared once is not compared again: an echo is the same object as long as its fragment is. */
const compared = new WeakMap<Echo, WeakMap<Echo, readonly Found[]>>();

export const duplicates: EditionCheck = {
  scope: 'edition',
  rules: [{ code: 'duplicate-text', level: 'warning' }],
  sees: ({ echoes }) => [echoes],
  run: ({ echoes, text }) =>
    echoes.flatMap(([a, b]): readonly Found[] => {
      const known = compared.get(a)?.get(b);
      if (known) return known;
      const found = compare(a.fragment, b.fragment, text);
      const own = compared.get(a) ?? new WeakMap<Echo, readonly Found[]>();
      compared.set(a, own.set(b, found));
      return found;
    }),
};

function compare(first: Fragment, again: Fragment, text: (f: Fragment) => string): Found[] {
  const own = text(again);
  const han = isHan(own);
  const found = repeatedPassage(text(first), first === again ? null : own, windowOf(han), leastOf(han));
  if (!found) return [];
  const mend = mendOf(again, own, found.again);
  return [
    {
      code: 'duplicate-text',
      ...(isCaptionOf(first, again) || isCaptionOf(again, first) ? { level: 'note' } : {}),
      fragmentId: again.id,
      at: found.again,
      about: first.id,
      ...(mend ? { mend } : {}),
    },
  ];
}

/** A caption says once more what its own article says. */
const isCaptionOf = (caption: Fragment, text: Fragment): boolean =>
  caption.role === 'caption' && text.role !== 'caption' && !!text.article && caption.article?.id === text.article.id;

/** A fragment that is nothing else is set aside; a part of one is left to the editor. */
function mendOf(f: Fragment, text: string, [start, end]: readonly [number, number]): Mend | null {
  const rest = text.slice(0, start) + text.slice(end);
  if ((rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 2) return null;
  return {
    label: { code: 'mend.discard-duplicate' },
    calls: [call('fragment.discard', { ids: [f.id], reason: 'duplicate' })],
  };
}
