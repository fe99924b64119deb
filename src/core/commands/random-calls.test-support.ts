/** Calls of every command with arguments by chance: mostly such as a user could give, else such as nobody should. */
import fc from 'fast-check';
import {
  ARTICLE_KINDS,
  CHECK_LEVELS,
  DISCARD_REASONS,
  MUTE_REASONS,
  type Edition,
  type Fragment,
} from '../model/edition.ts';
import { newEdition } from '../model/new-edition.ts';
import { ROLES } from '../model/role.ts';
import { fragmentsOf, isPlaced, pagesOf, textOf } from '../model/selectors.ts';
import { compareEditions } from '../compare/compare.ts';
import { pagesIn } from '../continuations.ts';
import { REPAIRS } from '../repair/index.ts';
import { readingsOf } from '../import-args.ts';
import { importArgs } from '../import-pages.ts';
import { call, transact, type Call } from '../transact.ts';
import type { Subject } from '../model/review.ts';
import { Draw, hostileText, type RandomStep } from './draw.test-support.ts';
import { COMMANDS, type ArgsOf, type CommandId } from './index.ts';
import { recutArgs, replaceArgs } from './random-cuts.test-support.ts';
import type { Deciding } from './review-commands.ts';

export const randomStep: fc.Arbitrary<RandomStep> = fc.record({
  command: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(Object.keys(COMMANDS) as CommandId[])) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<CommandId>(
        'continuation.link',
        'continuation.unlink',
        'fragment.role',
        'article.make',
        'fragment.place',
        'finding.mute',
        'finding.unmute',
      ),
    },
  ),
  numbers: fc.array(fc.nat(997), { minLength: 10, maxLength: 10 }),
  text: hostileText,
  wild: fc.oneof({ weight: 4, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(5) }),
});

/** What is left once undefined ones are gone, for optional arguments. */
const given = <T extends object>(args: T): T =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) as T;

export function callOf(edition: Edition, step: RandomStep): Call {
  return call(step.command, argsOf(edition, step) as never);
}

