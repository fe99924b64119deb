/** JSON that a person can read and diff: what fits on a line stays on it. */
import type { Json } from '../../model/edition.ts';

const LINE = 160;

export function layJson(value: Json, depth = 0): string {
  const flat = flatJson(value);
  if (flat !== null && flat.length + depth <= LINE) return flat;
  const pad = ' '.repeat(depth + 1);
  const end = ' '.repeat(depth);
  if (Array.isArray(value))
    return `[\n${value.map((item: Json) => pad + layJson(item, depth + 1)).join(',\n')}\n${end}]`;
  if (value !== null && typeof value === 'object')
    return `{\n${Object.entries(value as { [key: string]: Json })
      .map(([key, item]) => `${pad}${JSON.stringify(key)}: ${layJson(item, depth + 1)}`)
      .join(',\n')}\n${end}}`;
  return JSON.stringify(value);
}

/** On one line, or null where that is sure to be too long. */
function flatJson(value: Json): string | null {
  if (typeof value === 'string') return value.length > LINE ? null : JSON.stringify(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const parts: string[] = [];
  let length = 0;
  for (const [key, item] of Object.entries(value) as [string, Json][]) {
    const text = flatJson(item);
    if (text === null || (length += text.length) > LINE) return null;
    parts.push(Array.isArray(value) ? text : `${JSON.stringify(key)}: ${text}`);
  }
  if (Array.isArray(value)) return `[${parts.join(', ')}]`;
  return parts.length ? `{ ${parts.join(', ')} }` : '{}';
}
