import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { call, importArgs, newEdition, readingsOf, readText, transact, writePasteup } from '../core/index.ts';
import { publishedSchema } from './write-schema.ts';

const PUBLISHED = 'public/schema/pasteup-edition-1.schema.json';

const saved = (): unknown => {
  const empty = newEdition('e1', '样张');
  const draft = readText(new TextEncoder().encode('本报讯 河堤昨日通车。\n\n河堤通车'), 'page-1.txt');
  const done = transact(empty, call('edition.import', importArgs(empty, readingsOf([draft]))));
  if (!done.ok) throw new Error(done.refusal.code);
  return JSON.parse(writePasteup(done.edition));
};

describe('the published schema', () => {
  const schema = readFileSync(PUBLISHED, 'utf8');
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema));

  it('is the one that the reader checks with: `npm run schema` writes it', () => {
    expect(publishedSchema()).toBe(schema);
  });

  it('takes what is saved', () => {
    expect(validate(saved()), JSON.stringify(validate.errors)).toBe(true);
  });

  it('refuses a file of another kind, and a fragment without a place', () => {
    expect(validate({ ...(saved() as object), format: 'other' })).toBe(false);
    const bad = saved() as { fragments: { placement?: unknown }[] };
    delete bad.fragments[0]?.placement;
    expect(validate(bad)).toBe(false);
  });
});
