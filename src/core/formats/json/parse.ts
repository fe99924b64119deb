/** JSON with a place for what is wrong, and a limit to how deep it nests. */
import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { FormatError } from '../format-error.ts';
import { placeIn } from '../place-in.ts';
import { decodeAnyText } from '../text/decode.ts';
import type { ReadContext } from '../reading.ts';

const DEEPEST = 200;

export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const objects = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e9 ? value : undefined;

export async function readJson(
  bytes: Uint8Array,
  file: string,
  context: ReadContext,
): Promise<{ readonly json: unknown; readonly encoding: string; readonly text: string }> {
  const { text, encoding } = await decodeAnyText(bytes, file, context);
  return { json: parseJson(text, file), encoding, text };
}

/** @throws FormatError with line and column of the first thing that is wrong */
export function parseJson(text: string, file: string): unknown {
  refuseDepth(text, file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    const first = errors[0];
    throw new FormatError('file.not-json', {
      file,
      ...placeIn(text, first?.offset ?? 0),
      why: first ? printParseErrorCode(first.error) : String(error),
    });
  }
}

/** Where the value at a path stands, or the nearest thing around it that is there. */
export function placeOfPath(text: string, path: readonly string[]): { readonly line: number; readonly column: number } {
  const root = parseTree(text);
  const steps = path.map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
  let node = root && findNodeAtLocation(root, steps);
  for (let n = steps.length - 1; !node && root && n >= 0; n--) node = findNodeAtLocation(root, steps.slice(0, n));
  return placeIn(text, node?.offset ?? 0);
}

function refuseDepth(text: string, file: string): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 91 || c === 123) {
      if (++depth > DEEPEST)
        throw new FormatError('file.not-json', { file, ...placeIn(text, i), why: `nested deeper than ${DEEPEST}` });
    } else if (c === 93 || c === 125) depth--;
  }
}
