/** Markdown (CommonMark): pages and articles as headings, everything that could be taken for a mark escaped. */
import { countCharacters } from '../../model/characters.ts';
import type { Edition } from '../../model/edition.ts';
import type { RoleId } from '../../model/role.ts';
import { editionName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { paragraphText, readEdition, type Paragraph, type Story } from '../stories.ts';
import { openTally } from '../tally.ts';
import { wordsFor, type Words } from '../words.ts';
import { contentOf, type FormatWriter, type WriteOptions, type Written, type WrittenFile } from '../writer.ts';

/** Any ASCII punctuation may be escaped; these may mean something inside a line or at its start. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>&~|]/gu, '\\$&')
    .replace(/^([#+\-=:])/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/[\r\n\u2028\u2029]+/gu, ' ');

const HEADING: Partial<Record<RoleId, string>> = { headline: '### ', crosshead: '#### ' };
const QUOTED: ReadonlySet<RoleId> = new Set<RoleId>(['quote', 'editor-note']);
const STRONG: ReadonlySet<RoleId> = new Set<RoleId>(['kicker', 'subhead', 'lead', 'masthead', 'section']);
const PLAIN: ReadonlySet<RoleId> = new Set<RoleId>(['body', 'table', 'ad', 'notice', 'teaser', 'unknown']);

function block(paragraph: Paragraph): string {
  const text = escapeMarkdown(paragraphText(paragraph));
  const { role } = paragraph;
  const heading = HEADING[role];
  if (heading) return heading + text;
  if (QUOTED.has(role)) return `> ${text}`;
  if (STRONG.has(role)) return `**${text}**`;
  return PLAIN.has(role) ? text : `*${text}*`;
}

/** A line that is ours and not the edition's: a comment or a heading that says so. */
const ours = (heading: string, text: string): string => `${heading} ${escapeMarkdown(text)} <!-- -->`;

function story({ title, paragraphs }: Story, words: Words): string[] {
  const own = paragraphs.some((p) => p.role === 'headline') ? [] : [ours('###', title || words('untitled'))];
  return [...own, ...paragraphs.map(block)];
}

function write(edition: Edition, options: WriteOptions = {}): Written {
  const tally = openTally(edition);
  const words = wordsFor(edition, options);
  const { sheets, adrift } = readEdition(edition, tally);
  const front = Object.entries({ title: edition.title, date: edition.date, lang: edition.language }).filter(
    ([, value]) => value,
  );
  const blocks = [
    ...(front.length
      ? [`---\n${front.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n')}\n---`]
      : []),
    ours('#', edition.title || words('edition')),
    ...sheets.flatMap((sheet) => [
      ours('##', words('page', { label: sheet.page.label })),
      ...sheet.top.map(block),
      ...sheet.stories.flatMap((one) => story(one, words)),
      ...(sheet.loose.length
        ? [ours('###', words('loose', { label: sheet.page.label })), ...sheet.loose.map(block)]
        : []),
    ]),
    ...(adrift.length ? [ours('##', words('adrift')), ...adrift.flatMap((one) => story(one, words))] : []),
  ];
  return tally.close([{ path: editionName(edition, '.md'), content: `${blocks.join('\n\n')}\n` }]);
}

/** Our own lines and all marks taken off, what is left is the edition's. */
function recount(files: readonly WrittenFile[]): number {
  return files.reduce((n, file) => {
    const lines = contentOf(file)
      .replace(/^---\n[^]*?\n---\n/u, '')
      .split('\n');
    const bare = lines
      .filter((line) => !line.endsWith(' <!-- -->'))
      .map((line) =>
        line
          .replace(/^(?:#{3,4} |> )/u, '')
          .replace(/^(\*\*|\*)(?!\*)([^]*)\1$/u, '$2')
          .replace(/\\([!-/:-@[-`{-~])/gu, '$1'),
      );
    return n + countCharacters(bare.join('\n'));
  }, 0);
}

export const markdownWriter: FormatWriter = {
  id: 'markdown',
  name: { code: 'writer.markdown' },
  extension: '.md',
  mediaType: 'text/markdown',
  carries: messagesOf('carries', 'text', 'order', 'articles', 'some-roles', 'pages', 'date'),
  loses: messagesOf('loses', 'jumps', 'boxes', 'lines', 'source', 'unplaced', 'discarded', 'review'),
  write,
  recount,
};
