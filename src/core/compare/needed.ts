/** What has to be taken along: a place on a page that is only theirs needs the page, a page that goes must be empty, and so on. */
import type { Edition, Fragment } from '../model/edition.ts';
import { fragmentsOf, fragmentsOnPage } from '../model/selectors.ts';
import type { Comparison, Difference, DifferenceKind } from './compare.ts';

/** The chosen differences and those without which they cannot stand. Unknown keys are left out. */
export function neededFor(comparison: Comparison, keys: Iterable<string>): Difference[] {
  const { ours, theirs, differences } = comparison;
  const wanted = new Set(keys);
  const chosen = new Set(differences.filter((d) => wanted.has(d.key)));
  const ofPage = new Map(differences.flatMap((d) => (d.kind === 'page' && d.pageId ? [[d.pageId, d]] : [])));
  const ofFragment = new Map<string, Difference[]>();
  for (const d of differences) for (const id of d.fragmentIds) ofFragment.set(id, [...(ofFragment.get(id) ?? []), d]);
  const there = new Map(fragmentsOf(theirs).map((f) => [f.id, f]));
  const here = new Map(fragmentsOf(ours).map((f) => [f.id, f]));
  const queue = [...chosen];
  const add = (d: Difference | undefined): void => {
    if (!d || chosen.has(d)) return;
    chosen.add(d);
    queue.push(d);
  };
  const addFor = (id: string, kinds: readonly DifferenceKind[]): void => {
    for (const d of ofFragment.get(id) ?? []) if (kinds.includes(d.kind)) add(d);
  };
  for (let d = queue.shift(); d; d = queue.shift()) {
    if (d.kind === 'page' && d.pageId) {
      if (theirs.pages[d.pageId]) labelHolders(ours, theirs, d.pageId).forEach((id) => add(ofPage.get(id)));
      else for (const f of fragmentsOnPage(ours, d.pageId)) addFor(f.id, ['place', 'cut']);
    }
    for (const id of d.theirIds) {
      const their = there.get(id);
      if (!their) continue;
      const comes = d.kind === 'place' || d.kind === 'cut' || d.kind === 'source';
      if (comes && their.placement.at === 'page' && !ours.pages[their.placement.page])
        add(ofPage.get(their.placement.page));
      const own = here.get(id);
      if (d.kind === 'place' && own && isAside(their) && own.article) addFor(id, ['group']);
      if (d.kind === 'group' && own && isAside(own) && their.article) addFor(id, ['place']);
    }
  }
  return differences.filter((d) => chosen.has(d));
}

const isAside = (fragment: Fragment): boolean => fragment.placement.at === 'discarded';

/** Pages of ours that have the label which this one has there. */
const labelHolders = (ours: Edition, theirs: Edition, pageId: string): string[] =>
  Object.values(ours.pages)
    .filter((page) => page.id !== pageId && page.label === theirs.pages[pageId]?.label)
    .map((page) => page.id);
