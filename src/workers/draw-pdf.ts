/** Draws one page of a PDF with pdf.js, which is loaded for it. */
import { openPdf } from '../core/index.ts';
import type { PageToDraw } from './draw.ts';

interface Place {
  canvas: OffscreenCanvas;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** Canvases as pdf.js asks for them, where there is no document to make them. */
class CanvasFactory {
  create(width: number, height: number): Place {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  reset({ canvas }: Place, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }
  destroy({ canvas }: Place): void {
    canvas.width = canvas.height = 1;
  }
}

/** Filters are made of SVG, which a worker has not: pages are drawn without. */
class FilterFactory {
  addFilter = (): string => 'none';
  addHCMFilter = (): string => 'none';
  addAlphaFilter = (): string => 'none';
  addLuminosityFilter = (): string => 'none';
  addHighlightHCMFilter = (): string => 'none';
  destroy = (): void => undefined;
}

export async function drawPdf({ blob, page: number, pixels, assets }: PageToDraw): Promise<ImageBitmap> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { document } = await openPdf(bytes, { strict: false, assets, drawing: { CanvasFactory, FilterFactory } });
  try {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: Math.sqrt(pixels / Math.max(1, width * height)) });
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    return canvas.transferToImageBitmap();
  } finally {
    await document.loadingTask.destroy();
  }
}
