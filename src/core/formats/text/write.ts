/** Plain text: nothing but the edition's own words, a blank line after each paragraph, two more before each article. */
import { countCharacters } from '../../model/characters.ts';
import type { Edition } from '../../model/edition.ts';
import { editionName, numberedName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { paragraphText, readEdition, type Paragraph } from '../stories.ts';
import { openTally } from '../tally.ts';
import { contentOf, type FormatWriter, type Written, type WrittenFile } from '../writer.ts';

const textOf = (paragraphs: readonly Paragraph[]): string => paragraphs.map(paragraphText).join('\n\n');

const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => n + countCharacters(contentOf(file)), 0);

function writeEdition(edition: Edition): Written {
  const tally = openTally(edition);
  const { sheets, adrift } = readEdition(edition, tally);
  const parts = [
    ...sheets.flatMap((sheet) => [sheet.top, ...sheet.stories.map((story) => story.paragraphs), sheet.loose]),
    ...adrift.map((story) => story.paragraphs),
  ];
  const content = parts
    .filter((part) => part.length)
    .map(textOf)
    .join('\n\n\n\n');
  return tally.close([{ path: editionName(edition, '.txt'), content: `${content}\n` }]);
}

function writeArticles(edition: Edition): Written {
  const tally = openTally(edition);
  const { sheets, adrift } = readEdition(edition, tally);
  const stories = [...sheets.flatMap((sheet) => sheet.stories), ...adrift].sort((a, b) => a.number - b.number);
  const files: WrittenFile[] = [];
  for (const { number, title, paragraphs } of stories)
    if (paragraphs.length)
      files.push({
        path: `articles/${numberedName(number, stories.length, title, '.txt')}`,
        content: `${textOf(paragraphs)}\n`,
      });
  sheets.forEach(({ page, top, loose }, i) => {
    const rest = [...top, ...loose];
    if (rest.length)
      files.push({
        path: `pages/${numberedName(i + 1, sheets.length, page.label, '.txt')}`,
        content: `${textOf(rest)}\n`,
      });
  });
  return tally.close(files);
}

const shared = {
  extension: '.txt',
  mediaType: 'text/plain',
  carries: messagesOf('carries', 'text', 'order'),
  recount,
} as const;

export const textWriter: FormatWriter = {
  ...shared,
  id: 'text',
  name: { code: 'writer.text' },
  loses: messagesOf(
    'loses',
    'articles',
    'roles',
    'pages',
    'jumps',
    'boxes',
    'lines',
    'source',
    'unplaced',
    'discarded',
    'review',
  ),
  write: writeEdition,
};

export const textArticlesWriter: FormatWriter = {
  ...shared,
  id: 'text-articles',
  name: { code: 'writer.text-articles' },
  carries: messagesOf('carries', 'text', 'order', 'articles'),
  loses: messagesOf('loses', 'roles', 'jumps', 'boxes', 'lines', 'source', 'unplaced', 'discarded', 'review'),
  write: writeArticles,
};