function argsOf(edition: Edition, step: RandomStep): unknown {
  const d = new Draw(step);
  const all = fragmentsOf(edition);
  const fragmentIds = all.map((f) => f.id);
  const articles = Object.keys(edition.articles);
  const pages = pagesOf(edition);
  const page = d.id(pages.map((p) => p.id));
  const columns = (Object.hasOwn(edition.pages, page) ? (edition.pages[page]?.columns ?? []) : []).map((c) => c.id);
  const one = (): string => d.id(fragmentIds);
  /** Mostly of those that the command is for. */
  const fit = (isFit: (f: Fragment) => boolean): string[] => {
    const fitting = all.filter(isFit).map((f) => f.id);
    return fitting.length && d.number(6) ? fitting : fragmentIds;
  };
  const { text } = step;
  const subject = (): Subject => (d.number(3) ? { kind: 'article', id: d.id(articles) } : { kind: 'page', id: page });
  const deciding = (): Deciding =>
    given({
      state: d.word(['open', 'approved', 'rejected'] as const),
      by: d.maybe(() => d.word(['AB', 'ab', '张', text])),
      at: d.maybe(() => d.word(['2026-11-23T08:30:00Z', '2026-11-23T09:30:00+08:00', '2026-11-23', text])),
      note: d.maybe(() => text),
    }) as Deciding;
  const makers: { readonly [Id in CommandId]: () => ArgsOf<Id> } = {
    'edition.import': () => {
      const lines = [text || 'x', 'and one more line.'];
      const whole = lines.join('\n');
      const args = importArgs(
        d.number(4) ? edition : newEdition('other'),
        readingsOf([
          {
            name: `${d.number(9)}.txt`,
            mediaType: 'text/plain',
            encoding: 'utf-8',
            sha256: '00',
            text: whole,
            lines: [
              { start: 0, end: lines[0]?.length ?? 0 },
              { start: whole.length - 18, end: whole.length },
            ],
          },
        ]),
      );
      return d.number(5) ? args : { ...args, fragments: args.fragments.slice(1) };
    },
    'edition.describe': () =>
      given({
        title: d.maybe(() => text),
        date: d.maybe(() => d.of(['2026-11-23', text, '2026-99-99', null], null)),
        language: d.maybe(() => d.of(['zh-Hans', 'en', null], null)),
      }) as ArgsOf<'edition.describe'>,
    'page.add': () =>
      given({ label: d.maybe(() => text), columns: d.size(1, 6), after: d.maybe(() => page) }) as ArgsOf<'page.add'>,
    'page.remove': () => ({ page }),
    'page.label': () => ({ page, label: text }),
    'page.describe': () => ({
      page,
      section: d.maybe(() => text) ?? null,
      aliases: d.maybe(() => [text]) ?? [],
    }),
    'page.move': () => ({ page, after: d.maybe(() => d.id(pages.map((p) => p.id))) ?? null }),
    'page.columns': () => ({ page, count: d.size(1, 12) }),
    'page.lay': () =>
      given({
        page,
        columns: d.maybe(() =>
          Array.from({ length: 1 + d.number(4) }, (_, i) => ({
            x: d.size(i * 100, i * 100 + 9),
            width: d.size(40, 90),
          })),
        ),
        fragments: d.ids(fragmentIds).map((id) => ({ id, column: d.size(0, 3), span: d.size(1, 3) })),
      }) as ArgsOf<'page.lay'>,
    'column.add': () => ({ page, after: d.maybe(() => d.id(columns)) ?? null }),
    'column.remove': () => ({ page, column: d.id(columns) }),
    'column.even': () => ({ page }),
    'column.resize': () => ({ page, column: d.id(columns), right: d.size(40, 700) }),
    'fragment.place': () =>
      given({
        ids: d.ids(fragmentIds),
        page,
        column: d.id(columns),
        after: d.maybe(one) ?? null,
        span: d.maybe(() => d.size(1, 5)),
      }) as ArgsOf<'fragment.place'>,
    'fragment.span': () =>
      given({
        ids: d.ids(fit(isPlaced)),
        span: d.size(1, 2),
        column: d.maybe(() => d.id(columns)),
      }) as ArgsOf<'fragment.span'>,
    'fragment.unplace': () => ({ ids: d.ids(fit(isPlaced)) }),
    'fragment.discard': () =>
      given({
        ids: d.ids(fragmentIds),
        reason: d.word(DISCARD_REASONS),
        note: d.maybe(() => text),
      }) as ArgsOf<'fragment.discard'>,
    'fragment.restore': () => ({ ids: d.ids(fit((f) => f.placement.at === 'discarded')) }),
    'fragment.role': () => ({
      ids: d.ids(fragmentIds),
      role: d.number(3) ? d.word(ROLES) : d.word(['jump-to', 'jump-from'] as const),
    }),
    'fragment.jump': () => ({ id: d.id(fit((f) => f.jump !== undefined)), page: d.maybe(() => text) ?? null }),
    'fragment.confirm': () => ({ ids: d.ids(fragmentIds), confirmed: d.number(2) === 0 }),
    'fragment.continues': () => ({ ids: d.ids(fragmentIds), continues: d.number(2) === 0 }),
    'fragment.correct': () => ({ texts: d.ids(fragmentIds).map((id) => ({ id, text: d.maybe(() => text) ?? null })) }),
    'fragment.split': () => {
      const id = one();
      const fragment = all.find((f) => f.id === id);
      return { id, at: d.size(0, fragment ? textOf(edition, fragment).length : 1) };
    },
    'fragment.merge': () => ({ ids: d.ids(fragmentIds), as: d.of(['paragraph', 'paragraphs'] as const, 'paragraph') }),
    'fragment.repair': () => ({
      ids: d.ids(fragmentIds),
      repair: d.word(['all', ...REPAIRS.map((r) => r.code)] as const),
    }),
    'fragment.recut': () => recutArgs(edition, d, one()),
    'article.make': () => ({ ids: d.ids(fragmentIds) }),
    'article.add': () =>
      given({
        ids: d.ids(fragmentIds),
        article: d.id(articles),
        after: d.of([undefined, null, one()], undefined),
      }) as ArgsOf<'article.add'>,
    'article.take-out': () => ({ ids: d.ids(fit((f) => f.article !== undefined)) }),
    'article.merge': () => ({ articles: d.ids(articles) }),
    'article.split': () => ({ at: d.id(fit((f) => f.article !== undefined)) }),
    'article.dissolve': () => ({ article: d.id(articles) }),
    'article.flow': () =>
      given({
        ids: d.ids(fragmentIds),
        page,
        column: d.id(columns),
        columns: d.size(1, 4),
        after: d.of([undefined, null, one()], undefined),
      }) as ArgsOf<'article.flow'>,
    'article.rename': () => ({ article: d.id(articles), title: d.maybe(() => text) ?? null }),
    'article.kind': () => ({ article: d.id(articles), kind: d.word(ARTICLE_KINDS) }),
    'article.move': () => ({ article: d.id(articles), after: d.maybe(() => d.id(articles)) ?? null }),
    'article.review': () => ({ article: d.id(articles), ...deciding() }),
    'page.review': () => ({ page, ...deciding() }),
    'review.note': () => ({ on: subject(), note: d.maybe(() => text) ?? null }),
    'review.stages': () => ({ stages: d.size(1, 3) as 1 | 2 | 3 }),
    'review.adopt': () => ({
      reviews: Array.from({ length: 1 + d.number(2) }, () => ({
        on: subject(),
        review: {
          state: 'open' as const,
          ...(d.number(2) ? { note: text } : {}),
          decisions: [{ ...deciding(), of: d.word(['0123456789abcdef', 'fedcba9876543210']) }],
          seen: [{ id: one(), role: 'body' as const, text: '0123456789abcdef' }],
        },
      })),
      checked: d.maybe(() => [`${one()}|${one()}`]) ?? [],
    }),
    'boundary.check': () => ({ boundaries: [{ before: one(), after: one() }], right: d.number(3) > 0 }),
    'continuation.link': () => {
      const jumps = all.filter((f) => f.jump && f.article);
      const id = d.id((jumps.length ? jumps : all).map((f) => f.id));
      const own = all.find((f) => f.id === id)?.article?.id;
      return { id, article: d.id(articles.filter((a) => a !== own || d.number(4) === 0)) };
    },
    'continuation.unlink': () => {
      const linked = all.filter((f) => f.jump && f.article && pagesIn(edition, f.article.id).length > 1);
      return { id: d.id((linked.length ? linked : all).map((f) => f.id)) };
    },
    'finding.mute': () =>
      given({
        keys: d
          .ids(fragmentIds)
          .map((id) => (d.number(6) ? `letter-spacing/${id}${d.number(2) ? '/0badcafe' : ''}` : `${text}/${id}`)),
        reason: d.word(MUTE_REASONS),
        note: d.maybe(() => text),
      }) as ArgsOf<'finding.mute'>,
    'finding.unmute': () => {
      const keys = Object.keys(edition.muted ?? {}).map((key) => key.slice(2));
      return { keys: d.number(6) ? keys.slice(0, 1 + d.number(3)) : ['__proto__'] };
    },
    'edition.checks': () => ({
      profile:
        d.maybe(() => ({
          name: text,
          levels: { [d.number(6) ? 'no-headline' : 'constructor']: d.word(CHECK_LEVELS), 'some-new-check': 'off' },
        })) ?? null,
    }),
    'edition.take': () => takeArgs(edition, step, d),
    'source.replace': () => replaceArgs(edition, d, text),
    'suggestion.dismiss': () => ({ keys: d.maybe(() => [text, '__proto__']) ?? [] }),
  };
  return makers[step.command]();
}

