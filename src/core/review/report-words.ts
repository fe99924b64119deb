import { say, type Language } from '../messages/index.ts';
import type { Message } from '../model/message.ts';
import type { ReportSubject } from './report.ts';
import { standingName } from './sign-off.ts';

/** A sentence of `messages/reports.ts`, without the code's beginning. */
export type Say = (code: string, params?: Message['params']) => string;

/** How it stands, and what changed. */
export function stateOf({ standing, errors }: ReportSubject, t: Say): string {
  if (standing.state === 'approved' && errors) return t('state-errors', { n: errors });
  const name = t(`state-${standingName(standing)}`, { n: standing.signed.length, of: standing.needed });
  const changes = standing.changes.map(({ kind, ids }) => t(`changes-${kind}`, { n: ids.length }));
  return [name, changes.join(', ')].filter(Boolean).join(': ');
}

/** A step's name without its figures. */
export const stepName = (code: string, language: Language): string =>
  say({ code }, language)
    .replace(/\s*\{\w+\}\s*/gu, ' … ')
    .trim();
