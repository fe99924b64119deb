/** The user's settings outlive the page: in localStorage where there is one. */
import type { Preferences, ThemeChoice } from '../editor/preferences.svelte.ts';

const KEY = 'pasteup.preferences';

function stored(): { language?: unknown; theme?: unknown; exportFormat?: unknown } {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as ReturnType<typeof stored>;
  } catch {
    return {}; // no storage, or not ours: the defaults hold
  }
}

export function keepPreferences(preferences: Preferences): void {
  const { language, theme, exportFormat } = stored();
  if (typeof exportFormat === 'string') preferences.exportFormat = exportFormat;
  preferences.language =
    language === 'zh' || language === 'en' ? language : /^zh/iu.test(navigator.language) ? 'zh' : 'en';
  preferences.theme =
    (['light', 'dark', 'system'] as const).find((choice): choice is ThemeChoice => choice === theme) ?? 'system';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  preferences.systemDark = dark.matches;
  dark.addEventListener('change', () => (preferences.systemDark = dark.matches));
  $effect.root(() => {
    $effect(() => {
      const { language, theme, exportFormat } = preferences;
      const now = JSON.stringify({ language, theme, exportFormat });
      try {
        localStorage.setItem(KEY, now);
      } catch (error) {
        console.warn('the settings cannot be kept', error);
      }
    });
  });
}
