import type { Edition } from '../model/edition.ts';
import type { Message } from '../model/message.ts';

/** Something that a reviewer should look at: what, how bad, and where. */
export interface Finding {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: Message;
  readonly fragmentId?: string;
  readonly articleId?: string;
}

export type Check = (edition: Edition) => Finding[];
