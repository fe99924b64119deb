/** Every action. The palette, the key sheet and the keyboard are made from this list. */
import type { Action } from './action.ts';
import { articleActions } from './article-actions.ts';
import { compareActions } from './compare-actions.ts';
import { editActions } from './edit-actions.ts';
import { fileActions } from './file-actions.ts';
import { jumpActions } from './jump-actions.ts';
import { reviewActions } from './review-actions.ts';
import { findingActions } from './finding-actions.ts';
import { roleActions } from './role-actions.ts';
import { sourceActions } from './source-actions.ts';
import { selectActions } from './select-actions.ts';
import { suggestionActions } from './suggestion-actions.ts';
import { textActions } from './text-actions.ts';
import { viewActions } from './view-actions.ts';

export const ACTIONS: readonly Action[] = [
  ...fileActions,
  ...editActions,
  ...selectActions,
  ...roleActions,
  ...textActions,
  ...articleActions,
  ...jumpActions,
  ...suggestionActions,
  ...findingActions,
  ...compareActions,
  ...reviewActions,
  ...viewActions,
  ...sourceActions,
];

const byId = new Map(ACTIONS.map((action) => [action.id, action]));

/** The action with this id; a wrong id is a programming error. */
export function actionOf(id: string): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`no action ${id}`);
  return action;
}
