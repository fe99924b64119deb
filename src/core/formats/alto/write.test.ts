import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportEdition } from '../closing-balance.ts';
import { randomEdition } from '../random-edition.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { schemaPath, validatorOf } from '../schema-check.test-support.ts';
import { contentOf } from '../writer.ts';
import { altoWriter } from './write.ts';
import { wordsIn } from '../laid-words.ts';

const written = (boxed: boolean): string[] =>
  exportEdition(sampleEdition(boxed), altoWriter).written.files.map(contentOf);

describe('ALTO', () => {
  it('tells roles and articles by tags, and the order by groups', () => {
    const [first = ''] = written(true);
    expect(first).toContain('TYPE="press-role" LABEL="Headline" DESCRIPTION="headline"/>');
    expect(first).toMatch(/<RoleTag ID="tag_\d+" TYPE="press-role" LABEL="JumpTo" DESCRIPTION="jump-to"\/>/u);
    expect(first).toMatch(
      /<StructureTag ID="(tag_\d+)" TYPE="Article" LABEL="新图书馆下月开放" DESCRIPTION="1"\/>[^]*<OrderedGroup ID="a1" TAGREFS="\1 tag_\d+">\s*<ElementRef ID="o\d+" REF="r3"\/>/u,
    );
    expect(first).toMatch(/<TextBlock ID="r6" [^>]*IDNEXT="r7"/u);
  });

  it('keeps the lines of the source with their ids and boxes, and says when positions are synthetic', () => {
    expect(written(true)[0]).toContain('<TextLine ID="line0-5" HPOS="110.77" VPOS="400" WIDTH="420" HEIGHT="44">');
    expect(written(true)[0]).toContain('<MeasurementUnit>pixel</MeasurementUnit>');
    expect(written(false)[0]).toContain('<MeasurementUnit>inch1200</MeasurementUnit>');
    expect(written(false)[0]).toContain('TYPE="press-positions" LABEL="Synthetic"');
  });

  it('lays a corrected text over the lines that it was read from, words whole', () => {
    const [first = ''] = written(true);
    const block = /<TextBlock ID="r12"[^]*?<\/TextBlock>/u.exec(first)?.[0] ?? '';
    const lines = block
      .split('<TextLine')
      .slice(1)
      .map((line) => Array.from(line.matchAll(/CONTENT="([^"]*)"/gu), (m) => m[1]).join(' '));
    expect(lines).toEqual(['The ferry runs again from Monday.', 'Tickets cost 3 &amp; up. Children ride free.']);
  });

  it('gives each word its share of the line', () => {
    expect(wordsIn('图书 馆', [0, 0, 325, 40]).map(({ text, box }) => [text, box.map(Math.round)])).toEqual([
      ['图书', [0, 0, 200, 40]],
      ['馆', [225, 0, 100, 40]],
    ]);
    expect(wordsIn('图书馆', [0, 0, 20, 90])[0]?.box).toEqual([0, 0, 20, 90]);
  });

  const schema = schemaPath('alto/alto-4-4.xsd');
  it.skipIf(!schema)(
    'is valid by the published schema, on the sample and on any edition',
    () => {
      const complaints = validatorOf(schema ?? '');
      expect(
        complaints('<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page ID="p1"/></Layout></alto>')
          .length,
      ).toBeGreaterThan(0);
      for (const xml of [...written(true), ...written(false)]) expect(complaints(xml)).toEqual([]);
      fc.assert(
        fc.property(randomEdition, (edition) => {
          for (const file of exportEdition(edition, altoWriter).written.files)
            expect(complaints(contentOf(file))).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
    60_000,
  );
});
