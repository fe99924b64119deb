import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportEdition } from './closing-balance.ts';
import { reopen } from './round-trip.test-support.ts';
import { schemaPath, validatorOf, type Validate } from './schema-check.test-support.ts';
import { contentOf } from './writer.ts';
import { WRITERS } from './writers.ts';

const corpus = ['../shared/corpus', '../../shared/corpus'].find((path) => existsSync(path));
const folders = ['alto', 'page', 'hocr', 'tsv', 'abbyy'];
/** The largest are left to the benchmark. */
const samples = corpus
  ? folders
      .flatMap((folder) =>
        readdirSync(`${corpus}/formats/${folder}`).map((file) => `${corpus}/formats/${folder}/${file}`),
      )
      .filter((path) => readFileSync(path).length < 3e6)
  : [];
if (!samples.length) console.warn('SKIPPED: the real samples are not here (../shared/corpus)');

const schemas: Readonly<Record<string, string>> = {
  page: 'page/pagecontent-2019-07-15.xsd',
  alto: 'alto/alto-4-4.xsd',
};
const validators = new Map<string, Validate>();
function complaints(format: string, xml: string): string[] {
  const path = schemas[format] === undefined ? undefined : schemaPath(schemas[format]);
  if (path === undefined) return [];
  const validate = validators.get(format) ?? validatorOf(path);
  validators.set(format, validate);
  return validate(xml);
}

describe.skipIf(!samples.length)('real files', () => {
  it.each(samples)(
    '%s goes out in every format, balanced and valid',
    async (path) => {
      const edition = await reopen([
        { path: path.split('/').at(-1) ?? '', content: new Uint8Array(readFileSync(path)) },
      ]);
      for (const writer of WRITERS) {
        const { written, balance } = exportEdition(edition, writer);
        expect(balance.unaccounted).toBe(0);
        for (const file of written.files) expect(complaints(writer.id, contentOf(file))).toEqual([]);
      }
    },
    120_000,
  );
});
