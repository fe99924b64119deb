/** What we write we read again: text, roles, articles in order over pages, continuations, jumps, and what was put away. */
import { describe, expect, it } from 'vitest';
import { importArgs } from '../import-pages.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import { newEdition } from '../model/new-edition.ts';
import { articlesOf, fragmentsOf, pagesOf, readingOrder, textOf } from '../model/selectors.ts';
import { call, transact } from '../transact.ts';
import { altoWriter } from './alto/write.ts';
import { hocrWriter } from './hocr/write.ts';
import { metsWriter } from './mets/write.ts';
import { pageXmlWriter } from './page/write.ts';
import { readFiles } from './read-files.ts';
import { sampleEdition } from './sample-edition.test-support.ts';

/** Line breaks and hyphens at them are the writer's. */
const bare = (text: string): string => text.replace(/\s/gu, '');

/** Without positions in the source, what stands on no page has no place in the files: the writers say so. */
function told(edition: Edition, all = true): object {
  const one = (f: Fragment): object => ({
    text: bare(textOf(edition, f)),
    role: f.role,
    ...(f.continues ? { continues: true } : {}),
    ...(f.jump ? { jump: f.jump } : {}),
    ...(f.placement.at === 'discarded' ? { discarded: f.placement.reason } : {}),
  });
  const loose = fragmentsOf(edition).filter((f) => !f.article && (all || f.placement.at === 'page')).map(one);
  return {
    pages: pagesOf(edition).map(({ label }) => label),
    articles: articlesOf(edition).map(({ id, kind }) => ({ kind, members: readingOrder(edition, id).map(one) })),
    loose: loose.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

describe.each([pageXmlWriter, metsWriter, altoWriter, hocrWriter])('$id', (writer) => {
  it.each([false, true])('boxes in the source: %s', async (boxed) => {
    const edition = sampleEdition(boxed);
    const files = writer.write(edition).files.map(({ path, content }) => ({ name: path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }));
    const { reading, failures } = await readFiles(files);
    expect([failures, reading.notes]).toEqual([[], []]);
    const empty = newEdition('e2');
    const outcome = transact(empty, [call('edition.import', importArgs(empty, [reading]))]);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(told(outcome.edition)).toEqual(told(edition, boxed));
  });
});
