import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportEdition } from '../closing-balance.ts';
import { randomEdition } from '../random-edition.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { assertWellFormed } from '../schema-check.test-support.ts';
import { contentOf } from '../writer.ts';
import { hocrWriter } from './write.ts';

const written = (boxed: boolean): string =>
  exportEdition(sampleEdition(boxed), hocrWriter).written.files.map(contentOf).join('');

describe('hOCR', () => {
  it('gives pages, areas, lines and words their boxes', () => {
    const text = written(true);
    expect(text).toContain(
      '<div class="ocr_page" id="page_1" title="bbox 0 0 2400 3400; image &quot;page-1.jpg&quot;; ppageno 0; lpageno &quot;1&quot;">',
    );
    expect(text).toContain('<span class="ocrx_word" id="word_1_2" title="bbox 111 160 ');
    expect(text).toContain('x_wconf 90');
    expect(written(false)).toContain('x_synthetic');
  });

  it('lets an article flow over its pages', () => {
    const flows = Array.from(
      written(true).matchAll(/id="block_(\d)_\d+" title="[^"]*cflow a1; order (\d+); x_role ([\w-]+)/gu),
      (m) => [m[1], m[2], m[3]],
    );
    expect(flows[0]).toEqual(['1', '1', 'headline']);
    expect(flows.at(-1)).toEqual(['2', '13', 'body']);
  });

  it('is well-formed, with each id once, on any edition', () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        const text = exportEdition(edition, hocrWriter).written.files.map(contentOf).join('');
        assertWellFormed(text);
        const ids = Array.from(text.matchAll(/ id="([^"]*)"/gu), (m) => m[1]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
