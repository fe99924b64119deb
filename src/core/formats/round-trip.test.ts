import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../model/edition.ts';
import { continuations } from '../continuations.ts';
import { articlesOf, articleTitle, fragmentsOf, readingOrder, textOf } from '../model/selectors.ts';
import { exportEdition } from './closing-balance.ts';
import { randomEdition } from './random-edition.test-support.ts';
import { reopen } from './round-trip.test-support.ts';
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
const ends = (edition: Edition) =>
  continuations(edition).map(({ fromPage, toPage, status }) => [fromPage, toPage, status]);

describe.each(['page', 'alto', 'mets', 'hocr'])('%s', (format) => {
  it('is written the same again after it was opened', async () => {
    const edition = sampleEdition(true);
    expect(fragmentsOf(edition).some(({ corrected }) => corrected?.includes('\n'))).toBe(true);
    expect(texts(await reopen(files(edition, format)), format)).toBe(texts(edition, format));
  });

  it('settles: what was opened once is written the same for ever, positions synthetic or not', async () => {
    await fc.assert(
      fc.asyncProperty(randomEdition, async (edition) => {
        fc.pre(fragmentsOf(edition).some((f) => f.placement.at === 'page'));
        const once = await reopen(files(edition, format));
        expect(texts(await reopen(files(once, format)), format)).toBe(texts(once, format));
      }),
      { numRuns: 100 },
    );
  }, 120_000);
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

describe.each(['page', 'mets'])('%s', (format) => {
  it('keeps articles, roles, order and continuations', async () => {
    const before = sampleEdition(true);
    const after = await reopen(files(before, format));
    expect(told(after)).toEqual(told(before));
    expect(ends(after)).toEqual(ends(before));
    expect(fragmentsOf(after).length).toBe(fragmentsOf(before).length);
  });
});
