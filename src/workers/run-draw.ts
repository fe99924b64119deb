/** The main thread's side of the worker that draws pages. */
import { FormatError } from '../core/index.ts';
import type { DrawReply, DrawRequest, PageToDraw } from './draw.ts';

type Reply = Partial<Extract<DrawReply, { drawn: unknown }> & Extract<DrawReply, { failed: unknown }>>;

/** Files of these types are drawn here; all others are the browser's. */
export const isDrawn = (mediaType: string): boolean => mediaType === 'application/pdf' || mediaType === 'image/tiff';

/** @throws FormatError that says why the page cannot be drawn */
export function drawPage(draw: PageToDraw): Promise<ImageBitmap> {
  const worker = new Worker(new URL('./draw.ts', import.meta.url), { type: 'module' });
  return new Promise<ImageBitmap>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.drawn) resolve(data.drawn);
      else if (data.failed) reject(new FormatError(data.failed.code, data.failed.params));
    };
    worker.onerror = (event) => reject(new Error(event.message || 'the worker could not be started'));
    worker.postMessage({ draw } satisfies DrawRequest);
  }).finally(() => worker.terminate());
}
