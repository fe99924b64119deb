import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportEdition } from '../closing-balance.ts';
import { randomEdition } from '../random-edition.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { assertWellFormed } from '../schema-check.test-support.ts';
import { contentOf } from '../writer.ts';
import { metsWriter } from './write.ts';

describe('METS with ALTO', () => {
  it('holds an article with a part for each page and a zone for each fragment', () => {
    const { files } = exportEdition(sampleEdition(true), metsWriter).written;
    expect(files.map((file) => file.path)).toEqual(['mets.xml', 'alto/01-1.xml', 'alto/02-2.xml']);
    const mets = files[0] ? contentOf(files[0]) : '';
    const article = /<div ID="ART_1" [^]*?(?=<div ID="ART_2" )/u.exec(mets)?.[0] ?? '';
    expect(article).toContain('TYPE="article" LABEL="新图书馆下月开放" DMDID="MODS_ART_1" ORDER="1"');
    expect(
      Array.from(article.matchAll(/TYPE="article-part" ORDER="(\d)" LABEL="(\d)"/gu), (m) => [m[1], m[2]]),
    ).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
    expect(article.match(/TYPE="article-zone"/gu)).toHaveLength(13);
    expect(article).toMatch(
      /LABEL="headline">\s*<div TYPE="HEADLINE">\s*<fptr>\s*<area FILEID="ALTO_1" BEGIN="r3" BETYPE="IDREF"\/>/u,
    );
    expect(mets).toContain('<mods:namePart>本报记者 方舟</mods:namePart>');
    expect(mets).toContain('<smLink xlink:from="ART_1_2" xlink:to="PAGE_2"/>');
  });

  it('points only at blocks and files that are there, on any edition', () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        const { files } = exportEdition(edition, metsWriter).written;
        const texts = new Map(files.map((file) => [file.path, contentOf(file)]));
        for (const text of texts.values()) assertWellFormed(text);
        const mets = texts.get('mets.xml') ?? '';
        const hrefs = new Map(
          Array.from(mets.matchAll(/<file ID="(ALTO_\d+)"[^]*?xlink:href="([^"]*)"/gu), (m) => [
            m[1],
            decodeURI(m[2] ?? ''),
          ]),
        );
        for (const [, file, region] of mets.matchAll(/<area FILEID="([^"]*)" BEGIN="([^"]*)"/gu))
          expect(texts.get(hrefs.get(file) ?? '')).toContain(`<TextBlock ID="${region}" `);
        const ids = Array.from(mets.matchAll(/ ID="([^"]*)"/gu), (m) => m[1]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
