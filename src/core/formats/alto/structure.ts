/** What an ALTO file says beyond its text: tags, reading order, articles. Blocks that it says nothing of are left open. */
import type { RoleId } from '../../model/role.ts';
import { spansOfLines } from '../lay-lines.ts';
import { pushTo } from '../push-to.ts';
import type { GivenArticle, GivenFragment, GivenPage, GivenStructure, ReadContext, SourceDraft } from '../reading.ts';
import { streamXml, type Attributes } from '../xml/stream.ts';
import { articleFacts, factsOf, type Tag } from './own-tags.ts';
import { isArticleLabel, isNoiseLabel, roleOfLabel } from './tags.ts';

interface Block {
  readonly id: string;
  readonly page: number;
  readonly tags: readonly string[];
  readonly next: string | undefined;
  /** Roles of the composed blocks round it, from the outside in. */
}
interface Group {
  readonly tags: readonly string[];
  readonly ordered: boolean;
  readonly refs: string[];
}
interface Said {
  readonly tags: Map<string, Tag>;
  readonly blocks: Block[];
  /** Text blocks inside each composed block. */
  readonly inside: Map<string, string[]>;
  readonly order: string[];
  readonly groups: Group[];
  readonly labels: (string | undefined)[];
}

/** null where the file says nothing that the sources do not. */
export async function altoStructure(
  text: string,
  file: string,
  sources: readonly SourceDraft[],
  context: ReadContext,
): Promise<GivenStructure | null> {
  if (!/TAGREFS|ReadingOrder|IDNEXT|PRINTED_IMG_NR|<(?:\w+:)?ComposedBlock\b[^>]*\bTYPE=/u.test(text)) return null;
  return structureOf(await scan(text, file, context), sources);
}

const list = (value: string | undefined): string[] => value?.split(/\s+/u).filter(Boolean) ?? [];

async function scan(text: string, file: string, context: ReadContext): Promise<Said> {
  const said: Said = { tags: new Map(), blocks: [], inside: new Map(), order: [], groups: [], labels: [] };
  const around: { readonly id: string; readonly tags: readonly string[] }[] = [];
  const groups: Group[] = [];
  const refer = (a: Attributes): void => {
    for (const ref of list(a['REF'])) {
      said.order.push(ref);
      groups.forEach((group) => group.refs.push(ref));
    }
  };
  await streamXml(
    text,
    file,
    {
      roots: ['alto', 'ALTO', 'Alto'],
      open(name, a) {
        if (name.endsWith('Tag') && a['ID'] !== undefined)
          said.tags.set(a['ID'], { label: a['LABEL'] ?? '', type: a['TYPE'] ?? '', description: a['DESCRIPTION'] });
        else if (name === 'Page') said.labels.push(printedLabel(a['PRINTED_IMG_NR']));
        else if (name === 'ComposedBlock') around.push({ id: a['ID'] ?? '', tags: list(a['TAGREFS']) });
        else if (name === 'TextBlock' && a['ID'] !== undefined) {
          const id = a['ID'];
          said.blocks.push({
            id,
            page: said.labels.length - 1,
            tags: [...around.flatMap((c) => c.tags), ...list(a['TAGREFS'])],
            next: a['IDNEXT'],
          });
          for (const { id: outer } of around) pushTo(said.inside, outer, id);
        } else if (name === 'OrderedGroup' || name === 'UnorderedGroup') {
          const group: Group = { tags: list(a['TAGREFS']), ordered: name === 'OrderedGroup', refs: [] };
          said.groups.push(group);
          groups.push(group);
          refer(a);
        } else if (name === 'ElementRef') refer(a);
      },
      close(name) {
        if (name === 'ComposedBlock') around.pop();
        else if (name === 'OrderedGroup' || name === 'UnorderedGroup') groups.pop();
      },
    },
    context,
  );
  return said;
}

/** `[1]` is how digitisers write a number that is not printed. */
const printedLabel = (value: string | undefined): string | undefined =>
  value?.replace(/^\[(.*)\]$/u, '$1').trim() || undefined;

/** IDNEXT as chains, in file order of their heads. Empty where there are none. */
function chained(blocks: readonly Block[]): string[] {
  const next = new Map(blocks.flatMap((b): [string, string][] => (b.next === undefined ? [] : [[b.id, b.next]])));
  if (next.size === 0) return [];
  const followed = new Set(next.values());
  const order = new Set<string>();
  const heads = [...blocks.filter((b) => !followed.has(b.id)), ...blocks];
  for (const { id } of heads)
    for (let at: string | undefined = id; at !== undefined && !order.has(at); at = next.get(at)) order.add(at);
  return [...order];
}

function structureOf(said: Said, sources: readonly SourceDraft[]): GivenStructure | null {
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
