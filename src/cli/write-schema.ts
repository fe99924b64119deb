/** Writes the published JSON Schema from the one that the reader checks with: `npm run schema`. */
import { writeFile } from 'node:fs/promises';
import { toJsonSchema } from '@valibot/to-json-schema';
import { editionFile, SCHEMA_FILE } from '../core/formats/pasteup/schema.ts';

export const publishedSchema = (): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: SCHEMA_FILE,
      title: 'Pasteup edition, version 1',
      ...toJsonSchema(editionFile, { target: 'draft-2020-12', errorMode: 'ignore' }),
    },
    null,
    2,
  )}\n`;

if (process.argv[1]?.endsWith('write-schema.ts')) await writeFile(`public/schema/${SCHEMA_FILE}`, publishedSchema());
