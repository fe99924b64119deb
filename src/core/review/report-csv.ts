/** Reports as one table: a row for each finding, decision, kind of edit, time and fault. */
import { guarded, quoted } from '../formats/csv/cell.ts';
import { say, type Language } from '../messages/index.ts';
import type { Report, ReportSubject } from './report.ts';
import { stateOf, stepName } from './report-words.ts';

export const REPORT_COLUMNS = [
  'edition',
  'date',
  'record',
  'kind',
  'page',
  'article',
  'title',
  'code',
  'what',
  'by',
  'at',
  'note',
  'count',
] as const;
type Row = Partial<Record<(typeof REPORT_COLUMNS)[number], string | number>>;

export function reportCsv(reports: readonly Report[], language: Language): string {
  const rows = reports.flatMap((report) =>
    rowsOf(report, language).map((row): Row => ({ edition: report.title || report.id, date: report.date, ...row })),
  );
  const lines = rows.map((row) =>
    REPORT_COLUMNS.map((column) => {
      const value = row[column] ?? '';
      return quoted(typeof value === 'number' ? String(value) : guarded(value));
    }).join(','),
  );
  return `${[REPORT_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function rowsOf(report: Report, language: Language): Row[] {
  const t = (code: string, params = {}): string => say({ code: `report.${code}`, params }, language);
  const placeOf = (one: ReportSubject): Row =>
    one.on.kind === 'page' ? { page: one.label } : { page: one.pages.join(' '), article: one.label, title: one.title };
  const subjects = [...report.pages, ...report.articles];
  return [
    ...report.findings.map(({ finding, page, article, text }): Row => ({
      record: 'finding',
      kind: finding.level,
      page,
      article,
      title: text,
      code: finding.code,
      what: say(finding.message, language),
    })),
    ...subjects.map((one): Row => ({
      record: `${one.on.kind}-state`,
      kind: one.standing.state,
      ...placeOf(one),
      what: stateOf(one, t),
      by: one.standing.signed.map((s) => s.by ?? '?').join(' '),
      note: one.standing.note ?? '',
    })),
    ...subjects.flatMap((one) =>
      one.decisions.map((d): Row => ({
        record: 'decision',
        kind: d.state,
        ...placeOf(one),
        what: t(`state-${d.state}`),
        by: d.by ?? '',
        at: d.at ?? '',
        note: d.note ?? '',
      })),
    ),
    ...report.edits.map((e): Row => ({
      record: 'edit',
      kind: e.origin,
      code: e.code,
      what: stepName(e.code, language),
      count: e.n,
    })),
    ...(report.time
      ? (['build', 'review', 'read'] as const).map((mode): Row => ({
          record: 'seconds',
          kind: mode,
          what: t(`time-${mode}`),
          count: Math.round((report.time?.[mode] ?? 0) / 1000),
        }))
      : []),
    ...(report.automatic
      ? [
          { record: 'automatic', kind: 'rejected', what: t('rejected'), count: report.automatic.rejected },
          ...report.automatic.kinds.flatMap(({ kind, set, changed }): Row[] => [
            { record: 'automatic', kind: `${kind}-set`, what: `${t(`kind-${kind}`)}: ${t('set')}`, count: set },
            {
              record: 'automatic',
              kind: `${kind}-changed`,
              what: `${t(`kind-${kind}`)}: ${t('changed')}`,
              count: changed,
            },
          ]),
          ...report.automatic.faults
            .filter((fault) => fault.was !== undefined)
            .map((fault): Row => ({
              record: 'automatic-fault',
              kind: fault.kind,
              code: fault.fragmentId,
              what: `${fault.was ?? ''} → ${fault.is ?? ''}`,
            })),
        ]
      : []),
  ];
}
