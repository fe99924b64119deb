import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf, run } from '../../commands/small-edition.test-support.ts';
import { call } from '../../transact.ts';
import { exportEdition } from '../closing-balance.ts';
import { randomEdition } from '../random-edition.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { assertWellFormed } from '../schema-check.test-support.ts';
import { contentOf } from '../writer.ts';
import { teiWriter } from './write.ts';

describe('TEI', () => {
  const text = exportEdition(sampleEdition(), teiWriter).written.files.map(contentOf).join('');

  it('joins the parts of an article, and encloses the printed jump line', () => {
    expect(text).toContain('<div type="jArticle" xml:id="a1-1" next="#a1-2">');
    expect(text).toContain('<div type="jArticle" xml:id="a1-2" prev="#a1-1">');
    expect(text).toContain('<fw type="jump-to"><ref type="jump" target="#a1-2">（下转第2版）</ref></fw>');
  });

  it('joins a paragraph over a column and links it over a page', () => {
    expect(text).toContain('馆内设有儿童阅览室和自习<cb/>区，座位六百个。</p>');
    expect(text).toContain(
      '<p xml:id="a1-p1" part="I" next="#a1-p2">馆方表示，开放首周每天举办讲座，居民可以在线预约，</p>',
    );
    expect(text).toContain('<p xml:id="a1-p2" part="F" prev="#a1-p1">每人每天限约一场。</p>');
  });

  it('opens a division inside for a head in mid-article', () => {
    expect(text).toMatch(
      /<div type="part">\s*<head type="crosshead">交通指南<\/head>\s*<p>乘公交12路可达。<\/p>\s*<\/div>/u,
    );
  });

  it.each(['masthead', 'folio', 'imprint'] as const)('writes all of a %s that goes on in a second fragment', (role) => {
    const edition = run(
      editionOf(['Harbour', 'Gazette 12']),
      call('article.make', { ids: ['f1', 'f2'] }),
      call('fragment.role', { ids: ['f1', 'f2'], role }),
      call('fragment.continues', { ids: ['f2'], continues: true }),
    );
    const xml = exportEdition(edition, teiWriter).written.files.map(contentOf).join('');
    expect(xml).toContain('>Harbour <cb/>Gazette 12</fw>');
    expect(xml).not.toContain('pageNum');
  });

  it('is well-formed, with each id once, every pointer met, and heads before paragraphs, on any edition', () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        const xml = exportEdition(edition, teiWriter).written.files.map(contentOf).join('');
        assertWellFormed(xml);
        const ids = Array.from(xml.matchAll(/ xml:id="([^"]*)"/gu), (m) => m[1]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, id] of xml.matchAll(/ (?:next|prev|target)="#([^"]*)"/gu)) expect(ids).toContain(id);
        expect(xml).not.toMatch(
          /<\/(?:p|ab|figure|note|quote|list|table|bibl)>\s*<(?:head|argument|byline|dateline)\b/u,
        );
        expect(xml).not.toMatch(/<\/div>\s*<(?:p|ab|head|note|list)\b/u);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
