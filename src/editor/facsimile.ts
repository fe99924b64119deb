/** Which source's picture lies behind a page, and where on the sheet. */
import {
  fragmentsOnPage,
  pagesOf,
  type Box,
  type Edition,
  type Fragment,
  type Page,
  type Source,
} from '../core/index.ts';
import type { Rect } from './scene.ts';

/** The source that most of what stands on the page was read from; on an empty page the one that came in with it. */
export function facsimileSourceOf(edition: Edition, page: string): Source | null {
  const sources = Object.values(edition.sources);
  if (sources.length < 2) return sources[0] ?? null;
  const share = new Map<string, number>();
  for (const { sourceId, spans } of fragmentsOnPage(edition, page))
    share.set(
      sourceId,
      spans.reduce((n, [start, end]) => n + end - start, share.get(sourceId) ?? 0),
    );
  const most = [...share].sort((a, b) => b[1] - a[1])[0];
  const at = pagesOf(edition).findIndex(({ id }) => id === page);
  return edition.sources[most?.[0] ?? ''] ?? sources[at] ?? null;
}

/** A picture of a page fills the sheet; where the source has no size of its own, its width. */
export function facsimileRect(
  page: Page,
  source: Source,
  picture: { readonly width: number; readonly height: number },
): Rect {
  const height = source.width === undefined ? (page.width * picture.height) / Math.max(1, picture.width) : page.height;
  return { x: 0, y: 0, width: page.width, height };
}

/** Where the fragment's lines were printed, in the source's own unit; empty where the source has no coordinates. */
export function printedBoxes(source: Source, { spans }: Pick<Fragment, 'spans'>): Box[] {
  return source.lines.flatMap(({ start, end, box }) =>
    box && spans.some(([from, to]) => start < to && end > from) ? [box] : [],
  );
}
