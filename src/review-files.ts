/** What a review brings in and gives out as files: a copy for a reviewer, what came back in one, and reports. */
import { call, reportCsv, reportHtml, reportOf, reviewsToTakeOver, writePasteup, type Edition } from './core/index.ts';
import type { Editor } from './editor/editor.svelte.ts';
import type { ReportOptions, Services } from './editor/services.ts';
import { fileNameOf } from './storage/files.ts';
import type { App } from './ui/app-context.ts';
import { timeSpentOn } from './ui/review/keep-time.svelte.ts';
import type { Workplace } from './workplace.ts';

interface Parts {
  readonly editor: Editor;
  readonly workplace: Workplace;
  readonly t: App['t'];
  readonly handOut: Services['handOut'];
}

/** A reviewer's copy that is opened over its edition gives back what was decided in it. False: it is no such copy. */
export function takeOverReview({ editor, t }: Parts, copy: Edition): boolean {
  if (!copy.forReview || !editor.isOpen || editor.edition.forReview || editor.edition.id !== copy.id) return false;
  const { reviews, checked, stale } = reviewsToTakeOver(editor.edition, copy);
  if (editor.run(call('review.adopt', { reviews, checked })).ok)
    editor.notify(
      'news',
      t(stale ? 'adopted-stale' : 'adopted', { n: reviews.length, checked: checked.length, stale }),
    );
  return true;
}

const nameOf = ({ editor, t }: Parts): string => fileNameOf(editor.edition.title || t('top.untitled'));

export function saveReviewCopy(parts: Parts): Promise<void> {
  const { editor, handOut } = parts;
  return handOut({
    name: `${nameOf(parts)}.review.pasteup.json`,
    content: writePasteup({ ...editor.edition, forReview: true }),
    mediaType: 'application/json',
  });
}

/** Time is told only where the user had it measured. */
export async function saveReport(parts: Parts, { form, scope, automatic }: ReportOptions): Promise<void> {
  const { editor, workplace, t, handOut } = parts;
  const { language, measure } = editor.preferences;
  const { edition, history } = editor;
  const works = scope === 'all' ? await workplace.all() : [{ edition, history }];
  const reports = works.map((work) => {
    const time = measure ? timeSpentOn(work.edition.id) : null;
    return reportOf({ ...work, automatic, ...(time ? { time } : {}) });
  });
  const name = `${scope === 'all' ? 'pasteup' : nameOf(parts)}.${t('report.name')}.${form}`;
  await handOut(
    form === 'html'
      ? { name, content: reportHtml(reports, language), mediaType: 'text/html' }
      : { name, content: `\ufeff${reportCsv(reports, language)}`, mediaType: 'text/csv' },
  );
}
