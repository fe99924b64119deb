/** Runs the engine off the main thread. To call it off, end the worker. */
import { reconstruct, type Proposal, type Source } from '../core/index.ts';

export type FromReconstruct =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly proposal: Proposal };

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<readonly Source[]>) => void) | null;
  postMessage(message: FromReconstruct): void;
};

scope.onmessage = ({ data }) => {
  const proposal = reconstruct(data, {
    progress: (done, total) => scope.postMessage({ kind: 'progress', done, total }),
  });
  scope.postMessage({ kind: 'done', proposal });
};
