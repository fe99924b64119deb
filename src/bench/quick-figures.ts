/** Articles and roles of a proposal against what is true, without the slow part of the scorer (how an article reads): for many runs in a row. */
import type { Source } from '../core/model/edition.ts';
import type { Proposal } from '../core/reconstruct/proposal.ts';

export interface TrueSegment {
  readonly file: string;
  readonly spans: readonly (readonly [number, number])[];
  readonly article: string | null;
  readonly alsoArticle: readonly string[];
  readonly role: string | null;
  readonly also: readonly string[];
}
export interface SpanTruth {
  readonly files: readonly string[];
  readonly segments: readonly TrueSegment[];
}

interface LineTruth {
  readonly files: readonly string[];
  readonly segments: readonly (Omit<TrueSegment, 'spans' | 'file'> & {
    readonly file?: string;
    readonly lineIds?: readonly string[];
    readonly spans?: TrueSegment['spans'];
  })[];
}

const baseName = (name: string): string => name.split('/').at(-1) ?? name;

/** Truth that names its lines by the file's ids, as spans. */
export function spanTruthOf(truth: unknown, sources: readonly Source[]): SpanTruth {
  const { files, segments } = truth as LineTruth;
  const linesOf = new Map(
    sources.map((source) => [baseName(source.name), new Map(source.lines.map((line) => [line.ref, line]))]),
  );
  return {
    files,
    segments: segments.map((segment): TrueSegment => {
      const file = segment.file ?? files[0] ?? '';
      const own = segment.lineIds?.flatMap((id) => linesOf.get(file)?.get(id) ?? []) ?? [];
      return {
        ...segment,
        file,
        spans: segment.spans ?? own.map(({ start, end }) => [start, end] as const),
        also: segment.also ?? [],
        alsoArticle: segment.alsoArticle ?? [],
      };
    }),
  };
}

export interface QuickFigures {
  readonly articleF1: number;
  readonly roles: number;
  /** Characters of a true role by the role that they were given; what is allowed as well counts as right. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** For every character of a source, the piece that it is in, or -1. */
function ownersOf({ pieces }: Proposal, sources: readonly Source[]): Map<string, Int32Array> {
  const owners = new Map(sources.map(({ id, text }) => [id, new Int32Array(text.length).fill(-1)]));
  pieces.forEach(({ sourceId, spans }, p) => {
    for (const [from, to] of spans) owners.get(sourceId)?.fill(p, from, to);
  });
  return owners;
}

const bump = <K>(map: Map<K, number>, key: K, by: number): void => void map.set(key, (map.get(key) ?? 0) + by);

export function quickFigures(proposal: Proposal, sources: readonly Source[], truth: SpanTruth): QuickFigures {
  const owners = ownersOf(proposal, sources);
  const byName = new Map(sources.map((source) => [baseName(source.name), source]));
  const articleOf = new Map<number, string>();
  proposal.articles.forEach((article, a) => article.pieces.forEach((piece) => articleOf.set(piece, `a${a}`)));
  const [cells, wantedSize, gotSize] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const confusion = new Map<string, Map<string, number>>();
  let [total, hits, scored] = [0, 0, 0];
  truth.segments.forEach(({ file, spans, article, alsoArticle, role, also }, s) => {
    const source = byName.get(file);
    if (!source) return;
    const own = new Map<number, number>();
    for (const [from, to] of spans)
      for (let i = from; i < to; i++)
        if (!/\s/u.test(source.text[i] ?? ' ')) bump(own, owners.get(source.id)?.[i] ?? -1, 1);
    const letters = [...own.values()].reduce((sum, n) => sum + n, 0);
    if (letters === 0) return;
    if (alsoArticle.length === 0)
      for (const [piece, n] of own) {
        const [wanted, got] = [article ?? `s${s}`, articleOf.get(piece) ?? `p${piece}`];
        bump(cells, `${wanted}\n${got}`, n);
        bump(wantedSize, wanted, n);
        bump(gotSize, got, n);
        total += n;
      }
    if (role === null) return;
    const row = confusion.get(role) ?? new Map<string, number>();
    confusion.set(role, row);
    scored++;
    for (const [piece, n] of own) {
      const got = proposal.pieces[piece]?.role ?? 'unknown';
      const right = got === role || also.includes(got);
      if (right) hits += n / letters;
      bump(row, right ? role : got, n / letters);
    }
  });
  let [recall, precision] = [0, 0];
  for (const [key, n] of cells) {
    const [wanted = '', got = ''] = key.split('\n');
    recall += (n * n) / (wantedSize.get(wanted) ?? 1);
    precision += (n * n) / (gotSize.get(got) ?? 1);
  }
  const articleF1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) / total : 0;
  return { articleF1, roles: scored > 0 ? hits / scored : 0, confusion };
}
