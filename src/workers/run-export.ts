/** The main thread's side of the worker that writes. */
import type { Edition, ExportRequest } from '../core/index.ts';
import type { ExportWork, Packed, WrittenFormats } from '../editor/services.ts';
import type { ExportOrder, FromExport } from './export.ts';

function run<T>(
  order: ExportOrder,
  { signal, progress }: ExportWork,
  answer: (message: FromExport) => T | undefined,
): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null);
  const worker = new Worker(new URL('./export.ts', import.meta.url), { type: 'module' });
  return new Promise<T | null>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(null));
    worker.onmessage = ({ data }: MessageEvent<FromExport>) => {
      if (data.kind === 'progress') return progress?.(data.done, data.total);
      const answered = answer(data);
      if (answered !== undefined) resolve(answered);
    };
    worker.onerror = (event) => reject(new Error(event.message || 'the worker could not be started'));
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}

/** Null where it was called off: the worker is ended at once. */
export const writeFormats = (
  edition: Edition,
  request: ExportRequest,
  work: ExportWork,
): Promise<WrittenFormats | null> =>
  run({ edition, request, packed: false }, work, (said) => (said.kind === 'written' ? said.results : undefined));

/** The same as the one file that is handed to the user: where there are several, a zip. */
export const packFormats = (edition: Edition, request: ExportRequest, work: ExportWork): Promise<Packed | null> =>
  run({ edition, request, packed: true }, work, (said) => (said.kind === 'packed' ? said : undefined));
