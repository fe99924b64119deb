import { CHECK_LEVELS, MUTE_REASONS, type CheckProfile, type MuteReason } from '../model/edition.ts';
import { CHECK_CODE, FINDING_KEY } from '../model/finding-key.ts';
import { defineCommand, refuse } from './command.ts';

export interface MuteArgs {
  /** Keys of findings. */
  readonly keys: readonly string[];
  readonly reason: MuteReason;
  readonly note?: string;
}

/** Remembers that findings are no faults, and why. */
export const muteFindings = defineCommand<MuteArgs>({
  check(_, { keys, reason }) {
    if (!keys.length) return refuse('refuse.nothing-selected');
    if (!keys.every((key) => FINDING_KEY.test(key))) return refuse('refuse.no-such-finding');
    return MUTE_REASONS.includes(reason) ? true : refuse('refuse.mute-reason');
  },
  run(draft, { keys, reason, note }) {
    const muted = (draft.muted ??= {});
    for (const key of keys) muted[`m:${key}`] = note ? { reason, note } : { reason };
  },
  label: (_, { keys }) => ({ code: 'command.mute', params: { n: keys.length } }),
});

/** Lets muted findings be heard again. */
export const unmuteFindings = defineCommand<{ readonly keys: readonly string[] }>({
  check(edition, { keys }) {
    if (!keys.length) return refuse('refuse.nothing-selected');
    const { muted = {} } = edition;
    return keys.every((key) => Object.hasOwn(muted, `m:${key}`)) ? true : refuse('refuse.not-muted');
  },
  run(draft, { keys }) {
    if (!draft.muted) return;
    for (const key of keys) delete draft.muted[`m:${key}`];
    if (Object.keys(draft.muted).length === 0) delete draft.muted;
  },
  label: (_, { keys }) => ({ code: 'command.unmute', params: { n: keys.length } }),
});

/** Gives the edition its title's profile of checks; null: every check at its own level. */
export const setChecks = defineCommand<{ readonly profile: CheckProfile | null }>({
  check(_, { profile }) {
    if (!profile) return true;
    const sound = Object.entries(profile.levels).every(
      ([code, level]) => CHECK_CODE.test(code) && CHECK_LEVELS.includes(level),
    );
    return sound ? true : refuse('refuse.check-profile');
  },
  run(draft, { profile }) {
    if (profile) draft.checks = { ...(profile.name ? { name: profile.name } : {}), levels: { ...profile.levels } };
    else delete draft.checks;
  },
  label: () => ({ code: 'command.checks' }),
});
