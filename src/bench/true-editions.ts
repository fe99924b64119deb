/** Editions that are as they should be: truths of the test pages, and of our own samples, turned into finished papers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateNKeysBetween } from 'fractional-indexing';
import { altoReader } from '../core/formats/alto/read.ts';
import {
  call,
  importArgs,
  newEdition,
  parseJumpLine,
  readingsOf,
  readText,
  transact,
  type Article,
  type Edition,
  type Fragment,
  type RoleId,
  type Source,
  type Span,
} from '../core/index.ts';
import { laidByBoxes, laidByFlow, runsOfLines } from './lay-truth.ts';

interface Segment {
  readonly file?: string;
  readonly span?: Span;
  readonly spans?: readonly Span[];
  readonly lineIds?: readonly string[];
  readonly article: string | null;
  readonly role: RoleId | null;
  readonly text?: string;
  readonly continues?: true;
}
interface Truth {
  readonly files: readonly string[];
  readonly articles: readonly { readonly id: string; readonly reading: readonly number[] }[];
  readonly segments: readonly Segment[];
}
export interface TrueEdition {
  readonly name: string;
  readonly edition: Edition;
}

type Part = Omit<Fragment, 'id' | 'placement'>;

/** The parts of a segment: one, or one a column where the source knows where its lines stand. */
function partsOf(segment: Segment, source: Source): Part[] {
  const role = segment.role ?? 'body';
  if (segment.lineIds) {
    const byRef = new Map(source.lines.map((line) => [line.ref, line]));
    const lines = segment.lineIds.flatMap((id) => byRef.get(id) ?? []);
    return runsOfLines(lines).map((run) => ({
      sourceId: source.id,
      spans: run.map((line): Span => [line.start, line.end]),
      role,
    }));
  }
  const spans = segment.spans ?? (segment.span ? [segment.span] : []);
  const jump = role === 'jump-to' || role === 'jump-from' ? parseJumpLine(segment.text ?? '') : null;
  return [
    {
      sourceId: source.id,
      spans,
      role,
      ...(segment.text === undefined ? {} : { corrected: segment.text }),
      ...(segment.continues ? { continues: true as const } : {}),
      ...(role === 'jump-to' || role === 'jump-from'
        ? {
            jump: { direction: role === 'jump-to' ? ('to' as const) : ('from' as const), page: jump?.pages[0] ?? null },
          }
        : {}),
    },
  ];
}

/** What no segment covers, line by line. */
function leftOver(source: Source, parts: readonly Part[]): Span[] {
  const taken = new Uint8Array(source.text.length);
  for (const part of parts) for (const [start, end] of part.spans) taken.fill(1, start, end);
  const open: [number, number][] = [];
  for (let i = 0; i < taken.length; i++) {
    if (taken[i] || /\s/u.test(source.text[i] ?? ' ')) continue;
    const last = open.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else open.push([i, i + 1]);
  }
  return open;
}

