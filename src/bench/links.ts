/**
 * Continuations over pages, on the editions of more than one page: `npx tsx src/bench/links.ts [--each]`.
 * A link is right where most of the characters on both sides of it belong to the same article of the truth. Three ways to it:
 * what Reconstruct joins when everything is accepted; what is joined by "accept all safe" after Reconstruct without its joins; and both.
 * Skips aloud where the corpus is absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { continuations, partsOf } from '../core/continuations.ts';
import { importArgs } from '../core/import-pages.ts';
import { readFiles } from '../core/formats/read-files.ts';
import { linkSafe, safeRows } from '../core/jumps/accept.ts';
import { isWhite } from '../core/model/characters.ts';
import type { Edition, Fragment } from '../core/model/edition.ts';
import { newEdition } from '../core/model/new-edition.ts';
import { articlesOf } from '../core/model/selectors.ts';
import { reconstruct } from '../core/reconstruct/index.ts';
import { acceptSuggestions } from '../core/suggest/accept.ts';
import { isSafeLink, suggestionsFor, type Suggestion } from '../core/suggest/suggestions.ts';
import { call, transact, type Outcome } from '../core/transact.ts';

interface Segment {
  readonly file?: string;
  readonly article?: string;
  readonly span?: [number, number];
  readonly spans?: [number, number][];
  readonly lineIds?: string[];
}
interface Truth {
  readonly files: readonly string[];
  readonly segments: readonly Segment[];
  readonly links?: readonly { readonly article: string; readonly toPage: string }[];
}
/** Of each source, which article every character belongs to. */
type Owners = ReadonlyMap<string, readonly (string | undefined)[]>;
interface Tally {
  links: number;
  right: number;
  wanted: number;
  found: number;
}

const done = (outcome: Outcome): Edition => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
};

async function importOf(folder: string, truth: Truth): Promise<Edition> {
  const files = truth.files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  const { reading } = await readFiles(files, {});
  const empty = newEdition('bench');
  return done(transact(empty, call('edition.import', importArgs(empty, [{ sources: reading.sources }]))));
}

function ownersOf(edition: Edition, truth: Truth): Owners {
  const owners = new Map<string, (string | undefined)[]>();
  for (const segment of truth.segments) {
    const source = Object.values(edition.sources).find((s) => s.name === (segment.file ?? truth.files[0]));
    if (!source || segment.article === undefined) continue;
    const own = owners.get(source.id) ?? [];
    owners.set(source.id, own);
    const lines = new Set(segment.lineIds);
    const spans = segment.lineIds
      ? source.lines.filter((l) => l.ref !== undefined && lines.has(l.ref)).map((l) => [l.start, l.end] as const)
      : (segment.spans ?? (segment.span ? [segment.span] : []));
    for (const [start, end] of spans) for (let i = start; i < end; i++) own[i] = segment.article;
  }
  return owners;
}

function mostOf(edition: Edition, owners: Owners, fragments: readonly Fragment[]): string | undefined {
  const votes = new Map<string, number>();
  for (const fragment of fragments)
    for (const [start, end] of fragment.spans)
      for (let i = start; i < end; i++) {
        const owner = owners.get(fragment.sourceId)?.[i];
        if (owner !== undefined && !isWhite(edition.sources[fragment.sourceId]?.text[i] ?? ' '))
          votes.set(owner, (votes.get(owner) ?? 0) + 1);
      }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function tally(edition: Edition, owners: Owners, truth: Truth): Tally {
  const found = new Set<string>();
  const result: Tally = { links: 0, right: 0, wanted: 0, found: 0 };
  for (const { id } of articlesOf(edition)) {
    const parts = partsOf(edition, id);
    parts.slice(1).forEach((part, i) => {
      result.links++;
      const before = mostOf(edition, owners, parts[i]?.fragments ?? []);
      if (before === undefined || before !== mostOf(edition, owners, part.fragments)) return;
      result.right++;
      found.add(`${before}>${edition.pages[part.page]?.label ?? ''}`);
    });
  }
  const wanted = new Set((truth.links ?? []).map((link) => `${link.article}>${link.toPage}`));
  result.wanted = wanted.size;
  result.found = [...wanted].filter((link) => found.has(link)).length;
  return result;
}

/** Every page by itself, as if the pages had come one by one and nothing had been joined. */
function pageByPage(start: Edition): Edition {
  return Object.values(start.sources).reduce((edition, source) => {
    const proposal = reconstruct([source]);
    const sheet = (s: Suggestion): boolean => s.kind !== 'page' || s.page === 0;
    const edition2 = done(acceptSuggestions(edition, proposal, suggestionsFor(edition, proposal).filter(sheet)));
    return edition2;
  }, start);
}

const WAYS = {
  'Reconstruct, all accepted': (start: Edition): Edition => {
    const proposal = reconstruct(Object.values(start.sources));
    return done(acceptSuggestions(start, proposal, suggestionsFor(start, proposal)));
  },
  'Reconstruct, then all safe jumps': (start: Edition): Edition => {
    const proposal = reconstruct(Object.values(start.sources));
    const suggestions = suggestionsFor(start, proposal);
    if (each)
      for (const s of suggestions)
        if (s.kind === 'link') console.log(`    ${s.confidence.toFixed(2)} ${s.reason.code}`);
    return allSafe(
      done(
        acceptSuggestions(
          start,
          proposal,
          suggestions.filter((s) => s.kind !== 'link' || isSafeLink(s)),
        ),
      ),
    );
  },
  'page by page, then all safe jumps': (start: Edition): Edition => allSafe(pageByPage(start)),
} as const;

function allSafe(edition: Edition): Edition {
  return safeRows(edition).length ? done(linkSafe(edition)) : edition;
}

const shared = ['../shared', '../../shared'].find((path) => existsSync(`${path}/corpus`));
if (!shared) {
  console.log('SKIPPED: no ../shared/corpus');
  process.exit(0);
}
const each = process.argv.includes('--each');
const share = (a: number, b: number): string => (b ? (a / b).toFixed(3) : '-');
const sums = new Map<string, Tally>();
for (const set of ['made-pages', 'alto-issues'])
  for (const name of readdirSync(join(shared, 'corpus', set)).sort()) {
    const folder = join(shared, 'corpus', set, name);
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
    if (truth.files.length < 2) continue;
    const start = await importOf(folder, truth);
    const owners = ownersOf(start, truth);
    for (const [way, work] of Object.entries(WAYS)) {
      const edition = work(start);
      const own = tally(edition, owners, truth);
      for (const key of [`${set} · ${way}`, `both · ${way}`]) {
        const sum = sums.get(key) ?? { links: 0, right: 0, wanted: 0, found: 0 };
        for (const figure of ['links', 'right', 'wanted', 'found'] as const) sum[figure] += own[figure];
        sums.set(key, sum);
      }
      if (each)
        console.log(
          `${name.padEnd(26)} ${way.padEnd(36)} ${JSON.stringify(own)} open: ${continuations(edition)
            .filter((c) => c.fromFragmentId === null || c.toFragmentId === null)
            .map((c) => c.status)
            .join(' ')}`,
        );
    }
  }
console.log('| set · way | links made | right | precision | links of the truth | found | recall |');
console.log('|---|---|---|---|---|---|---|');
const last = ([key]: readonly [string, Tally]): number => Number(key.startsWith('both'));
for (const [key, { links, right, wanted, found }] of [...sums].sort((a, b) => last(a) - last(b)))
  console.log(
    `| ${key} | ${links} | ${right} | ${share(right, links)} | ${wanted} | ${found} | ${share(found, wanted)} |`,
  );