/** Some of what a version differs in that another editor made of this one. */
function takeArgs(edition: Edition, step: RandomStep, d: Draw): ArgsOf<'edition.take'> {
  const others = (Object.keys(COMMANDS) as CommandId[]).filter((id) => id !== 'edition.take');
  let from = edition;
  for (let i = d.number(5); i >= 0; i--) {
    const numbers = [...step.numbers.slice(i + 1), ...step.numbers.slice(0, i + 1)];
    const outcome = transact(from, callOf(from, { ...step, command: d.of(others, 'page.add'), numbers, wild: -1 }));
    if (outcome.ok) from = outcome.edition;
  }
  const keys = compareEditions(edition, from).differences.map((difference) => difference.key);
  return { from, keys: d.number(8) ? keys.filter(() => d.number(2)) : ['nonsense'] };
}

/** An article on every page that has text, each with a line that leads to another page: what links are made of. */
export function withJumps(edition: Edition): Edition {
  const pages = pagesOf(edition);
  return pages.reduce((now, page, i) => {
    const shard = Object.values(now.fragments)[i];
    const [jump, ...rest] = Object.values(shard ?? {});
    const column = page.columns[0];
    if (!jump || !column) return now;
    const ids = [jump, ...rest.slice(0, 2)].map((f) => f.id);
    const made = transact(now, [
      call('fragment.place', { ids, page: page.id, column: column.id, after: null }),
      call('fragment.role', { ids: [jump.id], role: i % 2 ? 'jump-from' : 'jump-to' }),
      call('article.make', { ids }),
    ]);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.edition;
  }, edition);
}
