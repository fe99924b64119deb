/** The default sheet: a Chinese tabloid (4开, 275 × 390 mm) in points. Sources without coordinates are rebuilt on it. */
import type { Column } from './edition.ts';

export const SHEET = { width: 780, height: 1106, margin: 36, gutter: 14 } as const;
export const MAX_COLUMNS = 12;

/** Equal columns over a page of this width; margins and gutters keep the default sheet's proportions. */
export function equalColumns(count: number, pageWidth: number = SHEET.width, idFrom = 1): Column[] {
  const scale = pageWidth / SHEET.width;
  const gutter = SHEET.gutter * scale * (count > 6 ? 6 / count : 1);
  const margin = SHEET.margin * scale;
  const width = (pageWidth - 2 * margin - (count - 1) * gutter) / count;
  return Array.from({ length: count }, (_, i) => ({
    id: `c${idFrom + i}`,
    x: round(margin + i * (width + gutter)),
    width: round(width),
  }));
}

const round = (n: number): number => Math.round(n * 100) / 100;
