/** Pictures of pages as they are shown: found where they are kept, and decoded or drawn, not larger than a screen has use for. */
import { FormatError, type Source } from '../core/index.ts';
import type { PagePicture } from '../editor/services.ts';
import type { PictureFile, PictureShelf } from '../storage/pictures.ts';
import { drawPage, isDrawn } from '../workers/run-draw.ts';

/** Enough to read small print on a broadsheet; four bytes each. */
const MOST_PIXELS = 20_000_000;

interface Parts {
  readonly shelf: PictureShelf;
  /** The library's id of the open edition. */
  readonly edition: () => string | null;
  readonly assets: string;
}

/** Null where no picture is kept. @throws FormatError where it cannot be drawn */
export async function pagePicture(source: Source, { shelf, edition, assets }: Parts): Promise<PagePicture | null> {
  const found = await shelf.find(edition() ?? '', source);
  if (!found) return null;
  try {
    return { name: found.name, width: found.width, height: found.height, image: await imageOf(found, assets) };
  } catch (error) {
    if (error instanceof FormatError) throw error;
    const kind = found.blob.type || '—';
    const why = error instanceof Error ? error.message : String(error);
    throw new FormatError('picture.undrawable', { file: found.name, kind, why });
  }
}

function imageOf({ name, file, width, height, blob }: PictureFile, assets: string): Promise<ImageBitmap> {
  if (isDrawn(blob.type)) {
    const page = Number(/#page=(\d+)$/u.exec(name)?.[1] ?? 1);
    return drawPage({ blob, file, page, pixels: MOST_PIXELS / (blob.type === 'application/pdf' ? 2 : 1), assets });
  }
  const scale = Math.sqrt(MOST_PIXELS / Math.max(1, width * height));
  if (scale >= 1) return createImageBitmap(blob);
  return createImageBitmap(blob, { resizeWidth: Math.round(width * scale), resizeQuality: 'high' });
}
