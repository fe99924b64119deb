/** pdf.js, loaded when the first PDF comes. It works in the thread that reads: the import worker or the command line. */
import type * as Pdf from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfDocument = Pdf.PDFDocumentProxy;
type PdfLibrary = typeof Pdf;

interface Runtime {
  pdfjsWorker?: unknown;
}

/** Two functions of newer runtimes that pdf.js calls and its build for older ones does not bring along. */
function fillIn(): void {
  const promise = Promise as unknown as Record<string, unknown>;
  promise['withResolvers'] ??= function withResolvers<T>(): object {
    const made: { resolve?: unknown; reject?: unknown; promise?: Promise<T> } = {};
    made.promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }));
    return made;
  };
  promise['try'] ??= async (act: (...args: unknown[]) => unknown, ...args: unknown[]): Promise<unknown> => act(...args);
}

async function loadPdf(): Promise<PdfLibrary> {
  fillIn();
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // @ts-expect-error the worker's code has no types; it is only handed on
  (globalThis as Runtime).pdfjsWorker ??= (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as unknown;
  return library;
}

/** Larger pictures are scans: decoding one takes a second and tells nothing. */
const MOST_PICTURE = 16_000_000;

export interface OpenOptions {
  /** Broken parts are an error, not passed over. */
  readonly strict: boolean;
  /** Where the library's `cmaps/`, `standard_fonts/` and `wasm/` stand: a folder or an address that ends with `/`. */
  readonly assets?: string | undefined;
  /** To draw pages as well: classes that make canvases and filters where there is no document. */
  readonly drawing?: { readonly CanvasFactory: object; readonly FilterFactory: object } | undefined;
}

/** `destroy` what comes of it. */
export async function openPdf(
  bytes: Uint8Array,
  { strict, assets, drawing }: OpenOptions,
): Promise<{ readonly document: PdfDocument; readonly library: PdfLibrary }> {
  const library = await loadPdf();
  const task = library.getDocument({
    data: bytes.slice(), // it takes the memory away
    stopAtErrors: strict,
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: drawing ? -1 : MOST_PICTURE,
    enableXfa: false,
    // In a browser it fetches for itself; its other way wants a document.
    useWorkerFetch: /^https?:/u.test(assets ?? ''),
    useWasm: false, // the page's policy forbids it
    ...(assets === undefined
      ? {}
      : {
          cMapUrl: `${assets}cmaps/`,
          cMapPacked: true,
          standardFontDataUrl: `${assets}standard_fonts/`,
          wasmUrl: `${assets}wasm/`,
        }),
    ...drawing,
  });
  try {
    return { document: await task.promise, library };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}
