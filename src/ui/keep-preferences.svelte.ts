/** The user's settings outlive the page: in localStorage where there is one. */
import type { Preferences, ThemeChoice } from '../editor/preferences.svelte.ts';

const KEY = 'pasteup.preferences';

function stored(): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return {}; // no storage, or not ours: the defaults hold
  }
}

export function keepPreferences(preferences: Preferences): void {
  const before = stored();
  if (typeof before['exportFormat'] === 'string') preferences.exportFormat = before['exportFormat'];
  preferences.language =
    before['language'] === 'zh' || before['language'] === 'en'
      ? before['language']
      : /^zh/iu.test(navigator.language)
        ? 'zh'
        : 'en';
  preferences.theme =
    (['light', 'dark', 'system'] as const).find((choice): choice is ThemeChoice => choice === before['theme']) ??
    'system';
  preferences.facsimile = before['facsimile'] === true;
  const opacity = before['facsimileOpacity'];
  if (typeof opacity === 'number' && opacity >= 0 && opacity <= 1) preferences.facsimileOpacity = opacity;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  preferences.systemDark = dark.matches;
  dark.addEventListener('change', () => (preferences.systemDark = dark.matches));
  $effect.root(() => {
    $effect(() => {
      const { language, theme, facsimile, facsimileOpacity, exportFormat } = preferences;
      const now = JSON.stringify({ language, theme, facsimile, facsimileOpacity, exportFormat });
      try {
        localStorage.setItem(KEY, now);
      } catch (error) {
        console.warn('the settings cannot be kept', error);
      }
    });
  });
}
