/** Runs the checks, and remembers by identity: what is the same object as before is not looked at again. */
import type { Article, Edition, Fragment, Page } from '../model/edition.ts';
import { continuationsOf, type Continuation } from '../continuations.ts';
import { readingText } from '../model/reading-text.ts';
import { articlesOf, pagesOf, type Member, type Placed } from '../model/selectors.ts';
import type { ArticleCheck, Check, EditionCheck, FragmentCheck, PageCheck } from './check.ts';
import { digestOfShard } from './digest.ts';
import { Echoes } from './echoes.ts';
import type { Finding, Found } from './finding.ts';
import { toFindings, type Judged } from './judge.ts';
import { joinShards, type Joined } from './joined.ts';

/** How many of each were looked at in this run, and how many there are. */
export interface CheckCounts {
  readonly fragments: number;
  readonly articles: number;
  readonly pages: number;
}
export interface CheckReport {
  /** As a reader meets them, muted ones among them. */
  readonly findings: readonly Finding[];
  readonly looked: CheckCounts;
  readonly total: CheckCounts;
}
export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

interface Kept {
  readonly seen: readonly unknown[];
  readonly found: readonly Found[];
}

interface KeptContinuations {
  readonly seen: readonly unknown[];
  readonly list: readonly Continuation[];
}

const alike = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

export class Checker {
  readonly #fragmentChecks: readonly FragmentCheck[];
  readonly #articleChecks: readonly ArticleCheck[];
  readonly #pageChecks: readonly PageCheck[];
  readonly #editionChecks: readonly EditionCheck[];
  readonly #rules: ReadonlyMap<string, Check['rules'][number]>;
  readonly #fragments = new WeakMap<Fragment, Kept>();
  #articles = new Map<string, Kept>();
  #pages = new Map<string, Kept>();
  #continuations = new Map<string, KeptContinuations>();
  #joined: Joined | null = null;
  #labels: readonly string[] = [];
  readonly #echoes = new Echoes();
  readonly #judged: Judged = { known: new WeakMap(), byKey: new Map() };

  constructor(checks: readonly Check[]) {
    this.#fragmentChecks = checks.filter((check) => check.scope === 'fragment');
    this.#articleChecks = checks.filter((check) => check.scope === 'article');
    this.#pageChecks = checks.filter((check) => check.scope === 'page');
    this.#editionChecks = checks.filter((check) => check.scope === 'edition');
    this.#rules = new Map(checks.flatMap((check) => check.rules).map((rule) => [rule.code, rule]));
  }

