/** Several readings as one: sources one after the other, structures renumbered, parts of one article in several files brought together. */
import type { GivenArticle, GivenFragment, GivenPage, GivenRelation, GivenStructure, Reading } from './reading.ts';

interface Growing {
  fragments: GivenFragment[];
  articles: GivenArticle[];
  pages: GivenPage[];
  relations: GivenRelation[];
}

export function joinReadings(readings: readonly Reading[]): Reading {
  const structure: Growing = { fragments: [], articles: [], pages: [], relations: [] };
  let sources = 0;
  let any = false;
  for (const reading of readings) {
    if (reading.structure) {
      any = true;
      add(structure, reading.structure, sources, reading.about?.title ?? '');
    }
    sources += reading.sources.length;
  }
  const used = readings.flatMap((r) => r.used ?? []);
  const facsimiles = readings.flatMap((r) => r.facsimiles ?? []);
  const unsure = readings.find((r) => r.encoding && !r.encoding.certain)?.encoding;
  const about = readings.find((r) => r.about)?.about;
  return {
    sources: readings.flatMap((r) => r.sources),
    ...(any ? { structure: { ...structure, articles: joinParts(structure.articles) } } : {}),
    notes: readings.flatMap((r) => r.notes),
    characters: readings.reduce((n, r) => n + r.characters, 0),
    ...(unsure ? { encoding: unsure } : {}),
    ...(facsimiles.length ? { facsimiles } : {}),
    ...(used.length ? { used } : {}),
    ...(about ? { about } : {}),
  };
}

function add(to: Growing, from: GivenStructure, sources: number, title: string): void {
  const shift = to.fragments.length;
  const moved = (i: number): number => i + shift;
  to.fragments.push(...from.fragments.map((f) => ({ ...f, source: f.source + sources })));
  to.articles.push(
    ...from.articles.map((a) => ({
      ...a,
      fragments: a.fragments.map(moved),
      ...(a.key === undefined ? {} : { key: `${title}\n${a.key}` }),
    })),
  );
  to.pages.push(...from.pages.map((p) => ({ ...p, source: p.source + sources, order: p.order.map(moved) })));
  to.relations.push(...from.relations.map((r) => ({ ...r, from: moved(r.from), to: moved(r.to) })));
}

function joinParts(articles: readonly GivenArticle[]): GivenArticle[] {
  const joined: GivenArticle[][] = [];
  const byKey = new Map<string, GivenArticle[]>();
  for (const article of articles) {
    const known = article.key === undefined ? undefined : byKey.get(article.key);
    if (known) known.push(article);
    else {
      const parts = [article];
      joined.push(parts);
      if (article.key !== undefined) byKey.set(article.key, parts);
    }
  }
  return inPlace(
    joined.map((parts) => {
      const [first, ...rest] = [...parts].sort((a, b) => (a.part ?? 0) - (b.part ?? 0));
      if (!first) return parts[0] as GivenArticle;
      const { part: _, places: __, ...whole } = first;
      if (rest.length === 0) return first.places ? { ...whole, fragments: membersOf(parts) } : first;
      return { ...whole, fragments: membersOf([first, ...rest]) };
    }),
  );
}

/** In the order of the parts; where each part says which place its members have in the whole, in that. */
function membersOf(parts: readonly GivenArticle[]): readonly number[] {
  const placed = parts.flatMap(({ fragments, places }) => fragments.map((at, i) => ({ at, place: places?.[i] })));
  if (placed.every(({ place }) => place !== undefined)) placed.sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  return placed.map(({ at }) => at);
}

/** Articles that an edition of ours numbers stand in the order of their numbers, whichever page was read first. */
function inPlace(articles: GivenArticle[]): GivenArticle[] {
  const editionOf = ({ key = '' }: GivenArticle): string => key.slice(0, key.lastIndexOf('\n') + 1);
  const slots = new Map<string, number[]>();
  articles.forEach((article, i) => {
    if (article.place !== undefined) slots.set(editionOf(article), [...(slots.get(editionOf(article)) ?? []), i]);
  });
  const all = [...articles];
  for (const own of slots.values()) {
    const sorted = own.toSorted((a, b) => (articles[a]?.place ?? 0) - (articles[b]?.place ?? 0) || a - b);
    own.forEach((slot, n) => (all[slot] = articles[sorted[n] ?? slot] as GivenArticle));
  }
  return all;
}
