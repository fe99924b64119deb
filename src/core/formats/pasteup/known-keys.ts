/** The keys of a saved file that we know; whatever else stands in it is kept beside. */
import type { Extra } from '../../model/edition.ts';
import { unknownIn } from './kept.ts';

/** What is left of a record once the known keys are taken away. */
export function extraOf(record: object, known: readonly string[]): { extra: Extra } | Record<string, never> {
  const extra = unknownIn(record, known);
  return extra ? { extra } : {};
}

export const KEYS = {
  edition: [
    '$schema',
    'format',
    'version',
    'id',
    'title',
    'date',
    'language',
    'sources',
    'pages',
    'fragments',
    'articles',
    'continuations',
    'ledger',
    'dismissed',
    'checked',
    'reviewStages',
    'forReview',
    'muted',
    'checks',
  ],
  source: [
    'id',
    'name',
    'mediaType',
    'encoding',
    'sha256',
    'text',
    'lines',
    'width',
    'height',
    'unit',
    'image',
    'separators',
    'pictures',
  ],
  page: ['id', 'label', 'aliases', 'section', 'width', 'height', 'columns', 'review'],
  column: ['id', 'x', 'width'],
  fragment: ['id', 'sourceId', 'spans', 'text', 'role', 'articleId', 'placement', 'continues', 'confirmed', 'jump'],
  article: ['id', 'kind', 'title', 'fragmentIds', 'parts', 'review'],
} as const;

/** The known keys alone. */
export const without = <T extends object>(record: T, keys: readonly string[]): T =>
  Object.fromEntries(Object.entries(record).filter(([key, value]) => keys.includes(key) && value !== undefined)) as T;
