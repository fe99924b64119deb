import { extname } from 'node:path';
import { FormatError, reportCsv, reportHtml, reportOf, type Language } from '../core/index.ts';
import { openEdition } from './open-edition.ts';
import { refuseOver, writeOut } from './write-out.ts';

/** One report of all the editions. By its name HTML or CSV; on standard output HTML, unless a form is asked for. */
export async function reportTo(
  files: readonly string[],
  out: string,
  { format, language }: { readonly format?: string; readonly language: string },
): Promise<void> {
  const form = format ?? (extname(out).toLowerCase() === '.csv' ? 'csv' : 'html');
  if (form !== 'html' && form !== 'csv') throw new FormatError('report.format', { format: form });
  if (language !== 'en' && language !== 'zh') throw new FormatError('report.language', { language });
  const said: Language = language;
  await refuseOver(files, [out]);
  const reports = [];
  for (const file of files) reports.push(reportOf({ edition: await openEdition(file) }));
  // A spreadsheet takes UTF-8 for what it is only where it is told.
  await writeOut(out, form === 'csv' ? `\ufeff${reportCsv(reports, said)}` : reportHtml(reports, said));
}
