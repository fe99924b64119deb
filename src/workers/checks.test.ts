/** The checks' worker, driven as the main thread drives it: progress is told, and after an edit how little was looked at. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { call, checkEdition, transact, type Edition, type Finding } from '../core/index.ts';
import { joinEditions } from '../bench/many-pages.ts';
import { ownEditions } from '../bench/true-editions.ts';
import type { FromChecks, ToChecks } from './checks.ts';
import { give } from './run-checks.ts';

const edition: Edition = joinEditions(
  ownEditions().map((one) => one.edition),
  80,
);
const said: FromChecks[] = [];
let tell: (message: ToChecks) => void;

beforeAll(async () => {
  vi.stubGlobal('postMessage', (message: FromChecks) => void said.push(structuredClone(message)));
  await import('./checks.ts');
  const { onmessage } = globalThis as unknown as { onmessage: (event: { data: ToChecks }) => void };
  // As a worker has it: a copy of everything.
  tell = (data) => onmessage({ data: structuredClone(data) });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const found = () => said.flatMap((one) => (one.kind === 'found' ? [one.news] : []));
const added = (): Finding[] =>
  said.flatMap((one) => (one.kind === 'added' ? one.findings : one.kind === 'found' ? one.news.added : []));

test('an edition comes in blocks, is looked at with progress, and an edit re-checks what it touches', async () => {
  const blocks: number[] = [];
  let inBlock = 0;
  const giving = give(
    edition,
    (message) => {
      inBlock++;
      tell(message);
    },
    (then) =>
      setTimeout(() => {
        blocks.push(inBlock);
        inBlock = 0;
        then();
      }),
  );
  const body = Object.values(edition.fragments)
    .flatMap((shard) => Object.values(shard))
    .find((f) => f.role === 'body' && f.placement.at === 'page');
  const outcome = transact(
    edition,
    call('fragment.correct', { texts: [{ id: body?.id ?? '', text: 'The bridge was built in l924, they said.' }] }),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);

  await vi.waitFor(() => expect(found()).toHaveLength(1), { timeout: 60_000 });
  expect(blocks.length).toBeGreaterThan(1);
  const progress = said.flatMap((one) => (one.kind === 'progress' ? [one.done / one.total] : []));
  expect(progress.length).toBeGreaterThan(0);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(found()[0]?.looked).toEqual(found()[0]?.total);
  const keys = (list: readonly Finding[]): string[] => list.map(({ key }) => key).sort();
  expect(keys(added())).toEqual(keys(checkEdition(edition).findings));

  said.length = 0;
  giving.step(outcome.transaction.patches);
  await vi.waitFor(() => expect(found()).toHaveLength(1), { timeout: 60_000 });
  expect(found()[0]?.looked).toMatchObject({ fragments: 1, articles: 1 });
  expect(found()[0]?.looked.pages).toBeLessThan(3);
  expect(added().map(({ code }) => code)).toContain('odd-digits');
});

test('a step that is made while the edition is given goes after it', () => {
  const sent: ToChecks['kind'][] = [];
  const blocks: (() => void)[] = [];
  const giving = give(edition, ({ kind }) => void sent.push(kind), (then) => void blocks.push(then)); // prettier-ignore
  giving.step([]);
  for (let block = blocks.shift(); block; block = blocks.shift()) block();
  expect(sent[0]).toBe('open');
  expect(sent.slice(-2)).toEqual(['look', 'step']);
  const called = give(edition, ({ kind }) => void sent.push(kind), (then) => void blocks.push(then)); // prettier-ignore
  called.stop();
  sent.length = 0;
  for (const block of blocks) block();
  expect(sent).toEqual([]);
});
