/** A source as the text importer makes one, for measuring. */
import type { Source } from '../core/model/edition.ts';

export function sourceOf(id: string, name: string, text: string): Source {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return { id, name, mediaType: 'text/plain', encoding: 'utf-8', sha256: '', text, lines };
}
