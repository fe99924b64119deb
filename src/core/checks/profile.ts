/** A title's choice of checks as a file: what one desk has settled, another can take. */
import { CHECK_LEVELS, type CheckLevel, type CheckProfile } from '../model/edition.ts';
import { CHECK_CODE } from '../model/finding-key.ts';
import { FormatError } from '../formats/format-error.ts';
import { parseJson } from '../formats/json/parse.ts';

export const PROFILE_FORMAT = 'pasteup-checks';

/** The profile as a file. The same profile gives the same bytes. */
export const profileFile = ({ name, levels }: CheckProfile): string =>
  `${JSON.stringify(
    {
      format: PROFILE_FORMAT,
      version: 1,
      ...(name ? { name } : {}),
      levels: Object.fromEntries(Object.entries(levels).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    null,
    2,
  )}\n`;

/** Reads a profile; whatever is wrong with it is said, and nothing comes of it. Codes of newer versions are kept. */
export function profileOf(text: string, file: string): CheckProfile {
  const json = parseJson(text, file) as { format?: unknown; name?: unknown; levels?: unknown } | null;
  const levels = json?.levels;
  if (json?.format !== PROFILE_FORMAT || typeof levels !== 'object' || levels === null || Array.isArray(levels))
    throw new FormatError('profile.format', { file });
  const entries = Object.entries(levels);
  for (const [code, level] of entries)
    if (!CHECK_CODE.test(code) || !CHECK_LEVELS.includes(level as CheckLevel))
      throw new FormatError('profile.level', {
        file,
        code,
        level: JSON.stringify(level),
        known: CHECK_LEVELS.join(' '),
      });
  return {
    ...(typeof json.name === 'string' && json.name ? { name: json.name } : {}),
    levels: Object.fromEntries(entries) as CheckProfile['levels'],
  };
}
