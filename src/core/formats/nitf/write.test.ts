import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportEdition } from '../closing-balance.ts';
import { randomEdition } from '../random-edition.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { assertWellFormed } from '../schema-check.test-support.ts';
import { contentOf } from '../writer.ts';
import { nitfWriter } from './write.ts';

describe('NITF', () => {
  it('writes a document an article, in the order of parts that NITF has', () => {
    const { files } = exportEdition(sampleEdition(), nitfWriter).written;
    expect(files.map((file) => file.path)).toEqual(['nitf/01-新图书馆下月开放.xml', 'nitf/02-River-ferry-resumes.xml']);
    const text = files[0] ? contentOf(files[0]) : '';
    expect(text).toContain(
      '<pubdata type="print" name="河岸晚报" date.publication="20240321" position.section="1" position.sequence="1"/>',
    );
    expect(text).toMatch(
      /<hedline>\s*<hl1>新图书馆下月开放<\/hl1>\s*<hl2 class="subhead">藏书二十万册 周末延长开放<\/hl2>\s*<\/hedline>\s*<byline>本报记者 方舟<\/byline>/u,
    );
    expect(text).toContain('<p>馆方表示，开放首周每天举办讲座，居民可以在线预约，每人每天限约一场。</p>');
    expect(text).toContain('<hl2>交通指南</hl2>');
    expect(text).not.toContain('下转');
  });

  it('is well-formed on any edition', () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        for (const file of exportEdition(edition, nitfWriter).written.files) assertWellFormed(contentOf(file));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
