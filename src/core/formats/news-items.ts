/** An edition as a newsroom's system takes it: one item an article, without the printed page around it. */
import type { Edition, Fragment } from '../model/edition.ts';
import type { Message } from '../model/message.ts';
import type { RoleId } from '../model/role.ts';
import { articleNumbers, articlesOf, articleTitle, fragmentsOf, pagesOf, readingOrder } from '../model/selectors.ts';
import { pagesIn } from '../continuations.ts';
import { paragraphsOf, paragraphText, type Paragraph, type Story } from './stories.ts';
import type { Tally } from './tally.ts';

const LEFT: ReadonlyMap<RoleId, Message> = new Map<RoleId, Message>([
  ['ad', { code: 'export.left.advertisement' }],
  ['masthead', { code: 'export.left.furniture' }],
  ['folio', { code: 'export.left.furniture' }],
  ['imprint', { code: 'export.left.furniture' }],
]);

/** The items; advertisements, page furniture and what belongs to no article are left out with their reasons. */
export function newsItems(edition: Edition, tally: Tally): Story[] {
  const items: Story[] = [];
  for (const article of articlesOf(edition)) {
    const members = readingOrder(edition, article.id);
    const kept: Fragment[] = [];
    for (const fragment of members) {
      const reason = article.kind === 'advertisement' ? LEFT.get('ad') : LEFT.get(fragment.role);
      if (reason) tally.leave(fragment, reason);
      else kept.push(fragment);
    }
    if (!kept.length) continue;
    items.push({
      article,
      number: articleNumbers(edition).get(article.id) ?? 0,
      title: articleTitle(edition, article.id),
      pages: pagesIn(edition, article.id).flatMap((id) => edition.pages[id] ?? []),
      paragraphs: paragraphsOf(kept, tally),
    });
  }
  tally.leaveDiscarded();
  tally.leaveUnplaced();
  for (const fragment of fragmentsOf(edition))
    if (!tally.has(fragment))
      tally.leave(
        fragment,
        LEFT.get(fragment.role) ?? {
          code: fragment.role === 'section' ? 'export.left.furniture' : 'export.left.no-article',
        },
      );
  return items;
}

/** An item's name for ever: the edition's id and the article's. */
export const itemUri = (edition: Edition, { article }: Story): string =>
  `urn:pasteup:${encodeURIComponent(edition.id)}:${encodeURIComponent(article.id)}`;

export const textsOf = (story: Story, ...roles: readonly RoleId[]): string[] =>
  story.paragraphs.filter((one) => roles.includes(one.role)).map(paragraphText);

export interface Picture {
  readonly captions: readonly string[];
  readonly credits: readonly string[];
}

/** Captions with the credits that follow them. */
export function picturesOf(story: Story): Picture[] {
  const pictures: { captions: string[]; credits: string[] }[] = [];
  let last: Paragraph | undefined;
  for (const one of story.paragraphs) {
    const open = pictures.at(-1);
    if (one.role === 'caption') {
      if (open && last?.role === 'caption' && last.pieces.at(-1)?.fragment === one.pieces[0]?.fragment)
        open.captions.push(paragraphText(one));
      else pictures.push({ captions: [paragraphText(one)], credits: [] });
    } else if (one.role === 'photo-credit') {
      if (open) open.credits.push(paragraphText(one));
      else pictures.push({ captions: [], credits: [paragraphText(one)] });
    }
    last = one;
  }
  return pictures;
}

/** Labels of the pages that an item stands on, and the place of its first among all. */
export const printedOn = (
  edition: Edition,
  { pages }: Story,
): { readonly labels: readonly string[]; readonly sequence: number } => ({
  labels: pages.map((page) => page.label),
  sequence: pages[0] ? pagesOf(edition).indexOf(pages[0]) + 1 : 0,
});
