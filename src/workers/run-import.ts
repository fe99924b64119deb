/** The main thread's side of the import worker. */
import { FormatError, type EncodingChoice } from '../core/index.ts';
import type { Imported, ImportedAway, ImportFile, ImportProgress, ImportReply, ImportRequest } from './import.ts';
import { unpackReading } from './packed-reading.ts';

export interface ImportOptions {
  /** Ends the worker at once. */
  readonly signal: AbortSignal;
  readonly progress: (progress: ImportProgress) => void;
  /** Which encoding a file is in that could be in several. */
  readonly ask: (file: string, choice: EncodingChoice) => Promise<string>;
  readonly assets?: string;
}

const startWorker = (): Worker => new Worker(new URL('./import.ts', import.meta.url), { type: 'module' });

/** Null where it was called off. @throws FormatError where nothing could be read, or the worker broke down */
export function runImport(
  files: readonly ImportFile[],
  { signal, progress, ask, assets }: ImportOptions,
  start: () => Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onmessageerror' | 'onerror'> = startWorker,
): Promise<Imported | null> {
  if (signal.aborted) return Promise.resolve(null);
  const worker = start();
  const send = (request: ImportRequest): void => worker.postMessage(request);
  const work = new Promise<Imported | null>((resolve, reject) => {
    const broke = (why: string): void =>
      reject(new FormatError('import.broke-down', { file: files[0]?.name ?? '', n: files.length, why }));
    signal.addEventListener('abort', () => resolve(null));
    worker.onmessage = ({ data }: MessageEvent<ImportReply>) => {
      if (data.type === 'progress') progress(data);
      else if (data.type === 'ask')
        ask(data.file, data.choice).then((encoding) => send({ type: 'encoding', encoding }), reject);
      else if (data.type === 'done') resolve(unpacked(data.imported));
      // pdf.js speaks on the same line.
      else if (data.type === 'refused') reject(new FormatError(data.error.code, data.error.params));
    };
    worker.onerror = (event) => broke((event as ErrorEvent).message || 'the worker could not be started');
    worker.onmessageerror = () => broke('its answer could not be read');
    try {
      send({ type: 'read', files, ...(assets === undefined ? {} : { assets }) });
    } catch (error) {
      broke(error instanceof Error ? error.message : String(error));
    }
  });
  return work.finally(() => worker.terminate());
}

/** What came out of the worker as it was there. */
export async function unpacked(imported: ImportedAway): Promise<Imported> {
  if (imported.kind === 'edition') return imported;
  const { packed, ...rest } = imported;
  return { ...rest, reading: await unpackReading(packed) };
}
