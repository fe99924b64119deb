import { describe, expect, it } from 'vitest';
import { editionOf, run } from '../commands/small-edition.test-support.ts';
import type { Edition } from '../model/edition.ts';
import { pagesOf } from '../model/selectors.ts';
import { call, type Call } from '../transact.ts';
import { boundariesOf, boundariesOn, type Boundary } from './boundaries.ts';
import { boundaryView, confidenceAt, findingsAt } from './boundary-view.ts';
import { sampled, WHOLE } from './samples.ts';
import { spentSince } from '../processor-time.test-support.ts';

const lines = (b: readonly Boundary[]): string[] => b.map((one) => `${one.kind} ${one.key}`);
const place = (edition: Edition, n: number, ids: readonly string[]): Call => {
  const page = pagesOf(edition)[n];
  return call('fragment.place', { ids, page: page?.id ?? '', column: page?.columns[0]?.id ?? '', after: null });
};

/** Two articles on page 1, the second with a part on page 2, where a third stands; f10 is loose. */
function paper(): Edition {
  const bare = editionOf(
    ['New bridge opens', 'The bridge was opened.', 'It is free.', 'Market moves', 'The market moves.', 'To page 2'],
    ['From page 1', 'Stalls are dear.', 'Ferry runs', 'A loose line.', 'It runs again.'],
  );
  return run(
    bare,
    call('fragment.role', { ids: ['f1', 'f4', 'f9'], role: 'headline' }),
    call('fragment.role', { ids: ['f2', 'f3', 'f5', 'f8', 'f10', 'f11'], role: 'body' }),
    call('fragment.role', { ids: ['f6'], role: 'jump-to' }),
    call('fragment.role', { ids: ['f7'], role: 'jump-from' }),
    call('article.make', { ids: ['f1', 'f2', 'f3'] }),
    call('article.make', { ids: ['f4', 'f5', 'f6', 'f7', 'f8'] }),
    call('article.make', { ids: ['f9', 'f11'] }),
    place(bare, 0, ['f1', 'f2', 'f3', 'f4', 'f5', 'f6']),
    place(bare, 1, ['f7', 'f8', 'f9', 'f11', 'f10']),
  );
}

describe('the boundaries of an edition', () => {
  it('are ends and beginnings on a page, heads and bodies, and parts', () => {
    expect(lines(boundariesOf(paper()))).toEqual([
      'head f1|f2',
      'article f3|f4',
      'head f4|f5',
      'part f6|f7',
      'article f8|f9',
      'head f9|f11',
      'article f11|f10',
    ]);
  });

  it('leave out what belongs to the page alone', () => {
    const edition = run(paper(), call('fragment.role', { ids: ['f10'], role: 'folio' }));
    expect(lines(boundariesOf(edition))).not.toContain('article f11|f10');
  });

  it('are there for articles in the tray, too', () => {
    const edition = run(paper(), call('fragment.unplace', { ids: ['f1', 'f2', 'f3', 'f9', 'f11'] }));
    expect(lines(boundariesOf(edition))).toEqual([
      'head f4|f5',
      'part f6|f7',
      'article f8|f10',
      'head f1|f2',
      'article f3|f9',
      'head f9|f11',
    ]);
  });

  it('show both sides, the head with the beginning of its body', () => {
    const edition = paper();
    const seen = boundariesOf(edition).map((b) => {
      const { before, after } = boundaryView(edition, b);
      return [before, after].map((side) => side.map((f) => f.id).join(' ')).join(' / ');
    });
    expect(seen).toEqual([
      'f1 / f2 f3',
      'f2 f3 / f4 f5',
      'f4 / f5 f6',
      'f5 f6 / f7 f8',
      'f7 f8 / f9 f11',
      'f9 / f11',
      'f9 f11 / f10',
    ]);
  });
});

