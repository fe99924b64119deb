/** The structure that our own writer tells in hOCR: roles and states as properties of blocks, an article as a content flow over pages. */
import { ARTICLE_KINDS, DISCARD_REASONS } from '../../model/edition.ts';
import { isRole } from '../../model/role.ts';
import { spansOfLines } from '../lay-lines.ts';
import { readBreaks } from '../paragraphs.ts';
import { placeFacts } from '../place-facts.ts';
import { pushTo } from '../push-to.ts';
import type { GivenArticle, GivenFragment, GivenPage, GivenStructure, SourceDraft } from '../reading.ts';
import type { HocrPage } from './parse.ts';
import { unescaped } from './title.ts';

type Facts = ReadonlyMap<string, string>;

function placementOf(facts: Facts): GivenFragment['placement'] {
  if (facts.has('x_unplaced')) return { at: 'unplaced' };
  const reason = facts.get('x_discarded');
  return reason === undefined
    ? undefined
    : { at: 'discarded', reason: DISCARD_REASONS.find((one) => one === reason) ?? 'noise' };
}

function fragmentOf(facts: Facts): Omit<GivenFragment, 'source' | 'spans'> {
  const role = facts.get('x_role');
  const jump = facts.get('x_jump');
  const placement = placementOf(facts);
  const breaks = readBreaks(facts.get('x_paragraphs'));
  return {
    ...(role !== undefined && isRole(role) ? { role } : {}),
    ...(facts.has('x_continues') ? { continues: true as const } : {}),
    ...(facts.has('x_confirmed') ? { confirmed: true as const } : {}),
    ...(jump !== undefined && (role === 'jump-to' || role === 'jump-from')
      ? { jump: { direction: role === 'jump-to' ? ('to' as const) : ('from' as const), page: jump || null } }
      : {}),
    ...(placement ? { placement } : {}),
    ...(breaks ? { breaks } : {}),
  };
}

/** null where the pages say nothing but their text. */
export function hocrStructure(pages: readonly HocrPage[], sources: readonly SourceDraft[]): GivenStructure | null {
  const fragments: GivenFragment[] = [];
  const flows = new Map<
    string,
    {
      readonly at: number;
      readonly order: number;
      readonly kind: string | undefined;
      readonly title: string | undefined;
    }[]
  >();
  const given = pages.map(({ title, blocks }, source): GivenPage => {
    const lines = sources[source]?.lines ?? [];
    const byBlock = new Map<string, number[]>();
    lines.forEach((line, i) => {
      if (line.block !== undefined && blocks.has(line.block)) pushTo(byBlock, line.block, i);
    });
    const order = [...byBlock].flatMap(([id, own]) => {
      const facts = blocks.get(id) ?? new Map<string, string>();
      const fragment = { source, spans: spansOfLines(lines, own), ref: id, ...fragmentOf(facts) };
      const at = fragments.push(fragment) - 1;
      const flow = facts.get('cflow');
      if (flow)
        pushTo(flows, flow, {
          at,
          order: Number(facts.get('order') ?? at),
          kind: facts.get('x_kind'),
          title: facts.get('x_title'),
        });
      return fragment.placement ? [] : [at];
    });
    return { source, ...(title.page ? { label: title.page } : {}), order };
  });
  const articles = [...flows].map(([key, members]): GivenArticle => {
    const kind = ARTICLE_KINDS.find((one) => members.some((member) => member.kind === one));
    const title = unescaped(members.find((member) => member.title !== undefined)?.title ?? '').trim();
    return {
      key,
      fragments: members.toSorted((a, b) => a.order - b.order || a.at - b.at).map(({ at }) => at),
      ordered: true,
      ...(title ? { title } : {}),
      ...(kind ? { kind } : {}),
      ...placeFacts(/^a(\d+)$/u.exec(key)?.[1], undefined),
    };
  });
  return fragments.length || given.some(({ label }) => label)
    ? { fragments, articles, pages: given, relations: [] }
    : null;
}
