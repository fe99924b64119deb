/** Runs the checks, and remembers by identity: what is the same object as before is not looked at again. */
import type { Article, Edition, Fragment, Page, Source } from '../model/edition.ts';
import { continuationsOf, type Continuation } from '../continuations.ts';
import { readingText } from '../model/reading-text.ts';
import { articlesOf, leavesItsPage, pagesOf, type Member, type Placed } from '../model/selectors.ts';
import { alike } from './alike.ts';
import type {
  ArticleCheck,
  Check,
  EditionCheck,
  EditionSubject,
  FragmentCheck,
  PageCheck,
  ShardDigest,
} from './check.ts';
import { digestOfShard } from './digest.ts';
import { Echoes } from './echoes.ts';
import type { Found } from './finding.ts';
import { Judge, type Judgement } from './judge.ts';
import { joinShards, type Joined } from './joined.ts';
import { isUntouched, isWaiting } from './waiting.ts';

/** How many of each were looked at in this run, and how many there are. */
export interface CheckCounts {
  readonly fragments: number;
  readonly articles: number;
  readonly pages: number;
}
/** Findings as a reader meets them, muted ones among them; what came and went is told against the last run that was finished. */
export interface CheckReport extends Judgement {
  readonly looked: CheckCounts;
  readonly total: CheckCounts;
}
export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

interface Kept {
  readonly found: readonly Found[];
}
interface KeptShard extends Kept {
  readonly shard: Edition['fragments'][string];
  readonly source: Source | undefined;
  readonly fragments: number;
  readonly digest: ShardDigest;
  /** Only those of which something is to be said. */
  readonly byFragment: ReadonlyMap<Fragment, readonly Found[]>;
}
interface KeptArticle extends Kept {
  readonly article: Article;
  readonly members: readonly Member[];
  readonly labels: readonly string[];
  readonly sheets: readonly (Page | undefined)[];
}
interface KeptPage extends Kept {
  readonly page: Page;
  readonly placed: readonly Placed[];
  readonly members: ReadonlyMap<string, readonly Member[]>;
}
interface KeptContinuations {
  readonly members: readonly Member[];
  readonly labels: readonly string[];
  readonly list: readonly Continuation[];
}

const NONE: readonly never[] = [];
/** So many articles go together in one step. */
const ARTICLES_A_STEP = 64;

export class Checker {
  readonly #fragmentChecks: readonly FragmentCheck[];
  readonly #articleChecks: readonly ArticleCheck[];
  readonly #pageChecks: readonly PageCheck[];
  readonly #editionChecks: readonly EditionCheck[];
  readonly #shards = new Map<string, KeptShard>();
  readonly #articles = new Map<string, KeptArticle>();
  readonly #pages = new Map<string, KeptPage>();
  readonly #edition = new Map<EditionCheck, Kept & { readonly seen: readonly unknown[] }>();
  readonly #continuedOf = new Map<string, KeptContinuations>();
  #continuations: ReadonlyMap<string, readonly Continuation[]> = new Map();
  #joined: Joined | null = null;
  #labels: readonly string[] = [];
  /** The pages of the last run: while they are the same no article's sheets need a look. */
  #sheets: Edition['pages'] | null = null;
  readonly #echoes = new Echoes();
  readonly #judge: Judge;

