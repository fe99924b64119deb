/** The checks off the main thread. It keeps its own copy of the edition up with the steps, so that only what a step touched is looked at. */
import {
  applyTo,
  createChecker,
  type CheckReport,
  type Edition,
  type Finding,
  type Source,
  type Transaction,
} from '../core/index.ts';
import type { CheckNews } from '../editor/services.ts';

type Shard = Edition['fragments'][string];

/** An edition comes piece by piece, so that the main thread is never busy for long with giving it. */
export type ToChecks =
  /** All but the sources and what they hold. */
  | { readonly kind: 'open'; readonly edition: Edition; readonly opening: number }
  | { readonly kind: 'source'; readonly id: string; readonly source: Source | undefined; readonly shard: Shard }
  | { readonly kind: 'look' }
  | { readonly kind: 'step'; readonly patches: Transaction['patches'] };

export type FromChecks =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  /** What was added goes before the rest in lots, so that the main thread is never busy for long with taking it. */
  | { readonly kind: 'added'; readonly findings: readonly Finding[]; readonly opening: number }
  | { readonly kind: 'found'; readonly news: CheckNews; readonly opening: number }
  /** A step did not fit: the whole edition is needed again. */
  | { readonly kind: 'lost' };

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToChecks>) => void) | null;
  postMessage(message: FromChecks): void;
};

/** As long as steps may wait. */
const SLICE_MS = 40;
const LOT = 400;

let edition: Edition | null = null;
let checker = createChecker();
let pieces: { sources: Record<string, Source>; fragments: Record<string, Shard> } = { sources: {}, fragments: {} };
let run = 0;
/** Which edition is spoken of: news of the one before may still be on the way when another is opened. */
let opening = 0;

scope.onmessage = ({ data }) => {
  if (data.kind === 'open') {
    pieces = { sources: {}, fragments: {} };
    edition = { ...data.edition, ...pieces };
    checker = createChecker();
    opening = data.opening;
    run++;
  } else if (data.kind === 'source') {
    if (data.source) pieces.sources[data.id] = data.source;
    pieces.fragments[data.id] = data.shard;
  } else if (data.kind === 'look') void look();
  else if (edition) {
    try {
      edition = applyTo(edition, data.patches);
    } catch {
      edition = null;
      return scope.postMessage({ kind: 'lost' });
    }
    void look();
  }
};

/** Looks in slices; a step that comes between begins anew, and what was looked at by then is remembered. */
async function look(): Promise<void> {
  const mine = ++run;
  if (!edition) return;
  const steps = checker.steps(edition);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return tell(step.value);
    if (performance.now() - since < SLICE_MS) continue;
    scope.postMessage({ kind: 'progress', ...step.value });
    await new Promise((resolve) => setTimeout(resolve));
    if (mine !== run) return;
    since = performance.now();
  }
}

/** The checker tells against its last report, and every report is told. */
function tell({ added, removed, looked, total }: CheckReport): void {
  let at = 0;
  for (; added.length - at > LOT; at += LOT)
    scope.postMessage({ kind: 'added', findings: added.slice(at, at + LOT), opening });
  scope.postMessage({ kind: 'found', news: { added: added.slice(at), removed, looked, total }, opening });
}