export function trueEdition(name: string, sources: readonly Source[], truth: Truth): Edition {
  const parts: (Part & { readonly segment: number })[] = truth.segments.flatMap((segment, i) => {
    const source = sources.find((s) => s.name === (segment.file ?? truth.files[0]));
    return source ? partsOf(segment, source).map((part) => ({ ...part, segment: i })) : [];
  });
  let n = 0;
  const membership = new Map<number, { id: string; order: string }>();
  const articles: Article[] = [];
  const articleKeys = generateNKeysBetween(null, null, truth.articles.length);
  const bySegment = (i: number) => parts.map((part, at) => ({ part, at })).filter(({ part }) => part.segment === i);
  truth.articles.forEach(({ reading }, i) => {
    const at = reading.flatMap(bySegment).map((one) => one.at);
    if (!at.length) return;
    const id = `a${i + 1}`;
    const keys = generateNKeysBetween(null, null, at.length);
    at.forEach((part, k) => membership.set(part, { id, order: keys[k] ?? '' }));
    const ad = at.some((k) => parts[k]?.role === 'ad');
    articles.push({
      id,
      order: articleKeys[i] ?? '',
      kind: ad ? 'advertisement' : 'article',
      review: { state: 'open' },
    });
  });
  /** Where the truth does not say what reads on: the text that is read before does. */
  function previousOf(at: number): Part | undefined {
    const own = membership.get(at);
    if (!own || truth.segments[parts[at]?.segment ?? -1]?.lineIds === undefined) return undefined;
    const before = [...membership].filter(
      ([k, m]) => m.id === own.id && m.order < own.order && parts[k]?.role === 'body',
    );
    return parts[before.sort((a, b) => (a[1].order < b[1].order ? -1 : 1)).at(-1)?.[0] ?? -1];
  }
  const endsInside = (part: Part): boolean => {
    const source = sources.find((s) => s.id === part.sourceId);
    const [start, end] = part.spans.at(-1) ?? [0, 0];
    return source !== undefined && !/[.!?;:»”"]\s*$/u.test(source.text.slice(start, end));
  };
  const fragments: Fragment[] = parts.map(({ segment, ...part }, i) => {
    const article = membership.get(i);
    const known = truth.segments[segment]?.role !== null || article;
    const before = article && previousOf(i);
    return {
      id: `f${++n}`,
      ...part,
      placement: known ? { at: 'unplaced' } : { at: 'discarded', reason: 'other' },
      ...(article ? { article } : {}),
      ...(before && part.role === 'body' && endsInside(before) ? { continues: true as const } : {}),
    };
  });
  for (const source of sources)
    for (const span of leftOver(
      source,
      parts.filter((part) => part.sourceId === source.id),
    ))
      fragments.push({
        id: `f${++n}`,
        sourceId: source.id,
        spans: [span],
        role: 'unknown',
        placement: { at: 'discarded', reason: 'noise' },
      });
  const base = newEdition('e1', name);
  const { pages } = importArgs(base, readingsOf(sources.map(({ id: _, ...draft }) => draft)));
  const outcome = transact(base, call('edition.import', { sources, fragments, pages, articles }));
  if (!outcome.ok) throw new Error(`${name}: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params)}`);
  const { edition } = outcome;
  return sources.some((source) => source.lines.some((line) => line.box)) ? laidByBoxes(edition) : laidByFlow(edition);
}

const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
const truthOf = (path: string): Truth => JSON.parse(readFileSync(path, 'utf8')) as Truth;

/** Our own samples, with the truth that a person marked. */
export function ownEditions(root = '.'): TrueEdition[] {
  return (['zh', 'en'] as const).map((language) => {
    const truth = truthOf(join(root, `e2e/fixtures/sample-${language}.truth.json`));
    const sources = truth.files.map((file, i): Source => ({
      id: `s${i + 1}`,
      ...readText(read(join(root, `public/samples/${language}/${file}`)), file),
    }));
    return { name: `sample-${language}`, edition: trueEdition(language, sources, truth) };
  });
}

/** The test pages beside the project; none where they are absent. */
export async function corpusEditions(corpus: string): Promise<TrueEdition[]> {
  const editions: TrueEdition[] = [];
  for (const set of ['front-page', 'made-pages', 'alto-issues']) {
    const folder = join(corpus, set);
    const names = !existsSync(folder) ? [] : set === 'front-page' ? [''] : readdirSync(folder).sort();
    for (const name of names) {
      const path = join(folder, name);
      if (!existsSync(join(path, 'truth.json'))) continue;
      const truth = truthOf(join(path, 'truth.json'));
      const sources: Source[] = [];
      for (const [i, file] of truth.files.entries()) {
        const bytes = read(join(path, file));
        const draft = file.endsWith('.xml')
          ? (await altoReader.read(bytes, file, {})).sources[0]
          : readText(bytes, file);
        if (draft) sources.push({ id: `s${i + 1}`, ...draft });
      }
      editions.push({ name: `${set}/${name}`, edition: trueEdition(name || set, sources, truth) });
    }
  }
  return editions;
}
