/** From what checks found to findings: the profile gives the level, the key tells whether it is muted, the place where it is seen. */
import { pageOfFragment } from '../continuations.ts';
import type { CheckLevel, Edition, Fragment } from '../model/edition.ts';
import { digestOf } from '../model/finding-key.ts';
import { fragmentsOf } from '../model/selectors.ts';
import type { Rule } from './check.ts';
import type { Finding, Found } from './finding.ts';
import type { Joined } from './joined.ts';

/** Ids and digests, never text. */
const keyOf = (f: Found): string =>
  `${f.code}/${f.fragmentId ?? f.articleId ?? f.pageId ?? f.sourceId ?? '-'}${f.about === undefined ? '' : `/${digestOf(f.about)}`}`;

/** What is remembered from run to run: what was found is judged anew only where its page, its mute or its level changed. */
export interface Judged {
  readonly known: WeakMap<Found, { readonly finding: Finding; readonly seen: readonly unknown[] }>;
  byKey: ReadonlyMap<string, Finding>;
}

export function toFindings(
  edition: Edition,
  found: readonly Found[],
  rules: ReadonlyMap<string, Rule>,
  joined: Joined,
  judged: Judged,
): Finding[] {
  const { muted = {}, checks } = edition;
  const levels = checks?.levels ?? {};
  const find = finder(edition);
  const findings = new Map<string, Finding>();
  for (const one of found) {
    const chosen: CheckLevel | undefined = Object.hasOwn(levels, one.code) ? levels[one.code] : undefined;
    if (chosen === 'off') continue;
    const kept = judged.known.get(one);
    const key = kept?.finding.key ?? keyOf(one);
    if (findings.has(key)) continue;
    const mute = Object.hasOwn(muted, `m:${key}`) ? muted[`m:${key}`] : undefined;
    if (kept && kept.seen[0] === chosen && kept.seen[1] === mute && kept.seen[2] === sheetOf(edition, kept.finding)) {
      findings.set(key, kept.finding);
      continue;
    }
    const fresh: Finding = {
      key,
      code: one.code,
      level: chosen ?? one.level ?? rules.get(one.code)?.level ?? 'warning',
      message: { code: `check.${one.code}`, ...(one.params ? { params: one.params } : {}) },
      ...(one.fragmentId === undefined ? {} : { fragmentId: one.fragmentId }),
      ...placeOf(edition, one, joined, find),
      ...(one.sourceId === undefined ? {} : { sourceId: one.sourceId }),
      ...(one.at ? { at: one.at } : {}),
      ...(one.mend ? { mend: one.mend } : {}),
      ...(mute ? { muted: mute } : {}),
    };
    // One that says the same as before stays the same object: nobody needs to be told of it again.
    const was = judged.byKey.get(key);
    const finding = was && JSON.stringify(was) === JSON.stringify(fresh) ? was : fresh;
    findings.set(key, finding);
    judged.known.set(one, { finding, seen: [chosen, mute, sheetOf(edition, finding)] });
  }
  judged.byKey = findings;
  return [...findings.values()].sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.key < b.key ? -1 : 1));
}

const sheetOf = (edition: Edition, { pageId }: Finding): unknown =>
  pageId === undefined ? undefined : edition.pages[pageId];

/** An index that is made when it is first asked for. */
function finder(edition: Edition): (id: string) => Fragment | undefined {
  let index: Map<string, Fragment> | null = null;
  return (id) => (index ??= new Map(fragmentsOf(edition).map((f) => [f.id, f]))).get(id);
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
