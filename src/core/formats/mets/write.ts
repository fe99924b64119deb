/** An edition as METS with an ALTO file a page: articles whole, over their pages. */
import type { Edition } from '../../model/edition.ts';
import { altoPage } from '../alto/page.ts';
import { altoPath, countStrings } from '../alto/write.ts';
import { layPages } from '../laid-page.ts';
import { keptFiles } from '../markup.ts';
import { LAID_LOSES, laidCarries } from '../laid-facts.ts';
import { openTally } from '../tally.ts';
import type { FormatWriter, Written } from '../writer.ts';
import { metsDocument } from './document.ts';

function write(edition: Edition): Written {
  const tally = openTally(edition);
  const pages = layPages(edition, tally);
  const kept = keptFiles(edition);
  const mets = {
    path: 'mets.xml',
    content: metsDocument(edition, pages, kept, (laid) => altoPath(laid, pages.length)),
  };
  return tally.close([
    mets,
    ...pages.map((laid) => ({ path: altoPath(laid, pages.length), content: altoPage(edition, laid, kept) })),
  ]);
}

export const metsWriter: FormatWriter = {
  id: 'mets',
  name: { code: 'writer.mets' },
  extension: '.xml',
  mediaType: 'application/mets+xml',
  carries: laidCarries('markup', 'date'),
  loses: LAID_LOSES,
  parts: ['page'],
  write,
  // What other hands wrote into the METS file is none of the text.
  recount: (files) => countStrings(files.filter(({ path }) => path !== 'mets.xml')),
};
