/** The user's own settings: language, theme. Kept by whoever made them (see main.ts). */
import type { Language, Level } from '../core/index.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';

/** What findings are grouped by. */
export type GroupBy = 'level' | 'page' | 'article' | 'code';

export class Preferences {
  language = $state<Language>('en');
  theme = $state<ThemeChoice>('system');
  /** The picture of the page shines through the sheet. */
  facsimile = $state(false);
  /** 0..1 */
  facsimileOpacity = $state(0.35);
  /** The format that was exported last. */
  exportFormat = $state('html');
  leftOpen = $state(true);
  rightOpen = $state(true);
  findingsBy = $state<GroupBy>('level');
  findingsHidden = $state.raw<readonly Level[]>([]);
  /** What the system asks for now. */
  systemDark = $state(false);
  /** Who reviews: asked at the first approval. */
  initials = $state('');
  /** Whether the time that is spent is measured, for reports; on this device only. */
  measure = $state(false);

  get dark(): boolean {
    return this.theme === 'dark' || (this.theme === 'system' && this.systemDark);
  }
}
