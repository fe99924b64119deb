import type { Source } from '../../../model/edition.ts';
import { fullWidth } from '../../../repair/index.ts';

export function cutText(source: Source): { spans: [number, number][] }[] {
  const pieces: { spans: [number, number][] }[] = [];
  let last = 0;
  let open: [number, number] | null = null;
  for (const line of source.lines) {
    const raw = source.text.slice(line.start, line.end);
    const width = fullWidth(raw.replace(/(?<=\S) (?=\S)/gu, ''));
    const glued = open !== null && source.text.slice(open[1], line.start).split('\n').length === 2;
    const joins = open !== null && (glued || (Math.abs(width - last) < 2.6 && !/^\s\s/u.test(raw)) || (width < last && last > 14 && /[，、]\s*$|[^。！？”]$/u.test(source.text.slice(0, open[1]))));
    const start = line.start + raw.length - raw.trimStart().length;
    const end = line.start + raw.trimEnd().length;
    if (joins && open) open[1] = end;
    else pieces.push({ spans: [(open = [start, end])] });
    last = width;
  }
  return pieces;
}
