/** Text that stands twice: on a page, over the pages of an article, or as a whole fragment anywhere in the edition. */
import { call } from '../transact.ts';
import type { Fragment } from '../model/edition.ts';
import type { ArticleCheck, EditionCheck, PageCheck } from './check.ts';
import type { Found, Mend } from './finding.ts';
import { isHan } from './prose.ts';
import { repeatedPassages } from './repeated.ts';

const TEXTS = new Set(['body', 'lead', 'caption', 'quote', 'crosshead', 'headline', 'unknown']);
const CODE = { code: 'duplicate-text', level: 'warning' } as const;

function among(
  fragments: readonly Fragment[],
  text: (f: Fragment) => string,
): { first: Fragment; again: Fragment; found: Found }[] {
  const list = fragments.filter((f) => TEXTS.has(f.role));
  const texts = list.map(text);
  const han = isHan(texts.slice(0, 12).join('\n').slice(0, 4000));
  const [window, least] = han ? [14, 24] : [30, 48];
  return repeatedPassages(texts, window, least).flatMap(({ first, again }) => {
    const [a, b] = [list[first.text], list[again.text]];
    if (!a || !b) return [];
    const own = texts[again.text] ?? '';
    const mend = mendOf(b, own, again.at);
    return [
      {
        first: a,
        again: b,
        found: {
          code: CODE.code,
          fragmentId: b.id,
          at: again.at,
          about: a.id,
          ...(mend ? { mend } : {}),
        },
      },
    ];
  });
}

/** The whole fragment is set aside; a part of it is struck out. */
function mendOf(f: Fragment, text: string, [start, end]: readonly [number, number]): Mend | null {
  const rest = text.slice(0, start) + text.slice(end);
  if ((rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0) <= 2)
    return {
      label: { code: 'mend.discard-duplicate' },
      calls: [call('fragment.discard', { ids: [f.id], reason: 'duplicate' })],
    };
  return null;
}

export const duplicatesOnPage: PageCheck = {
  scope: 'page',
  rules: [CODE],
  run: ({ placed, text }) => among(placed, text).map(({ found }) => found),
};

export const duplicatesInArticle: ArticleCheck = {
  scope: 'article',
  rules: [CODE],
  run({ members, text, pageOf }) {
    if (new Set(members.map((f) => pageOf(f)?.page.id)).size < 2) return [];
    return among(members, text).flatMap(({ first, again, found }) =>
      pageOf(first)?.page.id === pageOf(again)?.page.id && pageOf(first) ? [] : [found],
    );
  },
};

/** Whole fragments, by a digest: where they do not stand on one page or in one article, which the others see. */
export const duplicatesInEdition: EditionCheck = {
  scope: 'edition',
  rules: [CODE],
  run({ edition, shards }) {
    const first = new Map<string, { id: string; sourceId: string }>();
    const placeOf = (id: string, sourceId: string): Fragment | undefined => edition.fragments[sourceId]?.[id];
    return shards.flatMap(({ texts, sourceId }) =>
      texts.flatMap(({ id, hash }): Found[] => {
        const before = first.get(hash);
        if (!before) {
          first.set(hash, { id, sourceId });
          return [];
        }
        const [a, b] = [placeOf(before.id, before.sourceId), placeOf(id, sourceId)];
        if (!a || !b || seenTogether(a, b)) return [];
        const mend = mendOf(b, '', [0, 0]);
        return [{ code: CODE.code, fragmentId: id, about: before.id, ...(mend ? { mend } : {}) }];
      }),
    );
  },
};

const seenTogether = (a: Fragment, b: Fragment): boolean =>
  (a.placement.at === 'page' && b.placement.at === 'page' && a.placement.page === b.placement.page) ||
  (a.article !== undefined && a.article.id === b.article?.id);
