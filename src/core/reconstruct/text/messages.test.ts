import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CUT_MESSAGES } from './messages.ts';

const folder = new URL('cut/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

describe('CUT_MESSAGES', () => {
  it('has a sentence in both languages for every code that the cutter names', () => {
    const codes = [...sources.matchAll(/'(cut\.[a-z-]+)'/gu)].map((found) => found[1] ?? '');
    expect(codes.length).toBeGreaterThan(4);
    for (const code of codes) expect(Object.keys(CUT_MESSAGES)).toContain(code);
  });
  it('has the same gaps in both languages', () => {
    for (const { en, zh } of Object.values(CUT_MESSAGES))
      expect([...en.matchAll(/\{\w+\}/gu)].map(String)).toEqual([...zh.matchAll(/\{\w+\}/gu)].map(String));
  });
  it('covers every role that a piece may get by its code', () => {
    const roles =
      'headline kicker subhead crosshead section teaser caption photo-credit byline source editor-note lead jump-to jump-from folio masthead imprint ad notice table quote dateline unknown'.split(
        ' ',
      );
    for (const role of roles) expect(Object.keys(CUT_MESSAGES)).toContain(`cut.${role}`);
  });
});
