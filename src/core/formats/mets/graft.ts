/**
 * The logical map of an opened METS file with the articles as they now are: the divs of other hands stay, however deep, with their attributes, ids and
 * labels; pointers follow their fragments. What is new stands beside its neighbours, and only what nothing stands in any more goes.
 */
import type { Edition, Fragment } from '../../model/edition.ts';
import { isRole, type RoleId } from '../../model/role.ts';
import { fragmentsOf } from '../../model/selectors.ts';
import { carriable } from '../carriable.ts';
import { laidMembers } from '../laid-articles.ts';
import { el, type XmlElement } from '../xml-writer.ts';
import { echoesIn } from './echoes.ts';
import { typeOf, type Home } from './homes.ts';
import type { KeptMets } from './kept.ts';
import { layNode, sharedPath, treeOf, type Leaf, type Node } from './map-tree.ts';
import { takeOverAttributes, type Slice } from './slices.ts';
import { roleOfType } from './types.ts';
import {
  articleAttributes,
  articleDiv,
  foreignSections,
  pageZone,
  zone,
  type Areas,
  type Named,
} from './write-logical.ts';

export interface GraftParts {
  readonly edition: Edition;
  readonly articles: readonly Named[];
  readonly areas: Areas;
  readonly kept: KeptMets;
  /** The section that tells of the issue. */
  readonly about: string;
}

export function graftedMap(parts: GraftParts): XmlElement | undefined {
  const root = parts.kept.logical?.children.find(({ name }) => name === 'div');
  if (!root) return undefined;
  const { into, isStill } = parts.kept;
  const { asItStands, settled } = echoesIn(parts.kept, parts.areas);
  const tree = treeOf(root, leavesOf(parts, root));
  return settled(layNode(tree, { into, isStill, asItStands, attributesOf: (node) => attributesOf(node, parts) }));
}

const roleOfDiv = (div: Slice): RoleId | undefined => {
  const label = div.attributes['LABEL'] ?? '';
  return isRole(label) ? label : roleOfType(typeOf(div));
};

/** How much of a path still fits the fragment: not the div that says it is something else. `from` is the article's own depth. */
function fitting({ path }: Home, { role }: Fragment, from: number): number {
  for (let i = path.length - 1; i >= from; i--) {
    const said = roleOfDiv(path[i] as Slice);
    if (said !== undefined) return said === role ? path.length : i;
  }
  return path.length;
}

function leavesOf({ edition, articles, areas, kept }: GraftParts, root: Slice): readonly Leaf[] {
  const used = new Set<Slice>();
  /** The pointer as it was, to where its fragment now stands. */
  const pointerAt = (home: Home, fragment: Fragment): XmlElement => {
    const { file, region } = areas.of(fragment) ?? { file: '', region: '' };
    const isFirst = !used.has(home.area);
    used.add(home.area);
    const facts = isFirst ? takeOverAttributes(home.area, kept.into, ['FILEID', 'BEGIN', 'END', 'BETYPE']) : {};
    const area = el('area', { FILEID: file, BEGIN: region, BETYPE: 'IDREF', ...facts });
    if (home.slot === home.area) return area;
    return el('fptr', isFirst ? takeOverAttributes(home.slot, kept.into, ['FILEID']) : {}, area);
  };
  const stayed = (home: Home, fragment: Fragment, from: number, otherwise: () => XmlElement): Leaf => {
    const depth = fitting(home, fragment, from);
    return depth === home.path.length
      ? { path: home.path, element: pointerAt(home, fragment), slot: home.slot, order: home.order }
      : { path: home.path.slice(0, depth), element: otherwise(), order: home.order };
  };

  const ofArticle = ({ article, before }: Named): Leaf[] => {
    if (!before) return [];
    const path = kept.homes.pathOf(before);
    const members = laidMembers(edition, article.id).filter((fragment) => areas.of(fragment));
    const homeIn = (fragment: Fragment | undefined): Home | undefined => {
      const home = fragment && kept.homeOf(fragment);
      return home?.article === before ? home : undefined;
    };
    return members.flatMap((fragment, i): Leaf[] => {
      const home = homeIn(fragment);
      const own = (): XmlElement => zone(fragment, areas) as XmlElement;
      if (home) return [stayed(home, fragment, path.length, own)];
      const beside = [homeIn(members[i - 1]), homeIn(members[i + 1])].flatMap((one) => (one ? [one.path] : []));
      return [{ path: sharedPath(beside, path), element: own() }];
    });
  };

  const units: Leaf[][] = articles.map(ofArticle);
  const containerOf = (i: number): readonly Slice[] => {
    const near = [...articles.slice(0, i).reverse(), ...articles.slice(i + 1)].find(({ before }) => before)?.before;
    return near ? kept.homes.pathOf(near).slice(0, -1) : [root];
  };
  articles.forEach((one, i) => {
    if (!one.before) units[i] = [{ path: containerOf(i), element: articleDiv(edition, one, areas, kept) }];
  });
  for (const fragment of fragmentsOf(edition)) {
    if (fragment.article || fragment.placement.at === 'discarded' || !areas.of(fragment)) continue;
    const home = kept.homeOf(fragment);
    const own = (): XmlElement => pageZone(fragment, areas) as XmlElement;
    if (!home) {
      if (fragment.placement.at === 'page') units.push([{ path: [root], element: own() }]);
    } else if (home.article)
      insert(units, { path: kept.homes.pathOf(home.article).slice(0, -1), element: own(), order: home.order });
    else insert(units, stayed(home, fragment, 0, own));
  }
  return units.flat();
}

/** Among the units, behind the one whose pointers came last before its own. */
function insert(units: Leaf[][], leaf: Leaf): void {
  const order = leaf.order ?? Infinity;
  let [at, most] = [-1, -1];
  units.forEach((unit, i) => {
    const least = Math.min(...unit.map((one) => one.order ?? Infinity));
    if (least < order && least >= most) [at, most] = [i, least];
  });
  units.splice(at + 1, 0, [leaf]);
}

function attributesOf(
  { slice, again }: Node,
  { edition, articles, kept, about }: GraftParts,
): XmlElement['attributes'] {
  const named = articles.find(({ before }) => before === slice);
  if (named) return articleAttributes(edition, named, kept);
  const { ID, ...facts } = takeOverAttributes(slice, kept.into);
  if (slice !== kept.logical?.children[0]) return again || ID === undefined ? facts : { ID, ...facts };
  return {
    ...(ID === undefined ? {} : { ID }),
    ...facts,
    DMDID: [about, ...foreignSections(slice, kept)].join(' '),
    ...(facts['LABEL'] === undefined ? {} : { LABEL: carriable(edition.title) || undefined }),
  };
}
