/**
 * Threads the body units of one page into articles by a beam search over the file's order: every unit goes on with one of the
 * chains begun before it or begins its own. What decides: vocabulary, the measure, whether the sentence fits, openings, heads,
 * and that parts cut by a column end come back in the order in which they were left (columns are read one after the other).
 */
import { ending, expand, REACH, unitToCome, type Step, type Steps } from './chain-odds.ts';
import { coreOf, linesOf, type Chain, type State, type Thread, type Threading } from './chain.ts';

const BEAM = 32;
/** The weights were set by hand and lean on each other: set so that of units with 0.9 to 0.98 as many are right. */
const TRUST = 0.8;

export function threadUnits(thread: Thread): Threading {
  const { units } = thread;
  let beam: State[] = [{ cost: 0, chains: [], ends: [], choice: -1, parent: null }];
  const margins: number[] = [];
  units.forEach((_, u) => {
    const steps: Steps = { all: [], best: -Infinity };
    const next = unitToCome(thread, u);
    for (const state of beam) expand(thread, state, next, steps);
    beam = carryOut(thread, steps, u);
    margins.push(marginOf(beam));
  });
  let best = beam[0]!;
  let bestCost = -Infinity;
  for (const state of beam) {
    const cost = state.cost + ending(thread, state);
    if (cost > bestCost) [best, bestCost] = [state, cost];
  }
  const chainOf: number[] = [];
  for (let state: State | null = best; state && state.parent; state = state.parent) chainOf.unshift(state.choice);
  return { chainOf, sureness: margins };
}

/** How far the best choice for the newest unit is ahead of the best of another choice, as a probability. */
function marginOf(beam: readonly State[]): number {
  const first = beam[0]!;
  const other = beam.find((state) => state.choice !== first.choice);
  return other ? 1 / (1 + Math.exp(TRUST * (other.cost - first.cost))) : 0.99;
}

/** Carries out the best steps. States whose chains end alike have the same future: the best of them is enough. */
function carryOut(thread: Thread, { all, best }: Steps, u: number): State[] {
  const kept: State[] = [];
  const products = productsOf(thread, u);
  /** Most states share most of their chains: what one becomes with this unit is made once. */
  const grown = new Map<Chain, Chain>();
  const seen = new Set<string>();
  const near = all.filter((step) => step.cost >= best - REACH).sort((a, b) => b.cost - a.cost);
  for (const step of near) {
    const ends = endsAfter(step, u);
    const key = ends.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(grow(thread, step, u, ends, products, grown));
    if (kept.length === BEAM) break;
  }
  return kept;
}

const endOf = (last: number, size: number): number => last * 1000 + size;

/** The newest unit is the highest: ends stay in order when it comes last. */
function endsAfter({ state, at }: Step, u: number): number[] {
  const chain = state.chains[at];
  if (!chain) return [...state.ends, endOf(u, 1)];
  const old = endOf(chain.last, chain.size);
  const ends = state.ends.filter((end) => end !== old);
  ends.push(endOf(u, chain.size + 1));
  return ends;
}

function grow(
  thread: Thread,
  { state, at, cost, product }: Step,
  u: number,
  ends: readonly number[],
  products: Float64Array,
  known: Map<Chain, Chain>,
): State {
  const chain = state.chains[at];
  if (!chain) {
    const piece = coreOf(thread, u);
    const begun: Chain = {
      id: state.chains.length,
      last: u,
      size: 1,
      before: null,
      square: thread.pairs.square(u),
      measure: piece.measure,
      measureLines: linesOf(piece),
      leg: thread.depths[u]!,
      depth: null,
      dots: products,
    };
    return { cost, chains: [...state.chains, begun], ends, choice: begun.id, parent: state };
  }
  let grown = known.get(chain);
  if (!grown) known.set(chain, (grown = longer(thread, chain, u, products, product)));
  const chains = state.chains.slice();
  chains[at] = grown;
  return { cost, chains, ends, choice: chain.id, parent: state };
}

function longer(thread: Thread, chain: Chain, u: number, products: Float64Array, product: number): Chain {
  const piece = coreOf(thread, u);
  const lines = linesOf(piece);
  const dots = new Float64Array(products.length);
  for (let v = u + 1; v < dots.length; v++) dots[v] = products[v]! + chain.dots[v]!;
  return {
    id: chain.id,
    last: u,
    size: chain.size + 1,
    before: chain,
    square: chain.square + thread.pairs.square(u) + 2 * product,
    measure: lines > chain.measureLines || chain.measure === null ? (piece.measure ?? chain.measure) : chain.measure,
    measureLines: Math.max(lines, chain.measureLines),
    leg: chain.last === u - 1 ? chain.leg + thread.depths[u]! : thread.depths[u]!,
    depth: chain.last === u - 1 ? chain.depth : (chain.depth ?? chain.leg),
    dots,
  };
}

/** The dot products of a unit with all that are still to come. */
function productsOf(thread: Thread, u: number): Float64Array {
  const products = new Float64Array(thread.units.length);
  for (let v = u + 1; v < products.length; v++) products[v] = thread.pairs.dot(v, u);
  return products;
}