describe('samples', () => {
  const edition = paper();
  const finding = { key: 'x', rank: '', code: 'x', level: 'warning', message: { code: 'x' } } as const;
  it('of every n-th, of a page', () => {
    expect(lines(sampled(edition, { ...WHOLE, kind: 'nth', n: 3 }, () => []))).toEqual([
      'head f1|f2',
      'part f6|f7',
      'article f11|f10',
    ]);
    expect(sampled(edition, { ...WHOLE, page: pagesOf(edition)[1]?.id ?? '' }, () => [])).toHaveLength(3);
  });
  it('of what is doubtful: found on what is seen, or on the article that begins', () => {
    const found = [
      { ...finding, fragmentId: 'f11' },
      { ...finding, articleId: 'a1' },
    ];
    expect(lines(sampled(edition, { ...WHOLE, kind: 'doubtful' }, () => found))).toEqual([
      'head f1|f2',
      'article f8|f9',
      'head f9|f11',
      'article f11|f10',
    ]);
    const [first] = boundariesOf(edition);
    expect(first && findingsAt(edition, first, found)).toEqual([found[1]]);
  });
  it('of what is not confirmed', () => {
    const checked = run(edition, call('boundary.check', { boundaries: [{ before: 'f1', after: 'f2' }], right: true }));
    expect(sampled(checked, { ...WHOLE, kind: 'unconfirmed' }, () => [])).toHaveLength(6);
  });
  it('knows the lines that the reader was not sure of', () => {
    const [source] = Object.values(edition.sources);
    const unsure: Edition = source
      ? {
          ...edition,
          sources: {
            ...edition.sources,
            [source.id]: { ...source, lines: source.lines.map((l, i) => ({ ...l, confidence: i === 2 ? 0.4 : 0.9 })) },
          },
        }
      : edition;
    expect(boundariesOf(unsure).map((b) => confidenceAt(unsure, b))).toEqual([
      0.9,
      0.4,
      0.9,
      0.9,
      undefined,
      undefined,
      undefined,
    ]);
    expect(lines(sampled(unsure, { ...WHOLE, kind: 'doubtful' }, () => []))).toEqual(['article f3|f4']);
  });
});

describe('500 pages', () => {
  const PAGES = 500;
  const bare = editionOf(
    ...Array.from({ length: PAGES }, (_, p) =>
      Array.from({ length: 24 }, (_, i) => (i % 4 ? `Text ${i} of page ${p}.` : `Head ${i}`)),
    ),
  );
  /** Six articles of four fragments a page, made without 6,000 steps. */
  const edition: Edition = {
    ...bare,
    fragments: Object.fromEntries(
      Object.entries(bare.fragments).map(([source, shard], p) => {
        const page = pagesOf(bare)[p];
        return [
          source,
          Object.fromEntries(
            Object.values(shard).map((f, i) => [
              f.id,
              {
                ...f,
                role: i % 4 ? ('body' as const) : ('headline' as const),
                article: { id: `a${p * 6 + Math.floor(i / 4) + 1}`, order: `a${i % 4}` },
                placement: {
                  at: 'page' as const,
                  page: page?.id ?? '',
                  column: page?.columns[0]?.id ?? '',
                  span: 1,
                  order: `b${String(i + 10)}`,
                },
              },
            ]),
          ),
        ];
      }),
    ),
    articles: Object.fromEntries(
      Array.from({ length: PAGES * 6 }, (_, i) => [
        `a${i + 1}`,
        {
          id: `a${i + 1}`,
          order: `b${String(i + 1000)}`,
          kind: 'article' as const,
          review: { state: 'open' as const },
        },
      ]),
    ),
  };

  it('an edit derives the boundaries of its own page anew and of no other', () => {
    const before = pagesOf(edition).map((page) => boundariesOn(edition, page.id));
    expect(boundariesOf(edition)).toHaveLength(PAGES * 11);
    const now = run(edition, call('fragment.role', { ids: ['f2'], role: 'lead' }));
    const after = pagesOf(now).map((page) => boundariesOn(now, page.id));
    expect(after.filter((list, i) => list !== before[i])).toHaveLength(1);
    // A decision touches no fragment: nothing at all is derived anew.
    const decided = run(now, call('article.review', { article: 'a7', state: 'approved' }));
    expect(pagesOf(decided).filter((page, i) => boundariesOn(decided, page.id) !== after[i])).toHaveLength(0);
  });

  it('costs less after an edit than a quarter of the first time', () => {
    const cpu = (work: () => void): number => {
      const start = spentSince();
      work();
      return spentSince(start);
    };
    const fresh = structuredClone(edition);
    const first = cpu(() => void boundariesOf(fresh));
    const edits = Array.from({ length: 10 }, (_, i) =>
      run(fresh, call('fragment.role', { ids: [`f${i * 24 + 2}`], role: 'lead' })),
    );
    const later = cpu(() => edits.forEach((now) => boundariesOf(now))) / edits.length;
    expect(later / first).toBeLessThan(0.25);
  });
});
