/** An edition's entry in the list. */
import { countCharacters, type Edition, type Source } from '../core/index.ts';
import type { EditionCard } from './port.ts';
import type { StoredCard } from './records.ts';

const known = new WeakMap<Source, number>();

function charactersOf(source: Source): number {
  let n = known.get(source);
  if (n === undefined) known.set(source, (n = countCharacters(source.text)));
  return n;
}

/** The entry after a write. An edition that is written to is in no bin. */
export function cardOf(
  id: string,
  edition: Edition,
  { seq, at, writer }: { readonly seq: number; readonly at: number; readonly writer: string | null },
  before?: StoredCard,
): StoredCard {
  return {
    id,
    editionId: edition.id,
    title: edition.title,
    ...(edition.date === undefined ? {} : { date: edition.date }),
    ...(edition.forReview ? { forReview: true as const } : {}),
    pages: Object.keys(edition.pages).length,
    characters: Object.values(edition.sources).reduce((n, source) => n + charactersOf(source), 0),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    seq,
    writer,
  };
}

/** For the list: without what only storage knows. */
export function publicCard({ writer: _writer, expiredAt: _expiredAt, ...card }: StoredCard): EditionCard {
  return card;
}

/** For an edition that was found without its entry. */
export const lostCard = (id: string): EditionCard => ({
  id,
  editionId: '',
  title: '',
  pages: 0,
  characters: 0,
  createdAt: 0,
  updatedAt: 0,
  seq: 0,
  damaged: true,
});
