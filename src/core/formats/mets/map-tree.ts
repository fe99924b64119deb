/** The divs of an opened map with what now stands in them: whatever nothing moved stays where it was among its neighbours. */
import { el, type XmlElement } from '../xml-writer.ts';
import { inTheirOrder } from './homes.ts';
import { takeOverAttributes, type Scope, type Slice } from './slices.ts';

export interface Leaf {
  /** The divs round it, from the root of the map. */
  readonly path: readonly Slice[];
  readonly element: XmlElement;
  /** What it stands for among the children of the last div. */
  readonly slot?: Slice | undefined;
  /** The pointer before which it stood. */
  readonly order?: number | undefined;
}
export interface Node {
  readonly slice: Slice;
  /** It stands in the map already: it was parted by what stands between. */
  readonly again: boolean;
  readonly children: (Node | Leaf)[];
}
const isNode = (one: Node | Leaf): one is Node => 'slice' in one;

/** What all of these paths begin with: at least the article's own, and no more than up to the div round a pointer. */
export function sharedPath(paths: readonly (readonly Slice[])[], least: readonly Slice[]): readonly Slice[] {
  const [first = least, second] = paths;
  const divs = first.filter(({ name }) => name === 'div');
  if (!second) return divs.length > least.length ? divs.slice(0, -1) : least;
  let n = 0;
  while (n < divs.length && divs[n] === second[n]) n++;
  return divs.slice(0, Math.max(n, least.length));
}

export function treeOf(root: Slice, leaves: readonly Leaf[]): Node {
  const top: Node = { slice: root, again: false, children: [] };
  const opened = new Set([root]);
  let open: Node[] = [top];
  for (const leaf of leaves) {
    let depth = 1;
    while (depth < open.length && open[depth]?.slice === leaf.path[depth]) depth++;
    open = open.slice(0, depth);
    for (const slice of leaf.path.slice(depth)) {
      const node: Node = { slice, again: opened.has(slice), children: [] };
      opened.add(slice);
      open.at(-1)?.children.push(node);
      open.push(node);
    }
    open.at(-1)?.children.push(leaf);
  }
  return top;
}

interface Laid {
  readonly from: Slice | undefined;
  readonly element: XmlElement;
  readonly order: string | number | boolean | undefined;
}

export interface Laying {
  readonly into: Scope;
  readonly attributesOf: (node: Node) => XmlElement['attributes'];
  /** Does it go out as it stands? */
  readonly isStill: (slice: Slice) => boolean;
  readonly asItStands: (slice: Slice) => XmlElement;
}

export function layNode(node: Node, laying: Laying): XmlElement {
  const laid: Laid[] = node.children.map((child) => {
    const element = isNode(child) ? layNode(child, laying) : child.element;
    return { from: isNode(child) ? child.slice : child.slot, element, order: element.attributes['ORDER'] };
  });
  const before = inTheirOrder(node.slice);
  if (!node.again)
    before.forEach((child, i) => {
      if (!laying.isStill(child)) return;
      let at = laid.length ? 0 : -1;
      for (let k = i - 1; k >= 0; k--) {
        const found = laid.findLastIndex(({ from }) => from === before[k]);
        if (found < 0) continue;
        at = found + 1;
        break;
      }
      laid.splice(Math.max(0, at), 0, {
        from: child,
        element: laying.asItStands(child),
        order: child.attributes['ORDER'],
      });
    });
  return el(node.slice.name, laying.attributesOf(node), inOrder(laid, laying));
}

/** Readers go by ORDER where all divs have one: then it must rise. */
function inOrder(laid: readonly Laid[], { into, asItStands }: Laying): XmlElement[] {
  const divs = laid.filter(({ element }) => element.name.replace(/^.*:/u, '') === 'div');
  const counts = divs.every(({ from, order }) => !from || order !== undefined) && divs.some(({ from }) => from);
  const rises = divs.every(
    ({ order }, i) => order !== undefined && (i === 0 || Number(order) > Number(divs[i - 1]?.order)),
  );
  if (!counts || rises) return laid.map(({ element }) => element);
  return laid.map((one) => {
    const n = divs.indexOf(one) + 1;
    const { element, from } = one;
    if (n === 0 || Number(one.order) === n) return element;
    if (element.asIs === undefined || !from) return { ...element, attributes: { ...element.attributes, ORDER: n } };
    const facts = { ...takeOverAttributes(from, into), ORDER: n };
    return el(from.name, facts, from.children.map(asItStands));
  });
}
