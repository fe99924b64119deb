/** The METS file of an edition: its pages, and its articles over them (article, article-part, article-zone). */
import { partsOf } from '../../continuations.ts';
import type { Article, Edition, Fragment } from '../../model/edition.ts';
import { articleTitle, readingOrder, textOf } from '../../model/selectors.ts';
import { carriable } from '../carriable.ts';
import { dayOf, languageOf, momentOf } from '../edition-facts.ts';
import { laidArticles, laidMembers, laidNumbers } from '../laid-articles.ts';
import type { LaidPage } from '../laid-page.ts';
import { xmlIds } from '../xml-ids.ts';
import { el, layXml, type XmlElement } from '../xml-writer.ts';
import { modsSection } from './mods.ts';
import { KIND_TYPES, METS_TYPES } from './mets-types.ts';

/** Where a fragment stands in the ALTO files. */
export interface Areas {
  readonly of: (fragment: Fragment) => { readonly file: string; readonly region: string } | undefined;
}

export function areasIn(pages: readonly LaidPage[]): Areas {
  const found = new Map<string, { file: string; region: string }>();
  for (const laid of pages)
    for (const [fragment, region] of xmlIds(laid).regions) found.set(fragment, { file: `ALTO_${laid.number}`, region });
  return { of: (fragment) => found.get(fragment.id) };
}

const pointer = (file: string, region: string): XmlElement =>
  el('fptr', {}, el('area', { FILEID: file, BEGIN: region, BETYPE: 'IDREF' }));

const imageType = (name: string): string | undefined =>
  ({
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    png: 'image/png',
    tif: 'image/tiff',
    tiff: 'image/tiff',
    jp2: 'image/jp2',
    webp: 'image/webp',
  })[name.split('.').at(-1)?.toLowerCase() ?? ''];

function zone(fragment: Fragment, areas: Areas, order: number): XmlElement | undefined {
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

function articleDiv(edition: Edition, article: Article, areas: Areas): XmlElement {
  const number = laidNumbers(edition).get(article.id) ?? 0;
  const parts = partsOf(edition, article.id);
  const waiting = parts.length ? [] : readingOrder(edition, article.id);
  const runs = waiting.length ? [{ page: '', fragments: waiting }] : parts;
  return el(
    'div',
    {
      ID: `ART_${number}`,
      TYPE: KIND_TYPES[article.kind],
      LABEL: articleTitle(edition, article.id),
      DMDID: `MODS_ART_${number}`,
      ORDER: number,
    },
    runs.map((part, i) =>
      el(
        'div',
        { ID: `ART_${number}_${i + 1}`, TYPE: 'article-part', ORDER: i + 1, LABEL: edition.pages[part.page]?.label },
        part.fragments.filter((fragment) => areas.of(fragment)).map((fragment, n) => zone(fragment, areas, n + 1)),
      ),
    ),
  );
}

function described(edition: Edition, article: Article): XmlElement {
  const members = laidMembers(edition, article.id);
  const texts = (role: Fragment['role']): string[] =>
    members.filter((f) => f.role === role).map((f) => carriable(textOf(edition, f)));
  return modsSection(`MODS_ART_${laidNumbers(edition).get(article.id) ?? 0}`, {
    title: articleTitle(edition, article.id),
    subtitle: texts('subhead')[0],
    names: texts('byline'),
    genre: article.kind,
    abstract: texts('lead')[0],
  });
}

export function metsDocument(edition: Edition, pages: readonly LaidPage[], pathOf: (laid: LaidPage) => string): string {
  const areas = areasIn(pages);
  const articles = laidArticles(edition);
  const loose = pages.flatMap((laid) =>
    laid.fragments.filter(({ fragment }) => !fragment.article && fragment.placement.at === 'page'),
  );
  const links = articles.flatMap((article) => {
    const number = laidNumbers(edition).get(article.id) ?? 0;
    return partsOf(edition, article.id).flatMap((part, i) => {
      const laid = pages.find(({ page }) => page.id === part.page);
      return laid ? [el('smLink', { 'xlink:from': `ART_${number}_${i + 1}`, 'xlink:to': `PAGE_${laid.number}` })] : [];
    });
  });
  const images = pages.filter(({ source }) => source?.image !== undefined);
  const located = (id: string, type: string | undefined, href: string): XmlElement =>
    el(
      'file',
      { ID: id, MIMETYPE: type },
      el('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': encodeURI(carriable(href)) }),
    );
  return layXml(
    el(
      'mets',
      {
        xmlns: 'http://www.loc.gov/METS/',
        'xmlns:mods': 'http://www.loc.gov/mods/v3',
        'xmlns:xlink': 'http://www.w3.org/1999/xlink',
        TYPE: 'Newspaper',
        LABEL: edition.title || undefined,
      },
      el(
        'metsHdr',
        { CREATEDATE: momentOf(edition) },
        el('agent', { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' }, el('name', {}, 'Pasteup')),
      ),
      modsSection('MODS_ISSUE', {
        title: edition.title,
        date: dayOf(edition),
        language: languageOf(edition),
        genre: 'newspaper',
      }),
      articles.map((article) => described(edition, article)),
      el(
        'fileSec',
        {},
        el(
          'fileGrp',
          { ID: 'FULLTEXT', USE: 'FULLTEXT' },
          pages.map((laid) => located(`ALTO_${laid.number}`, 'application/alto+xml', pathOf(laid))),
        ),
        images.length > 0 &&
          el(
            'fileGrp',
            { ID: 'IMAGES', USE: 'IMAGE' },
            images.map((laid) =>
              located(`IMG_${laid.number}`, imageType(laid.source?.image ?? ''), laid.source?.image ?? ''),
            ),
          ),
      ),
      el(
        'structMap',
        { TYPE: 'PHYSICAL' },
        el(
          'div',
          { ID: 'PHYS', TYPE: 'physSequence' },
          pages.map((laid) =>
            el(
              'div',
              { ID: `PAGE_${laid.number}`, TYPE: 'page', ORDER: laid.number, ORDERLABEL: laid.page.label },
              images.includes(laid) && el('fptr', { FILEID: `IMG_${laid.number}` }),
              el('fptr', { FILEID: `ALTO_${laid.number}` }),
            ),
          ),
        ),
      ),
      el(
        'structMap',
        { TYPE: 'LOGICAL' },
        el(
          'div',
          { ID: 'ISSUE', TYPE: 'issue', DMDID: 'MODS_ISSUE', LABEL: edition.title || undefined },
          articles.map((article) => articleDiv(edition, article, areas)),
          loose.map(({ fragment }) => {
            const area = areas.of(fragment);
            return area && el('div', { TYPE: 'page-zone', LABEL: fragment.role }, pointer(area.file, area.region));
          }),
        ),
      ),
      links.length > 0 && el('structLink', {}, links),
    ),
  );
}
