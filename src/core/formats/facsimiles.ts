/** Which picture shows which source: its own page of a PDF, else the one that the file names, else the one whose name is the same but for its ending. */
import type { Facsimile, SourceDraft } from './reading.ts';

const stem = (name: string): string =>
  (name.split(/[\\/]/u).at(-1) ?? name)
    .replace(/#page=\d+$/u, '')
    .replace(/(?:\.(?:alto|page|hocr|gt|ocr))?\.\w{2,5}$/iu, '')
    .toLowerCase();
const plain = (name: string): string => (name.split(/[\\/]/u).at(-1) ?? name).toLowerCase();

/** For each source the index of its facsimile, or -1. A picture shows one source. */
export function matchFacsimiles(
  sources: readonly Pick<SourceDraft, 'name' | 'image'>[],
  facsimiles: readonly Pick<Facsimile, 'name'>[],
): number[] {
  const taken = new Set<number>();
  const found = sources.map(() => -1);
  const pages = /#page=\d+$/u;
  const tests: readonly ((source: Pick<SourceDraft, 'name' | 'image'>, name: string) => boolean)[] = [
    (source, name) => source.name === name,
    (source, name) => source.image !== undefined && plain(source.image) === plain(name),
    (source, name) => source.image !== undefined && stem(source.image) === stem(name),
    (source, name) => !pages.test(source.name) && !pages.test(name) && stem(source.name) === stem(name),
  ];
  for (const fits of tests)
    sources.forEach((source, i) => {
      if (found[i] !== -1) return;
      const at = facsimiles.findIndex(({ name }, k) => !taken.has(k) && fits(source, name));
      if (at < 0) return;
      found[i] = at;
      taken.add(at);
    });
  return found;
}
