/** The user's settings outlive the page: in localStorage where there is one. What is missing or not ours there takes its default. */
import * as v from 'valibot';
import type { Preferences } from '../editor/preferences.svelte.ts';

const KEY = 'pasteup.preferences';

const browserLanguage = (): 'zh' | 'en' => (/^zh/iu.test(navigator.language) ? 'zh' : 'en');
const level = v.picklist(['error', 'warning', 'note']);

const KEPT = v.object({
  language: v.fallback(v.picklist(['zh', 'en']), browserLanguage),
  theme: v.fallback(v.picklist(['light', 'dark', 'system']), 'system'),
  facsimile: v.fallback(v.boolean(), false),
  facsimileOpacity: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.35),
  exportFormat: v.fallback(v.string(), 'html'),
  leftOpen: v.fallback(v.boolean(), true),
  rightOpen: v.fallback(v.boolean(), true),
  findingsBy: v.fallback(v.picklist(['level', 'page', 'article', 'code']), 'level'),
  findingsHidden: v.fallback(v.array(level), []),
});
const names = Object.keys(KEPT.entries) as (keyof v.InferOutput<typeof KEPT>)[];

function stored(): unknown {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {}; // no storage, or not ours: the defaults hold
  }
}

export function keepPreferences(preferences: Preferences): void {
  Object.assign(preferences, v.parse(KEPT, stored()));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  preferences.systemDark = dark.matches;
  dark.addEventListener('change', () => (preferences.systemDark = dark.matches));
  $effect.root(() => {
    $effect(() => {
      const now = JSON.stringify(Object.fromEntries(names.map((name) => [name, preferences[name]])));
      try {
        localStorage.setItem(KEY, now);
      } catch (error) {
        console.warn('the settings cannot be kept', error);
      }
    });
  });
}
