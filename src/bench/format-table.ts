/** Writes what the registries know to where it is read: the tables of docs/formats.md and docs/checks.md, docs/keys.md, and for the app what can be
 * read and written (`core/formats/known.ts`). `npx tsx src/bench/format-table.ts` */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { READERS, say, WRITERS, type Message, type WriterFace } from '../core/index.ts';
import { CHECKS } from '../core/checks/index.ts';
import type { Action, Group } from '../editor/actions/action.ts';
import { ACTIONS } from '../editor/actions/index.ts';
import { ROLE_LETTERS } from '../editor/actions/role-actions.ts';

const DOCS = new URL('../../docs/', import.meta.url);
/** What stands between is ours, and nobody else lays it out. */
const FROM = '<!-- written by src/bench/format-table.ts -->\n<!-- prettier-ignore-start -->';
const TO = '<!-- prettier-ignore-end -->';

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

const list = (messages: readonly Message[] | undefined, none: string): string =>
  messages ? messages.map((message) => say(message, 'en')).join('; ') || none : '–';

/** One row a format: those that are read and written under one id share it. */
export function formatTable(): string {
  const ids = [...new Set([...READERS, ...WRITERS].map((format) => format.id))];
  const rows = ids.map((id) => {
    const reader = READERS.find((one) => one.id === id);
    const writer = WRITERS.find((one) => one.id === id);
    const names = [...new Set([reader, writer].flatMap((one) => (one ? [say(one.name, 'en')] : [])))];
    const extensions = reader ? reader.extensions.map((extension) => `.${extension}`) : [writer?.extension ?? ''];
    return [
      `**${names.join('**, written as **')}**`,
      `\`${id}\``,
      extensions.join(' '),
      list(reader?.carries, 'nothing'),
      list(reader?.loses, 'nothing'),
      list(writer?.carries, 'nothing'),
      list(writer?.loses, 'nothing'),
    ];
  });
  return table(['format', 'id', 'files', 'comes in', 'lost on the way in', 'goes out', 'lost on the way out'], rows);
}

/** `text` with what stands between the marks replaced. */
export function withTable(text: string, made: string): string {
  const [start, end] = [text.indexOf(FROM), text.indexOf(TO)];
  if (start < 0 || end < start) throw new Error(`docs/formats.md lacks ${FROM} or ${TO}`);
  return `${text.slice(0, start + FROM.length)}\n\n${made}\n\n${text.slice(end)}`;
}

const GROUPS: Readonly<Record<Group, string>> = {
  file: 'Files',
  compare: 'Compare',
  edit: 'Edit',
  select: 'Select',
  place: 'Place',
  role: 'Roles',
  text: 'Text',
  article: 'Articles',
  continuation: 'Continuations',
  suggestion: 'Suggestions',
  review: 'Review',
  finding: 'Findings',
  page: 'Pages',
  view: 'View',
  help: 'Help',
};

const NAMES: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
  Digit0: '0',
};

/** `$mod+Shift+z` as `Ctrl+Shift+Z`. */
const keyName = (keys: string): string =>
  keys
    .split('+')
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join('+')
    .replace('Shift+?', '?');

/** In a code span, where a backtick stands for itself only between two. */
const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

function keysOf({ id, keys = [], where }: Action): string {
  const letter = Object.entries(ROLE_LETTERS).find(([role]) => id === `role-${role}`)?.[1];
  const named = letter === undefined ? keys.map(keyName) : [`T ${letter}`];
  return named.map(code).join(' ') + (where === 'sheet' ? ' ¹' : where === 'review' ? ' ²' : '');
}

export function keysPage(): string {
  const groups = [...new Set(ACTIONS.map((action) => action.group))];
  const tables = groups.map((group) => {
    const rows = ACTIONS.filter((action) => action.group === group).map((action) => [
      keysOf(action),
      action.en,
      action.zh,
    ]);
    return `## ${GROUPS[group]}\n\n${table(['key', 'English', '中文'], rows)}\n`;
  });
  return `# Keys

Every command of the app, with its key. On a Mac \`Ctrl\` is \`Cmd\`. What has no key is in the palette, \`Ctrl+K\`, and so is everything else. \`?\` shows this list in the app.

¹ holds while the sheet, the tray or the outline has the focus, for elsewhere the key means something else.

² holds while boundaries are reviewed.

${FROM}

${tables.join('\n')}
${TO}
`;
}

/** Every check, by what it has to look at. */
export function checksTable(): string {
  const seen = new Set<string>();
  const rows = CHECKS.flatMap(({ scope, rules }) =>
    rules.flatMap(({ code, level }) => {
      if (seen.has(code)) return [];
      seen.add(code);
      const words = (language: 'en' | 'zh'): string => say({ code: `check-name.${code}` }, language);
      return [
        [`**${words('en')}**`, words('zh'), `\`${code}\``, level, scope, say({ code: `check-help.${code}` }, 'en')],
      ];
    }),
  );
  return table(['check', '中文', 'code', 'usually', 'looks at', 'finds'], rows);
}

const FACES = './writer.ts';

/** What files can be opened and which formats can be chosen, for what need not load the readers and writers themselves. */
export function knownFormats(): string {
  const extensions = [...new Set(READERS.flatMap((reader) => reader.extensions))];
  const faces = WRITERS.map(({ id, name, extension, mediaType, parts }): WriterFace => ({
    id,
    name,
    extension,
    mediaType,
    ...(parts ? { parts } : {}),
  }));
  const rows = faces.map((face) => `  ${JSON.stringify(face)},\n`).join('');
  return `/** What READERS and WRITERS know, without them. Written by src/bench/format-table.ts; a test asks whether it is up to date. */
import type { WriterFace } from '${FACES}';

/** Extensions of files that can be read: lower case, without the dot. */
// prettier-ignore
export const READABLE: readonly string[] = ${JSON.stringify(extensions)};

/** In the order of WRITERS. */
// prettier-ignore
export const WRITABLE: readonly WriterFace[] = [
${rows}];
`;
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, DOCS));

const KNOWN = fileURLToPath(new URL('../core/formats/known.ts', import.meta.url));

/** What the files hold, and what they should. */
export const generated = (): readonly { readonly path: string; readonly now: string; readonly due: string }[] => {
  const formats = readFileSync(pathOf('formats.md'), 'utf8');
  const checks = readFileSync(pathOf('checks.md'), 'utf8');
  return [
    { path: pathOf('formats.md'), now: formats, due: withTable(formats, formatTable()) },
    { path: pathOf('checks.md'), now: checks, due: withTable(checks, checksTable()) },
    {
      path: pathOf('keys.md'),
      now: readFileSync(pathOf('keys.md'), { encoding: 'utf8', flag: 'a+' }),
      due: keysPage(),
    },
    { path: KNOWN, now: readFileSync(KNOWN, { encoding: 'utf8', flag: 'a+' }), due: knownFormats() },
  ];
};

if (process.argv[1]?.endsWith('format-table.ts')) for (const { path, due } of generated()) writeFileSync(path, due);
