import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gapsOf } from '../../core/messages/gaps.test-support.ts';
import { STRINGS } from './index.ts';

const FOLDER = new URL('.', import.meta.url);

test('no two catalogues have words for one key: the later would be said for both', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !/test|index/u.test(name)))
    for (const [, key = ''] of readFileSync(new URL(file, FOLDER), 'utf8').matchAll(/^ {2}'([^']+)':/gmu)) {
      if (seen.has(key)) twice.push(`${key}: ${seen.get(key)} and ${file}`);
      seen.set(key, file);
    }
  expect(seen.size).toBeGreaterThan(300);
  expect(twice).toEqual([]);
});

test('every string has the same gaps in every language', () => {
  for (const [key, { en, zh }] of Object.entries(STRINGS)) expect([key, ...gapsOf(zh)]).toEqual([key, ...gapsOf(en)]);
});
