import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageCodes, say } from '../messages/index.ts';
import { countCharacters } from '../model/characters.ts';
import { articlesOf, fragmentsOf, pagesOf } from '../model/selectors.ts';
import { newEdition } from '../model/new-edition.ts';
import { bundle, runExport, type Exported } from './export-run.ts';
import { lossesIn } from './losses.ts';
import { partOfEdition, type Scope } from './part-of-edition.ts';
import { randomEdition } from './random-edition.test-support.ts';
import { sampleEdition } from './sample-edition.test-support.ts';
import { contentOf, takesScope } from './writer.ts';
import { WRITERS, writerOf } from './writers.ts';

const page = (id: string): Scope => ({ kind: 'page', page: id });
const written = (results: ReturnType<typeof runExport>): Exported[] => results.filter((one) => 'files' in one);

describe('a part of an edition', () => {
  it('is what stands on a page, with what lies loose of its source', () => {
    const edition = sampleEdition();
    const part = partOfEdition(edition, page('p2'));
    expect(fragmentsOf(part).map(({ id }) => id)).toEqual(['f200', 'f201', 'f202', 'f203', 'f204', 'f205']);
    expect([Object.keys(part.sources), Object.keys(part.pages), Object.keys(part.articles)]).toEqual([
      ['s2'],
      ['p2'],
      ['a1'],
    ]);
    expect(part.sources['s2']).toBe(edition.sources['s2']);
  });

  it('is articles over all their pages, of sources in which nothing else is left', () => {
    const edition = sampleEdition(true);
    const part = partOfEdition(edition, { kind: 'articles', articles: ['a1'] });
    expect(pagesOf(part).map(({ label }) => label)).toEqual(['1', '2']);
    expect(part.sources['s1']?.text).toHaveLength(edition.sources['s1']?.text.length ?? 0);
    expect(part.sources['s1']?.text).not.toContain('River ferry');
    expect(part.sources['s1']?.text).toContain('新图书馆下月开放');
  });

  it('balances in every format that takes it, on any edition', () => {
    fc.assert(
      fc.property(randomEdition, fc.nat(5), (edition, n) => {
        const pages = pagesOf(edition);
        const articles = articlesOf(edition);
        const scopes: Scope[] = [
          page(pages[n % pages.length]?.id ?? ''),
          { kind: 'articles', articles: articles.filter((_, i) => i % 2 === n % 2).map(({ id }) => id) },
        ];
        for (const scope of scopes) {
          const part = partOfEdition(edition, scope);
          const all = fragmentsOf(part).flatMap((f) =>
            f.spans.map(([a, b]) => part.sources[f.sourceId]?.text.slice(a, b)),
          );
          const characters = Object.values(part.sources).reduce((sum, source) => sum + countCharacters(source.text), 0);
          expect(countCharacters(all.join(''))).toBe(characters);
          for (const result of runExport(edition, { formats: WRITERS.map(({ id }) => id), scope })) {
            if ('refusal' in result) expect(result.refusal.code).toBe('export.nothing');
            else {
              expect(result.balance.unaccounted).toBe(0);
              expect(result.whole).toBe(!takesScope(writerOf(result.format), scope));
              if (!result.whole) expect(result.balance.characters).toBe(characters);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

describe('what is lost', () => {
  it('is counted on the edition, and what does not happen is not said', () => {
    const losses = (id: string) => lossesIn(sampleEdition(), writerOf(id)).map((one) => say(one, 'en'));
    expect(losses('markdown')).toEqual([
      '2 jump lines',
      '1 original reading',
      '1 unplaced fragment',
      '1 discarded fragment',
    ]);
    expect(losses('pasteup')).toEqual([]);
    expect(lossesIn(sampleEdition(true), writerOf('html'))[1]).toEqual({ code: 'lost.boxes', params: { n: 24 } });
  });

  it('can be counted and said for every format', () => {
    const codes = new Set(messageCodes());
    for (const writer of WRITERS) {
      expect(() => lossesIn(sampleEdition(), writer)).not.toThrow();
      expect(codes).toContain(`for.${writer.id}`);
      for (const { code } of writer.loses) expect(codes).toContain(code.replace('loses.', 'lost.'));
    }
  });
});

describe('one file of all', () => {
  const edition = sampleEdition(true);
  const made = (...formats: string[]) => bundle(edition, written(runExport(edition, { formats })));
  const names = (content: string | Uint8Array) => Object.keys(unzipSync(content as Uint8Array));

  it('is the file itself where there is one', () => {
    const { name, mediaType, content } = made('markdown');
    expect([name, mediaType]).toEqual(['河岸晚报-2024-03-21.md', 'text/markdown']);
    expect(content).toContain('新图书馆下月开放');
  });

  it('is a zip of one format’s files, or of several formats in their folders', () => {
    expect(made('alto').name).toBe('河岸晚报-2024-03-21.alto.zip');
    expect(names(made('alto').content)).toEqual(['alto/01-1.xml', 'alto/02-2.xml']);
    const batch = made('markdown', 'mets', 'page');
    expect(batch.name).toBe('河岸晚报-2024-03-21.zip');
    expect(names(batch.content)).toEqual([
      'markdown/河岸晚报-2024-03-21.md',
      'mets/mets.xml',
      'mets/alto/01-1.xml',
      'mets/alto/02-2.xml',
      'page/01-1.xml',
      'page/02-2.xml',
    ]);
  });

  it('lets one refused format not stop the others', () => {
    const empty = newEdition('e1');
    const results = runExport(empty, { formats: ['ninjs', 'markdown', 'papyrus'] });
    expect(results.map((one) => ('refusal' in one ? one.refusal.code : one.files.length))).toEqual([
      'export.nothing',
      1,
      'export.no-such-format',
    ]);
    expect(contentOf(written(results)[0]?.files[0] ?? { path: '', content: '' })).toContain('# Edition');
  });
});
