/** The main thread's side of the engine's worker. */
import type { Proposal, Source } from '../core/index.ts';
import type { FromReconstruct } from './reconstruct.ts';

interface Options {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** Null where it was called off: the worker is ended at once. */
export function runReconstruct(sources: readonly Source[], { signal, progress }: Options): Promise<Proposal | null> {
  const worker = new Worker(new URL('./reconstruct.ts', import.meta.url), { type: 'module' });
  return new Promise<Proposal | null>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(null));
    worker.onmessage = ({ data }: MessageEvent<FromReconstruct>) => {
      if (data.kind === 'progress') progress(data.done, data.total);
      else resolve(data.proposal);
    };
    worker.onerror = (event) => reject(new Error(event.message || 'the worker could not be started'));
    worker.postMessage(sources);
  }).finally(() => worker.terminate());
}
