/** The main thread's side of the checks' worker. */
import type { CheckListener, CheckPort } from '../editor/services.ts';
import type { FromChecks, ToChecks } from './checks.ts';

export function startChecks(listener: CheckListener): CheckPort {
  let worker: Worker | null = null;
  const start = (): Worker => {
    const made = new Worker(new URL('./checks.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<FromChecks>) => {
      if (worker !== made) return;
      if (data.kind === 'progress') listener.progress(data.done, data.total);
      else if (data.kind === 'found') listener.found(data.news);
      else listener.lost();
    };
    made.onerror = (event) => {
      if (worker === made) listener.failed(event.message || 'the worker could not be started');
    };
    return made;
  };
  /** A whole edition takes its time to be handed over: that is a task of its own, and what comes after it waits. */
  const waiting: ToChecks[] = [];
  const send = (message: ToChecks): void => {
    if (waiting.push(message) > 1) return;
    setTimeout(() => {
      for (const one of waiting.splice(0)) worker?.postMessage(one);
    });
  };
  return {
    open(edition) {
      worker ??= start();
      send({ kind: 'open', edition });
    },
    step: (patches) => send({ kind: 'step', patches }),
    stop() {
      waiting.length = 0;
      worker?.terminate();
      worker = null;
    },
  };
}
