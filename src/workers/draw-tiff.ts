/** Draws one picture of a TIFF, which most browsers cannot; JPEG inside it they can. */
import { drawTiff, FormatError, tiffPictures, wholeJpeg, type JpegDecoder } from '../core/index.ts';
import type { PageToDraw } from './draw.ts';

export async function drawTiffPage({ blob, file, page, pixels }: PageToDraw): Promise<ImageBitmap> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const pictures = tiffPictures(bytes, file);
  const picture = pictures[page - 1];
  if (!picture) throw new FormatError('tiff.page', { file, page, n: pictures.length });
  const scale = Math.sqrt(pixels / (picture.width * picture.height));
  const jpeg = scale < 1 && wholeJpeg(bytes, picture);
  if (jpeg) {
    const size = { resizeWidth: Math.floor(picture.width * scale), resizeQuality: 'high' as const };
    const drawn = await createImageBitmap(jpegBlob(jpeg), size).catch(() => null);
    if (drawn) return drawn;
  }
  const { data, width, height } = await drawTiff(bytes, picture, { file, most: pixels, jpeg: decoded });
  return createImageBitmap(new ImageData(data, width, height));
}

const jpegBlob = (bytes: Uint8Array<ArrayBuffer>): Blob => new Blob([bytes], { type: 'image/jpeg' });

/** The browser's own decoder. */
const decoded: JpegDecoder = async (bytes) => {
  const image = await createImageBitmap(jpegBlob(bytes), { colorSpaceConversion: 'none' });
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  image.close();
  return { width, height, data: context.getImageData(0, 0, width, height).data };
};
