/** What a check has to say. */
import type { Message } from '../model/message.ts';
import type { Mute } from '../model/edition.ts';
import type { Call } from '../transact.ts';

export const LEVELS = ['error', 'warning', 'note'] as const;
export type Level = (typeof LEVELS)[number];

/** What puts it right at a press of a key: ordinary commands, run as one step. */
export interface Mend {
  readonly label: Message;
  readonly calls: readonly Call[];
}

/** What a check answers. The place is a fragment, an article, a page, or (none of them) the edition. */
export interface Found {
  /** One of the check's own rules. */
  readonly code: string;
  /** Only where it is other than the rule's own. */
  readonly level?: Level;
  readonly params?: Message['params'];
  readonly fragmentId?: string;
  readonly articleId?: string;
  readonly pageId?: string;
  readonly sourceId?: string;
  /** UTF-16 offsets into the fragment's text. */
  readonly at?: readonly [start: number, end: number];
  readonly mend?: Mend;
  /** What it is about, where a place can have more than one: only a digest of it goes into the key. */
  readonly about?: string;
}

/** Something that a reviewer should look at: what, how bad, and where. */
export interface Finding {
  /** The same for the same finding as long as what it is about stays. Holds ids and digests, never text. */
  readonly key: string;
  readonly code: string;
  readonly level: Level;
  readonly message: Message;
  readonly fragmentId?: string;
  readonly articleId?: string;
  /** The page where it is to be seen; absent for the tray and for the edition as a whole. */
  readonly pageId?: string;
  readonly sourceId?: string;
  readonly at?: readonly [start: number, end: number];
  readonly mend?: Mend;
  /** Why it is muted: then it counts nowhere. */
  readonly muted?: Mute;
  /** Sorts findings as a reader meets them. */
  readonly rank: string;
}
