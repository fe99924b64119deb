/** The main thread's side of the worker that draws pages of PDF. */
import type { DrawReply, DrawRequest } from './draw-pdf.ts';

/** Rejects with why the page cannot be drawn. */
export function drawPdfPage(draw: DrawRequest['draw']): Promise<ImageBitmap> {
  const worker = new Worker(new URL('./draw-pdf.ts', import.meta.url), { type: 'module' });
  return new Promise<ImageBitmap>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Partial<DrawReply & { failed: string; drawn: ImageBitmap }>>) => {
      if (data.drawn) resolve(data.drawn);
      else if (data.failed !== undefined) reject(new Error(data.failed));
    };
    worker.onerror = (event) => reject(new Error(event.message || 'the worker could not be started'));
    worker.postMessage({ draw } satisfies DrawRequest);
  }).finally(() => worker.terminate());
}
