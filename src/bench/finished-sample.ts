/** A sample paper put right to its truth, as a copy editor leaves it: for the pictures. */
import { readFileSync } from 'node:fs';
import {
  acceptSuggestions,
  call,
  importArgs,
  newEdition,
  pagesOf,
  readingsOf,
  readText,
  suggestionsFor,
  transact,
  writePasteup,
  type Call,
  type CallsFor,
  type Edition,
  type Proposal,
  type RoleId,
} from '../core/index.ts';

interface Truth {
  readonly files: readonly string[];
  readonly articles: readonly { readonly reading: readonly number[] }[];
  readonly segments: readonly {
    readonly file: string;
    readonly span?: readonly [number, number];
    readonly spans?: readonly (readonly [number, number])[];
    readonly role: RoleId;
    readonly text: string;
    readonly continues?: true;
  }[];
}

/** Leftmost column and number of columns of the articles of a page, in their order: a lead, a second, the rest in twos and ones. */
const PLAN = [
  [0, 3],
  [3, 2],
  [0, 2],
  [2, 1],
  [3, 2],
  [0, 1],
  [1, 2],
  [3, 2],
] as const;
const FURNITURE_FIRST: ReadonlySet<RoleId> = new Set<RoleId>(['masthead', 'folio', 'section']);

function done(edition: Edition, calls: Call | readonly (Call | CallsFor)[]): Edition {
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}

/** What the engine would propose if it knew everything; the places are left to `placed`. */
function proposalOf(edition: Edition, truth: Truth): Proposal {
  const sources = Object.values(edition.sources);
  return {
    pieces: truth.segments.map(({ file, span, spans, role, text, continues }) => ({
      sourceId: sources.find((s) => s.name === file)?.id ?? '',
      spans: spans ?? (span ? [span] : []),
      text,
      repairs: [],
      role,
      confidence: 1,
      reason: { code: 'suggest.article' },
      ...(continues ? { continues } : {}),
      place: null,
    })),
    articles: truth.articles.map(({ reading }) => ({ pieces: reading, confidence: 1, reasons: [] })),
    pages: [],
    notes: [],
  };
}

function placed(edition: Edition): Edition {
  let now = edition;
  const sources = Object.keys(edition.sources);
  pagesOf(edition).forEach((page, at) => {
    const own = Object.values(now.fragments[sources[at] ?? ''] ?? {});
    const columns = page.columns.map((c) => c.id);
    const loose = own.filter((f) => !f.article);
    const lay = (list: typeof loose): void => {
      const fragments = list.map((f) => ({ id: f.id, column: 0, span: columns.length }));
      if (fragments.length) now = done(now, call('page.lay', { page: page.id, fragments }));
    };
    lay(loose.filter((f) => FURNITURE_FIRST.has(f.role)));
    const articles = [...new Set(own.flatMap((f) => f.article?.id ?? []))];
    articles
      .toSorted((a, b) => sizeOf(b) - sizeOf(a))
      .forEach((id, i) => {
        const [first, n] = PLAN[i % PLAN.length] ?? [0, 1];
        const ids = own
          .filter((f) => f.article?.id === id)
          .toSorted((a, b) => ((a.article?.order ?? '') < (b.article?.order ?? '') ? -1 : 1))
          .map((f) => f.id);
        now = done(now, call('article.flow', { ids, page: page.id, column: columns[first] ?? '', columns: n }));
      });
    lay(loose.filter((f) => !FURNITURE_FIRST.has(f.role)));
    function sizeOf(id: string): number {
      return own.filter((f) => f.article?.id === id).reduce((n, f) => n + (f.corrected?.length ?? 0) + 20, 0);
    }
  });
  return now;
}

/** The saved file of a sample that is finished. */
export function finishedSample(language: 'zh' | 'en', title: string): string {
  const truth = JSON.parse(readFileSync(`e2e/fixtures/sample-${language}.truth.json`, 'utf8')) as Truth;
  const drafts = truth.files.map((file) =>
    readText(new Uint8Array(readFileSync(`public/samples/${language}/${file}`)), file),
  );
  const empty: Edition = { ...newEdition(`sample-${language}`, title), date: '2025-04-18', language };
  const imported = done(empty, call('edition.import', importArgs(empty, readingsOf(drafts))));
  const proposal = proposalOf(imported, truth);
  const accepted = acceptSuggestions(imported, proposal, suggestionsFor(imported, proposal));
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  return writePasteup(placed(accepted.edition));
}
