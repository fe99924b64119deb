import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLayout } from '../../layout/page-layout.ts';
import type { Edition } from '../../model/edition.ts';
import { pagesOf } from '../../model/selectors.ts';
import { carriable } from '../carriable.ts';
import { exportEdition } from '../closing-balance.ts';
import { randomEdition } from '../random-edition.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { assertWellFormed } from '../schema-check.test-support.ts';
import { contentOf } from '../writer.ts';
import { unescapeXml } from '../xml-writer.ts';
import { printWriter } from './write.ts';

const written = (edition: Edition): string => exportEdition(edition, printWriter).written.files.map(contentOf).join('');

/** The text of each line, fragment by fragment, as it stands in the file. */
const linesIn = (html: string): Map<string, string[]> =>
  new Map(
    Array.from(html.matchAll(/ data-fragment="([^"]*)">([^]*?)<\/(?:p|h\d)>/gu), (match) => [
      match[1] ?? '',
      Array.from((match[2] ?? '').matchAll(/<span[^>]*>([^<]*)<\/span>/gu), (span) => unescapeXml(span[1] ?? '')),
    ]),
  );

describe('print', () => {
  const html = written(sampleEdition());

  it('makes a sheet of its true size of every page', () => {
    expect(html).toContain('@page { size: 780pt 1106pt; margin: 0; }');
    expect(html).toContain('.s2 { page: s2; width: 780pt; height: 1105.95pt; }');
    expect(html.match(/<section class="sheet s\d" aria-label="第 \d 版">/gu)).toHaveLength(2);
    // Pixels say no size: such a page is as wide as the default sheet.
    expect(written(sampleEdition(true))).toContain('@page { size: 780pt 1105pt; margin: 0; }');
  });

  it('takes the size of the paper from the file that tells it', () => {
    const edition = sampleEdition(true);
    const sources = Object.fromEntries(
      Object.entries(edition.sources).map(([id, source]) => [id, { ...source, unit: 'mm10' }]),
    );
    expect(written({ ...edition, sources })).toContain('@page { size: 680.31pt 963.78pt; margin: 0; }');
  });

  it('sets each role in its type, an article’s parts together, and rules between the columns', () => {
    expect(html).toMatch(/<h2 id="s1-\d+" class="t q c h" dir="auto" data-fragment="f102">/u);
    expect(html).toMatch(/<article aria-label="River ferry resumes">/u);
    expect(html).toMatch(/<path d="M[\d.]+ [\d.]+V[\d.]+/u);
    expect(html).toMatch(/<span class="j(?: i20)?">/u);
    expect(html).toContain('.t .i20 { padding-inline-start: 2em; }');
    expect(html).toContain('（下转第2版）');
  });

  it('needs nothing but itself, and has no style where a policy forbids it', () => {
    expect(html).not.toMatch(/<(?:script|link|img)\b|url\(| style=|https?:(?!\/\/www\.w3\.org)/u);
  });

  it('breaks the lines as the sheet does, loses nothing and is well-formed, on any edition', () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        const text = written(edition);
        assertWellFormed(text);
        const ids = Array.from(text.matchAll(/ id="([^"]*)"/gu), (match) => match[1]);
        expect(new Set(ids).size).toBe(ids.length);
        const found = linesIn(text);
        for (const page of pagesOf(edition))
          for (const box of pageLayout(edition, page.id).boxes) {
            const lines = box.lines.map((line) => carriable(line.text).trim()).filter((line) => line !== '');
            expect(found.get(box.fragment.id) ?? []).toEqual(lines);
          }
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
