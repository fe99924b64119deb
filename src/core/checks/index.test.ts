import { describe, expect, test } from 'vitest';
import { sampleEdition } from '../formats/sample-edition.test-support.ts';
import { messageCodes, say } from '../messages/index.ts';
import { checkEdition, RULES, runChecks } from './index.ts';

describe('the registry', () => {
  test('every rule has its sentence, its name and its help, in both languages', () => {
    const known = new Set(messageCodes());
    for (const { code } of RULES)
      for (const key of [`check.${code}`, `check-name.${code}`, `check-help.${code}`])
        expect(known.has(key) ? '' : key).toBe('');
  });
});

test('a clean paper', () => {
  for (const f of checkEdition(sampleEdition()).findings)
    console.log(f.level, f.key, say(f.message, 'en'), f.mend?.label.code);
  expect(runChecks(sampleEdition()).filter((f) => f.level === 'error')).toEqual([]);
});
