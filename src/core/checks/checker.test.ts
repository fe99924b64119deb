/** What did not change is not looked at again; and what comes out is what a fresh look would find. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callOf, randomStep } from '../commands/random-calls.test-support.ts';
import { run as done } from '../commands/small-edition.test-support.ts';
import { randomEdition } from '../formats/random-edition.test-support.ts';
import { sampleEdition } from '../formats/sample-edition.test-support.ts';
import { applyTo } from '../history.ts';
import type { Edition } from '../model/edition.ts';
import { fragmentsOf, isPlaced } from '../model/selectors.ts';
import { call, check, transact } from '../transact.ts';
import { createChecker } from './index.ts';

/** The sample paper many times over, as one edition of `n` × 2 pages. */
function manyPages(n: number): Edition {
  const one = sampleEdition();
  const rename = (id: string, i: number): string => `${id}x${i}`;
  const all = Array.from({ length: n }, (_, i) => i);
  const entries = <T>(record: Readonly<Record<string, T>>, make: (value: T, i: number) => T): Record<string, T> =>
    Object.fromEntries(
      all.flatMap((i) => Object.entries(record).map(([id, value]) => [rename(id, i), make(value, i)])),
    );
  const order = (key: string, i: number): string => `b${String.fromCharCode(65 + (i >> 4), 65 + (i & 15))}${key}`;
  return {
    ...one,
    sources: entries(one.sources, (s, i) => ({
      ...s,
      id: rename(s.id, i),
      text: s.text.replace('图书馆', `图书馆${i}`.slice(0, 3)),
    })),
    pages: entries(one.pages, (p, i) => ({
      ...p,
      id: rename(p.id, i),
      label: String(2 * i + Number(p.label)),
      order: order(p.order, i),
    })),
    articles: entries(one.articles, (a, i) => ({ ...a, id: rename(a.id, i), order: order(a.order, i) })),
    fragments: Object.fromEntries(
      all.flatMap((i) =>
        Object.entries(one.fragments).map(([source, shard]) => [
          rename(source, i),
          Object.fromEntries(
            Object.values(shard).map((f) => [
              rename(f.id, i),
              {
                ...f,
                id: rename(f.id, i),
                sourceId: rename(source, i),
                ...(f.article ? { article: { ...f.article, id: rename(f.article.id, i) } } : {}),
                ...(isPlaced(f) ? { placement: { ...f.placement, page: rename(f.placement.page, i) } } : {}),
              },
            ]),
          ),
        ]),
      ),
    ),
  };
}

const plain = (edition: Edition, checker = createChecker()) => JSON.stringify(checker.run(edition).findings);

describe('an edit re-checks what it touches', () => {
  const edition = manyPages(20);
  const checker = createChecker();
  const first = checker.run(edition);
  test('at first everything', () => {
    expect(first.total).toEqual({ fragments: 400, articles: 40, pages: 40 });
    expect(first.looked).toEqual(first.total);
  });
  test('nothing where nothing changed', () => {
    expect(checker.run(edition).looked).toEqual({ fragments: 0, articles: 0, pages: 0 });
  });
  test('one text: its fragment, its article, and the pages that the article stands on', () => {
    const now = done(
      edition,
      call('fragment.correct', { texts: [{ id: 'f105x7', text: '位于河岸路的新图书馆将于2O24年开放' }] }),
    );
    const report = checker.run(now);
    expect(report.looked).toEqual({ fragments: 1, articles: 1, pages: 2 });
    expect(report.findings.filter((f) => f.fragmentId === 'f105x7').map((f) => f.code)).toContain('odd-digits');
    expect(plain(now)).toBe(JSON.stringify(report.findings));
    // And what is the same finding as before is the same object: nobody has to be told of it again.
    const known = new Set<unknown>(first.findings);
    expect(report.findings.filter((f) => !known.has(f)).length).toBeLessThan(4);
  });
  test('a mute: nothing', () => {
    const key = first.findings[0]?.key ?? '';
    const report = createChecker();
    report.run(edition);
    const now = done(edition, call('finding.mute', { keys: [key], reason: 'minor' }));
    expect(report.run(now).looked).toEqual({ fragments: 0, articles: 0, pages: 0 });
  });
});

test('broken off and begun anew it finds the same', () => {
  const edition = manyPages(4);
  const checker = createChecker();
  const steps = checker.steps(edition);
  for (let i = 0; i < 5; i++) expect(steps.next().done).toBe(false);
  expect(plain(edition, checker)).toBe(plain(edition));
});

test('after any commands it finds what a fresh look finds, and every mend is allowed', () => {
  fc.assert(
    fc.property(randomEdition, fc.array(randomStep, { minLength: 1, maxLength: 12 }), (start, steps) => {
      const checker = createChecker();
      let edition = start;
      checker.run(edition);
      for (const step of steps) {
        const outcome = transact(edition, callOf(edition, step));
        if (!outcome.ok) continue;
        // As the worker has it: by patches on a copy.
        edition = applyTo(edition, outcome.transaction.patches);
        const report = checker.run(edition);
        expect(JSON.stringify(report.findings)).toBe(plain(edition));
        expect(new Set(report.findings.map((f) => f.key)).size).toBe(report.findings.length);
        const known = new Set(fragmentsOf(edition).map((f) => f.id));
        for (const f of report.findings) {
          if (f.fragmentId !== undefined) expect(known).toContain(f.fragmentId);
          const [one] = f.mend?.calls ?? [];
          if (one) expect([f.code, check(edition, one)]).toEqual([f.code, true]);
        }
      }
    }),
    { numRuns: 120 },
  );
});
