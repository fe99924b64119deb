import { describe, expect, it } from 'vitest';
import { run, smallEdition } from '../commands/small-edition.test-support.ts';
import { emptyHistory, record, type History } from '../history.ts';
import type { Edition } from '../model/edition.ts';
import { call, transact, type Call, type Origin } from '../transact.ts';
import { automaticFaults } from './automatic-faults.ts';
import { reportCsv, REPORT_COLUMNS } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportOf } from './report.ts';

const HOSTILE = '<script>alert(1)</script>"=1+1",\n\ud800';
const at = '2026-11-23T08:30:00Z';

function worked(
  steps: readonly (readonly [Origin, Call])[],
  start = smallEdition(),
): { edition: Edition; history: History } {
  let edition = start;
  let history = emptyHistory;
  for (const [origin, one] of steps) {
    const outcome = transact(edition, one, { origin });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    edition = outcome.edition;
    history = record(history, outcome.transaction);
  }
  return { edition, history };
}

const reviewed = worked([
  ['suggestion', call('fragment.role', { ids: ['f1', 'f2', 'f3', 'f4'], role: 'headline' })],
  ['suggestion', call('article.make', { ids: ['f1', 'f2', 'f3'] })],
  ['user', call('fragment.role', { ids: ['f2', 'f3'], role: 'body' })],
  ['user', call('fragment.role', { ids: ['f3'], role: 'headline' })],
  ['user', call('article.take-out', { ids: ['f3'] })],
  ['user', call('suggestion.dismiss', { keys: ['x', 'y'] })],
  ['user', call('article.review', { article: 'a1', state: 'approved', by: 'LH', at })],
  ['user', call('article.review', { article: 'a1', state: 'rejected', by: 'CY', at, note: HOSTILE })],
]);

/** A plain reader of RFC 4180. */
const cells = (csv: string): string[][] =>
  Array.from(csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/gu)).reduce<string[][]>(
    (rows, [, cell = '', end]) => {
      rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/gu, '"') : cell);
      if (end === '\r\n') rows.push([]);
      return rows;
    },
    [[]],
  );

describe('a report', () => {
  const report = reportOf({
    ...reviewed,
    time: { build: 60_000, review: 30_000, read: 0 },
    automatic: true,
  });

  it('counts edits by kind and by who made them', () => {
    expect(report.edits).toContainEqual({ code: 'command.role', origin: 'user', n: 2 });
    expect(report.edits).toContainEqual({ code: 'command.role', origin: 'suggestion', n: 1 });
  });

  it('is one page that runs nothing and asks for nothing', () => {
    for (const language of ['en', 'zh'] as const) {
      const html = reportHtml([report], language);
      expect(html).not.toMatch(/<script|src=|href="http|@import|url\(/iu);
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toMatch(/report\.|command\.|\{\w+\}/u);
      expect(html).toContain('CY');
    }
  });

  it('of several editions has a list of them', () => {
    expect(reportHtml([report, report], 'en')).toContain('href="#edition-2"');
    expect(reportHtml([report], 'en')).not.toContain('#edition-1');
  });

  it('is a table that a spreadsheet takes for text', () => {
    const rows = cells(reportCsv([report, report], 'zh'));
    expect(rows[0]).toEqual([...REPORT_COLUMNS]);
    expect(rows.slice(1, -1).every((row) => row.length === REPORT_COLUMNS.length)).toBe(true);
    const note = REPORT_COLUMNS.indexOf('note');
    const what = (row: string[]): string => `${row[2]} ${row[3]}`;
    expect(rows.find((row) => what(row) === 'decision rejected')?.[note]).toContain('<script>');
    expect(rows.map(what)).toEqual(
      expect.arrayContaining(['seconds build', 'edit user', 'automatic role-changed', 'article-state rejected']),
    );
  });

  it('of a saved edition alone has no edits', () => {
    const bare = reportOf({ edition: reviewed.edition });
    expect(bare).toMatchObject({ edits: [] });
    expect(bare.automatic).toBeUndefined();
    expect(reportHtml([bare], 'en')).not.toContain('What the automatic start got wrong');
  });

  it('says nothing where an edition holds nothing', () => {
    const empty = reportOf({ edition: { ...smallEdition(), sources: {}, fragments: {}, pages: {}, articles: {} } });
    expect(reportHtml([empty], 'en')).toContain('Nothing was found.');
  });
});

describe('what the automatic start got wrong', () => {
  const { rejected, kinds, faults } = automaticFaults(reviewed.history);
  const of = (kind: string) => kinds.find((k) => k.kind === kind);
  it('is what was turned down, and what was changed and not changed back', () => {
    expect(rejected).toBe(2);
    expect(of('role')).toEqual({ kind: 'role', set: 4, changed: 1 });
    expect(of('article')).toEqual({ kind: 'article', set: 3, changed: 1 });
    expect(faults).toContainEqual({ kind: 'role', fragmentId: 'f2', was: 'headline', is: 'body' });
  });
  it('is nothing where only people worked', () => {
    const { history } = worked([['user', call('fragment.role', { ids: ['f1'], role: 'headline' })]]);
    expect(automaticFaults(history).faults).toEqual([]);
  });
});

it('an approval that an error spoils is said to be spoiled', () => {
  const page = Object.keys(reviewed.edition.pages)[0] ?? '';
  const column = reviewed.edition.pages[page]?.columns[0]?.id ?? '';
  const placed = run(
    reviewed.edition,
    call('fragment.place', { ids: ['f1', 'f2'], page, column, after: null }),
    call('page.review', { page, state: 'approved', by: 'LH', at }),
  );
  expect(reportHtml([reportOf({ edition: placed })], 'en')).toContain('approved');
});
