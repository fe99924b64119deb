/** Text that stands on a page and in no article, and folios that stand amid the text. */
import { call } from '../transact.ts';
import type { Placed } from '../model/selectors.ts';
import type { PageCheck, PageSubject } from './check.ts';
import type { Found } from './finding.ts';
import { weightOf } from './prose.ts';

const RUNNING = new Set([
  'body',
  'lead',
  'quote',
  'crosshead',
  'headline',
  'kicker',
  'subhead',
  'byline',
  'jump-head',
  'jump-to',
  'jump-from',
  'caption',
  'editor-note',
  'dateline',
]);
const LOUD = new Set(['body', 'lead', 'headline', 'jump-head', 'jump-to', 'jump-from']);
const FURNITURE = new Set(['folio', 'masthead', 'section', 'imprint', 'ad', 'notice', 'teaser', 'unknown']);

function run({ page, placed, text }: PageSubject): Found[] {
  const columns = new Map(page.columns.map((column, i) => [column.id, i]));
  const from = (f: Placed): number => columns.get(f.placement.column) ?? 0;
  const covers = (f: Placed, column: number): boolean => column >= from(f) && column < from(f) + f.placement.span;
  return placed.flatMap((f, i): Found[] => {
    if (RUNNING.has(f.role) && !f.article) {
      const level = LOUD.has(f.role) && weightOf(text(f)) >= 12 ? 'warning' : 'note';
      const above = placed.slice(0, i).findLast((other) => covers(other, from(f)));
      const below = placed.slice(i + 1).find((other) => covers(other, from(f)));
      const same = above?.article && above.article.id === below?.article?.id ? above.article.id : null;
      return [
        {
          code: 'no-article',
          level,
          fragmentId: f.id,
          params: { role: `role.${f.role}` },
          ...(same !== null && above
            ? {
                mend: {
                  label: { code: 'mend.join-article' },
                  calls: [call('article.add', { ids: [f.id], article: same, after: above.id })],
                },
              }
            : {}),
        },
      ];
    }
    if (f.role !== 'folio') return [];
    const near = placed.filter((other) => !FURNITURE.has(other.role) && covers(other, from(f)));
    const above = near.filter((other) => placed.indexOf(other) < i).length;
    return above > 0 && above < near.length ? [{ code: 'folio-place', fragmentId: f.id }] : [];
  });
}

export const loose: PageCheck = {
  scope: 'page',
  rules: [
    { code: 'no-article', level: 'warning' },
    { code: 'folio-place', level: 'warning' },
  ],
  run,
};
