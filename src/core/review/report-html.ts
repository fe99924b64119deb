/** Reports as one page of HTML that needs nothing else, to be read or printed. */
import { el, layXml, type XmlElement } from '../formats/xml-writer.ts';
import { say, type Language } from '../messages/index.ts';
import type { Message } from '../model/message.ts';
import type { Report, ReportSubject } from './report.ts';
import { stateOf, stepName, type Say } from './report-words.ts';
import { standingName } from './sign-off.ts';

const STYLE = `body{font:14px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1d1b18;background:#fff;max-width:980px;margin:0 auto;padding:32px 24px}
h1{font-size:24px;margin:0 0 4px}h2{font-size:17px;margin:28px 0 8px}h3{font-size:14px;margin:20px 0 6px}
p{margin:0 0 8px}.sub{color:#666057}
table{border-collapse:collapse;width:100%;margin:0 0 8px}
th,td{padding:4px 10px 4px 0;border-bottom:1px solid #d5d0c5;text-align:left;vertical-align:top}
th{color:#666057;font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
.error,.rejected{color:#a3261a}.warning,.fell-back{color:#94650b}.approved{color:#2f7a3f}
article+article{margin-top:48px;padding-top:24px;border-top:2px solid #1d1b18}
@media print{body{padding:0;font-size:11px}article+article{break-before:page;border:0;padding:0}tr{break-inside:avoid}a{color:inherit;text-decoration:none}}`;

type Cell = string | number | XmlElement;

export function reportHtml(reports: readonly Report[], language: Language): string {
  const t = (code: string, params: Message['params'] = {}): string => say({ code: `report.${code}`, params }, language);
  const title = t('title') + (reports.length === 1 && reports[0]?.title ? ` – ${reports[0].title}` : '');
  const root = el(
    'html',
    { lang: language === 'zh' ? 'zh-Hans' : 'en' },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('title', {}, title),
      el('style', {}, STYLE),
    ),
    el(
      'body',
      {},
      el('h1', {}, title),
      reports.length > 1 && batch(reports, t),
      reports.map((report, i) => ofEdition(report, i, language, t, reports.length > 1)),
    ),
  );
  return layXml(root, { prolog: '<!DOCTYPE html>' });
}

function table(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  numbers: readonly number[] = [],
): XmlElement {
  const cell = (name: 'th' | 'td', value: Cell, i: number): XmlElement =>
    el(name, numbers.includes(i) ? { class: 'n' } : {}, typeof value === 'number' ? String(value) : value);
  return el(
    'table',
    {},
    heads.length > 0 &&
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          heads.map((head, i) => cell('th', head, i)),
        ),
      ),
    el(
      'tbody',
      {},
      rows.map((row) =>
        el(
          'tr',
          {},
          row.map((value, i) => cell('td', value, i)),
        ),
      ),
    ),
  );
}

const nameOf = (report: Report, t: Say): string => report.title || t('untitled');

function batch(reports: readonly Report[], t: Say): XmlElement {
  const errors = (report: Report): number => report.findings.filter((f) => f.finding.level === 'error').length;
  return el(
    'section',
    {},
    el('h2', {}, t('editions')),
    table(
      [t('edition'), t('date'), t('pages'), t('articles'), t('error'), t('findings')],
      reports.map((report, i): Cell[] => [
        el('a', { href: `#edition-${i + 1}` }, nameOf(report, t)),
        report.date,
        t('n-of', { n: report.count.pagesApproved, of: report.count.pages }),
        t('n-of', { n: report.count.approved, of: report.count.articles }),
        errors(report),
        report.findings.length,
      ]),
      [4, 5],
    ),
  );
}

