/**
 * Which picture shows which source: its own page of a PDF, else the one that the file names, else the one whose name
 * is the same but for its ending. Of a file with several pictures (a TIFF, a PDF) page n has the n-th, and a source
 * of one page the first.
 */
import type { Facsimile, SourceDraft } from './reading.ts';

const stem = (name: string): string =>
  (name.split(/[\\/]/u).at(-1) ?? name)
    .replace(/#page=\d+$/u, '')
    .replace(/(?:\.(?:alto|page|hocr|gt|ocr))?\.\w{2,5}$/iu, '')
    .toLowerCase();
const plain = (name: string): string => (name.split(/[\\/]/u).at(-1) ?? name).toLowerCase();

const pageOf = (name: string): string | undefined => /#page=(\d+)$/u.exec(name)?.[1];

/** For each source the index of its facsimile, or -1. A picture shows one source. */
export function matchFacsimiles(
  sources: readonly Pick<SourceDraft, 'name' | 'image'>[],
  facsimiles: readonly Pick<Facsimile, 'name'>[],
): number[] {
  const taken = new Set<number>();
  const found = sources.map(() => -1);
  const named = ({ image }: Pick<SourceDraft, 'image'>, name: string): boolean =>
    image !== undefined && stem(image) === stem(name);
  const tests: readonly ((source: Pick<SourceDraft, 'name' | 'image'>, name: string) => boolean)[] = [
    (source, name) => source.name === name,
    (source, name) => source.image !== undefined && plain(source.image) === plain(name),
    (source, name) => named(source, name) && pageOf(source.name) !== undefined && pageOf(source.name) === pageOf(name),
    named,
    (source, name) =>
      stem(source.name) === stem(name) &&
      (pageOf(source.name) ?? '1') === (pageOf(name) ?? '1') &&
      (pageOf(source.name) === undefined || pageOf(name) !== undefined),
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
