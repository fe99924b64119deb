/** TEI after the DTA base format: page by page, an article a division for each of its pages, joined by next and prev. */
import { continuations, partsOf } from '../../continuations.ts';
import { countCharacters } from '../../model/characters.ts';
import type { Article, Edition, Fragment, Page } from '../../model/edition.ts';
import { articleNumbers, articlesOf, columnOrder, pagesOf, readingOrder } from '../../model/selectors.ts';
import { dayOf, languageOf, titleOf } from '../edition-facts.ts';
import { editionName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { openTally, type Tally } from '../tally.ts';
import { wordsFor } from '../words.ts';
import { contentOf, type FormatWriter, type WriteOptions, type Written, type WrittenFile } from '../writer.ts';
import { el, layXml, unescapeXml, type XmlElement } from '../xml-writer.ts';
import { divisionContent } from './division.ts';
import { itemsOf, linkItems, type Item } from './items.ts';
import { looseType } from './roles.ts';

interface Part {
  readonly id: string;
  readonly page: string | undefined;
  readonly items: readonly Item[];
  readonly fragments: ReadonlySet<string>;
}

interface LaidArticle {
  readonly article: Article;
  readonly parts: readonly Part[];
}

function layArticle(edition: Edition, article: Article, tally: Tally): LaidArticle {
  const id = `a${articleNumbers(edition).get(article.id) ?? 0}`;
  const placed = partsOf(edition, article.id);
  const runs: readonly { page?: string; fragments: readonly Fragment[] }[] = placed.length
    ? placed
    : [{ fragments: readingOrder(edition, article.id) }];
  const parts = runs.map((run, i): Part => ({
    id: runs.length > 1 ? `${id}-${i + 1}` : id,
    page: run.page,
    items: itemsOf(run.fragments, tally),
    fragments: new Set(run.fragments.map((f) => f.id)),
  }));
  linkItems(
    parts.map((part) => part.items),
    id,
  );
  return { article, parts };
}

/** The part that a jump line leads to, or comes from, where it is in the edition. */
function jumpTargets(edition: Edition, articles: readonly LaidArticle[]): (fragment: Fragment) => string | undefined {
  const targets = new Map<string, string>();
  for (const { articleId, fromFragmentId, toFragmentId } of continuations(edition)) {
    if (!fromFragmentId || !toFragmentId) continue;
    const parts = articles.find(({ article }) => article.id === articleId)?.parts ?? [];
    const from = parts.find((part) => part.fragments.has(fromFragmentId));
    const to = parts.find((part) => part.fragments.has(toFragmentId));
    if (to) targets.set(fromFragmentId, to.id);
    if (from) targets.set(toFragmentId, from.id);
  }
  return (fragment) => targets.get(fragment.id);
}

const KINDS = { article: 'jArticle', advertisement: 'advertisement', notice: 'notice', other: 'other' } as const;

function partDiv(
  { article, parts }: LaidArticle,
  i: number,
  targetOf: (fragment: Fragment) => string | undefined,
): XmlElement {
  const [before, part, after] = [parts[i - 1], parts[i], parts[i + 1]];
  return el(
    'div',
    { type: KINDS[article.kind], 'xml:id': part?.id, next: after && `#${after.id}`, prev: before && `#${before.id}` },
    divisionContent(part?.items ?? [], targetOf),
  );
}

function pageContent(
  edition: Edition,
  page: Page,
  number: number,
  articles: readonly LaidArticle[],
  tally: Tally,
): XmlElement[] {
  const targetOf = jumpTargets(edition, articles);
  const here = articles.flatMap((one) =>
    one.parts.flatMap((part, i) => (part.page === page.id ? [partDiv(one, i, targetOf)] : [])),
  );
  const loose = columnOrder(edition, page.id).filter((f) => !f.article);
  const forme: XmlElement[] = [];
  const divisions: XmlElement[] = [];
  for (const fragment of loose) {
    const content = divisionContent(itemsOf([fragment], tally), targetOf);
    if (content.every((element) => element.name === 'fw')) forme.push(...content);
    else divisions.push(el('div', { type: looseType(fragment.role) }, content));
  }
  return [
    el('pb', { n: page.label, 'xml:id': `f${String(number).padStart(4, '0')}` }),
    ...forme,
    ...here,
    ...divisions,
  ];
}

function header(edition: Edition, title: string): XmlElement {
  const day = dayOf(edition);
  const language = languageOf(edition);
  return el(
    'teiHeader',
    {},
    el(
      'fileDesc',
      {},
      el('titleStmt', {}, el('title', { type: 'main' }, title)),
      el('publicationStmt', {}, el('p', {}, 'Pasteup')),
      el(
        'sourceDesc',
        {},
        el(
          'bibl',
          { type: 'J' },
          el('title', { level: 'j' }, title),
          day !== undefined && el('date', { when: day }, day),
        ),
      ),
    ),
    language !== undefined && el('profileDesc', {}, el('langUsage', {}, el('language', { ident: language }, language))),
  );
}

function write(edition: Edition, options: WriteOptions = {}): Written {
  const tally = openTally(edition);
  const articles = articlesOf(edition).map((article) => layArticle(edition, article, tally));
  const content = pagesOf(edition).flatMap((page, i) => pageContent(edition, page, i + 1, articles, tally));
  const adrift = articles.flatMap((one) =>
    one.parts[0]?.page === undefined ? [partDiv(one, 0, () => undefined)] : [],
  );
  tally.leaveDiscarded();
  tally.leaveUnplaced();
  const body = [...content, ...adrift];
  const root = el(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': languageOf(edition) },
    header(edition, titleOf(edition) || wordsFor(edition, options)('edition')),
    el(
      'text',
      {},
      el('body', {}, body.some((element) => element.name === 'div') ? body : [...body, el('div', {}, el('p'))]),
    ),
  );
  return tally.close([{ path: editionName(edition, '.tei.xml'), content: layXml(root) }]);
}

/** All that stands in the text, marks taken off. */
const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => {
    const text = /<text>[^]*<\/text>/u.exec(contentOf(file))?.[0] ?? '';
    return n + countCharacters(unescapeXml(text.replace(/<[^>]*>/gu, '')));
  }, 0);

export const teiWriter: FormatWriter = {
  id: 'tei',
  name: { code: 'writer.tei' },
  extension: '.tei.xml',
  mediaType: 'application/tei+xml',
  carries: messagesOf('carries', 'text', 'roles', 'articles', 'order', 'continuations', 'jumps', 'pages', 'date'),
  loses: messagesOf('loses', 'boxes', 'lines', 'source', 'unplaced', 'discarded', 'review'),
  write,
  recount,
};
