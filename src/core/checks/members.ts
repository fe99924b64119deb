/** An article is a head and a body at least. */
import type { ArticleCheck } from './check.ts';
import type { Found } from './finding.ts';

const HEADS = new Set(['headline', 'kicker', 'subhead', 'jump-head', 'teaser', 'section']);
const TEXTS = new Set([
  'body',
  'lead',
  'caption',
  'table',
  'quote',
  'notice',
  'ad',
  'teaser',
  'editor-note',
  'unknown',
]);

export const members: ArticleCheck = {
  scope: 'article',
  rules: [
    { code: 'empty-article', level: 'error' },
    { code: 'no-headline', level: 'warning' },
    { code: 'no-body', level: 'warning' },
  ],
  run({ article, members: all, text }) {
    const found = (code: string, fragmentId?: string): Found => ({
      code,
      articleId: article.id,
      ...(fragmentId === undefined ? {} : { fragmentId }),
    });
    if (!all.length) return [found('empty-article')];
    if (article.kind !== 'article') return [];
    const headed = article.title || all.some((f) => HEADS.has(f.role) && text(f).trim() !== '');
    return [
      ...(headed ? [] : [found('no-headline')]),
      ...(all.some((f) => TEXTS.has(f.role)) ? [] : [found('no-body')]),
    ];
  },
};