function subjects(list: readonly ReportSubject[], name: string, t: Say): XmlElement[] {
  return [
    el('h3', {}, name),
    table(
      [name, '', t('state'), t('by'), t('remark')],
      list.map((one): Cell[] => [
        one.label,
        one.title,
        el('span', { class: standingName(one.standing) }, stateOf(one, t)),
        one.standing.state === 'rejected'
          ? (one.standing.last?.by ?? '')
          : one.standing.signed.map((s) => s.by ?? '?').join(', '),
        one.standing.note ?? '',
      ]),
    ),
  ];
}

function decisions(report: Report, t: Say): XmlElement[] {
  const all = [...report.pages, ...report.articles].flatMap((one) =>
    one.decisions.map((d): Cell[] => [
      `${t(one.on.kind)} ${one.label}`,
      t(`state-${d.state}`),
      d.by ?? '',
      d.at ?? '',
      d.note ?? '',
    ]),
  );
  return all.length
    ? [el('h3', {}, t('decisions')), table([t('what'), t('state'), t('by'), t('at'), t('remark')], all)]
    : [];
}

const minutes = (ms: number): number => Math.round(ms / 6000) / 10;

function ofEdition(report: Report, i: number, language: Language, t: Say, several: boolean): XmlElement {
  const { characters, count, findings, edits, time, automatic } = report;
  const total = (n: number, name: string): string => `${n} ${t(name)}`;
  return el(
    'article',
    { id: `edition-${i + 1}` },
    several && el('h2', {}, nameOf(report, t)),
    report.date && el('p', { class: 'sub' }, report.date),
    el('h3', {}, t('summary')),
    table(
      [],
      [
        [
          t('characters'),
          `${characters.characters}: ${[
            total(characters.placed, 'placed'),
            total(characters.unplaced, 'unplaced'),
            total(characters.discarded, 'discarded'),
            total(characters.typed, 'typed'),
          ].join(', ')}`,
        ],
        [t('pages'), t('n-of', { n: count.pagesApproved, of: count.pages })],
        [t('articles'), t('n-of', { n: count.approved, of: count.articles })],
        [t('boundaries'), String(report.boundariesRight)],
        ...(time
          ? [
              [
                t('time'),
                (['build', 'review', 'read'] as const)
                  .map((mode) => `${t(`time-${mode}`)} ${t('minutes', { n: minutes(time[mode]) })}`)
                  .join(', '),
              ],
            ]
          : []),
      ],
    ),
    el('h3', {}, t('findings')),
    findings.length
      ? table(
          [t('level'), t('what'), t('page'), t('article'), t('text')],
          findings.map(({ finding, page, article, text }): Cell[] => [
            el('span', { class: finding.level }, t(finding.level)),
            say(finding.message, language),
            page,
            article,
            text,
          ]),
        )
      : el('p', {}, t('no-findings')),
    subjects(report.pages, t('pages'), t),
    subjects(report.articles, t('articles'), t),
    decisions(report, t),
    edits.length > 0 && [
      el('h3', {}, t('edits')),
      table(
        [t('edit'), t('origin'), t('count')],
        edits.map((e): Cell[] => [stepName(e.code, language), t(`origin-${e.origin}`), e.n]),
        [2],
      ),
    ],
    automatic && [
      el('h3', {}, t('automatic')),
      el('p', {}, `${t('rejected')}: ${automatic.rejected}`),
      table(
        [t('kind'), t('set'), t('changed')],
        automatic.kinds.map((k): Cell[] => [t(`kind-${k.kind}`), k.set, k.changed]),
        [1, 2],
      ),
      ...roleFaults(report, language, t),
    ],
  );
}

function roleFaults({ automatic }: Report, language: Language, t: Say): XmlElement[] {
  const counts = new Map<string, number>();
  for (const { was, is } of automatic?.faults ?? []) {
    if (was === undefined || is === undefined) continue;
    const pair = `${say({ code: `role.${was}` }, language)} → ${say({ code: `role.${is}` }, language)}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1]);
  return rows.length ? [table([t('roles'), t('count')], rows, [1])] : [];
}
