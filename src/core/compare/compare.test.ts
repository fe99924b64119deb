import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faults } from '../commands/faults.test-support.ts';
import type { RandomStep } from '../commands/draw.test-support.ts';
import { callOf, randomStep, withJumps } from '../commands/random-calls.test-support.ts';
import { run, smallEdition } from '../commands/small-edition.test-support.ts';
import { randomEdition } from '../formats/random-edition.test-support.ts';
import { readPasteup } from '../formats/pasteup/read.ts';
import { writePasteup } from '../formats/pasteup/write.ts';
import { isWhite } from '../model/characters.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import { fragmentsOf, pagesOf, textOf } from '../model/selectors.ts';
import { call, transact } from '../transact.ts';
import { compareEditions, type Difference } from './compare.ts';

const start = smallEdition();
const kinds = (ours: Edition, theirs: Edition): string[] => compareEditions(ours, theirs).differences.map((d) => d.key);

describe('what differs', () => {
  test('nothing, between an edition and itself, saved and opened', () => {
    expect(kinds(start, start)).toEqual([]);
    expect(kinds(start, readPasteup(writePasteup(start), 'a.pasteup.json').edition)).toEqual([]);
  });

  test('a role, a text, a place, a mark', () => {
    const theirs = run(
      start,
      call('fragment.role', { ids: ['f1'], role: 'headline' }),
      call('fragment.correct', { texts: [{ id: 'f2', text: 'typed' }] }),
      call('fragment.confirm', { ids: ['f4'], confirmed: true }),
      call('fragment.discard', { ids: ['f5'], reason: 'noise' }),
    );
    expect(kinds(start, theirs).sort()).toEqual(['confirmed f4', 'place f5', 'role f1', 'text f2']);
  });

  test('one fragment that was moved up, and not all that it passed', () => {
    const place = (after: string | null, ids: string[]) =>
      call('fragment.place', { ids, page: 'p1', column: 'c1', after });
    const ours = run(start, place(null, ['f1', 'f2', 'f3', 'f4']));
    expect(kinds(ours, run(ours, place(null, ['f4'])))).toEqual(['place f4']);
  });

  test('not which of two columns was filled first', () => {
    const place = (column: string, ids: string[]) => call('fragment.place', { ids, page: 'p1', column, after: null });
    const ours = run(start, place('c1', ['f1', 'f2']), place('c2', ['f3', 'f4']));
    expect(kinds(ours, run(start, place('c2', ['f3', 'f4']), place('c1', ['f1', 'f2'])))).toEqual([]);
  });

  test('a group and the order in it, whatever the articles are called', () => {
    const ours = run(start, call('article.make', { ids: ['f1', 'f2'] }), call('article.make', { ids: ['f3', 'f4'] }));
    const theirs = run(
      start,
      call('article.make', { ids: ['f3', 'f4'] }),
      call('article.make', { ids: ['f2', 'f1', 'f5'] }),
    );
    expect(kinds(ours, theirs).filter((key) => !key.startsWith('article'))).toEqual(['order f1', 'group f5']);
  });

  test('a cut brings its fragments as they are there', () => {
    const theirs = run(
      start,
      call('fragment.merge', { ids: ['f1', 'f2'], as: 'paragraphs' }),
      call('fragment.role', { ids: ['f1'], role: 'lead' }),
    );
    const { differences } = compareEditions(start, theirs);
    expect(differences.map((d) => [d.kind, d.fragmentIds])).toEqual([['cut', ['f1', 'f2']]]);
    expect(
      kinds(run(start, call('edition.take', { from: theirs, keys: differences.map((d) => d.key) })), theirs),
    ).toEqual([]);
  });
});

const steps = fc.array(randomStep, { minLength: 1, maxLength: 12, size: 'max' });
const walk = (edition: Edition, list: readonly RandomStep[]): Edition =>
  list.reduce((now, step) => {
    const outcome = transact(now, callOf(now, step));
    return outcome.ok ? outcome.edition : now;
  }, edition);
const RUNS = { numRuns: Number(process.env['PASTEUP_RUNS'] ?? 200) };

