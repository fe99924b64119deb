import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../model/edition.ts';
import { continuations } from '../continuations.ts';
import {
  articlesOf,
  articleTitle,
  findFragment,
  fragmentsOf,
  isPlaced,
  pagesOf,
  readingOrder,
  textOf,
} from '../model/selectors.ts';
import { call, transact } from '../transact.ts';
import { exportEdition } from './closing-balance.ts';
import { plainEdition, randomEdition } from './random-edition.test-support.ts';
import { readPasteup } from './pasteup/read.ts';
import { writePasteup } from './pasteup/write.ts';
import { reopen } from './round-trip.test-support.ts';
import { runs } from './runs.test-support.ts';
import { sampleEdition } from './sample-edition.test-support.ts';
import { contentOf } from './writer.ts';
import { writerOf } from './writers.ts';

const files = (edition: Edition, format: string) => exportEdition(edition, writerOf(format)).written.files;
const texts = (edition: Edition, format: string) =>
  files(edition, format)
    .map((file) => `${file.path}\n${contentOf(file)}`)
    .join('\n');

/** Articles with all that a reader can tell of them. */
const told = (edition: Edition) =>
  articlesOf(edition).map((article) => ({
    kind: article.kind,
    title: articleTitle(edition, article.id),
    members: readingOrder(edition, article.id).map((f) => [
      f.role,
      textOf(edition, f).replace(/\s/gu, ''),
      f.continues ?? false,
      f.placement.at,
    ]),
  }));
/** As far as they stand on pages: what is unplaced, and of no known position, these formats cannot hold. */
const placedOf = (edition: Edition) =>
  told(edition)
    .map((article) => ({ ...article, members: article.members.filter(([, , , at]) => at === 'page') }))
    .filter(({ members }) => members.length > 0);
/** Every member of an article on a page: these formats hold nothing that stands nowhere. */
function membersPlaced(edition: Edition): Edition {
  const [page] = pagesOf(edition);
  const ids = fragmentsOf(edition).flatMap((f) => (f.article && !isPlaced(f) ? f.id : []));
  if (!page || !ids.length) return edition;
  const column = page.columns[0]?.id ?? '';
  const outcome = transact(edition, call('fragment.place', { ids, page: page.id, column, after: null, span: 1 }));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}
const isPlacedId = (edition: Edition, id: string | null): boolean => {
  const fragment = id === null ? undefined : findFragment(edition, id);
  return fragment === undefined || isPlaced(fragment);
};
const ends = (edition: Edition) =>
  continuations(edition)
    .filter((one) => isPlacedId(edition, one.fromFragmentId) && isPlacedId(edition, one.toFragmentId))
    .map(({ fromPage, toPage, status }) => [fromPage, toPage, status]);

describe.each(['page', 'alto', 'mets', 'hocr'])('%s', (format) => {
  it('is written the same again after it was opened', async () => {
    const edition = sampleEdition(true);
    expect(fragmentsOf(edition).some(({ corrected }) => corrected?.includes('\n'))).toBe(true);
    expect(texts(await reopen(files(edition, format)), format)).toBe(texts(edition, format));
  });

  it(`write, read, write gives the same bytes on ${runs(200)} editions, positions synthetic or not`, async () => {
    await fc.assert(
      fc.asyncProperty(plainEdition.map(membersPlaced), async (edition) => {
        fc.pre(fragmentsOf(edition).some(isPlaced));
        expect(texts(await reopen(files(edition, format)), format)).toBe(texts(edition, format));
      }),
      { numRuns: runs(200) },
    );
  }, 600_000);

  // Such files have no place for odd white space: it is evened out the first time.
  it(`settles, whatever stands in the text: what was opened once is written the same for ever`, async () => {
    await fc.assert(
      fc.asyncProperty(randomEdition, async (edition) => {
        fc.pre(fragmentsOf(edition).some(isPlaced));
        const once = await reopen(files(edition, format));
        expect(texts(await reopen(files(once, format)), format)).toBe(texts(once, format));
      }),
      { numRuns: runs(100) },
    );
  }, 600_000);
});

describe('JSON', () => {
  it(`write, read, write gives the same bytes on ${runs(200)} editions`, () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        const text = writePasteup(edition);
        expect(writePasteup(readPasteup(text, 'a.pasteup.json').edition)).toBe(text);
      }),
      { numRuns: runs(200) },
    );
  }, 300_000);
});

describe.each(['page', 'alto', 'mets', 'hocr'])('%s', (format) => {
  it('keeps a paragraph break that was typed into a fragment', async () => {
    const before = sampleEdition(true);
    const reopened = fragmentsOf(await reopen(files(before, format)));
    const typed = fragmentsOf(before).filter(({ corrected }) => corrected?.includes('\n'));
    expect(typed.length).toBeGreaterThan(0);
    for (const { corrected } of typed) expect(reopened.map((one) => one.corrected)).toContain(corrected);
  });
});

describe.each(['page', 'mets', 'alto', 'hocr'])('%s', (format) => {
  it('keeps articles, roles, order and continuations', async () => {
    const before = sampleEdition(true);
    const after = await reopen(files(before, format));
    expect(told(after)).toEqual(told(before));
    expect(ends(after)).toEqual(ends(before));
    expect(fragmentsOf(after).length).toBe(fragmentsOf(before).length);
  });

  it(`keeps them whole on ${runs(200)} editions`, async () => {
    await fc.assert(
      fc.asyncProperty(plainEdition.map(membersPlaced), async (edition) => {
        fc.pre(fragmentsOf(edition).some(isPlaced));
        const after = await reopen(files(edition, format));
        expect(placedOf(after)).toEqual(placedOf(edition));
        expect(ends(after)).toEqual(ends(edition));
      }),
      { numRuns: runs(200) },
    );
  }, 600_000);
});

it('an article that begins on the last page, and goes to and fro, comes back so in every format with positions', async () => {
  const edition = sampleEdition(true);
  const [first, last] = [pagesOf(edition)[0], pagesOf(edition).at(-1)];
  const on = (page: string | undefined): string[] =>
    fragmentsOf(edition).flatMap((f) => (f.placement.at === 'page' && f.placement.page === page ? f.id : []));
  const ids = [
    ...on(last?.id).slice(0, 1),
    ...on(first?.id).slice(0, 1),
    ...on(last?.id).slice(1, 2),
    ...on(first?.id).slice(1, 2),
  ];
  const made = transact(edition, call('article.make', { ids }));
  if (!made.ok) throw new Error(made.refusal.code);
  const article = articlesOf(made.edition).at(-1)?.id ?? '';
  const moved = transact(made.edition, [
    call('article.move', { article, after: null }),
    call('article.rename', { article, title: 'Fares; "old" & new: 100 %41' }),
  ]);
  if (!moved.ok) throw new Error(moved.refusal.code);
  expect(ids.length).toBe(4);
  for (const format of ['page', 'alto', 'mets', 'hocr']) {
    const again = await reopen(files(moved.edition, format));
    expect(placedOf(again), format).toEqual(placedOf(moved.edition));
    expect(ends(again), format).toEqual(ends(moved.edition));
    expect(texts(again, format)).toBe(texts(moved.edition, format));
  }
});
