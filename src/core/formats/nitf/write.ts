/** NITF 3.6, one document an article. */
import { countCharacters } from '../../model/characters.ts';
import type { Edition } from '../../model/edition.ts';
import type { RoleId } from '../../model/role.ts';
import { dayOf } from '../edition-facts.ts';
import { numberedName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { itemUri, newsItems, printedOn, textsOf } from '../news-items.ts';
import { paragraphText, type Paragraph, type Story } from '../stories.ts';
import { openTally } from '../tally.ts';
import { contentOf, type FormatWriter, type Written, type WrittenFile } from '../writer.ts';
import { el, layXml, unescapeXml, type XmlElement } from '../xml-writer.ts';

const NAMESPACE = 'http://iptc.org/std/NITF/2006-10-18/';

/** Roles that have places of their own outside the running text. */
const ELSEWHERE: ReadonlySet<RoleId> = new Set<RoleId>([
  'headline',
  'kicker',
  'subhead',
  'section',
  'editor-note',
  'byline',
  'dateline',
  'lead',
  'source',
]);

const lines = (name: string, texts: readonly string[], attributes = {}): XmlElement[] =>
  texts.map((text) => el(name, attributes, text));

/** A headline may have several lines of second rank, but one of first: without any, the first of the others takes its place. */
function headings(story: Story): XmlElement | undefined {
  const [first, ...more] = textsOf(story, 'headline');
  const others = [
    ...lines('hl2', textsOf(story, 'kicker'), { class: 'kicker' }),
    ...lines('hl2', more, { class: 'headline' }),
    ...lines('hl2', textsOf(story, 'subhead'), { class: 'subhead' }),
  ];
  if (first !== undefined) return el('hedline', {}, el('hl1', {}, first), others);
  const [top, ...rest] = others;
  return top && el('hedline', {}, el('hl1', top.attributes, top.children), rest);
}

function block({ role, ...paragraph }: Paragraph): XmlElement | undefined {
  const text = paragraphText({ role, ...paragraph });
  switch (role) {
    case 'crosshead':
      return el('hl2', {}, text);
    case 'quote':
      return el('bq', {}, el('block', {}, el('p', {}, text)));
    case 'table':
      return el('table', {}, el('tr', {}, el('td', {}, text)));
    case 'caption':
    case 'photo-credit':
      return el('block', { class: 'picture' }, el('p', { class: role }, text));
    case 'body':
      return el('p', {}, text);
    default:
      return ELSEWHERE.has(role) ? undefined : el('p', { class: role }, text);
  }
}

function document(edition: Edition, story: Story): string {
  const { labels, sequence } = printedOn(edition, story);
  const day = dayOf(edition)?.replaceAll('-', '');
  const sections = textsOf(story, 'section');
  const notes = textsOf(story, 'editor-note');
  const summary = textsOf(story, 'lead');
  const sources = textsOf(story, 'source');
  const content = story.paragraphs.flatMap((one) => block(one) ?? []);
  const withheld = story.article.review.state === 'rejected';
  const root = el(
    'nitf',
    { xmlns: NAMESPACE, version: '-//IPTC//DTD NITF 3.6//EN' },
    el(
      'head',
      {},
      el('title', {}, story.title),
      labels.map((label) => el('meta', { name: 'print_page', content: label })),
      story.article.kind !== 'article' && el('meta', { name: 'kind', content: story.article.kind }),
      el(
        'docdata',
        { 'management-status': withheld ? 'withheld' : 'usable' },
        el('doc-id', { 'id-string': itemUri(edition, story) }),
        day !== undefined && el('date.issue', { norm: day }),
      ),
      el('pubdata', {
        type: 'print',
        name: edition.title || undefined,
        'date.publication': day,
        'position.section': labels[0],
        'position.sequence': sequence || undefined,
      }),
    ),
    el(
      'body',
      {},
      el(
        'body.head',
        {},
        headings(story),
        [
          ...sections.map((text) => ['section', text] as const),
          ...notes.map((text) => ['editorsnote', text] as const),
        ].map(([noteclass, text]) =>
          el(
            'note',
            { noteclass: noteclass === 'section' ? undefined : noteclass, class: noteclass },
            el('body.content', {}, el('p', {}, text)),
          ),
        ),
        lines('byline', textsOf(story, 'byline')),
        lines('dateline', textsOf(story, 'dateline')),
        summary.length > 0 && el('abstract', {}, lines('p', summary)),
      ),
      el('body.content', {}, content),
      sources.length > 0 && el('body.end', {}, el('tagline', {}, sources.join(' '))),
    ),
  );
  return layXml(root);
}

function write(edition: Edition): Written {
  const tally = openTally(edition);
  const items = newsItems(edition, tally);
  const files = items.map((story) => ({
    path: `nitf/${numberedName(story.number, items.length, story.title, '.xml')}`,
    content: document(edition, story),
  }));
  return tally.close(files);
}

/** All that stands in the body, marks taken off. */
const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => {
    const body = /<body>[^]*<\/body>/u.exec(contentOf(file))?.[0] ?? '';
    return n + countCharacters(unescapeXml(body.replace(/<[^>]*>/gu, '')));
  }, 0);

export const nitfWriter: FormatWriter = {
  id: 'nitf',
  name: { code: 'writer.nitf' },
  extension: '.xml',
  mediaType: 'application/nitf+xml',
  carries: messagesOf('carries', 'text', 'some-roles', 'articles', 'order', 'date'),
  loses: messagesOf('loses', 'jumps', 'loose', 'boxes', 'lines', 'source', 'unplaced', 'discarded', 'review'),
  write,
  recount,
};
