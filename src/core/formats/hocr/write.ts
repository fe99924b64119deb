/** hOCR 1.2: the whole edition as one document, a page an ocr_page, an article a content flow over all its pages. */
import { countCharacters } from '../../model/characters.ts';
import type { ArticleKind, Box, Edition } from '../../model/edition.ts';
import { languageOf } from '../edition-facts.ts';
import { editionName } from '../file-names.ts';
import { layPages, type LaidFragment, type LaidPage } from '../laid-page.ts';
import { wordsIn } from '../laid-words.ts';
import { laidArticles, laidMembers, laidNumbers } from '../laid-articles.ts';
import { LAID_LOSES, laidCarries } from '../laid-facts.ts';
import { breaksIn } from '../paragraphs.ts';
import { carriable } from '../carriable.ts';
import { escaped } from './title.ts';
import { openTally } from '../tally.ts';
import { wordsFor } from '../words.ts';
import { contentOf, type FormatWriter, type WriteOptions, type Written, type WrittenFile } from '../writer.ts';
import { el, layXml, unescapeXml, type XmlElement } from '../xml-writer.ts';

/** hOCR properties: parted by semicolons, so a text must not hold one, nor the quote mark that it stands in. */
const quoted = (text: string): string => `"${text.replace(/["\\;]/gu, ' ')}"`;

/** Whole pixels, as hOCR has them. */
function whole([x, y, width, height]: Box): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = [x, y, x + width, y + height].map((n) =>
    Math.max(0, Math.round(n)),
  );
  return [left, top, right - left, bottom - top];
}

function bbox(box: Box): string {
  const [x, y, width, height] = whole(box);
  return `bbox ${x} ${y} ${x + width} ${y + height}`;
}

type Properties = { readonly [name: string]: string | number | true | undefined };

const title = (box: Box, more: Properties): string =>
  [
    bbox(box),
    ...Object.entries(more).flatMap(([name, value]) =>
      value === undefined ? [] : value === true ? [name] : [`${name} ${value}`],
    ),
  ].join('; ');

interface Place {
  readonly kind: ArticleKind;
  readonly flow: string;
  readonly title: string | undefined;
  /** From 1, over all pages of the flow. */
  readonly order: number;
}

const placesIn = (edition: Edition): ReadonlyMap<string, Place> =>
  new Map(
    laidArticles(edition).flatMap((article) =>
      laidMembers(edition, article.id).map(
        (f, i) =>
          [
            f.id,
            {
              kind: article.kind,
              title: i ? undefined : article.title,
              flow: `a${laidNumbers(edition).get(article.id) ?? 0}`,
              order: i + 1,
            },
          ] as const,
      ),
    ),
  );

function facts({ fragment, text, synthetic }: LaidFragment, place: Place | undefined): Properties {
  const { placement, jump } = fragment;
  return {
    cflow: place?.flow,
    order: place?.order,
    x_kind: place && place.kind !== 'article' ? place.kind : undefined,
    x_title: place?.title === undefined ? undefined : `"${escaped(carriable(place.title))}"`,
    x_role: fragment.role,
    x_continues: fragment.continues,
    x_confirmed: fragment.confirmed,
    x_jump: jump && quoted(jump.page ?? ''),
    x_discarded: placement.at === 'discarded' ? placement.reason : undefined,
    x_unplaced: placement.at === 'unplaced' ? true : undefined,
    x_paragraphs: breaksIn(text),
    x_synthetic: synthetic ? true : undefined,
  };
}

function pageDiv(laid: LaidPage, places: ReadonlyMap<string, Place>): XmlElement {
  const { number, source } = laid;
  let lines = 0;
  let words = 0;
  const area = (one: LaidFragment, n: number): XmlElement => {
    const { box, lines: own } = one;
    return el(
      'div',
      {
        class: 'ocr_carea',
        id: `block_${number}_${n + 1}`,
        title: title(box, facts(one, places.get(one.fragment.id))),
      },
      own.length > 0 &&
        el(
          'p',
          { class: 'ocr_par', title: bbox(box) },
          own.map((line) => {
            const spans = wordsIn(line.text, whole(line.box)).map((word) =>
              el(
                'span',
                {
                  class: 'ocrx_word',
                  id: `word_${number}_${++words}`,
                  title: title(word.box, {
                    x_wconf: line.confidence === undefined ? undefined : Math.round(line.confidence * 100),
                  }),
                },
                word.text,
              ),
            );
            const spaced = spans.flatMap((span, i) => [i ? ' ' : '', span]);
            return el('span', { class: 'ocr_line', id: `line_${number}_${++lines}`, title: bbox(line.box) }, spaced);
          }),
        ),
    );
  };
  return el(
    'div',
    {
      class: 'ocr_page',
      id: `page_${number}`,
      title: title([0, 0, laid.width, laid.height], {
        image: source?.image === undefined ? undefined : quoted(source.image),
        ppageno: number - 1,
        lpageno: quoted(laid.page.label),
      }),
    },
    laid.fragments.map(area),
    source?.pictures?.map((box, i) =>
      el('div', { class: 'ocr_photo', id: `photo_${number}_${i + 1}`, title: bbox(box) }, ''),
    ) ?? [],
    source?.separators?.map((box, i) =>
      el('div', { class: 'ocr_separator', id: `separator_${number}_${i + 1}`, title: bbox(box) }, ''),
    ) ?? [],
  );
}

function write(edition: Edition, options: WriteOptions = {}): Written {
  const tally = openTally(edition);
  const pages = layPages(edition, tally);
  const places = placesIn(edition);
  const language = languageOf(edition);
  const meta = (name: string, content: string): XmlElement => el('meta', { name, content });
  const root = el(
    'html',
    { xmlns: 'http://www.w3.org/1999/xhtml', 'xml:lang': language, lang: language },
    el(
      'head',
      {},
      el('title', {}, edition.title || wordsFor(edition, options)('edition')),
      el('meta', { 'http-equiv': 'Content-Type', content: 'text/html; charset=utf-8' }),
      meta('ocr-system', 'Pasteup'),
      meta('ocr-capabilities', 'ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_photo ocr_separator ocrp_wconf'),
      meta('ocr-number-of-pages', String(pages.length)),
      edition.title !== '' && meta('dc.title', edition.title),
      edition.date !== undefined && meta('dc.date', edition.date),
    ),
    el(
      'body',
      {},
      pages.map((laid) => pageDiv(laid, places)),
    ),
  );
  const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>';
  return tally.close([{ path: editionName(edition, '.hocr'), content: layXml(root, { prolog }) }]);
}

const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => {
    const words = Array.from(contentOf(file).matchAll(/<span class="ocrx_word"[^>]*>([^<]*)</gu), (match) =>
      unescapeXml(match[1] ?? ''),
    );
    return n + countCharacters(words.join('\n'));
  }, 0);

export const hocrWriter: FormatWriter = {
  id: 'hocr',
  name: { code: 'writer.hocr' },
  extension: '.hocr',
  mediaType: 'text/vnd.hocr+html',
  carries: laidCarries(),
  loses: LAID_LOSES,
  parts: ['page'],
  write,
  recount,
};
