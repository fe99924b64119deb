/** What an ALTO file says beyond its text, as structure: roles, reading order, articles. Blocks that it says nothing of are left open. */
import type { RoleId } from '../../model/role.ts';
import { spansOfLines } from '../lay-lines.ts';
import { pushTo } from '../push-to.ts';
import type { GivenArticle, GivenFragment, GivenPage, GivenStructure, SourceDraft } from '../reading.ts';
import { articleFacts, factsOf } from './own-tags.ts';
import type { Said, SaidBlock } from './sayings.ts';
import { isArticleLabel, isNoiseLabel, roleOfLabel } from './tags.ts';

/** IDNEXT as chains, in file order of their heads. Empty where there are none. */
function chained(blocks: readonly SaidBlock[]): string[] {
  const next = new Map(blocks.flatMap((b): [string, string][] => (b.next === undefined ? [] : [[b.id, b.next]])));
  if (next.size === 0) return [];
  const followed = new Set(next.values());
  const order = new Set<string>();
  const heads = [...blocks.filter((b) => !followed.has(b.id)), ...blocks];
  for (const { id } of heads)
    for (let at: string | undefined = id; at !== undefined && !order.has(at); at = next.get(at)) order.add(at);
  return [...order];
}

/** null where the file says nothing that the sources do not. */
export function altoStructure(said: Said, sources: readonly SourceDraft[]): GivenStructure | null {
  const lines = sources.map((source) => {
    const byBlock = new Map<string, number[]>();
    source.lines.forEach((line, i) => {
      if (line.block !== undefined) pushTo(byBlock, line.block, i);
    });
    return byBlock;
  });
  const order = [
    ...new Set(
      (said.order.length ? said.order : chained(said.blocks)).flatMap((ref) => [ref, ...(said.inside.get(ref) ?? [])]),
    ),
  ];
  const ordered = new Set(order);
  const fragments: GivenFragment[] = [];
  const at = new Map<string, number>();
  for (const block of said.blocks) {
    const told = block.tags.flatMap((id) => said.tags.get(id) ?? []);
    const facts = factsOf(told);
    const labels = told
      .filter(({ type }) => !type.startsWith('press-') || type === 'press-role')
      .map(({ label }) => label);
    const role = facts.role ?? labels.map(roleOfLabel).findLast((r): r is RoleId => r !== undefined);
    const placement =
      facts.placement ??
      (labels.some(isNoiseLabel) ? { at: 'discarded' as const, reason: 'noise' as const } : undefined);
    const own = lines[block.page]?.get(block.id);
    const source = sources[block.page];
    if (!own || !source || at.has(block.id) || !(role || placement || ordered.has(block.id))) continue;
    at.set(block.id, fragments.length);
    fragments.push({
      source: block.page,
      spans: spansOfLines(source.lines, own),
      ref: block.id,
      ...facts,
      ...(role ? { role } : {}),
      ...(placement ? { placement } : {}),
    });
  }
  const taken = new Set<number>();
  const articles = said.groups.flatMap((group): GivenArticle[] => {
    if (
      !group.tags.some(
        (id) => isArticleLabel(said.tags.get(id)?.label ?? '') || isArticleLabel(said.tags.get(id)?.type ?? ''),
      )
    )
      return [];
    const members = [
      ...new Set(group.refs.flatMap((ref) => [ref, ...(said.inside.get(ref) ?? [])].flatMap((id) => at.get(id) ?? []))),
    ].filter((m) => !taken.has(m));
    members.forEach((m) => taken.add(m));
    return members.length
      ? [
          {
            fragments: members,
            ordered: group.ordered,
            ...articleFacts(group.tags.flatMap((id) => said.tags.get(id) ?? [])),
          },
        ]
      : [];
  });
  const flat = order.flatMap((id) => at.get(id) ?? []);
  const pages = sources.map((_, source): GivenPage => {
    const label = said.labels[source];
    return { source, ...(label ? { label } : {}), order: flat.filter((f) => fragments[f]?.source === source) };
  });
  return fragments.length || pages.some((page) => page.label) ? { fragments, articles, pages, relations: [] } : null;
}
