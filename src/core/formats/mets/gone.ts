/** What kept parts of a METS file point at, and is there no more. */
import { slicesOf, within, type Slice } from './slices.ts';
import { listOf } from '../xml/attributes.ts';

const REFERENCES = ['ADMID', 'DMDID', 'FILEID', 'xlink:from', 'xlink:to', 'STRUCTID'];

/** A sentence each, for the head of the file itself: there its keeper looks. */
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

/** Maps of other hands that point into page files: those are written anew, and their blocks have new names. */
export const stalePointers = (maps: readonly Slice[], files: ReadonlySet<string>): readonly string[] =>
  maps
    .filter((map) =>
      [...within(map)].some(
        ({ name, attributes }) =>
          name === 'area' && attributes['BEGIN'] !== undefined && files.has(attributes['FILEID'] ?? ''),
      ),
    )
    .map(({ attributes }) =>
      `Kept as it was, with the names that blocks had before: structMap ${attributes['ID'] ?? attributes['TYPE'] ?? ''}`.trim(),
    );
