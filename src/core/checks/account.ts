/** Nothing is lost, and nothing is left in the tray. */
import { imbalances } from '../ledger.ts';
import type { Fragment } from '../model/edition.ts';
import type { EditionCheck, EditionSubject } from './check.ts';
import type { Found } from './finding.ts';
import { weightOf } from './prose.ts';

/** More than these of one source are one finding: the page is still being worked on. */
const FEW = 12;

function unplaced({ shards, text, edition }: EditionSubject): Found[] {
  const waiting = shards.filter((shard) => shard.unplaced.length);
  if (!waiting.length) return [];
  const total = waiting.reduce((n, shard) => n + shard.unplaced.length, 0);
  if (shards.every((shard) => shard.placedCount === 0))
    return [{ code: 'unplaced', level: 'note', params: { n: total } }];
  return waiting.flatMap((shard): Found[] => {
    const n = shard.unplaced.length;
    if (n > FEW || n >= shard.placedCount) {
      const name = edition.sources[shard.sourceId]?.name ?? shard.sourceId;
      return [{ code: 'unplaced-source', level: 'note', sourceId: shard.sourceId, params: { n, source: name } }];
    }
    return shard.unplaced.map((f: Fragment) => ({
      code: 'unplaced',
      fragmentId: f.id,
      level: weightOf(text(f)) >= 12 ? 'warning' : 'note',
      params: { n: 1 },
    }));
  });
}

export const account: EditionCheck = {
  scope: 'edition',
  rules: [
    { code: 'ledger', level: 'error' },
    { code: 'unplaced', level: 'warning' },
    { code: 'unplaced-source', level: 'note' },
  ],
  run: (subject) => [
    ...imbalances(subject.edition).map(({ sourceId, lost, twice }) => ({
      code: 'ledger',
      sourceId,
      params: { source: subject.edition.sources[sourceId]?.name ?? sourceId, lost, twice },
    })),
    ...unplaced(subject),
  ],
};
