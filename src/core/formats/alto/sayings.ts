/** What an ALTO file says beyond its lines, gathered while its tags go by: tags, reading order, groups, printed page numbers. */
import { listOf, type Attributes } from '../xml/attributes.ts';
import { pushTo } from '../push-to.ts';
import type { Tag } from './own-tags.ts';

export interface SaidBlock {
  readonly id: string;
  readonly page: number;
  /** Its own, and those of the composed blocks round it, from the outside in. */
  readonly tags: readonly string[];
  readonly next: string | undefined;
}
export interface SaidGroup {
  readonly tags: readonly string[];
  readonly ordered: boolean;
  readonly refs: string[];
}
export interface Said {
  readonly tags: Map<string, Tag>;
  readonly blocks: SaidBlock[];
  /** Text blocks inside each composed block. */
  readonly inside: Map<string, string[]>;
  readonly order: string[];
  readonly groups: SaidGroup[];
  /** Of each page. */
  readonly labels: (string | undefined)[];
}

/** `[1]` is how digitisers write a number that is not printed. */
const printedLabel = (value: string | undefined): string | undefined =>
  value?.replace(/^\[(.*)\]$/u, '$1').trim() || undefined;

export function altoSayings(): {
  readonly said: Said;
  readonly open: (name: string, a: Attributes) => void;
  readonly close: (name: string) => void;
} {
  const said: Said = { tags: new Map(), blocks: [], inside: new Map(), order: [], groups: [], labels: [] };
  const around: { readonly id: string; readonly tags: readonly string[] }[] = [];
  const groups: SaidGroup[] = [];
  const refer = (a: Attributes): void => {
    for (const ref of listOf(a.get('REF'))) {
      said.order.push(ref);
      groups.forEach((group) => group.refs.push(ref));
    }
  };
  return {
    said,
    open(name, a) {
      const id = a.get('ID');
      if (name === 'Page') said.labels.push(printedLabel(a.get('PRINTED_IMG_NR')));
      else if (name === 'ComposedBlock') around.push({ id: id ?? '', tags: listOf(a.get('TAGREFS')) });
      else if (name === 'TextBlock' && id !== undefined) {
        said.blocks.push({
          id,
          page: said.labels.length - 1,
          tags: [...around.flatMap((c) => c.tags), ...listOf(a.get('TAGREFS'))],
          next: a.get('IDNEXT'),
        });
        for (const { id: outer } of around) pushTo(said.inside, outer, id);
      } else if (name === 'OrderedGroup' || name === 'UnorderedGroup') {
        const group: SaidGroup = { tags: listOf(a.get('TAGREFS')), ordered: name === 'OrderedGroup', refs: [] };
        said.groups.push(group);
        groups.push(group);
        refer(a);
      } else if (name === 'ElementRef') refer(a);
      else if (name.endsWith('Tag') && id !== undefined)
        said.tags.set(id, {
          label: a.get('LABEL') ?? '',
          type: a.get('TYPE') ?? '',
          description: a.get('DESCRIPTION'),
        });
    },
    close(name) {
      if (name === 'ComposedBlock') around.pop();
      else if (name === 'OrderedGroup' || name === 'UnorderedGroup') groups.pop();
    },
  };
}
