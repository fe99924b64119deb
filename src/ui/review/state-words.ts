/** A review's state and changes in words. */
import { standingName, type Change, type Standing } from '../../core/index.ts';
import type { App } from '../app-context.ts';

export function stateWords(t: App['t'], standing: Standing): string {
  const name = standingName(standing);
  return t(`review.state-${name}`, { n: standing.signed.length, of: standing.needed });
}

export const changeWords = (t: App['t'], changes: readonly Change[]): string =>
  changes.map(({ kind, ids }) => t(`review.change-${kind}`, { n: ids.length })).join(' · ');

/** "23 Nov, 08:30", in the reader's own time. */
export const whenWords = (at: string | undefined, language: 'zh' | 'en'): string =>
  at === undefined
    ? ''
    : new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
      });
