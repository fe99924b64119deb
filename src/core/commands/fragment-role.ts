import { parseJumpLine } from '../press/jump-lines.ts';
import type { Jump } from '../model/edition.ts';
import { isJumpLine, isRole, type RoleId } from '../model/role.ts';
import { findFragments, textOf } from '../model/selectors.ts';
import { checkFragments, defineCommand, draftOf, refuse } from './command.ts';

export interface RoleArgs {
  readonly ids: readonly string[];
  readonly role: RoleId;
}

/** What a fragment with this text and role says as a jump line; undefined where the role is no jump line. */
export function jumpOf(text: string, role: RoleId): Jump | undefined {
  if (role !== 'jump-to' && role !== 'jump-from') return undefined;
  return { direction: role === 'jump-to' ? 'to' : 'from', page: parseJumpLine(text)?.pages[0] ?? null };
}

/** Says what fragments are. A jump line is read for its page at once. */
export const setRole = defineCommand<RoleArgs>({
  check(edition, { ids, role }) {
    if (!isRole(role)) return refuse('refuse.no-such-role');
    return checkFragments(edition, ids);
  },
  run(draft, { ids, role }, edition) {
    for (const fragment of findFragments(edition, ids)) {
      const own = draftOf(draft, fragment);
      own.role = role;
      const jump = jumpOf(textOf(edition, fragment), role);
      if (jump) own.jump = jump;
      else delete own.jump;
    }
  },
  label: (_, { ids, role }) => ({ code: 'command.role', params: { n: ids.length, role: `role.${role}` } }),
});

/** Overrules what a jump line was read to say. */
export const setJump = defineCommand<{ readonly id: string; readonly page: string | null }>({
  check(edition, { id }) {
    const fragment = findFragments(edition, [id])[0];
    if (!fragment) return refuse('refuse.no-such-fragment');
    return isJumpLine(fragment) ? true : refuse('refuse.not-a-jump-line');
  },
  run(draft, { id, page }, edition) {
    for (const fragment of findFragments(edition, [id]))
      draftOf(draft, fragment).jump = { direction: fragment.role === 'jump-from' ? 'from' : 'to', page };
  },
  label: () => ({ code: 'command.jump' }),
});

/** Pins fragments: no automatic pass may touch them. */
export const confirmFragments = defineCommand<{ readonly ids: readonly string[]; readonly confirmed: boolean }>({
  check: (edition, { ids }) => checkFragments(edition, ids),
  run(draft, { ids, confirmed }, edition) {
    for (const fragment of findFragments(edition, ids)) {
      const own = draftOf(draft, fragment);
      if (confirmed) own.confirmed = true;
      else delete own.confirmed;
    }
  },
  label: (_, { ids, confirmed }) => ({
    code: confirmed ? 'command.confirm' : 'command.unconfirm',
    params: { n: ids.length },
  }),
});

/** Says whether fragments read on in mid-paragraph from the fragment before them. */
export const setContinues = defineCommand<{ readonly ids: readonly string[]; readonly continues: boolean }>({
  check: (edition, { ids }) => checkFragments(edition, ids),
  run(draft, { ids, continues }, edition) {
    for (const fragment of findFragments(edition, ids)) {
      const own = draftOf(draft, fragment);
      if (continues) own.continues = true;
      else delete own.continues;
    }
  },
  label: (_, { continues }) => ({ code: continues ? 'command.continues' : 'command.begins' }),
});