  run(edition: Edition): CheckReport {
    const steps = this.steps(edition);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same in small steps, one a page, so that it can be broken off. What was looked at till then is remembered. */
  *steps(edition: Edition): Generator<CheckProgress, CheckReport> {
    const pages = pagesOf(edition);
    const shards = Object.entries(edition.fragments);
    const total = shards.length + pages.length + 1;
    let done = 0;
    const text = (f: Fragment): string => {
      const source = edition.sources[f.sourceId];
      return source ? readingText(source, f) : '';
    };
    const digests = [];
    const found: Found[] = [];
    const looked = { fragments: 0, articles: 0, pages: 0 };
    let fragments = 0;
    for (const [sourceId, shard] of shards) {
      const source = edition.sources[sourceId];
      for (const fragment of Object.values(shard)) {
        if (!source) continue;
        fragments++;
        const kept = this.#fragments.get(fragment);
        if (kept && kept.seen[0] === source) {
          if (kept.found.length) found.push(...kept.found);
          continue;
        }
        looked.fragments++;
        const subject = { fragment, source, text: text(fragment) };
        const own = this.#fragmentChecks.flatMap((check) => check.run(subject));
        this.#fragments.set(fragment, { seen: [source], found: own });
        found.push(...own);
      }
      digests.push(digestOfShard(shard, sourceId, source));
      yield { done: ++done, total };
    }
    const joined = (this.#joined = joinShards(digests, this.#joined));
    const labels = pages.map((page) => `${page.id}=${page.label}`);
    if (!alike(labels, this.#labels)) this.#labels = labels;

    const index = new Map(pages.map((page, i) => [page.id, { page, index: i }]));
    const pageOf = (f: Fragment) => (f.placement.at === 'page' ? index.get(f.placement.page) : undefined);
    const sourceOf = (f: Fragment) => {
      const source = edition.sources[f.sourceId];
      if (!source) throw new Error(`no source ${f.sourceId}`);
      return source;
    };
    const articles = articlesOf(edition);
    const keptArticles = new Map<string, Kept>();
    for (const article of articles) {
      const members = joined.members.get(article.id) ?? [];
      const seen = [article, members, this.#labels, ...sheetsOf(members, edition)];
      let kept = this.#articles.get(article.id);
      if (!kept || !alike(kept.seen, seen)) {
        looked.articles++;
        const subject = { article, members, text, pageOf, sourceOf };
        kept = { seen, found: this.#articleChecks.flatMap((check) => check.run(subject)) };
      }
      keptArticles.set(article.id, kept);
      found.push(...kept.found);
      if (looked.articles % 64 === 63) yield { done, total };
    }
    this.#articles = keptArticles;

    const keptPages = new Map<string, Kept>();
    for (const page of pages) {
      const placed = joined.placed.get(page.id) ?? [];
      const members = membersOn(placed, joined);
      const seen = [page, placed, ...members.values()];
      let kept = this.#pages.get(page.id);
      if (!kept || !alike(kept.seen, seen)) {
        looked.pages++;
        const subject = { page, placed, members, text, sourceOf };
        kept = { seen, found: this.#pageChecks.flatMap((check) => check.run(subject)) };
      }
      keptPages.set(page.id, kept);
      found.push(...kept.found);
      yield { done: ++done, total };
    }
    this.#pages = keptPages;

    this.#echoes.update(digests);
    const continuations = this.#continued(edition, articles, joined);
    const subject = {
      edition,
      pages,
      shards: digests,
      members: joined.members,
      placed: joined.placed,
      continuations,
      echoes: this.#echoes.pairs(),
      text,
    };
    for (const check of this.#editionChecks) found.push(...check.run(subject));
    const findings = toFindings(edition, found, this.#rules, joined, this.#judged);
    return { findings, looked, total: { fragments, articles: articles.length, pages: pages.length } };
  }

  /** Of the articles that have jump lines or stand on several pages; the others have none. */
  #continued(
    edition: Edition,
    articles: readonly Article[],
    { members }: Joined,
  ): Map<string, readonly Continuation[]> {
    const kept = new Map<string, KeptContinuations>();
    for (const { id } of articles) {
      const list = members.get(id) ?? [];
      const first = list.find((f) => f.placement.at === 'page')?.placement;
      const jumps = list.some(
        (f) =>
          f.role === 'jump-to' ||
          f.role === 'jump-from' ||
          (f.placement.at === 'page' && first?.at === 'page' && f.placement.page !== first.page),
      );
      if (!jumps) continue;
      const seen = [list, this.#labels];
      const before = this.#continuations.get(id);
      kept.set(id, before && alike(before.seen, seen) ? before : { seen, list: continuationsOf(edition, id) });
    }
    this.#continuations = kept;
    return new Map([...kept].map(([id, { list }]) => [id, list]));
  }
}

/** The sheets that an article stands on: their columns matter to its order. */
const sheetsOf = (members: readonly Member[], edition: Edition): (Page | undefined)[] =>
  [...new Set(members.flatMap((f) => (f.placement.at === 'page' ? [f.placement.page] : [])))].map(
    (id) => edition.pages[id],
  );

const membersOn = (placed: readonly Placed[], joined: Joined): Map<string, readonly Member[]> =>
  new Map(
    [...new Set(placed.flatMap((f) => f.article?.id ?? []))].map((id): [string, readonly Member[]] => [
      id,
      joined.members.get(id) ?? [],
    ]),
  );
