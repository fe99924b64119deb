/** What a PDF page draws beside its text: printed rules and pictures, from its list of operators. */
import type { Box } from '../../model/edition.ts';
import { Bounds } from '../xml/numbers.ts';

type Matrix = readonly [number, number, number, number, number, number];
type Ops = Readonly<Record<string, number>>;

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
export interface Graphics {
  readonly separators: Box[];
  readonly pictures: Box[];
}

/** A rule is this thin, in points, and this many times as long. */
const THICKEST = 4;
const SHORTEST = 18;
const RULE = 8;

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) &&
  (value as { length?: number }).length === 6 &&
  Array.from(value as Iterable<unknown>).every((n) => typeof n === 'number' && Number.isFinite(n));

function transformed(m: Matrix, [x0, y0, x1, y1]: readonly [number, number, number, number]): Box | null {
  const bounds = new Bounds();
  for (const [x, y] of [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const)
    bounds.add(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
  return bounds.box();
}

/** The rectangle round a path: the last argument of `constructPath`. */
function pathBounds(args: unknown): readonly [number, number, number, number] | null {
  const bounds: unknown = Array.isArray(args) ? args[2] : null;
  if (!bounds || typeof bounds !== 'object') return null;
  const [x0, y0, x1, y1] = Array.from(bounds as Iterable<unknown>);
  return [x0, y0, x1, y1].every((n) => typeof n === 'number' && Number.isFinite(n))
    ? [x0 as number, y0 as number, x1 as number, y1 as number]
    : null;
}

/** `view` brings the page's units to units from the left top corner. */
export function graphicsOf(
  { fnArray, argsArray }: Operators,
  ops: Ops,
  view: Matrix,
  page: { readonly width: number; readonly height: number },
): Graphics {
  const found: Graphics = { separators: [], pictures: [] };
  const images = new Set(
    ['paintImageXObject', 'paintInlineImageXObject', 'paintImageMaskXObject'].map((name) => ops[name]),
  );
  const area = page.width * page.height;
  let matrix: Matrix = view;
  let width = 1;
  const stack: { readonly matrix: Matrix; readonly width: number }[] = [];
  fnArray.forEach((op, i) => {
    const args = argsArray[i];
    if (op === ops['save']) stack.push({ matrix, width });
    else if (op === ops['restore']) ({ matrix, width } = stack.pop() ?? { matrix, width });
    else if (op === ops['transform'] && isMatrix(args)) matrix = multiply(matrix, args);
    else if (op === ops['setLineWidth'] && Array.isArray(args) && typeof args[0] === 'number') width = args[0];
    else if (op === ops['paintFormXObjectBegin']) {
      stack.push({ matrix, width });
      if (Array.isArray(args) && isMatrix(args[0])) matrix = multiply(matrix, args[0]);
    } else if (op === ops['paintFormXObjectEnd']) ({ matrix, width } = stack.pop() ?? { matrix, width });
    else if (images.has(op)) {
      const box = transformed(matrix, [0, 0, 1, 1]);
      if (box && box[2] > SHORTEST && box[3] > SHORTEST && box[2] * box[3] < 0.8 * area)
        found.pictures.push(box.map(round) as unknown as Box);
    } else if (op === ops['constructPath']) {
      const kind = Array.isArray(args) ? args[0] : undefined;
      const path = kind === ops['endPath'] ? null : pathBounds(args);
      const box = path && transformed(matrix, path);
      const stroked = kind === ops['stroke'] || kind === ops['closeStroke'];
      if (box) addRule(found.separators, box, stroked ? width * Math.hypot(matrix[0], matrix[1]) : 0);
    }
  });
  return found;
}

const round = (n: number): number => Math.round(n * 100) / 100;

function addRule(rules: Box[], [x, y, w, h]: Box, stroke: number): void {
  const [thin, long] = [Math.min(w, h), Math.max(w, h)];
  if (long < SHORTEST || thin > THICKEST || stroke > THICKEST || long < RULE * Math.max(thin, stroke)) return;
  const room = Math.max(0, stroke - thin) / 2;
  rules.push(
    w >= h
      ? [round(x), round(y - room), round(w), round(h + 2 * room)]
      : [round(x - room), round(y), round(w + 2 * room), round(h)],
  );
}
