/** From what checks found to findings: the profile gives the level, the key tells whether it is muted, the place where it is seen. */
import { pageOfFragment } from '../continuations.ts';
import type { CheckLevel, Edition, Fragment } from '../model/edition.ts';
import { digestOf } from '../model/finding-key.ts';
import { findFragment, fragmentsOf } from '../model/selectors.ts';
import { alike } from './alike.ts';
import type { Rule } from './check.ts';
import type { Finding, Found } from './finding.ts';
import type { Joined } from './joined.ts';

/** Ids and digests, never text. */
const keyOf = (f: Found): string =>
  `${f.code}/${f.fragmentId ?? f.articleId ?? f.pageId ?? f.sourceId ?? '-'}${f.about === undefined ? '' : `/${digestOf(f.about)}`}`;

const byRank = (a: Finding, b: Finding): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/** What came of it, against the last time. */
export interface Judgement {
  /** As a reader meets them; one that says the same as before is the same object. */
  readonly findings: readonly Finding[];
  readonly added: readonly Finding[];
  /** The keys of those that are gone. */
  readonly removed: readonly string[];
}

interface Seen {
  readonly finding: Finding;
  readonly chosen: CheckLevel | undefined;
  readonly mute: unknown;
  readonly sheet: unknown;
}

/** Judges again and again: anew only what was found anew, or where its page, its mute or its level changed. */
export class Judge {
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #known = new WeakMap<Found, Seen>();
  /** What came of a whole list, as long as nothing round it changed. */
  #lists = new WeakMap<readonly Found[], readonly Finding[]>();
  #circumstances: readonly unknown[] = [];
  #byKey: ReadonlyMap<string, Finding> = new Map();
  #findings: readonly Finding[] = [];

  constructor(rules: ReadonlyMap<string, Rule>) {
    this.#rules = rules;
  }

  judge(edition: Edition, found: readonly (readonly Found[])[], joined: Joined): Judgement {
    const circumstances = [edition.pages, edition.muted, edition.checks];
    if (!alike(circumstances, this.#circumstances)) this.#lists = new WeakMap();
    this.#circumstances = circumstances;
    const find = finder(edition);
    const byKey = new Map<string, Finding>();
    const added: Finding[] = [];
    for (const list of found) {
      let findings = this.#lists.get(list);
      if (!findings)
        this.#lists.set(list, (findings = list.flatMap((one) => this.#findingOf(edition, one, joined, find) ?? [])));
      for (const finding of findings) {
        const { key } = finding;
        if (byKey.has(key)) continue;
        byKey.set(key, finding);
        if (this.#byKey.get(key) !== finding) added.push(finding);
      }
    }
    const stay = this.#findings.filter((finding) => byKey.get(finding.key) === finding);
    const gone = stay.length < this.#findings.length;
    const removed = gone ? this.#findings.filter(({ key }) => !byKey.has(key)).map(({ key }) => key) : [];
    if (gone || added.length) this.#findings = merged(stay, added.sort(byRank));
    this.#byKey = byKey;
    return { findings: this.#findings, added, removed };
  }

  /** Null where the profile has switched it off. */
  #findingOf(edition: Edition, one: Found, joined: Joined, find: (id: string) => Fragment | undefined): Finding | null {
    const { muted = {}, checks } = edition;
    const levels = checks?.levels ?? {};
    const chosen = Object.hasOwn(levels, one.code) ? levels[one.code] : undefined;
    if (chosen === 'off') return null;
    const kept = this.#known.get(one);
    const key = kept?.finding.key ?? keyOf(one);
    const mute = Object.hasOwn(muted, `m:${key}`) ? muted[`m:${key}`] : undefined;
    if (kept && kept.chosen === chosen && kept.mute === mute && kept.sheet === sheetOf(edition, kept.finding))
      return kept.finding;
    const fresh: Finding = {
      key,
      code: one.code,
      level: chosen ?? one.level ?? this.#rules.get(one.code)?.level ?? 'warning',
      message: { code: `check.${one.code}`, ...(one.params ? { params: one.params } : {}) },
      ...(one.fragmentId === undefined ? {} : { fragmentId: one.fragmentId }),
      ...placeOf(edition, one, joined, find),
      ...(one.sourceId === undefined ? {} : { sourceId: one.sourceId }),
      ...(one.at ? { at: one.at } : {}),
      ...(one.mend ? { mend: one.mend } : {}),
      ...(mute ? { muted: mute } : {}),
    };
    // One that says the same as before stays the same object: nobody needs to be told of it again.
    const was = this.#byKey.get(key);
    const finding = was && JSON.stringify(was) === JSON.stringify(fresh) ? was : fresh;
    this.#known.set(one, { finding, chosen, mute, sheet: sheetOf(edition, finding) });
    return finding;
  }
}

/** Two lists, each as a reader meets them, as one. */
function merged(a: readonly Finding[], b: readonly Finding[]): Finding[] {
  const all: Finding[] = [];
  let k = 0;
  for (const one of a) {
    for (let other = b[k]; other && byRank(other, one) < 0; other = b[++k]) all.push(other);
    all.push(one);
  }
  return [...all, ...b.slice(k)];
}

const sheetOf = (edition: Edition, { pageId }: Finding): unknown =>
  pageId === undefined ? undefined : edition.pages[pageId];

/** A few are looked for one by one; for more an index is made. */
const FEW = 32;

function finder(edition: Edition): (id: string) => Fragment | undefined {
  let index: Map<string, Fragment> | null = null;
  let asked = 0;
  return (id) => {
    if (asked++ < FEW) return findFragment(edition, id);
    return (index ??= new Map(fragmentsOf(edition).map((f) => [f.id, f]))).get(id);
  };
}

function placeOf(
  edition: Edition,
  { fragmentId, articleId, pageId }: Found,
  { members }: Joined,
  find: (id: string) => Fragment | undefined,
): Pick<Finding, 'articleId' | 'pageId' | 'rank'> {
  const fragment = fragmentId === undefined ? undefined : find(fragmentId);
  const article = articleId ?? fragment?.article?.id;
  const shown: Fragment | undefined =
    fragment ?? (article === undefined ? undefined : members.get(article)?.find((f) => f.placement.at === 'page'));
  const page = pageId ?? (shown && pageOfFragment(shown));
  return {
    ...(article === undefined ? {} : { articleId: article }),
    ...(page === undefined ? {} : { pageId: page }),
    rank: rankOf(edition, page, shown),
  };
}

/** Page by page, there column by column; what stands on no page comes last, what is the edition's first. */
function rankOf(edition: Edition, pageId: string | undefined, shown: Fragment | undefined): string {
  const page = pageId === undefined ? undefined : edition.pages[pageId];
  if (!page) return shown ? `2 ${shown.sourceId} ${String(shown.spans[0]?.[0] ?? 0).padStart(9, '0')}` : '0';
  if (shown?.placement.at !== 'page') return `1 ${page.order}`;
  const { column, order } = shown.placement;
  const at = page.columns.findIndex((one) => one.id === column);
  return `1 ${page.order} ${String(at).padStart(3, '0')} ${order}`;
}
