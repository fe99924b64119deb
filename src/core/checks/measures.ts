/** A column has one measure: a fragment set wider or narrower than the rest of its article may be another's. */
import { fullWidth } from '../repair/index.ts';
import type { Fragment, Source } from '../model/edition.ts';
import { rawLines } from '../model/reading-text.ts';
import type { Member } from '../model/selectors.ts';
import type { ArticleCheck } from './check.ts';
import { linesWithin } from './lines-within.ts';

/** Fewer lines tell nothing of a measure. */
const LEAST_LINES = 4;
/** The share by which measures may differ: hanging punctuation and ragged lines do. */
const TOLERANCE = 0.2;

/** The width that the full lines of a fragment share; null where it has too few or they are not alike. */
function measureOf(source: Source, fragment: Fragment): { width: number; boxed: boolean } | null {
  const inside = linesWithin(source, fragment.spans).filter((line) => line.box);
  const boxed = inside.length >= LEAST_LINES;
  const widths = boxed ? inside.map((line) => line.box?.[2] ?? 0) : rawLines(source, fragment.spans).map(fullWidth);
  if (widths.length < LEAST_LINES) return null;
  const sorted = widths.slice(0, -1).sort((a, b) => b - a);
  const width = sorted[Math.floor(sorted.length / 4)] ?? 0;
  const alike = sorted.filter((w) => Math.abs(w - width) <= width * 0.08).length;
  return width > 0 && alike * 2 >= sorted.length ? { width, boxed } : null;
}

export const measures: ArticleCheck = {
  scope: 'article',
  rules: [{ code: 'mixed-measures', level: 'warning' }],
  run({ members, pageOf, sourceOf }) {
    const bodies = members.filter((f) => f.role === 'body');
    const pages = new Set(bodies.map((f) => pageOf(f)?.page.id));
    return [...pages].flatMap((page) => {
      const list = bodies.filter((f) => pageOf(f)?.page.id === page);
      if (list.length < 2) return [];
      const known = list.flatMap((f: Member) => {
        const measure = measureOf(sourceOf(f), f);
        return measure ? [{ f, ...measure, weight: f.spans.reduce((n, [a, b]) => n + b - a, 0) }] : [];
      });
      if (known.length < 2) return [];
      const usual = weightedMedian(known);
      return known
        .filter((one) => Math.abs(one.width - usual) > usual * TOLERANCE)
        .map((one) => ({ code: 'mixed-measures', fragmentId: one.f.id }));
    });
  },
};

function weightedMedian(list: readonly { readonly width: number; readonly weight: number }[]): number {
  const sorted = [...list].sort((a, b) => a.width - b.width);
  let rest = list.reduce((n, one) => n + one.weight, 0) / 2;
  for (const one of sorted) if ((rest -= one.weight) <= 0) return one.width;
  return sorted.at(-1)?.width ?? 0;
}
