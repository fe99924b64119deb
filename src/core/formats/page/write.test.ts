import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportEdition } from '../closing-balance.ts';
import { randomEdition } from '../random-edition.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { schemaPath, validatorOf } from '../schema-check.test-support.ts';
import { contentOf } from '../writer.ts';
import { pageXmlWriter } from './write.ts';

const written = (boxed: boolean): string[] =>
  exportEdition(sampleEdition(boxed), pageXmlWriter).written.files.map(contentOf);

describe('PAGE XML', () => {
  it('groups an article, in index order, and says that it goes on', () => {
    const [first = '', second = ''] = written(true);
    expect(first).toContain('<OrderedGroup id="a1" type="article" caption="新图书馆下月开放" continuation="false">');
    expect(second).toContain('<OrderedGroup id="a1" type="article" caption="新图书馆下月开放" continuation="true">');
    expect(Array.from(first.matchAll(/<RegionRefIndexed index="(\d+)"/gu), (m) => m[1]).slice(0, 8)).toEqual([
      ...'01234567',
    ]);
    expect(first).toMatch(
      /<Relation id="rel1" type="join">\s*<SourceRegionRef regionRef="r6"\/>\s*<TargetRegionRef regionRef="r7"\/>/u,
    );
  });

  it('takes positions from the source, or from the rebuilt page and says so', () => {
    expect(written(true)[0]).toContain(
      '<Page imageFilename="page-1.jpg" imageWidth="2400" imageHeight="3400" type="content" primaryLanguage="Chinese">',
    );
    expect(written(true)[0]).not.toContain('synthetic');
    expect(written(false)[0]).toContain('custom="positions {synthetic:true;}"');
  });

  it('tells the exact role, noise with its reason, and the corrected text', () => {
    const [first = '', second = ''] = written(true);
    expect(first).toContain('<Label value="jump-to" type="press-role"/>');
    expect(first).toContain('<Label value="2" type="press-jump"/>');
    expect(first).toMatch(/<NoiseRegion[^]*<Label value="noise" type="press-discarded"\/>[^]*~ , \. ~/u);
    expect(first).toContain(
      '<Unicode>The ferry runs again from Monday. Tickets cost 3 &amp; up.\nChildren ride free.</Unicode>',
    );
    expect(second).toContain('<Label value="unplaced" type="press-placement"/>');
  });

  const schema = schemaPath('page/pagecontent-2019-07-15.xsd');
  it.skipIf(!schema)(
    'is valid by the published schema, on the sample and on any edition',
    () => {
      const complaints = validatorOf(schema ?? '');
      for (const xml of [...written(true), ...written(false)]) expect(complaints(xml)).toEqual([]);
      fc.assert(
        fc.property(randomEdition, (edition) => {
          for (const file of exportEdition(edition, pageXmlWriter).written.files)
            expect(complaints(contentOf(file))).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
    60_000,
  );

  it('says the same in its lines as in its regions', () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        for (const file of exportEdition(edition, pageXmlWriter).written.files)
          for (const [region] of contentOf(file).matchAll(/<TextRegion [^]*?<\/TextRegion>/gu)) {
            const texts = Array.from(region.matchAll(/<Unicode>([^<]*)<\/Unicode>/gu), (m) =>
              (m[1] ?? '').replace(/\s+/gu, ''),
            );
            expect(texts.slice(0, -1).join('')).toBe(texts.at(-1));
          }
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
