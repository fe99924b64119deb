/** The articles of a METS file that is written: their sections, their divs over the pages, and the links between the two structures. */
import { partsOf } from '../../continuations.ts';
import type { Article, Edition, Fragment } from '../../model/edition.ts';
import { articleTitle, readingOrder, textOf } from '../../model/selectors.ts';
import { carriable } from '../carriable.ts';
import { laidArticles, laidMembers, laidNumbers } from '../laid-articles.ts';
import type { LaidPage } from '../laid-page.ts';
import { listOf } from '../xml/attributes.ts';
import { el, type XmlElement } from '../xml-writer.ts';
import { idOf, type KeptMets } from './kept.ts';
import { KIND_TYPES, METS_TYPES } from './mets-types.ts';
import { modsSection } from './mods.ts';
import { takeOverAttributes, within, type Slice } from './slices.ts';
import { kindOfType } from './types.ts';

/** Where a fragment stands in the ALTO files. */
export interface Areas {
  readonly of: (fragment: Fragment) => { readonly file: string; readonly region: string } | undefined;
}

export const pointer = (file: string, region: string): XmlElement =>
  el('fptr', {}, el('area', { FILEID: file, BEGIN: region, BETYPE: 'IDREF' }));

/** An article with the ids that it has in the file, and its div in the opened one. */
export interface Named {
  readonly article: Article;
  readonly id: string;
  readonly section: string;
  readonly parts: readonly { readonly id: string; readonly page: string; readonly fragments: readonly Fragment[] }[];
  readonly before: Slice | undefined;
}

function runsOf(edition: Edition, article: Article): readonly { page: string; fragments: readonly Fragment[] }[] {
  const parts = partsOf(edition, article.id);
  const waiting = parts.length ? [] : readingOrder(edition, article.id);
  return waiting.length ? [{ page: '', fragments: waiting }] : parts;
}

/** Would an article without a title be called something there? */
const isTitled = (div: Slice, kept: KeptMets): boolean =>
  kept.isForeign &&
  ((div.attributes['LABEL'] ?? '').trim() !== '' ||
    kept
      .parts('dmdSec')
      .filter(({ attributes }) => foreignSections(div, kept).includes(attributes['ID'] ?? ''))
      .some((section) => [...within(section)].some(({ name }) => name === 'title')));

/** An article that was opened keeps its id, so that what points at it still does. */
export function namedArticles(edition: Edition, kept: KeptMets): readonly Named[] {
  const opened = new Set<Slice>();
  const found = laidArticles(edition).map((article) => {
    const div = laidMembers(edition, article.id)
      .map((fragment) => kept.articleDiv(fragment))
      .find((one) => one && !opened.has(one) && (articleTitle(edition, article.id) !== '' || !isTitled(one, kept)));
    if (div) opened.add(div);
    const id = idOf(div);
    return { article, div, id: id && kept.own(id) };
  });
  return found.map(({ article, div, id: had }) => {
    const id = had ?? kept.claim(`ART_${laidNumbers(edition).get(article.id) ?? 0}`);
    return {
      article,
      id,
      section: kept.claim(`MODS_${id}`),
      parts: runsOf(edition, article).map((part, i) => ({ ...part, id: kept.claim(`${id}_${i + 1}`) })),
      before: div,
    };
  });
}

/** Sections of other hands that a div of the opened file named. */
export function foreignSections(div: Slice | undefined, kept: KeptMets): string[] {
  const ours = new Set([...kept.ourSections].map(idOf));
  return listOf(div?.attributes['DMDID']).filter((id) => !ours.has(id));
}

export function zone(fragment: Fragment, areas: Areas, order?: number): XmlElement | undefined {
  const area = areas.of(fragment);
  if (!area) return undefined;
  const type = METS_TYPES[fragment.role];
  const at = pointer(area.file, area.region);
  return el(
    'div',
    { TYPE: 'article-zone', ORDER: order, LABEL: fragment.role },
    type === undefined ? at : el('div', { TYPE: type }, at),
  );
}

/** What belongs to no article. */
export function pageZone(fragment: Fragment, areas: Areas): XmlElement | undefined {
  const area = areas.of(fragment);
  return area && el('div', { TYPE: 'page-zone', LABEL: fragment.role }, pointer(area.file, area.region));
}

const OWN = ['ID', 'TYPE', 'LABEL', 'DMDID', 'ORDER'];

/** An article of the opened file is called what it was called there, as long as that is what it is. */
function typeOfArticle({ article: { kind }, before }: Named): string {
  const said = before?.attributes['TYPE'];
  return said !== undefined && kindOfType(said.toUpperCase()) === kind ? said : KIND_TYPES[kind];
}

export const articleAttributes = (edition: Edition, one: Named, kept: KeptMets): XmlElement['attributes'] => ({
  ID: one.id,
  TYPE: typeOfArticle(one),
  LABEL: carriable(articleTitle(edition, one.article.id)) || (kept.isForeign ? undefined : ''),
  DMDID: [one.section, ...foreignSections(one.before, kept)].join(' '),
  ...(kept.isForeign && one.before ? {} : { ORDER: laidNumbers(edition).get(one.article.id) ?? 0 }),
  ...(one.before ? takeOverAttributes(one.before, kept.into, kept.isForeign ? OWN.slice(0, -1) : OWN) : {}),
});

export function articleDiv(edition: Edition, one: Named, areas: Areas, kept: KeptMets): XmlElement {
  return el(
    'div',
    articleAttributes(edition, one, kept),
    one.parts.map((part, i) =>
      el(
        'div',
        { ID: part.id, TYPE: 'article-part', ORDER: i + 1, LABEL: edition.pages[part.page]?.label },
        part.fragments.filter((fragment) => areas.of(fragment)).map((fragment, n) => zone(fragment, areas, n + 1)),
      ),
    ),
  );
}

export function described(edition: Edition, { article, section }: Named): XmlElement {
  const members = laidMembers(edition, article.id);
  const texts = (role: Fragment['role']): string[] =>
    members.filter((f) => f.role === role).map((f) => carriable(textOf(edition, f)));
  return modsSection(section, {
    title: articleTitle(edition, article.id),
    subtitle: texts('subhead')[0],
    names: texts('byline'),
    genre: article.kind,
    abstract: texts('lead')[0],
  });
}

/** From each part of an article to its page. */
export const links = (
  articles: readonly Named[],
  pages: readonly LaidPage[],
  pageId: (laid: LaidPage) => string,
): XmlElement[] =>
  articles.flatMap(({ parts }) =>
    parts.flatMap((part) => {
      const laid = pages.find(({ page }) => page.id === part.page);
      return laid ? [el('smLink', { 'xlink:from': part.id, 'xlink:to': pageId(laid) })] : [];
    }),
  );
