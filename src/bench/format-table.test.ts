import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatTable, generated, keysPage, withTable } from './format-table.ts';
import { READERS, readPasteup, ROLES, writePasteup, WRITERS } from '../core/index.ts';
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

const page = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe('what the docs say by hand', () => {
  it('has an example of the saved file that opens, and is saved with the same bytes', () => {
    const example = /```json\n([^]*?)```/u.exec(page('file-format.md'))?.[1] ?? '';
    expect(writePasteup(readPasteup(example, 'example').edition)).toBe(example);
  });
  it('names every role twice: what it is, and what it becomes', () => {
    for (const role of ROLES)
      expect(page('roles.md').match(new RegExp(`^\\| \`${role}\` +\\|`, 'gmu')), role).toHaveLength(2);
  });
  it('says of every dependency why it is there, and of no other', () => {
    const { dependencies } = JSON.parse(page('../package.json')) as { dependencies: Record<string, string> };
    const table = page('../src/README.md').split('## Dependencies')[1] ?? '';
    const named = Array.from(table.matchAll(/^\| ([@\w/-]+) \|/gmu), ([, name]) => name);
    expect(named.filter((name) => name !== 'package').sort()).toEqual(Object.keys(dependencies).sort());
  });
});
