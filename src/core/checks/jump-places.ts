/** A jump line ends its page's part of the article, or begins it. */
import { call } from '../transact.ts';
import type { ArticleCheck } from './check.ts';
import type { Found } from './finding.ts';

export const jumpPlaces: ArticleCheck = {
  scope: 'article',
  rules: [{ code: 'jump-place', level: 'warning' }],
  run({ article, members, pageOf }) {
    const found: Found[] = [];
    members.forEach((f, i) => {
      const page = pageOf(f)?.page.id;
      if (page === undefined || (f.role !== 'jump-to' && f.role !== 'jump-from')) return;
      const to = f.role === 'jump-to';
      // The page's part that the line stands in: its neighbours as long as they stand on the same page.
      const rest = to ? members.slice(i + 1) : members.slice(0, i).reverse();
      const end = rest.findIndex((other) => other.role !== 'body' && pageOf(other) && pageOf(other)?.page.id !== page);
      const near = (end < 0 ? rest : rest.slice(0, end)).filter((other) => pageOf(other)?.page.id === page);
      if (near.some((other) => other.role === (to ? 'jump-from' : 'jump-to'))) return;
      const body = near.filter((other) => other.role === 'body').at(-1);
      if (!body) return;
      const after = to ? body.id : (members[members.indexOf(body) - 1]?.id ?? null);
      found.push({
        code: 'jump-place',
        fragmentId: f.id,
        mend: {
          label: { code: to ? 'mend.jump-last' : 'mend.jump-first' },
          calls: [call('article.add', { ids: [f.id], article: article.id, after })],
        },
      });
    });
    return found;
  },
};
