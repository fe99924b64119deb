/**
 * A vertical Chinese page from its article regions: each polygon is filled with lines that run down, from right to left, as tall as the region
 * is there; the engine gets the lines shuffled. `npx tsx src/bench/vertical.ts`. How many lines follow the line that they follow in print, and
 * how well the lines of regions that are one article stay together.
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Box, Source, SourceLine } from '../core/model/edition.ts';
import { layoutOf } from '../core/reconstruct/geometry/page-layout.ts';
import { VARIANTS } from './geometry-variants.ts';
import { successorF1 } from './reading-order.ts';
import { xyOrder } from './xy-cut.ts';

type Point = readonly [number, number];
interface Region {
  readonly points: readonly Point[];
  readonly group: string;
}
interface Annotation {
  readonly id: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly value?: { readonly name?: string };
  }[];
  readonly target: readonly { readonly id?: string; readonly selector?: { readonly value: string } }[];
}

const PITCH = 26;
const GLYPH = 21;

function pointsOf(svg: string): Point[] {
  const [, dx = '0', dy = '0'] = /matrix\(1 0 0 1 ([-\d.]+) ([-\d.]+)\)/u.exec(svg) ?? [];
  const points = /points="([^"]+)"/u.exec(svg)?.[1] ?? '';
  return points
    .trim()
    .split(/\s+/u)
    .map((pair): Point => {
      const [x = 0, y = 0] = pair.split(',').map(Number);
      return [x + Number(dx), y + Number(dy)];
    });
}

/** From where to where the polygon is at `x`. */
function inside(points: readonly Point[], x: number): [number, number] | null {
  const ys = points.flatMap(([x0, y0], i) => {
    const [x1, y1] = points[(i + 1) % points.length] as Point;
    return x0 <= x === x1 > x ? [y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)] : [];
  });
  return ys.length < 2 ? null : [Math.min(...ys), Math.max(...ys)];
}

export function regionsOf(json: string): Region[] {
  const { items } = JSON.parse(json) as { items: readonly Annotation[] };
  const groupOf = new Map<string, string>();
  for (const item of items)
    for (const body of item.body)
      if (body.type === 'GroupAnnotation')
        for (const { id } of item.target) if (id) groupOf.set(id, body.id ?? item.id);
  return items.flatMap((item) => {
    const [target] = item.target;
    const svg = target?.selector?.value;
    if (!svg || item.body[0]?.value?.name !== 'article') return [];
    return [{ points: pointsOf(svg), group: groupOf.get(target.id ?? '') ?? item.id }];
  });
}

/** The page, and for each line the region it is of, in reading order within that. */
export function fill(regions: readonly Region[]): { source: Source; regionOf: number[] } {
  const lines: SourceLine[] = [];
  const regionOf: number[] = [];
  let text = '';
  const add = (box: Box, region: number): void => {
    const letters = Math.max(1, Math.round(box[3] / GLYPH));
    const start = text.length;
    for (let i = 0; i < letters; i++) text += String.fromCharCode(0x4e00 + ((start * 7 + i * 131) % 9000));
    lines.push({ start, end: text.length, box });
    regionOf.push(region);
    text += '\n';
  };
  regions.forEach(({ points }, r) => {
    const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
    const count = Math.max(1, Math.round((right - left) / PITCH));
    for (let i = 0; i < count; i++) {
      const middle = right - ((i + 0.5) * (right - left)) / count;
      const span = inside(points, middle);
      if (span && span[1] - span[0] > GLYPH) add([middle - GLYPH / 2, span[0] + 2, GLYPH, span[1] - span[0] - 4], r);
    }
  });
  const source: Source = {
    id: 's',
    name: 'vertical',
    mediaType: 'text/xml',
    encoding: 'utf-8',
    sha256: '',
    text,
    lines,
    unit: 'px',
  };
  return { source, regionOf };
}

function main(): void {
  const file = ['../shared', '../../shared'].map((at) => `${at}/corpus/chinese-vertical/regions.json`).find(existsSync);
  if (!file) return console.log('SKIPPED: no ../shared/corpus/chinese-vertical');
  const regions = regionsOf(readFileSync(file, 'utf8'));
  const { source, regionOf } = fill(regions);
  const region = new Map(source.lines.map((line, i) => [line.start, regionOf[i] ?? -1]));
  for (const variant of ['lines shuffled, boxes alone', 'boxes jittered', 'askew by 0.7 degrees']) {
    const given = VARIANTS[variant]?.([source])[0] ?? source;
    const layout = layoutOf(given);
    const start = (i: number): number => given.lines[i]?.start ?? 0;
    const ours = [
      ...layout.furniture.map(({ line }) => start(line.index)),
      ...layout.flows.flatMap(({ lines }) => lines.map(({ placed }) => start(placed.line.index))),
    ];
    const rows: [string, number[]][] = [
      ['pasteup', ours],
      ['xy-cut', xyOrder(given).map(start)],
    ];
    for (const [name, order] of rows) {
      const within = regions.map((_, r) => order.filter((line) => region.get(line) === r));
      const wanted = regions.map((_, r) => source.lines.flatMap((line, i) => (regionOf[i] === r ? [line.start] : [])));
      // Follows within a region, and how often the order leaves one before its end.
      const order1 = within.reduce((sum, got, r) => sum + successorF1(got, wanted[r] ?? []) * got.length, 0);
      const visits = order.filter((line, i) => i === 0 || region.get(line) !== region.get(order[i - 1] ?? -1)).length;
      const group = (line: number): string => regions[region.get(line) ?? -1]?.group ?? '';
      const groupVisits = order.filter((line, i) => i === 0 || group(line) !== group(order[i - 1] ?? -1)).length;
      console.log(
        `${variant.padEnd(28)} ${name.padEnd(8)} lines ${source.lines.length} in ${regions.length} regions of ${new Set(regions.map((one) => one.group)).size} articles: order within regions ${(order1 / order.length).toFixed(3)}, visits to a region ${(visits / regions.length).toFixed(2)}, to an article ${(groupVisits / new Set(regions.map((one) => one.group)).size).toFixed(2)}`,
      );
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
