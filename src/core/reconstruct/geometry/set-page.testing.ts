/** Sets little pages for tests: columns of lines with boxes, body text 10 high at a pitch of 12, in invented sentences. */
import type { Box, Source, SourceLine } from '../../model/edition.ts';
import type { LayoutLine } from './layout-line.ts';

export interface SetLine {
  readonly text: string;
  readonly box: Box;
  readonly block?: string;
  readonly size?: number;
  readonly confidence?: number;
}

export const MEASURE = 200;
const WORDS =
  'the council met again and spoke of the old bridge over the river where water had risen in the night while people stood on both banks'.split(
    ' ',
  );

/** Body text of full lines; the last is short and ends its sentence unless `open`. The first is indented unless `flush`. */
export function body(
  x: number,
  y: number,
  lines: number,
  options: { open?: boolean; flush?: boolean; width?: number; block?: string; seed?: number } = {},
): SetLine[] {
  const width = options.width ?? MEASURE;
  return Array.from({ length: lines }, (_, i) => {
    const words = Array.from(
      { length: 8 },
      (_, k) => WORDS[((options.seed ?? 0) * 5 + i * 3 + k * 7) % WORDS.length] ?? '',
    ).join(' ');
    const first = i === 0 && !options.flush;
    const last = i === lines - 1 && !options.open;
    const text = `${first ? words.charAt(0).toUpperCase() + words.slice(1) : words}${last ? '.' : ''}`;
    const left = first ? 10 : 0;
    return {
      text,
      box: [x + left, y + i * 12, last ? width * 0.6 : width - left, 10],
      ...(options.block ? { block: options.block } : {}),
    };
  });
}

/** A centred head of one line in its column. */
export const head = (
  text: string,
  x: number,
  y: number,
  options: { height?: number; width?: number; span?: number; block?: string } = {},
): SetLine => {
  const span = options.span ?? MEASURE;
  const width = options.width ?? span * 0.6;
  return {
    text,
    box: [x + (span - width) / 2, y, width, options.height ?? 18],
    ...(options.block ? { block: options.block } : {}),
  };
};

export function sourceOf(lines: readonly SetLine[], extra: Partial<Source> = {}): Source {
  let at = 0;
  const placed = lines.map(({ text, box, block, size, confidence }): SourceLine => {
    const start = at;
    at += text.length + 1;
    return {
      start,
      end: start + text.length,
      box,
      ref: `L${start}`,
      ...(block ? { block } : {}),
      ...(size ? { size } : {}),
      ...(confidence === undefined ? {} : { confidence }),
    };
  });
  return {
    id: 's1',
    name: 'page-1.xml',
    mediaType: 'application/alto+xml',
    encoding: 'utf-8',
    sha256: '',
    text: lines.map(({ text }) => text).join('\n'),
    lines: placed,
    unit: 'px',
    ...extra,
  };
}

export const layoutLines = (lines: readonly SetLine[]): LayoutLine[] =>
  lines
    .map(({ text, box: [x, y, w, h], block, size, confidence }, index): LayoutLine => ({
      index,
      text,
      letters: text.replace(/\s+/gu, '').length,
      x0: x,
      x1: x + w,
      y0: y,
      y1: y + h,
      size: size ?? null,
      bold: false,
      block: block ?? null,
      confidence: confidence ?? null,
    }))
    .sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1 || a.x0 - b.x0);

/** Turned by a shear, as a page that lies askew. */
export const askew = (lines: readonly SetLine[], shear: number): SetLine[] =>
  lines.map((line) => ({
    ...line,
    box: [line.box[0] + shear * line.box[1], line.box[1] - shear * line.box[0], line.box[2], line.box[3]],
  }));
