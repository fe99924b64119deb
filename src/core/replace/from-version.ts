/** A file that was read may hold several pages: which of them is the one that is to be replaced. */
import type { Edition, Source } from '../model/edition.ts';
import { fragmentsOf } from '../model/selectors.ts';
import { replacementOf, type Replacement } from './replacement.ts';

const GRAM = 6;

function gramsOf(text: string): Set<string> {
  const chars = text.replace(/\s+/gu, '');
  const grams = new Set<string>();
  for (let i = 0; i + GRAM <= chars.length; i++) grams.add(chars.slice(i, i + GRAM));
  return grams;
}

/** The source that has most in common with the given text; null where there is none at all. */
function likest(text: string, sources: readonly Source[]): Source | null {
  const [first = null, ...rest] = sources;
  if (!first || !rest.length) return first;
  const wanted = gramsOf(text);
  const shared = (source: Source): number => [...gramsOf(source.text)].filter((gram) => wanted.has(gram)).length;
  const ranked = sources.map((source) => ({ source, n: shared(source) }));
  return ranked.reduce((best, one) => (one.n > best.n ? one : best)).source;
}

/** What becomes of source `id` when its page in the other edition takes its place; null where that has no page. */
export function replacementFrom(edition: Edition, id: string, other: Edition): Replacement | null {
  const old = edition.sources[id];
  const found = old ? likest(old.text, Object.values(other.sources)) : null;
  if (!found) return null;
  const { id: sourceId, ...source } = found;
  const pieces = fragmentsOf(other)
    .filter((fragment) => fragment.sourceId === sourceId)
    .map(({ spans }) => spans);
  return replacementOf(edition, id, { source, pieces });
}