  constructor(checks: readonly Check[]) {
    this.#fragmentChecks = checks.filter((check) => check.scope === 'fragment');
    this.#articleChecks = checks.filter((check) => check.scope === 'article');
    this.#pageChecks = checks.filter((check) => check.scope === 'page');
    this.#editionChecks = checks.filter((check) => check.scope === 'edition');
    this.#judge = new Judge(new Map(checks.flatMap((check) => check.rules).map((rule) => [rule.code, rule])));
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
    const looked = { fragments: 0, articles: 0, pages: 0 };
    /** By where they were found; a list stays the same object as long as what it is about. */
    const found: (readonly Found[])[] = [];

    const digests: ShardDigest[] = [];
    let fragments = 0;
    for (const [sourceId, shard] of shards) {
      const source = edition.sources[sourceId];
      let kept = this.#shards.get(sourceId);
      if (kept?.shard !== shard || kept.source !== source) {
        kept = this.#lookAtShard(shard, sourceId, source, kept?.source === source ? kept : undefined, looked);
        this.#shards.set(sourceId, kept);
        yield { done, total };
      }
      digests.push(kept.digest);
      fragments += kept.fragments;
      if (kept.found.length) found.push(kept.found);
      done++;
    }
    keepOnly(this.#shards, edition.fragments);
    const joined = (this.#joined = joinShards(digests, this.#joined));
    const labels = pages.map((page) => `${page.id}=${page.label}`);
    if (!alike(labels, this.#labels)) this.#labels = labels;

    const text = textIn(edition);
    const articles = articlesOf(edition);
    const index = new Map(pages.map((page, i) => [page.id, { page, index: i }]));
    const pageOf = (f: Fragment) => (f.placement.at === 'page' ? index.get(f.placement.page) : undefined);
    const sourceOf = (f: Fragment) => {
      const source = edition.sources[f.sourceId];
      if (!source) throw new Error(`no source ${f.sourceId}`);
      return source;
    };
    for (const article of articles) {
      const members = joined.members.get(article.id) ?? NONE;
      let kept = this.#articles.get(article.id);
      if (!this.#isArticle(kept, article, members, edition)) {
        const sheets = sheetsOf(members, edition);
        const subject = { article, members, text, pageOf, sourceOf };
        const own = isWaiting(members) ? NONE : this.#articleChecks.flatMap((check) => check.run(subject));
        this.#articles.set(article.id, (kept = { article, members, labels: this.#labels, sheets, found: own }));
        if (++looked.articles % ARTICLES_A_STEP === 0) yield { done, total };
      }
      if (kept?.found.length) found.push(kept.found);
    }
    keepOnly(this.#articles, edition.articles);
    this.#sheets = edition.pages;

    for (const page of pages) {
      const placed = joined.placed.get(page.id) ?? NONE;
      let kept = this.#pages.get(page.id);
      if (!isPage(kept, page, placed, joined)) {
        looked.pages++;
        const members = membersOn(placed, joined);
        const subject = { page, placed, members, text, sourceOf };
        const own = this.#pageChecks.flatMap((check) => check.run(subject));
        this.#pages.set(page.id, (kept = { page, placed, members, found: own }));
        yield { done, total };
      }
      if (kept?.found.length) found.push(kept.found);
      done++;
    }
    keepOnly(this.#pages, edition.pages);

    this.#echoes.update(digests);
    yield { done, total };
    const subject: EditionSubject = {
      edition,
      pages,
      shards: digests,
      members: joined.members,
      placed: joined.placed,
      continuations: this.#continued(edition, articles, joined),
      echoes: this.#echoes.pairs(),
      text,
    };
    for (const check of this.#editionChecks) {
      const seen = check.sees?.(subject);
      let kept = this.#edition.get(check);
      if (!seen || !kept || !alike(kept.seen, seen))
        this.#edition.set(check, (kept = { seen: seen ?? NONE, found: check.run(subject) }));
      found.push(kept.found);
    }
    const judgement = this.#judge.judge(edition, found, joined);
    return { ...judgement, looked, total: { fragments, articles: articles.length, pages: pages.length } };
  }

  #lookAtShard(
    shard: Edition['fragments'][string],
    sourceId: string,
    source: Source | undefined,
    before: KeptShard | undefined,
    looked: { fragments: number },
  ): KeptShard {
    const all = source ? Object.values(shard) : [];
    const byFragment = new Map<Fragment, readonly Found[]>();
    for (const fragment of all) {
      if (!source) continue;
      let own = before?.byFragment.get(fragment);
      if (!own && before?.shard[fragment.id] !== fragment) {
        looked.fragments++;
        const subject = { fragment, source, text: readingText(source, fragment) };
        own = isUntouched(fragment) ? NONE : this.#fragmentChecks.flatMap((check) => check.run(subject));
      }
      if (own?.length) byFragment.set(fragment, own);
    }
    const digest = digestOfShard(shard, sourceId, source, before?.digest);
    return { shard, source, fragments: all.length, digest, byFragment, found: [...byFragment.values()].flat() };
  }

  #isArticle(
    kept: KeptArticle | undefined,
    article: Article,
    members: readonly Member[],
    edition: Edition,
  ): kept is KeptArticle {
    return (
      kept?.article === article &&
      kept.members === members &&
      kept.labels === this.#labels &&
      (this.#sheets === edition.pages || alike(kept.sheets, sheetsOf(members, edition)))
    );
  }

  /** Of the articles that have jump lines or stand on several pages; the others have none. */
  #continued(
    edition: Edition,
    articles: readonly Article[],
    { members: all }: Joined,
  ): ReadonlyMap<string, readonly Continuation[]> {
    const now = new Map<string, readonly Continuation[]>();
    for (const { id } of articles) {
      const members = all.get(id) ?? NONE;
      let kept = this.#continuedOf.get(id);
      if (kept?.members !== members || kept.labels !== this.#labels) {
        const list = leavesItsPage(members) && !isWaiting(members) ? continuationsOf(edition, id) : NONE;
        this.#continuedOf.set(id, (kept = { members, labels: this.#labels, list }));
      }
      if (kept.list.length) now.set(id, kept.list);
    }
    keepOnly(this.#continuedOf, edition.articles);
    const before = this.#continuations;
    if (now.size !== before.size || [...now].some(([id, list]) => before.get(id) !== list)) this.#continuations = now;
    return this.#continuations;
  }
}

const textIn =
  (edition: Edition) =>
  (f: Fragment): string => {
    const source = edition.sources[f.sourceId];
    return source ? readingText(source, f) : '';
  };

/** Forgets what is there no more. */
function keepOnly(kept: Map<string, unknown>, record: Readonly<Record<string, unknown>>): void {
  for (const id of kept.keys()) if (!Object.hasOwn(record, id)) kept.delete(id);
}

/** The sheets that an article stands on: their columns matter to its order. */
function sheetsOf(members: readonly Member[], edition: Edition): (Page | undefined)[] {
  const ids = new Set<string>();
  for (const { placement } of members) if (placement.at === 'page') ids.add(placement.page);
  return Array.from(ids, (id) => edition.pages[id]);
}

function isPage(kept: KeptPage | undefined, page: Page, placed: readonly Placed[], joined: Joined): kept is KeptPage {
  if (kept?.page !== page || kept.placed !== placed) return false;
  for (const [id, members] of kept.members) if ((joined.members.get(id) ?? NONE) !== members) return false;
  return true;
}

function membersOn(placed: readonly Placed[], joined: Joined): Map<string, readonly Member[]> {
  const members = new Map<string, readonly Member[]>();
  for (const { article } of placed)
    if (article && !members.has(article.id)) members.set(article.id, joined.members.get(article.id) ?? NONE);
  return members;
}
