/** Which boundaries a reviewer walks. */
import type { Finding } from '../checks/finding.ts';
import type { Edition } from '../model/edition.ts';
import { boundariesOf, boundariesOn, type Boundary } from './boundaries.ts';
import { confidenceAt, findingsAt } from './boundary-view.ts';

export const SAMPLE_KINDS = ['all', 'nth', 'doubtful', 'unconfirmed'] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

export interface Sample {
  readonly kind: SampleKind;
  /** Every so many, for `nth`. */
  readonly n: number;
  /** Null: the whole edition. */
  readonly page: string | null;
}

export const WHOLE: Sample = { kind: 'all', n: 5, page: null };

/** A reader that is less sure than this is looked after. */
const SURE = 0.75;

export const isChecked = (edition: Edition, { key }: Boundary): boolean =>
  edition.checked !== undefined && Object.hasOwn(edition.checked, key);

export const isDoubtful = (edition: Edition, boundary: Boundary, findings: readonly Finding[]): boolean =>
  (confidenceAt(edition, boundary) ?? 1) < SURE || findingsAt(edition, boundary, findings).length > 0;

export const boundariesIn = (edition: Edition, page: string | null): readonly Boundary[] =>
  page === null ? boundariesOf(edition) : boundariesOn(edition, page);

/** The boundaries of a sample, in their order. `findings` is asked only where it matters. */
export function sampled(edition: Edition, sample: Sample, findings: () => readonly Finding[]): readonly Boundary[] {
  const all = boundariesIn(edition, sample.page);
  if (sample.kind === 'all') return all;
  if (sample.kind === 'nth') return all.filter((_, i) => i % Math.max(1, sample.n) === 0);
  if (sample.kind === 'unconfirmed') return all.filter((b) => !isChecked(edition, b));
  const found = findings();
  return all.filter((b) => !isChecked(edition, b) && isDoubtful(edition, b, found));
}
