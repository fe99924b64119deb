/** Ids of a written file: those that lines had in the file they came from are kept, all others count up. */
import type { LaidPage } from './laid-page.ts';
import { isXmlId } from './xml-writer.ts';

export interface XmlIds {
  /** Region ids by fragment id: r1, r2 … in the order of the file. */
  readonly regions: ReadonlyMap<string, string>;
  /** The id of a line: `n` counts from 0 inside its region. */
  readonly line: (fragmentId: string, n: number) => string;
}

/** Our own ids, which a kept one must not take. */
const OURS = /^(?:ro|rel\d+|(?:img|sep)\d+|[aoprw]\d+(?:_\w+)?|tag_\w+)$/u;

/** Ids of content that is taken over as it was: what looks like one of ours gets another name, everywhere the same. */
export const foreignId = (id: string): string => (OURS.test(id) ? `k_${id}` : id);

/** `reserved`: ids that stand in the file already. */
export function xmlIds({ fragments }: LaidPage, reserved: ReadonlySet<string> = new Set()): XmlIds {
  const kept = new Set<string>();
  const lines = new Map<string, string[]>();
  for (const { fragment, lines: own } of fragments)
    lines.set(
      fragment.id,
      own.map(({ ref }) => {
        if (ref === undefined || !isXmlId(ref) || OURS.test(ref) || kept.has(ref)) return '';
        kept.add(ref);
        return ref;
      }),
    );
  const regions = new Map<string, string>();
  fragments.forEach(({ fragment }, i) => {
    let region = `r${i + 1}`;
    while (reserved.has(region)) region += '_';
    regions.set(fragment.id, region);
    const ids = lines.get(fragment.id) ?? [];
    ids.forEach((id, n) => {
      if (id) return;
      let made = `${region}_l${n + 1}`;
      while (kept.has(made) || reserved.has(made)) made += '_';
      kept.add(made);
      ids[n] = made;
    });
  });
  return { regions, line: (fragmentId, n) => lines.get(fragmentId)?.[n] ?? '' };
}
