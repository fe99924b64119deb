/** What a page should become, as a person marked it, and whether a saved edition is just that. */
import { readFileSync } from 'node:fs';
import type { SavedEdition } from './app.ts';

export interface Segment {
  readonly file?: string;
  readonly span?: [number, number];
  readonly spans?: [number, number][];
  readonly article: string | null;
  readonly role: string;
  readonly also?: readonly string[];
  readonly text: string;
}
export interface Truth {
  readonly files: readonly string[];
  readonly articles: readonly { id: string; reading: readonly number[] }[];
  readonly links: readonly { article: string; toPage: string }[];
  readonly segments: readonly Segment[];
}

export const readTruth = (path: string): Truth => JSON.parse(readFileSync(path, 'utf8')) as Truth;

export const spansOf = (segment: Segment): [number, number][] => segment.spans ?? (segment.span ? [segment.span] : []);

/** The offset of the first character: by it a segment and a fragment are known to be the same. */
export function firstCharacter(text: string, spans: readonly (readonly [number, number])[]): number {
  for (const [start, end] of spans) for (let i = start; i < end; i++) if (/\S/u.test(text[i] ?? ' ')) return i;
  return -1;
}

export const bare = (text: string): string => text.replace(/\s+/gu, '');

/** Everything in which a saved edition differs from the truth; empty where it is exactly that. */
export function differences(saved: SavedEdition, truth: Truth): string[] {
  const wrong: string[] = [];
  const fragmentAt = new Map<string, SavedEdition['fragments'][number]>();
  const nameOf = new Map(saved.sources.map((s) => [s.id, s] as const));
  for (const fragment of saved.fragments) {
    const source = nameOf.get(fragment.sourceId);
    if (source) fragmentAt.set(`${source.name}:${firstCharacter(source.text, fragment.spans)}`, fragment);
  }
  const found = truth.segments.map((segment) => {
    const name = segment.file ?? truth.files[0] ?? '';
    const source = saved.sources.find((s) => s.name.endsWith(name));
    const fragment = source && fragmentAt.get(`${source.name}:${firstCharacter(source.text, spansOf(segment))}`);
    if (!fragment) wrong.push(`no fragment begins with ${segment.text.slice(0, 16)}`);
    else {
      if (fragment.text !== segment.text)
        wrong.push(`reads ${fragment.text.slice(0, 40)} for ${segment.text.slice(0, 40)}`);
      if (![segment.role, ...(segment.also ?? [])].includes(fragment.role))
        wrong.push(`${fragment.role} for ${segment.role}: ${segment.text.slice(0, 16)}`);
    }
    return fragment;
  });
  if (saved.fragments.length !== truth.segments.length)
    wrong.push(`${saved.fragments.length} fragments for ${truth.segments.length}`);
  for (const article of truth.articles) {
    const wanted = article.reading.map((i) => found[i]?.id ?? '?');
    const id = found[article.reading[0] ?? -1]?.articleId;
    const got = saved.articles.find((a) => a.id === id)?.fragmentIds ?? [];
    if (wanted.join() !== got.join()) wrong.push(`article ${article.id} reads ${got.join()} for ${wanted.join()}`);
    const wantedPages = truth.links.filter((l) => l.article === article.id).map((l) => l.toPage);
    const gotPages = saved.continuations.filter((c) => c.articleId === id).map((c) => c.toPage);
    if (wantedPages.join() !== gotPages.join())
      wrong.push(`article ${article.id} goes on to ${gotPages.join()} for ${wantedPages.join()}`);
  }
  for (const row of saved.ledger)
    if (row.placed + row.unplaced + row.discarded !== row.characters) wrong.push('the ledger does not balance');
  return wrong;
}
