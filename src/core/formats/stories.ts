/** An edition as a reader takes it: articles whole, over all their pages, paragraphs mended where a column or page cut them. */
import { partsOf } from '../continuations.ts';
import type { Article, Edition, Fragment, Page } from '../model/edition.ts';
import { joinTwo } from '../model/reading-text.ts';
import type { RoleId } from '../model/role.ts';
import { articleNumbers, articlesOf, articleTitle, columnOrder, pagesOf, readingOrder } from '../model/selectors.ts';
import type { Message } from '../model/message.ts';
import { ON_TOP } from './page-order.ts';
import type { Tally } from './tally.ts';

/** A stretch of one fragment's text. `glue` is what stands between it and the piece before it. */
export interface Piece {
  readonly fragment: Fragment;
  readonly text: string;
  readonly glue: string;
}

export interface Paragraph {
  readonly role: RoleId;
  readonly pieces: readonly Piece[];
}

export interface Story {
  readonly article: Article;
  /** From 1, as the outline shows it. */
  readonly number: number;
  readonly title: string;
  /** The sheets that it runs over, in reading order. */
  readonly pages: readonly Page[];
  readonly paragraphs: readonly Paragraph[];
}

/** Roles whose text is set as a head: a paragraph does not go on past one. */
export const HEADS: ReadonlySet<RoleId> = new Set<RoleId>([
  'headline',
  'kicker',
  'subhead',
  'crosshead',
  'jump-head',
  'section',
]);

/** What belongs to the printed page and not to the article's text: jump lines, and the head that is said again on the next page. */
export const JUMP_FURNITURE: ReadonlyMap<RoleId, Message> = new Map<RoleId, Message>([
  ['jump-to', { code: 'export.left.jump' }],
  ['jump-from', { code: 'export.left.jump' }],
  ['jump-head', { code: 'export.left.jump-head' }],
]);

export const paragraphText = (paragraph: Paragraph): string =>
  paragraph.pieces.map((piece) => piece.glue + piece.text).join('');

/** The glue between two lines of one paragraph. */
const glueOf = (before: string, after: string): string =>
  joinTwo(before, after).length > before.length + after.length ? ' ' : '';

/** Fragments in reading order as paragraphs; jump furniture is left out of the text, and said to be. */
export function paragraphsOf(fragments: readonly Fragment[], tally: Tally): Paragraph[] {
  const paragraphs: { role: RoleId; pieces: Piece[] }[] = [];
  for (const fragment of fragments) {
    const reason = JUMP_FURNITURE.get(fragment.role);
    if (reason) {
      tally.leave(fragment, reason);
      continue;
    }
    const texts = tally
      .write(fragment)
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const open = fragment.continues ? openParagraph(paragraphs, fragment.role) : undefined;
    texts.forEach((text, i) => {
      const piece = { fragment, text, glue: '' };
      if (i === 0 && open) open.pieces.push({ ...piece, glue: glueOf(open.pieces.at(-1)?.text ?? '', text) });
      else paragraphs.push({ role: fragment.role, pieces: [piece] });
    });
  }
  return paragraphs;
}

/** The paragraph that a fragment reads on from: the last of its role with no head after it. Captions and the like may stand between. */
function openParagraph<P extends { role: RoleId }>(paragraphs: readonly P[], role: RoleId): P | undefined {
  for (let i = paragraphs.length - 1; i >= 0; i--) {
    const one = paragraphs[i];
    if (!one || one.role === role) return one;
    if (HEADS.has(one.role)) return undefined;
  }
  return undefined;
}

export function storyOf(edition: Edition, article: Article, tally: Tally): Story {
  const pages = [...new Set(partsOf(edition, article.id).map((part) => part.page))].flatMap(
    (id) => edition.pages[id] ?? [],
  );
  return {
    article,
    number: articleNumbers(edition).get(article.id) ?? 0,
    title: articleTitle(edition, article.id),
    pages,
    paragraphs: paragraphsOf(readingOrder(edition, article.id), tally),
  };
}

export interface Sheet {
  readonly page: Page;
  /** Masthead, folio and section names: what stands over the articles. */
  readonly top: readonly Paragraph[];
  /** The articles that begin on this page. */
  readonly stories: readonly Story[];
  /** What stands on the page and belongs to no article. */
  readonly loose: readonly Paragraph[];
}

export interface ReadEdition {
  readonly sheets: readonly Sheet[];
  /** Articles of which nothing stands on a page yet. */
  readonly adrift: readonly Story[];
}

/** The whole edition, page by page; what is discarded, or stands neither on a page nor in an article, is left out with its reason. */
export function readEdition(edition: Edition, tally: Tally): ReadEdition {
  const stories = articlesOf(edition).map((article) => storyOf(edition, article, tally));
  const sheets = pagesOf(edition).map((page) => {
    const loose = columnOrder(edition, page.id).filter((f) => !f.article);
    return {
      page,
      top: paragraphsOf(
        loose.filter((f) => ON_TOP.has(f.role)),
        tally,
      ),
      stories: stories.filter((story) => story.pages[0] === page),
      loose: paragraphsOf(
        loose.filter((f) => !ON_TOP.has(f.role)),
        tally,
      ),
    };
  });
  tally.leaveDiscarded();
  tally.leaveUnplaced();
  return { sheets, adrift: stories.filter((story) => !story.pages.length) };
}
