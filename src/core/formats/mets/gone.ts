/** What kept parts of a METS file point at, and is there no more. */
import { slicesOf, within } from './slices.ts';
import { listOf } from './kept.ts';

const REFERENCES = ['ADMID', 'DMDID', 'FILEID', 'xlink:from', 'xlink:to', 'STRUCTID'];

/** A sentence each, for the file itself: the structure is by hand, so that is where its keeper looks. */
export function goneFrom(mets: string): readonly string[] {
  const root = slicesOf(mets);
  if (!root) return [];
  const all = [...within(root)];
  const ids = new Set(all.flatMap(({ attributes }) => attributes['ID'] ?? []));
  const gone = all.flatMap(({ name, attributes }) =>
    REFERENCES.flatMap((key) =>
      listOf(attributes[key])
        .map((value) => value.replace(/^#/u, ''))
        .filter((value) => !ids.has(value))
        .map((value) => `Kept as it was, though what it names is gone: ${name} ${key}="${value}"`),
    ),
  );
  return [...new Set(gone)];
}
