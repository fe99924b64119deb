/** One web page that needs nothing but itself: semantic, readable, without a script. */
import { countCharacters } from '../../model/characters.ts';
import type { Edition } from '../../model/edition.ts';
import type { RoleId } from '../../model/role.ts';
import { languageOf, titleOf } from '../edition-facts.ts';
import { editionName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { readEdition, type Paragraph, type Story } from '../stories.ts';
import { openTally } from '../tally.ts';
import { wordsFor, type Words } from '../words.ts';
import { contentOf, type FormatWriter, type WriteOptions, type Written, type WrittenFile } from '../writer.ts';
import { el, layXml, unescapeXml, type XmlElement } from '../xml-writer.ts';
import { STYLE } from './style.ts';

/** What a paragraph of each role is wrapped in; a plain `p` with the role as its class for the rest. */
const WRAPPED: Partial<Record<RoleId, readonly string[]>> = {
  headline: ['h3'],
  crosshead: ['h4'],
  caption: ['figure', 'figcaption'],
  quote: ['blockquote', 'p'],
  'editor-note': ['aside', 'p'],
  ad: ['aside', 'p'],
  imprint: ['footer', 'p'],
};

/** The words of a fragment always stand straight under an element that names it. */
function paragraph({ role, pieces }: Paragraph): XmlElement {
  const [outer = 'p', inner] = WRAPPED[role] ?? [];
  const attributes = { class: role === 'body' ? undefined : role, dir: 'auto' };
  const lone = pieces.length === 1 ? pieces[0] : undefined;
  const content = pieces.flatMap((piece) => [
    piece.glue,
    el('span', { 'data-fragment': piece.fragment.id }, piece.text),
  ]);
  if (inner)
    return el(
      outer,
      attributes,
      lone ? el(inner, { 'data-fragment': lone.fragment.id }, lone.text) : el(inner, {}, content),
    );
  return lone
    ? el(outer, { ...attributes, 'data-fragment': lone.fragment.id }, lone.text)
    : el(outer, attributes, content);
}

function article(story: Story, words: Words): XmlElement {
  const title = story.title || words('untitled');
  const labels = story.pages.map((page) => page.label).join(', ');
  return el(
    'article',
    {
      id: `article-${story.number}`,
      'aria-label': title,
      class: story.article.kind === 'article' ? undefined : story.article.kind,
    },
    !story.paragraphs.some((p) => p.role === 'headline') && el('h3', { class: 'given' }, title),
    story.paragraphs.map(paragraph),
    story.pages.length > 1 && el('p', { class: 'pages' }, words('pages', { labels })),
  );
}

const contents = (stories: readonly Story[], words: Words): XmlElement | false =>
  stories.length > 1 &&
  el(
    'nav',
    { 'aria-label': words('contents') },
    el(
      'ol',
      {},
      stories.map((story) =>
        el('li', {}, el('a', { href: `#article-${story.number}` }, story.title || words('untitled'))),
      ),
    ),
  );

function write(edition: Edition, options: WriteOptions = {}): Written {
  const tally = openTally(edition);
  const words = wordsFor(edition, options);
  const { sheets, adrift } = readEdition(edition, tally);
  const title = titleOf(edition) || words('edition');
  const root = el(
    'html',
    { lang: languageOf(edition) },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      edition.date !== undefined && el('meta', { name: 'dcterms.issued', content: edition.date }),
      el('title', {}, title),
      el('style', {}, STYLE),
    ),
    el(
      'body',
      {},
      el(
        'header',
        // The paper's own masthead says it better.
        { class: sheets[0]?.top.some((one) => one.role === 'masthead') ? 'told' : undefined },
        el('h1', { dir: 'auto' }, title),
        edition.date !== undefined && el('p', {}, el('time', { datetime: edition.date }, edition.date)),
      ),
      contents([...sheets.flatMap((sheet) => sheet.stories), ...adrift], words),
      el(
        'main',
        {},
        sheets.map((sheet) =>
          el(
            'section',
            {},
            el('h2', {}, words('page', { label: sheet.page.label })),
            sheet.top.map(paragraph),
            sheet.stories.map((story) => article(story, words)),
            sheet.loose.length > 0 &&
              el(
                'section',
                { class: 'loose', 'aria-label': words('loose', { label: sheet.page.label }) },
                sheet.loose.map(paragraph),
              ),
          ),
        ),
        adrift.length > 0 &&
          el(
            'section',
            {},
            el('h2', {}, words('adrift')),
            adrift.map((story) => article(story, words)),
          ),
        !sheets.length && !adrift.length && '\n',
      ),
    ),
  );
  return tally.close([{ path: editionName(edition, '.html'), content: layXml(root, { prolog: '<!DOCTYPE html>' }) }]);
}

/** Every fragment's words: what stands after an element that names one, up to the next mark. */
const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => {
    const texts = Array.from(contentOf(file).matchAll(/ data-fragment="[^"]*">([^<]*)</gu), (match) =>
      unescapeXml(match[1] ?? ''),
    );
    return n + countCharacters(texts.join('\n'));
  }, 0);

export const htmlWriter: FormatWriter = {
  id: 'html',
  name: { code: 'writer.html' },
  extension: '.html',
  mediaType: 'text/html',
  carries: messagesOf('carries', 'text', 'order', 'articles', 'roles', 'pages', 'date'),
  loses: messagesOf('loses', 'jumps', 'boxes', 'lines', 'source', 'unplaced', 'discarded', 'review'),
  write,
  recount,
};
