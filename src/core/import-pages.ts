/** Readings as pages of an edition, what their files leave open cut by the engine. */
import type { ImportArgs } from './commands/edition-commands.ts';
import type { GivenFragment, Reading } from './formats/reading.ts';
import { importArgsOf, openSpans, type Cut, type ReadPages } from './import-args.ts';
import type { Edition, Span } from './model/edition.ts';
import { cutSource } from './reconstruct/cut-source.ts';

/** The same reading with what its files leave open cut already: the slow part of an import, to be done off the main thread. */
export function cutReading(reading: Reading, progress: (done: number, total: number) => void = () => {}): Reading {
  const { structure } = reading;
  const given = reading.sources.map((): Span[] => []);
  for (const { source, spans } of structure?.fragments ?? []) given[source]?.push(...spans);
  const open = reading.sources.flatMap((draft, source) => {
    progress(source, reading.sources.length);
    return openSpans({ id: '', ...draft }, given[source] ?? [], cutSource).map((spans): GivenFragment => ({
      source,
      spans,
    }));
  });
  const kept = structure ?? { fragments: [], articles: [], pages: [], relations: [] };
  return open.length ? { ...reading, structure: { ...kept, fragments: [...kept.fragments, ...open] } } : reading;
}

/** What `edition.import` takes, cut as it has to be. */
export const importArgs = (edition: Edition, readings: readonly ReadPages[], cut: Cut = cutSource): ImportArgs =>
  importArgsOf(edition, readings, cut);
