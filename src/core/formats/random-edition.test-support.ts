/** Editions made by chance, through commands as a user would: texts of many scripts, hostile characters, boxes or none. */
import fc from 'fast-check';
import {
  DISCARD_REASONS,
  type Edition,
  type Fragment,
  type Page,
  type Source,
  type SourceLine,
} from '../model/edition.ts';
import { newEdition } from '../model/new-edition.ts';
import { ROLES } from '../model/role.ts';
import { fragmentsOf, pagesOf } from '../model/selectors.ts';
import { equalColumns } from '../model/sheet.ts';
import { call, transact, type Call } from '../transact.ts';

const WORDS = [
  '社区',
  '春季',
  '图书馆',
  '开放',
  '志愿者',
  '昨日',
  '。',
  '，',
  '“',
  '”',
  '《',
  '》',
  '市民',
  '公交',
  'library',
  'opened',
  'well-known',
  'monu-',
  'ments',
  'the',
  'A4',
  '2024',
  '3.5%',
  '—',
  'é',
  'naïve',
  'шум',
  '東京',
  'مرحبا',
  '한국',
  '=1+1',
  '-x',
  '@a',
  '# no',
  '* star',
  '> q',
  '1. one',
  '`code`',
  '[a](b)',
  '<b>',
  '</p>',
  '&amp;',
  ']]>',
  '"q"',
  "'",
  '\\',
  '|',
  '~~',
  '<!-- -->',
  '***',
  '__',
  'a**',
];
const HOSTILE = [
  '\u0000',
  '\u0001',
  '\ud800',
  '\udc00',
  '\ufffe',
  '\u200f',
  '\u202e',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u{1f468}\u200d\u{1f469}',
  '\ue000',
  '__proto__',
  '\u001b',
  '\u00a0',
];

const word = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
);
const lineText = fc
  .array(fc.tuple(word, fc.constantFrom('', ' ', '', '　')), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map(([text, gap]) => text + gap).join(''))
  .filter((text) => text.trim() !== '' && !/[\u0085\u2028]$/u.test(text));

interface Leaf {
  readonly lines: readonly string[];
  readonly boxed: boolean;
  /** After which lines a fragment ends. */
  readonly cuts: readonly boolean[];
  readonly midCut: boolean;
  readonly columns: number;
}

const leafOf = (line: fc.Arbitrary<string>): fc.Arbitrary<Leaf> =>
  fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 14 }),
    boxed: fc.boolean(),
    cuts: fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
    midCut: fc.boolean(),
    columns: fc.integer({ min: 1, max: 5 }),
  });

function sourceOf(id: string, { lines, boxed }: Leaf): Source {
  let at = 0;
  const laid: SourceLine[] = lines.map((text, i) => {
    const start = at;
    at += text.length + 1;
    const line = { start, end: start + text.length, ref: `TL_${i}` };
    return boxed
      ? { ...line, box: [100 + (i % 3) * 700, 80 + i * 50.5, 600, 40] as const, confidence: 0.5 + (i % 5) / 10 }
      : line;
  });
  const text = lines.join('\n');
  const size = boxed ? { width: 2400, height: 3300, unit: 'px', image: `${id}.jpg` } : {};
  return {
    id,
    name: `${id}.txt`,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256: '00',
    text,
    lines: laid,
    ...size,
  };
}

function fragmentsIn(source: Source, { cuts, midCut }: Leaf, first: number): Fragment[] {
  const groups: SourceLine[][] = [];
  source.lines.forEach((line, i) => {
    const open = i === 0 || cuts[i - 1] ? undefined : groups.at(-1);
    if (open) open.push(line);
    else groups.push([line]);
  });
  const spans = groups.flatMap((group, i): [number, number][] => {
    const [from, to] = [group[0]?.start ?? 0, group.at(-1)?.end ?? 0];
    const middle = from + ((to - from) >> 1);
    const whole =
      !midCut ||
      i > 0 ||
      to - from < 6 ||
      /[\ud800-\udfff]/u.test(source.text[middle] ?? '') ||
      /[\udc00-\udfff]/.test(source.text[middle] ?? '');
    return whole
      ? [[from, to]]
      : [
          [from, middle],
          [middle, to],
        ];
  });
  return spans.map((span, i) => ({
    id: `f${first + i}`,
    sourceId: source.id,
    spans: [span],
    role: 'unknown',
    placement: { at: 'unplaced' },
  }));
}

function pageOf(n: number, leafOf: Leaf, source: Source): Page {
  const width = source.width ?? 780;
  return {
    id: `p${n}`,
    label: String(n),
    order: `a${n}`,
    width,
    height: source.height ?? 1106,
    columns: equalColumns(leafOf.columns, width),
  };
}

