/** The main thread's side of the checks' worker. */
import type { Edition, Finding, Transaction } from '../core/index.ts';
import type { CheckListener, CheckPort } from '../editor/services.ts';
import type { FromChecks, ToChecks } from './checks.ts';

/** As long as a block of giving may take; what is given at once is copied at once. */
const SLICE_MS = 8;

export interface Giving {
  step(patches: Transaction['patches']): void;
  stop(): void;
}

/** Gives an edition piece by piece. Steps that are made meanwhile go after it. `later`: when the next block may begin. */
export function give(
  edition: Edition,
  send: (message: ToChecks) => void,
  later: (then: () => void) => void = setTimeout,
  opening = 0,
): Giving {
  const ids = Object.keys({ ...edition.sources, ...edition.fragments });
  const waiting: Transaction['patches'][] = [];
  let at = 0;
  let state: 'giving' | 'given' | 'stopped' = 'giving';
  const block = (): void => {
    if (state !== 'giving') return;
    const since = performance.now();
    while (at < ids.length && performance.now() - since < SLICE_MS) {
      const id = ids[at++] ?? '';
      // What a file holds beside its text and its lines is nothing to the checks.
      const { extra: _, ...source } = edition.sources[id] ?? {};
      send({
        kind: 'source',
        id,
        source: edition.sources[id] && (source as Edition['sources'][string]),
        shard: edition.fragments[id] ?? {},
      });
    }
    if (at < ids.length) return later(block);
    state = 'given';
    send({ kind: 'look' });
    for (const patches of waiting) send({ kind: 'step', patches });
  };
  send({ kind: 'open', edition: { ...edition, sources: {}, fragments: {} }, opening });
  later(block);
  return {
    step: (patches) => (state === 'given' ? send({ kind: 'step', patches }) : void waiting.push(patches)),
    stop: () => (state = 'stopped'),
  };
}

export function startChecks(listener: CheckListener): CheckPort {
  let worker: Worker | null = null;
  let giving: Giving | null = null;
  let added: Finding[] = [];
  let opening = 0;
  const start = (): Worker => {
    const made = new Worker(new URL('./checks.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<FromChecks>) => {
      if (worker !== made) return;
      if (data.kind === 'progress') listener.progress(data.done, data.total);
      else if (data.kind === 'lost') listener.lost();
      else if (data.opening !== opening) return;
      else if (data.kind === 'added') added.push(...data.findings);
      else {
        listener.found({ ...data.news, added: [...added, ...data.news.added] });
        added = [];
      }
    };
    made.onerror = (event) => {
      if (worker === made) listener.failed(event.message || 'the worker could not be started');
    };
    return made;
  };
  return {
    open(edition) {
      worker ??= start();
      giving?.stop();
      added = [];
      giving = give(edition, (message) => worker?.postMessage(message), setTimeout, ++opening);
    },
    step: (patches) => giving?.step(patches),
    stop() {
      giving?.stop();
      giving = null;
      added = [];
      worker?.terminate();
      worker = null;
    },
  };
}
