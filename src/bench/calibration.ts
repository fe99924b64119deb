/** How often what the engine proposes is right, by how sure it said it was. */
import type { Source } from '../core/model/edition.ts';
import type { Proposal } from '../core/reconstruct/proposal.ts';
import { joins } from '../core/suggest/suggestions.ts';

export interface Judged {
  readonly kind: 'role' | 'member' | 'link';
  readonly confidence: number;
  readonly right: boolean;
}

interface Segment {
  readonly file?: string;
  readonly span?: readonly [number, number];
  readonly spans?: readonly (readonly [number, number])[];
  readonly article: string | null;
  readonly alsoArticle?: readonly string[];
  /** Null: not known. */
  readonly role: string | null;
  readonly also?: readonly string[];
}
interface Truth {
  readonly files: readonly string[];
  readonly segments: readonly Segment[];
}

/** The truth segment that most of a piece's characters are of. */
function segmentOf(truth: Truth, name: string, spans: Proposal['pieces'][number]['spans']): Segment | null {
  let best: Segment | null = null;
  let most = 0;
  for (const segment of truth.segments) {
    if ((segment.file ?? truth.files[0]) !== name) continue;
    let shared = 0;
    for (const [a, b] of segment.spans ?? (segment.span ? [segment.span] : []))
      for (const [from, to] of spans) shared += Math.max(0, Math.min(b, to) - Math.max(a, from));
    if (shared > most) [best, most] = [segment, shared];
  }
  return best;
}

/** The true article that most characters of these pieces are of. */
function mostOf(
  proposal: Proposal,
  segments: readonly (Segment | null)[],
  pieces: readonly number[],
): string | undefined {
  const weight = new Map<string, number>();
  for (const i of pieces) {
    const id = segments[i]?.article;
    if (id) weight.set(id, (weight.get(id) ?? 0) + (proposal.pieces[i]?.text.length ?? 0));
  }
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Every role, every membership and every continuation of a proposal, with whether it is right: a continuation, where both its parts are of one article. */
export function judge(proposal: Proposal, sources: readonly Source[], given: unknown): Judged[] {
  const truth = given as Truth;
  const nameOf = new Map(sources.map((source) => [source.id, source.name]));
  const segments = proposal.pieces.map((piece) => segmentOf(truth, nameOf.get(piece.sourceId) ?? '', piece.spans));
  const judged: Judged[] = [];
  proposal.pieces.forEach((piece, i) => {
    const segment = segments[i];
    if (segment && segment.role !== null)
      judged.push({
        kind: 'role',
        confidence: piece.confidence,
        right: piece.role === segment.role || (segment.also ?? []).includes(piece.role),
      });
  });
  for (const article of proposal.articles) {
    const own = mostOf(proposal, segments, article.pieces);
    const belongs = (i: number): boolean => {
      const segment = segments[i];
      return !!segment && (segment.article === own || (segment.alsoArticle ?? []).includes(own ?? ''));
    };
    const links = article.reasons.filter(({ reason }) => joins(reason.code));
    const starts = [0, ...links.map(({ piece }) => article.pieces.indexOf(piece)), article.pieces.length];
    const parts = starts.slice(1).map((end, n) => mostOf(proposal, segments, article.pieces.slice(starts[n], end)));
    links.forEach(({ confidence }, n) =>
      judged.push({ kind: 'link', confidence, right: parts[n] !== undefined && parts[n] === parts[n + 1] }),
    );
    for (const { piece, confidence, reason } of article.reasons)
      if (!joins(reason.code)) judged.push({ kind: 'member', confidence, right: belongs(piece) });
  }
  return judged;
}

const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98, 1.01] as const;

/** As Markdown: how many, and which share is right, by kind and bin. */
export function calibrationTable(judged: readonly Judged[]): string {
  const cell = (kind: Judged['kind'], from: number, to: number): string => {
    const own = judged.filter((one) => one.kind === kind && one.confidence >= from && one.confidence < to);
    return own.length ? `${(own.filter((one) => one.right).length / own.length).toFixed(3)} of ${own.length}` : '-';
  };
  const rows = BINS.slice(0, -1).map((from, n) => {
    const to = BINS[n + 1] ?? 1.01;
    return `| ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)} | ${cell('role', from, to)} | ${cell('member', from, to)} | ${cell('link', from, to)} |`;
  });
  const safe = `| **from 0.90** | ${cell('role', 0.9, 1.01)} | ${cell('member', 0.9, 1.01)} | ${cell('link', 0.9, 1.01)} |`;
  return ['| confidence | role | membership | continuation |', '|---|---|---|---|', ...rows, safe].join('\n');
}
