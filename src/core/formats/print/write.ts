/** The rebuilt pages as they stand on the sheet, to be printed: one web page that needs nothing but itself. Printed to a file it is a PDF with real text. */
import { countCharacters } from '../../model/characters.ts';
import type { Edition } from '../../model/edition.ts';
import { fragmentsOnPage, pagesOf } from '../../model/selectors.ts';
import { languageOf, titleOf } from '../edition-facts.ts';
import { editionName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { openTally } from '../tally.ts';
import { wordsFor } from '../words.ts';
import { contentOf, type FormatWriter, type WriteOptions, type Written, type WrittenFile } from '../writer.ts';
import { el, layXml, unescapeXml } from '../xml-writer.ts';
import { printSheet, round, type PrintedSheet } from './sheet.ts';
import { PRINT_STYLE } from './style.ts';

const nameOf = (index: number): string => `s${index + 1}`;

/** The paper of each sheet; the first sheet's is what a browser takes that knows no named pages. */
function paper(sheets: readonly PrintedSheet[]): string[] {
  const size = ({ width, height }: PrintedSheet): string => `size: ${width}pt ${height}pt; margin: 0`;
  const [first] = sheets;
  return [
    ...(first ? [`@page { ${size(first)}; }`] : []),
    ...sheets.flatMap((sheet, i) => [
      `@page ${nameOf(i)} { ${size(sheet)}; }`,
      // A hair less than the paper: rounding must not make a second sheet of it.
      `.${nameOf(i)} { page: ${nameOf(i)}; width: ${sheet.width}pt; height: ${round(sheet.height - 0.05)}pt; }`,
    ]),
  ];
}

/** `i20`: an indent of two ems. `k3`: three hundredths of an em tighter. */
const lineRules = (classes: ReadonlySet<string>): string[] =>
  [...classes].sort().flatMap((name) => {
    const n = Number(name.slice(1));
    if (name.startsWith('i')) return [`.t .${name} { padding-inline-start: ${n / 10}em; }`];
    return name.startsWith('k') ? [`.t .${name} { letter-spacing: -${n / 100}em; }`] : [];
  });

function write(edition: Edition, options: WriteOptions = {}): Written {
  const tally = openTally(edition);
  const words = wordsFor(edition, options);
  const classes = new Set<string>();
  const sheets = pagesOf(edition).map((page, i) => {
    for (const fragment of fragmentsOnPage(edition, page.id)) tally.write(fragment);
    return printSheet(edition, page, { name: nameOf(i), words, classes });
  });
  tally.leaveDiscarded();
  tally.leaveUnplaced();
  const style = [PRINT_STYLE.trim(), ...paper(sheets), ...lineRules(classes), ...sheets.flatMap(({ rules }) => rules)];
  const root = el(
    'html',
    { lang: languageOf(edition) },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('title', {}, [titleOf(edition) || words('edition'), edition.date].filter(Boolean).join(' ')),
      el('style', {}, `\n${style.join('\n')}\n`),
    ),
    el('body', {}, sheets.length ? sheets.map(({ element }) => element) : '\n'),
  );
  return tally.close([
    { path: editionName(edition, '.print.html'), content: layXml(root, { prolog: '<!DOCTYPE html>' }) },
  ]);
}

/** All that stands in an element that names a fragment, marks taken off. */
const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => {
    const texts = Array.from(
      contentOf(file).matchAll(/<(p|h[1-3]) [^>]* data-fragment="[^"]*">([^]*?)<\/\1>/gu),
      (match) => unescapeXml((match[2] ?? '').replace(/<[^>]*>/gu, '')),
    );
    return n + countCharacters(texts.join('\n'));
  }, 0);

export const printWriter: FormatWriter = {
  id: 'print',
  name: { code: 'writer.print' },
  extension: '.print.html',
  mediaType: 'text/html',
  carries: messagesOf('carries', 'layout', 'columns', 'order', 'articles', 'jumps', 'pages', 'date'),
  loses: messagesOf('loses', 'boxes', 'source', 'unplaced', 'discarded', 'review'),
  parts: ['page'],
  write,
  recount,
};
