/** The user's settings outlive the page: in localStorage where there is one. */
import type { Preferences, ThemeChoice } from '../editor/preferences.svelte.ts';

const KEY = 'pasteup.preferences';

function stored(): { language?: unknown; theme?: unknown } {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as { language?: unknown; theme?: unknown };
  } catch {
    return {}; // no storage, or not ours: the defaults hold
  }
}

export function keepPreferences(preferences: Preferences): void {
  const { language, theme } = stored();
  preferences.language =
    language === 'zh' || language === 'en' ? language : /^zh/iu.test(navigator.language) ? 'zh' : 'en';
  preferences.theme =
    (['light', 'dark', 'system'] as const).find((choice): choice is ThemeChoice => choice === theme) ?? 'system';
  const dark = matchMedia('(prefers-color-scheme: dark)');
  preferences.systemDark = dark.matches;
  dark.addEventListener('change', () => (preferences.systemDark = dark.matches));
  $effect.root(() => {
    $effect(() => {
      const now = JSON.stringify({ language: preferences.language, theme: preferences.theme });
      try {
        localStorage.setItem(KEY, now);
      } catch (error) {
        console.warn('the settings cannot be kept', error);
      }
    });
  });
}
