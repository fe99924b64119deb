import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportEdition } from '../closing-balance.ts';
import { randomEdition } from '../random-edition.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { assertWellFormed } from '../schema-check.test-support.ts';
import { bytesOf } from '../zip-files.ts';
import { docxWriter } from './write.ts';

const partsOf = (edition: Parameters<typeof exportEdition>[0]): Map<string, string> => {
  const [file] = exportEdition(edition, docxWriter).written.files;
  const parts = file ? unzipSync(bytesOf(file)) : {};
  return new Map(Object.entries(parts).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
};

describe('DOCX', () => {
  it('gives each role its style', () => {
    const parts = partsOf(sampleEdition());
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
      'word/document.xml',
    ]);
    const document = parts.get('word/document.xml') ?? '';
    expect(document).toMatch(
      /<w:pStyle w:val="RoleHeadline"\/>\s*<\/w:pPr>\s*<w:r>\s*<w:t xml:space="preserve">新图书馆下月开放<\/w:t>/u,
    );
    for (const [, id] of document.matchAll(/<w:pStyle w:val="(\w+)"/gu))
      expect(parts.get('word/styles.xml')).toContain(`w:styleId="${id}"`);
    expect(parts.get('docProps/core.xml')).toContain('2024-03-21T00:00:00Z');
  });

  it('holds well-formed parts, on any edition', () => {
    fc.assert(
      fc.property(randomEdition, (edition) => {
        for (const part of partsOf(edition).values()) assertWellFormed(part);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
