/** ninjs 3.1, one item an article: an article that goes on over pages is one item with its bodies joined. */
import { countCharacters } from '../../model/characters.ts';
import type { Edition, Json } from '../../model/edition.ts';
import type { RoleId } from '../../model/role.ts';
import { dayOf, languageOf, momentOf } from '../edition-facts.ts';
import { numberedName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { itemUri, newsItems, picturesOf, printedOn, textsOf } from '../news-items.ts';
import { paragraphText, type Paragraph, type Story } from '../stories.ts';
import { openTally } from '../tally.ts';
import { contentOf, type FormatWriter, type Written, type WrittenFile } from '../writer.ts';
import { escapeText, unescapeXml } from '../xml-writer.ts';

const SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#';

/** Roles that have fields of their own outside the body. */
const ELSEWHERE: ReadonlySet<RoleId> = new Set<RoleId>([
  'headline',
  'kicker',
  'subhead',
  'byline',
  'dateline',
  'lead',
  'editor-note',
  'source',
  'section',
  'caption',
  'photo-credit',
  'teaser',
]);

/** What is more than a paragraph of the body. */
const MARKS: Partial<Record<RoleId, readonly [open: string, close: string]>> = {
  crosshead: ['<h3>', '</h3>'],
  quote: ['<blockquote><p>', '</p></blockquote>'],
  table: ['<table><tr><td>', '</td></tr></table>'],
};

const html = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .filter(({ role }) => !ELSEWHERE.has(role))
    .map((one) => {
      const [open, close] = MARKS[one.role] ?? ['<p>', '</p>'];
      return open + escapeText(paragraphText(one)) + close;
    })
    .join('\n');

const roled = (role: string, texts: readonly string[]): Json[] =>
  texts.map((value) => ({ role, contentType: 'text/plain', value }));

/** Leaves out what is undefined and every empty list. */
const kept = (fields: { readonly [key: string]: Json | undefined }): Json =>
  Object.fromEntries(
    Object.entries(fields).filter(
      (field): field is [string, Json] => field[1] !== undefined && !(Array.isArray(field[1]) && !field[1].length),
    ),
  );

const joined = (texts: readonly string[]): string | undefined => (texts.length ? texts.join(' ') : undefined);

function associations(uri: string, story: Story): Json[] {
  const pictures = picturesOf(story).map(({ captions, credits }, i) =>
    kept({
      name: `picture ${i + 1}`,
      rel: 'picture',
      uri: `${uri}:picture:${i + 1}`,
      type: 'picture',
      descriptions: roled('caption', captions),
      by: joined(credits),
    }),
  );
  const teasers = textsOf(story, 'teaser').map((text, i) =>
    kept({
      name: `teaser ${i + 1}`,
      rel: 'teaser',
      uri: `${uri}:teaser:${i + 1}`,
      type: 'text',
      headlines: roled('main', [text]),
    }),
  );
  return [...pictures, ...teasers];
}

function item(edition: Edition, story: Story): Json {
  const uri = itemUri(edition, story);
  const { labels, sequence } = printedOn(edition, story);
  const day = dayOf(edition);
  const main = html(story.paragraphs);
  const { kind, review } = story.article;
  return kept({
    standard: { name: 'ninjs', version: '3.1', schema: SCHEMA },
    uri,
    type: 'text',
    representationType: 'full',
    contentCreated: day === undefined ? undefined : momentOf(edition),
    pubStatus: review.state === 'rejected' ? 'withheld' : 'usable',
    language: languageOf(edition),
    title: story.title || undefined,
    headlines: [
      ...roled('kicker', textsOf(story, 'kicker')),
      ...roled('main', textsOf(story, 'headline')),
      ...roled('sub', textsOf(story, 'subhead')),
    ],
    by: joined(textsOf(story, 'byline')),
    located: joined(textsOf(story, 'dateline')),
    descriptions: roled('summary', textsOf(story, 'lead')),
    bodies: [
      ...(main ? [{ role: 'main', contentType: 'text/html', value: main }] : []),
      ...roled('editorsNote', textsOf(story, 'editor-note')),
    ],
    infoSources: textsOf(story, 'source').map((name) => ({ name })),
    genres: [
      ...textsOf(story, 'section').map((name) => ({ name })),
      ...(kind === 'article' ? [] : [{ literal: kind }]),
    ],
    associations: associations(uri, story),
    altIds: [
      ...(edition.title ? [{ role: 'publication', value: edition.title }] : []),
      ...labels.map((value) => ({ role: 'page', value })),
      ...(sequence ? [{ role: 'sequence', value: String(sequence) }] : []),
    ],
  });
}

function write(edition: Edition): Written {
  const tally = openTally(edition);
  const items = newsItems(edition, tally);
  const files = items.map((story) => ({
    path: `ninjs/${numberedName(story.number, items.length, story.title, '.json')}`,
    content: `${JSON.stringify(item(edition, story), null, 2)}\n`,
  }));
  return tally.close(files);
}

interface Told {
  readonly contentType?: string;
  readonly value?: string;
  readonly name?: string;
}
type Item = {
  readonly [list in 'headlines' | 'bodies' | 'descriptions' | 'infoSources' | 'genres']?: readonly Told[];
} & {
  readonly by?: string;
  readonly located?: string;
  readonly associations?: readonly Item[];
};

const bare = ({ contentType, value = '' }: Told): string =>
  contentType === 'text/html' ? unescapeXml(value.replace(/<[^>]*>/gu, '')) : value;

/** The edition's words in an item; its title and alternative ids only say again. */
const wordsIn = (one: Item): string[] => [
  ...[...(one.headlines ?? []), ...(one.bodies ?? []), ...(one.descriptions ?? [])].map(bare),
  ...[...(one.infoSources ?? []), ...(one.genres ?? [])].map((told) => told.name ?? ''),
  one.by ?? '',
  one.located ?? '',
  ...(one.associations ?? []).flatMap(wordsIn),
];

const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => n + countCharacters(wordsIn(JSON.parse(contentOf(file)) as Item).join('\n')), 0);

export const ninjsWriter: FormatWriter = {
  id: 'ninjs',
  name: { code: 'writer.ninjs' },
  extension: '.json',
  mediaType: 'application/json',
  carries: messagesOf('carries', 'text', 'some-roles', 'articles', 'order', 'date'),
  loses: messagesOf('loses', 'jumps', 'loose', 'boxes', 'lines', 'source', 'unplaced', 'discarded', 'review'),
  write,
  recount,
};
