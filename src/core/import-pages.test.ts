import { describe, expect, test } from 'vitest';
import { smallEdition } from './commands/small-edition.test-support.ts';
import { readText } from './formats/text/read.ts';
import type { GivenStructure } from './formats/reading.ts';
import { imbalances } from './ledger.ts';
import { labelFromName, readingsOf } from './import-args.ts';
import { cutReading, importArgs } from './import-pages.ts';
import { newEdition } from './model/new-edition.ts';
import { articlesOf, fragmentsOf, pagesOf, readingOrder, textOf } from './model/selectors.ts';
import { call, transact } from './transact.ts';

const empty = newEdition('e1');
const draft = (text: string, name = 'page.txt') => readText(new TextEncoder().encode(text), name);

describe('plain text', () => {
  test('every character is in one fragment, unplaced and of no role', () => {
    const args = importArgs(
      empty,
      readingsOf([
        draft(
          'Bridge opens\n\nThe bridge was opened on Sunday by the mayor of the town, who\nwalked over it twice.\n\nMarket moves\n',
        ),
      ]),
    );
    const outcome = transact(empty, call('edition.import', args));
    expect(outcome.ok && imbalances(outcome.edition)).toEqual([]);
    expect(args.fragments.every((f) => f.role === 'unknown' && f.placement.at === 'unplaced')).toBe(true);
    expect(args.pages[0]?.columns).toHaveLength(5);
  });
  test('what is added later gets ids and labels that are free', () => {
    const start = smallEdition();
    const args = importArgs(start, readingsOf([draft('More.', 'page-2.txt'), draft('And more.', 'notes.txt')]));
    expect([args.sources.map((s) => s.id), args.pages.map((p) => p.id), args.fragments.map((f) => f.id)]).toEqual([
      ['s3', 's4'],
      ['p3', 'p4'],
      ['f10', 'f11'],
    ]);
    expect(args.pages.map((p) => p.label)).toEqual(['3', '4']);
    const outcome = transact(start, call('edition.import', args));
    expect(outcome.ok && pagesOf(outcome.edition).map((p) => p.label)).toEqual(['1', '2', '3', '4']);
  });
});

test('a page is called by the number that its file ends with', () => {
  expect(
    ['page-02.txt', 'A04版.txt', 'news.2024-03.xml', 'front.txt', 'p1234.txt', 'May-1-6.pdf#page=3'].map(labelFromName),
  ).toEqual(['2', '4', '3', undefined, '234', '3']);
});

describe('a file with structure of its own', () => {
  const text = 'Bridge opens\nThe bridge was opened.\nContinued on page 2\nSomething else.';
  const at = (line: number): [number, number] => {
    const lines = text.split('\n');
    const start = lines.slice(0, line).join('\n').length + (line ? 1 : 0);
    return [start, start + (lines[line]?.length ?? 0)];
  };
  const structure: GivenStructure = {
    fragments: [
      { source: 0, spans: [at(0)], role: 'headline', confirmed: true },
      { source: 0, spans: [at(1)], role: 'body', continues: true },
      { source: 0, spans: [at(2)], role: 'jump-to' },
    ],
    articles: [{ fragments: [1, 0], title: 'The bridge', kind: 'notice', ordered: true }],
    pages: [{ source: 0, label: 'A7', order: [] }],
    relations: [],
  };
  const args = importArgs(empty, [{ sources: [draft(text)], structure }]);
  const outcome = transact(empty, call('edition.import', args));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { edition } = outcome;
  test('is kept as given; what it leaves open is cut', () => {
    const all = fragmentsOf(edition);
    expect(all.map((f) => [f.role, textOf(edition, f)])).toEqual([
      ['headline', 'Bridge opens'],
      ['body', 'The bridge was opened.'],
      ['jump-to', 'Continued on page 2'],
      ['unknown', 'Something else.'],
    ]);
    expect([all[0]?.confirmed, all[1]?.continues, all[2]?.jump]).toEqual([true, true, { direction: 'to', page: '2' }]);
    expect(imbalances(edition)).toEqual([]);
  });
  test('is the same where the cutting was done before', () => {
    const plain = { sources: [draft(text), draft('Ferry runs\n\nThe ferry runs.', 'b.txt')], notes: [], characters: 0 };
    for (const reading of [plain, { ...plain, structure }])
      expect(importArgs(empty, [cutReading(reading)])).toEqual(importArgs(empty, [reading]));
  });
  test('its articles, their order and its labels too', () => {
    const [article] = articlesOf(edition);
    expect(article).toMatchObject({ title: 'The bridge', kind: 'notice' });
    expect(readingOrder(edition, article?.id ?? '').map((f) => f.id)).toEqual(['f2', 'f1']);
    expect(pagesOf(edition)[0]?.label).toBe('A7');
  });
  test('parts of one key become one article over the pages', () => {
    const one = { fragments: [{ source: 0, spans: [[0, 3]] as [number, number][] }], pages: [], relations: [] };
    const part = (n: number) => ({
      sources: [draft('abc', `p${n}.txt`)],
      structure: { ...one, articles: [{ fragments: [0], key: 'k', part: n, ordered: true }] },
    });
    const joined = importArgs(empty, [part(2), part(1)]);
    expect(joined.articles).toHaveLength(1);
    expect(
      joined.fragments
        .toSorted((a, b) => ((a.article?.order ?? '') < (b.article?.order ?? '') ? -1 : 1))
        .map((f) => f.sourceId),
    ).toEqual(['s2', 's1']);
  });
});
