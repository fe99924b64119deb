/** Writes an edition off the main thread. To call it off, end the worker. */
import {
  bundle,
  runExport,
  type Bundle,
  type Edition,
  type Exported,
  type ExportRequest,
  type Refused,
} from '../core/index.ts';

export interface ExportOrder {
  readonly edition: Edition;
  readonly request: ExportRequest;
  /** Only the one file that is handed to the user comes back. */
  readonly packed: boolean;
}

export type FromExport =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'written'; readonly results: readonly (Exported | Refused)[] }
  | { readonly kind: 'packed'; readonly file: Bundle | null; readonly refused: readonly Refused[] };

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ExportOrder>) => void) | null;
  postMessage(message: FromExport, transfer?: Transferable[]): void;
};

scope.onmessage = ({ data: { edition, request, packed } }) => {
  const results = runExport(edition, request, (done, total) => scope.postMessage({ kind: 'progress', done, total }));
  if (!packed) return scope.postMessage({ kind: 'written', results });
  const exported = results.filter((one): one is Exported => 'files' in one);
  const file = exported.length ? bundle(edition, exported) : null;
  const transfer = file && typeof file.content !== 'string' ? [file.content.buffer as ArrayBuffer] : [];
  scope.postMessage(
    { kind: 'packed', file, refused: results.filter((one): one is Refused => 'refusal' in one) },
    transfer,
  );
};
