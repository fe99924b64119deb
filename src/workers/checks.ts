/** The checks off the main thread. It keeps its own copy of the edition up with the steps, so that only what a step touched is looked at. */
import {
  applyTo,
  createChecker,
  type CheckReport,
  type Edition,
  type Finding,
  type Transaction,
} from '../core/index.ts';
import type { CheckNews } from '../editor/services.ts';

export type ToChecks =
  | { readonly kind: 'open'; readonly edition: Edition }
  | { readonly kind: 'step'; readonly patches: Transaction['patches'] };

export type FromChecks =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'found'; readonly news: CheckNews }
  /** A step did not fit: the whole edition is needed again. */
  | { readonly kind: 'lost' };

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToChecks>) => void) | null;
  postMessage(message: FromChecks): void;
};

/** As long as steps may wait. */
const SLICE_MS = 40;

let edition: Edition | null = null;
let checker = createChecker();
let told: ReadonlyMap<string, Finding> = new Map();
let run = 0;

scope.onmessage = ({ data }) => {
  if (data.kind === 'open') {
    edition = data.edition;
    checker = createChecker();
    told = new Map();
  } else if (edition) {
    try {
      edition = applyTo(edition, data.patches);
    } catch {
      edition = null;
      return scope.postMessage({ kind: 'lost' });
    }
  }
  void look();
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

function tell({ findings, looked, total }: CheckReport): void {
  const now = new Map(findings.map((finding) => [finding.key, finding]));
  scope.postMessage({
    kind: 'found',
    news: {
      added: findings.filter((finding) => told.get(finding.key) !== finding),
      removed: [...told.keys()].filter((key) => !now.has(key)),
      looked,
      total,
    },
  });
  told = now;
}
