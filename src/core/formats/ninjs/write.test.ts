import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportEdition } from '../closing-balance.ts';
import { randomEdition } from '../random-edition.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { contentOf } from '../writer.ts';
import { ninjsWriter } from './write.ts';

interface Item {
  readonly uri: string;
  readonly [key: string]: unknown;
}
const itemsOf = (edition: Parameters<typeof exportEdition>[0]): Item[] =>
  exportEdition(edition, ninjsWriter).written.files.map((file) => JSON.parse(contentOf(file)) as Item);

/** The properties of a 3.1 item that this writer uses, and what the schema allows in each; no other may stand there. */
const TOP = [
  'standard',
  'uri',
  'type',
  'representationType',
  'contentCreated',
  'pubStatus',
  'language',
  'title',
  'headlines',
  'by',
  'located',
  'descriptions',
  'bodies',
  'infoSources',
  'genres',
  'associations',
  'altIds',
];
const LISTS: Record<string, readonly string[]> = {
  headlines: ['role', 'contentType', 'value'],
  descriptions: ['role', 'contentType', 'value'],
  bodies: ['role', 'contentType', 'value'],
  infoSources: ['name'],
  genres: ['name', 'literal'],
  altIds: ['role', 'value'],
  associations: ['name', 'rel', 'uri', 'type', 'descriptions', 'by', 'headlines'],
};

describe('ninjs', () => {
  it('joins an article over its pages into one item', () => {
    const [first, second, ...rest] = itemsOf(sampleEdition());
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      uri: 'urn:pasteup:e1:a1',
      type: 'text',
      contentCreated: '2024-03-21T00:00:00Z',
      pubStatus: 'usable',
      language: 'zh-Hans',
      title: '新图书馆下月开放',
      headlines: [
        { role: 'main', contentType: 'text/plain', value: '新图书馆下月开放' },
        { role: 'sub', contentType: 'text/plain', value: '藏书二十万册 周末延长开放' },
      ],
      by: '本报记者 方舟',
      associations: [{ name: 'picture 1', rel: 'picture', uri: 'urn:pasteup:e1:a1:picture:1', type: 'picture' }],
      altIds: [
        { role: 'publication', value: '河岸晚报' },
        { role: 'page', value: '1' },
        { role: 'page', value: '2' },
        { role: 'sequence', value: '1' },
      ],
    });
    expect(first?.['bodies']).toEqual([
      {
        role: 'main',
        contentType: 'text/html',
        value:
          '<p>位于河岸路的新图书馆将于下月对市民开放。馆内设有儿童阅览室和自习区，座位六百个。</p>\n<p>馆方表示，开放首周每天举办讲座，居民可以在线预约，每人每天限约一场。</p>\n<h3>交通指南</h3>\n<p>乘公交12路可达。</p>',
      },
    ]);
    expect(second?.['bodies']).toEqual([
      {
        role: 'main',
        contentType: 'text/html',
        value: '<p>The ferry runs again from Monday. Tickets cost 3 &amp; up.</p>\n<p>Children ride free.</p>',
      },
    ]);
  });

  it('says why the printed page around the articles is left out', () => {
    const reasons = exportEdition(sampleEdition(), ninjsWriter).written.leftOut.map((one) => one.reason.code);
    expect(reasons).toEqual(
      expect.arrayContaining([
        'export.left.furniture',
        'export.left.advertisement',
        'export.left.jump',
        'export.left.jump-head',
      ]),
    );
  });

  it('uses only what the schema has, on any edition', () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        for (const item of itemsOf(edition)) {
          expect(item.uri).toMatch(/^urn:pasteup:[\w%.-]+:[\w%.-]+$/u);
          for (const [key, value] of Object.entries(item)) {
            expect(TOP).toContain(key);
            const allowed = LISTS[key];
            if (!allowed) continue;
            for (const one of value as Record<string, unknown>[]) {
              for (const inner of Object.keys(one)) expect(allowed).toContain(inner);
              if (key === 'associations')
                expect(one).toMatchObject({ name: expect.any(String), uri: expect.any(String) });
              if (allowed.includes('contentType')) expect(one['value']).toEqual(expect.any(String));
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
