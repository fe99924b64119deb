/** Draws one page off the main thread, of a PDF or a TIFF. To call it off, end the worker. */
import { FormatError, type Message } from '../core/index.ts';
import { drawPdf } from './draw-pdf.ts';
import { drawTiffPage } from './draw-tiff.ts';

export interface PageToDraw {
  readonly blob: Blob;
  /** The file's name, to be said where it cannot be drawn. */
  readonly file: string;
  /** From 1. */
  readonly page: number;
  /** At most as many. */
  readonly pixels: number;
  /** Where pdf.js' tables stand. */
  readonly assets: string;
}
export interface DrawRequest {
  readonly draw: PageToDraw;
}
export type DrawReply = { readonly drawn: ImageBitmap } | { readonly failed: Message };

const DRAWERS: Readonly<Record<string, (page: PageToDraw) => Promise<ImageBitmap>>> = {
  'application/pdf': drawPdf,
  'image/tiff': drawTiffPage,
};

const scope = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<Partial<DrawRequest>>) => void): void;
  postMessage(reply: DrawReply, transfer?: Transferable[]): void;
};

// pdf.js speaks on the same line: what is not for us is left to it.
scope.addEventListener('message', ({ data: { draw } }) => {
  if (!draw) return;
  const drawing = DRAWERS[draw.blob.type]?.(draw) ?? Promise.reject(new Error(draw.blob.type));
  drawing.then(
    (drawn) => scope.postMessage({ drawn }, [drawn]),
    (error: unknown) => scope.postMessage({ failed: said(error, draw) }),
  );
});

const said = (error: unknown, { file, blob }: PageToDraw): Message => {
  if (error instanceof FormatError) return error.said;
  const why = error instanceof Error ? error.message : String(error);
  return { code: 'picture.undrawable', params: { file, kind: blob.type, why } };
};