/** Facts of one character, told without looking at fragments as such. */
function factsAt(edition: Edition): Map<string, { fragment: Fragment; facts: Record<string, string> }> {
  const map = new Map<string, { fragment: Fragment; facts: Record<string, string> }>();
  for (const fragment of fragmentsOf(edition)) {
    const { placement, role, jump, confirmed } = fragment;
    const page = placement.at === 'page' ? edition.pages[placement.page] : undefined;
    const facts = {
      text: `${textOf(edition, fragment)} ${fragment.continues ?? ''}`,
      role: JSON.stringify([role, jump]),
      place:
        placement.at === 'page'
          ? `${page?.id} ${page?.columns.findIndex((c) => c.id === placement.column)} ${placement.span}`
          : JSON.stringify(placement),
      confirmed: String(confirmed),
    };
    const text = edition.sources[fragment.sourceId]?.text ?? '';
    for (const [from, to] of fragment.spans)
      for (let at = from; at < to; at++)
        if (!isWhite(text[at] ?? ' ')) map.set(`${fragment.sourceId} ${at}`, { fragment, facts });
  }
  return map;
}

describe('whatever was done', () => {
  test('every character whose facts differ is in a difference of that kind, and no other is', () => {
    fc.assert(
      fc.property(randomEdition, steps, (bare, list) => {
        const ours = withJumps(bare);
        const theirs = walk(ours, list);
        const { differences } = compareEditions(ours, theirs);
        const said = new Map<string, Set<Difference['kind']>>();
        for (const d of differences)
          for (const id of d.fragmentIds) said.set(id, new Set([...(said.get(id) ?? []), d.kind]));
        const there = factsAt(theirs);
        for (const [at, { fragment, facts }] of factsAt(ours)) {
          const own = said.get(fragment.id);
          const their = there.get(at);
          const isReplaced = ours.sources[fragment.sourceId]?.text !== theirs.sources[fragment.sourceId]?.text;
          if (own?.has('cut') || !their || isReplaced) continue;
          expect(their.fragment.spans.length).toBeGreaterThan(0);
          for (const kind of ['text', 'role', 'confirmed'] as const)
            expect([at, kind, own?.has(kind) ?? false]).toEqual([at, kind, facts[kind] !== their.facts[kind]]);
          if (facts['place'] !== their.facts['place']) expect([at, own?.has('place')]).toEqual([at, true]);
        }
      }),
      RUNS,
    );
  });

  test('taking all over makes the two equal', () => {
    fc.assert(
      fc.property(randomEdition, steps, steps, (bare, here, there) => {
        const base = withJumps(bare);
        const ours = walk(base, here);
        const theirs = walk(base, there);
        const { differences, onlyOurs } = compareEditions(ours, theirs);
        if (onlyOurs.length || !differences.length) return;
        const outcome = transact(ours, call('edition.take', { from: theirs, keys: differences.map((d) => d.key) }));
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
        expect(faults(outcome.edition)).toEqual([]);
        expect(compareEditions(outcome.edition, theirs).differences).toEqual([]);
        expect(pagesOf(outcome.edition).map((p) => p.label)).toEqual(pagesOf(theirs).map((p) => p.label));
      }),
      RUNS,
    );
  });

  test('taking some leaves a sound edition, and settles what was taken', () => {
    fc.assert(
      fc.property(
        randomEdition,
        steps,
        steps,
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        (bare, here, there, some) => {
          const base = withJumps(bare);
          const ours = walk(base, here);
          const theirs = walk(base, there);
          const keys = compareEditions(ours, theirs)
            .differences.filter((_, i) => some[i % some.length])
            .map((d) => d.key);
          const outcome = transact(ours, call('edition.take', { from: theirs, keys }));
          if (!outcome.ok) return;
          expect(faults(outcome.edition)).toEqual([]);
          const left = new Set(compareEditions(outcome.edition, theirs).differences.map((d) => d.key));
          const settled = keys.filter((key) => /^(?:text|role|confirmed|about|cut|source)/u.test(key));
          expect(settled.filter((key) => left.has(key))).toEqual([]);
        },
      ),
      RUNS,
    );
  });
});
