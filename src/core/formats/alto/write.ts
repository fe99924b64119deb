/** ALTO 4.4, one file a page. */
import { countCharacters } from '../../model/characters.ts';
import type { Edition } from '../../model/edition.ts';
import { numberedName } from '../file-names.ts';
import { layPages, type LaidPage } from '../laid-page.ts';
import { keptFiles } from '../markup.ts';
import { LAID_LOSES, laidCarries } from '../laid-facts.ts';
import { openTally } from '../tally.ts';
import { contentOf, type FormatWriter, type Written, type WrittenFile } from '../writer.ts';
import { unescapeXml } from '../xml-writer.ts';
import { altoPage } from './page.ts';

export const altoPath = (laid: LaidPage, pages: number): string =>
  `alto/${numberedName(laid.number, pages, laid.page.label, '.xml')}`;

function write(edition: Edition): Written {
  const tally = openTally(edition);
  const pages = layPages(edition, tally);
  const kept = keptFiles(edition);
  return tally.close(
    pages.map((laid) => ({ path: altoPath(laid, pages.length), content: altoPage(edition, laid, kept) })),
  );
}

/** The content of every String and printed hyphen in the files that hold any. */
export const countStrings = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => {
    const words = Array.from(contentOf(file).matchAll(/<(?:String|HYP) [^>]*?\bCONTENT="([^"]*)"/gu), (match) =>
      unescapeXml(match[1] ?? ''),
    );
    return n + countCharacters(words.join('\n'));
  }, 0);

export const altoWriter: FormatWriter = {
  id: 'alto',
  name: { code: 'writer.alto' },
  extension: '.xml',
  mediaType: 'application/alto+xml',
  carries: laidCarries('markup'),
  loses: LAID_LOSES,
  parts: ['page'],
  write,
  recount: countStrings,
};