type Step = readonly [kind: number, a: number, b: number, c: number, text: string];

/** One step of a made-up session; what a command refuses is passed over. */
function callOf(edition: Edition, [kind, a, b, c, text]: Step): Call | undefined {
  const all = fragmentsOf(edition);
  const pages = pagesOf(edition);
  const articles = Object.keys(edition.articles);
  const id = all[a % all.length]?.id ?? '';
  const other = all[b % all.length]?.id ?? '';
  const page = pages[c % pages.length];
  if (!page) return undefined;
  const ids = [...new Set([id, other])];
  switch (kind) {
    case 0:
    case 1:
    case 2:
      return call('fragment.place', {
        ids,
        page: page.id,
        column: page.columns[b % page.columns.length]?.id ?? '',
        after: null,
        span: 1 + (a % 3),
      });
    case 3:
    case 4:
      return call('fragment.role', { ids, role: ROLES[c % ROLES.length] ?? 'body' });
    case 5:
      return call('fragment.role', {
        ids: [id],
        role: (['body', 'headline', 'jump-to', 'jump-from'] as const)[b % 4] ?? 'body',
      });
    case 6:
    case 7:
      return call('article.make', { ids });
    case 8:
      return call('article.add', { ids: [id], article: articles[b % Math.max(1, articles.length)] ?? '' });
    case 9:
      return call('fragment.continues', { ids: [id], continues: true });
    case 10:
      return call('fragment.correct', { texts: [{ id, text }] });
    case 11:
      return call('fragment.discard', { ids: [id], reason: DISCARD_REASONS[b % DISCARD_REASONS.length] ?? 'other' });
    case 12:
      return call('article.rename', { article: articles[b % Math.max(1, articles.length)] ?? '', title: text });
    case 13:
      return call('article.kind', {
        article: articles[b % Math.max(1, articles.length)] ?? '',
        kind: (['advertisement', 'notice', 'other'] as const)[c % 3] ?? 'other',
      });
    default:
      return call('fragment.confirm', { ids: [id], confirmed: true });
  }
}

const stepOf = (line: fc.Arbitrary<string>, gap: string): fc.Arbitrary<Step> =>
  fc.tuple(
    fc.integer({ min: 0, max: 14 }),
    fc.nat(60),
    fc.nat(60),
    fc.nat(60),
    fc.array(fc.oneof(line, fc.constant(gap)), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  );

const editionOf = (line: fc.Arbitrary<string>, gap: string): fc.Arbitrary<Edition> =>
  fc
    .record({
      leaves: fc.array(leafOf(line), { minLength: 1, maxLength: 3 }),
      steps: fc.array(stepOf(line, gap), { maxLength: 40 }),
      title: fc.oneof(fc.constant('Riverside Post'), line),
      date: fc.constantFrom('2024-03-21', null),
      language: fc.constantFrom('zh-Hans', 'en', 'de', null),
    })
    .map(({ leaves, steps, title, date, language }) => {
      const sources = leaves.map((one, i) => sourceOf(`s${i + 1}`, one));
      const fragments: Fragment[] = [];
      sources.forEach((source, i) => {
        const own = leaves[i];
        if (own) fragments.push(...fragmentsIn(source, own, fragments.length + 1));
      });
      const pages = sources.flatMap((source, i) => (leaves[i] ? [pageOf(i + 1, leaves[i], source)] : []));
      const made = transact(newEdition('e1'), [
        call('edition.import', { sources, fragments, pages, articles: [] }),
        call('edition.describe', { title, date, language }),
      ]);
      if (!made.ok) throw new Error(`a random edition was refused: ${made.refusal.code}`);
      return steps.reduce((edition, one) => {
        const next = callOf(edition, one);
        const outcome = next && transact(edition, next);
        return outcome?.ok ? outcome.edition : edition;
      }, made.edition);
    });

/** Any edition that commands can make. */
export const randomEdition = editionOf(lineText, '\n');

/** The same of plain text: words of one script in a line, single spaces between Latin ones. */
export const plainEdition = editionOf(
  fc.oneof(
    fc
      .array(fc.constantFrom('社区', '春季', '图书馆', '开放', '昨日', '。', '，', '“', '《', '》'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((words) => words.join('')),
    fc
      .array(fc.constantFrom('library', 'opened', 'well-known', 'the', 'A4', '3.5%', '<b>', '&amp;', '"q"'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((words) => words.join(' ')),
  ),
  '',
);
