/** What is written keeps to its standard, on any edition; and the rules themselves find what is wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportEdition } from './closing-balance.ts';
import { breaches, danglingIn } from './markup-rules.test-support.ts';
import { randomEdition } from './random-edition.test-support.ts';
import { sampleEdition } from './sample-edition.test-support.ts';
import { NITF_RULES } from './standards.test-support.ts';
import { contentOf } from './writer.ts';
import { WRITERS } from './writers.ts';
import { complaints } from './written-checks.test-support.ts';
import { runs } from './runs.test-support.ts';

describe.each(WRITERS.map((writer) => [writer.id, writer] as const))('%s', (id, writer) => {
  it.each([false, true])('keeps to its standard on the sample, positions known: %s', (boxed) => {
    expect(complaints(id, exportEdition(sampleEdition(boxed), writer).written.files)).toEqual([]);
  });

  it(`keeps to it on ${runs(200)} editions`, () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        expect(complaints(id, writer.write(edition, { spreadsheet: edition.title.length % 2 === 0 }).files)).toEqual(
          [],
        );
      }),
      { numRuns: runs(200) },
    );
  }, 300_000);
});

describe('the rules', () => {
  it('tell what is wrong', () => {
    const [file] = exportEdition(sampleEdition(), WRITERS.find(({ id }) => id === 'nitf') ?? WRITERS[0]!).written.files;
    const xml = file ? contentOf(file) : '';
    expect(breaches(xml, NITF_RULES)).toEqual([]);
    expect(breaches(xml.replace('<hl1>', '<h1>').replace('</hl1>', '</h1>'), NITF_RULES)).toEqual([
      'hedline may not hold h1 hl2',
      'h1 is not known',
    ]);
    expect(breaches(xml.replace(' id-string="', ' name="'), NITF_RULES)).toEqual([
      'doc-id@name is not allowed',
      'doc-id lacks @id-string',
    ]);
    expect(breaches(xml.replace('<body.head>', '<body.head>x'), NITF_RULES)).toEqual(['body.head may not hold text']);
    expect(breaches(xml.replace('</nitf>', ''), NITF_RULES)).toEqual(['not well-formed']);
    expect(danglingIn('<a id="1" to="#1"/><a id="1" to="#2"/>', 'id', ['to'])).toEqual([
      'an id stands twice',
      'to points at 2, which is not there',
    ]);
  });
});
