import { describe, expect, it } from 'vitest';
import { formatTable, generated, keysPage, withTable } from './format-table.ts';
import { READERS, WRITERS } from '../core/index.ts';
import { ACTIONS } from '../editor/actions/index.ts';

describe('the tables of the docs', () => {
  it('name every format and every action', () => {
    for (const { id } of [...READERS, ...WRITERS]) expect(formatTable()).toContain(`| \`${id}\` |`);
    for (const { en, zh } of ACTIONS) expect(keysPage()).toContain(`| ${en} | ${zh} |`);
  });
  it('replace what stands between the marks, and nothing else', () => {
    const page = (made: string): string =>
      `before\n<!-- written by src/bench/format-table.ts -->\n<!-- prettier-ignore-start -->${made}<!-- prettier-ignore-end -->\nafter\n`;
    expect(withTable(page('\nold\n'), 'new')).toBe(page('\n\nnew\n\n'));
    expect(() => withTable('no marks', 'new')).toThrow('lacks');
  });
  it.each(generated())('are up to date in $path: else run `npx tsx src/bench/format-table.ts`', ({ now, due }) => {
    expect(now).toBe(due);
  });
});
