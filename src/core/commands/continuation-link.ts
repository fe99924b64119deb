import { pagesIn, pageOfFragment } from '../continuations.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import { isJumpLine } from '../model/role.ts';
import { findArticle, findFragments, readingOrder } from '../model/selectors.ts';
import { appendArticles, splitBefore } from './article-members.ts';
import { defineCommand, draftOf, refuse } from './command.ts';

export interface LinkArgs {
  /** The jump line. */
  readonly id: string;
  /** The article on the other page that it leads to, or comes from. */
  readonly article: string;
}

/** Joins the jump line's article with its part on another page: one article, read on over the pages. */
export const linkContinuation = defineCommand<LinkArgs>({
  check(edition, { id, article }) {
    const fragment = findFragments(edition, [id])[0];
    if (!fragment) return refuse('refuse.no-such-fragment');
    if (!isJumpLine(fragment)) return refuse('refuse.not-a-jump-line');
    if (!fragment.article) return refuse('refuse.jump-in-no-article');
    if (!findArticle(edition, article)) return refuse('refuse.no-such-article');
    if (fragment.article.id === article) return refuse('refuse.already-linked');
    const here = pageOfFragment(fragment);
    return pagesIn(edition, article).some((page) => page !== here) ? true : refuse('refuse.same-page');
  },
  run(draft, { id, article }, edition) {
    const fragment = findFragments(edition, [id])[0];
    const own = fragment?.article?.id;
    if (!fragment || own === undefined) return;
    const to = fragment.role === 'jump-to';
    appendArticles(draft, edition, to ? own : article, [to ? article : own]);
    const target = pagesIn(edition, article).find((page) => page !== pageOfFragment(fragment));
    const label = target ? edition.pages[target]?.label : undefined;
    if (label !== undefined) draftOf(draft, fragment).jump = { direction: to ? 'to' : 'from', page: label };
  },
  label: () => ({ code: 'command.link' }),
});

/** Where an article that runs over pages is cut by undoing a jump line's link: the first member on the far side. */
function farSide(edition: Edition, fragment: Fragment): Fragment | undefined {
  if (!fragment.article) return undefined;
  const members = readingOrder(edition, fragment.article.id);
  const at = members.findIndex((f) => f.id === fragment.id);
  const here = pageOfFragment(fragment);
  if (fragment.role === 'jump-to') return members.slice(at + 1).find((f) => pageOfFragment(f) !== here);
  const before = members.slice(0, at).findLastIndex((f) => pageOfFragment(f) !== here);
  return before < 0 ? undefined : members[before + 1];
}

/** Takes the two sides of a jump apart again; the jump line is pending then. */
export const unlinkContinuation = defineCommand<{ readonly id: string }>({
  check(edition, { id }) {
    const fragment = findFragments(edition, [id])[0];
    if (!fragment) return refuse('refuse.no-such-fragment');
    return farSide(edition, fragment) ? true : refuse('refuse.not-linked');
  },
  run(draft, { id }, edition) {
    const fragment = findFragments(edition, [id])[0];
    const cut = fragment && farSide(edition, fragment);
    if (cut) splitBefore(draft, edition, cut.id);
  },
  label: () => ({ code: 'command.unlink' }),
});
