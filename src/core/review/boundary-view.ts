/** What a reviewer sees of a boundary: the fragments on both sides, what is found on them, and how sure their reading is. */
import type { Finding } from '../checks/finding.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import {
  findFragment,
  findFragments,
  fragmentsOnPage,
  isMember,
  readingOrder,
  remember,
  sourceOf,
} from '../model/selectors.ts';
import { headLength, runsOf, type Boundary } from './boundaries.ts';

export interface BoundaryView {
  /** In reading order; the last one is at the border. */
  readonly before: readonly Fragment[];
  /** The first one is at the border. */
  readonly after: readonly Fragment[];
}

const BEFORE = 2;
const AFTER = 2;

/** The run of its article that a fragment stands in; of loose text, itself and what is loose beside it. */
function runAround(edition: Edition, fragment: Fragment): readonly Fragment[] {
  if (isMember(fragment)) {
    const runs = runsOf(readingOrder(edition, fragment.article.id));
    return runs.find((run) => run.fragments.includes(fragment))?.fragments ?? [fragment];
  }
  if (fragment.placement.at !== 'page') return [fragment];
  const standing = fragmentsOnPage(edition, fragment.placement.page);
  const at = standing.findIndex((f) => f.id === fragment.id);
  const from = standing.findLastIndex((f, i) => i < at && f.article) + 1;
  const to = standing.findIndex((f, i) => i > at && f.article);
  return standing.slice(from, to < 0 ? undefined : to).filter((f) => !f.article);
}

export function boundaryView(edition: Edition, { kind, before, after }: Boundary): BoundaryView {
  const [a, b] = findFragments(edition, [before.fragment, after.fragment]);
  if (!a || !b) return { before: a ? [a] : [], after: b ? [b] : [] };
  const left = runAround(edition, a);
  const right = runAround(edition, b);
  const end = left.indexOf(a) + 1;
  const start = right.indexOf(b);
  const heads = kind === 'head' ? end : BEFORE;
  const led = kind === 'head' ? 0 : headLength(right.slice(start));
  return {
    before: left.slice(Math.max(0, end - heads), end),
    after: right.slice(start, start + Math.max(AFTER, led + 1)),
  };
}

interface Found {
  readonly byFragment: ReadonlyMap<string, readonly Finding[]>;
  readonly byArticle: ReadonlyMap<string, readonly Finding[]>;
}

const sorted = remember((findings: readonly Finding[]): Found => {
  const byFragment = new Map<string, Finding[]>();
  const byArticle = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [map, id] = finding.fragmentId
      ? [byFragment, finding.fragmentId]
      : finding.articleId
        ? [byArticle, finding.articleId]
        : [null, ''];
    const list = map?.get(id);
    if (list) list.push(finding);
    else map?.set(id, [finding]);
  }
  return { byFragment, byArticle };
});

const NONE: readonly Finding[] = [];

/** What was found on what is seen of it, and on the article that begins there. */
export function findingsAt(edition: Edition, boundary: Boundary, findings: readonly Finding[]): readonly Finding[] {
  const { byFragment, byArticle } = sorted(findings);
  if (!byFragment.size && !byArticle.size) return NONE;
  const { before, after } = boundaryView(edition, boundary);
  const article = boundary.kind === 'part' ? null : boundary.after.article;
  return [
    ...[...before, ...after].flatMap((f) => byFragment.get(f.id) ?? NONE),
    ...(article === null ? NONE : (byArticle.get(article) ?? NONE)),
  ];
}

/** How sure the reader was of the lines on both sides of the border, 0 to 1; undefined where it did not say. */
export function confidenceAt(edition: Edition, { before, after }: Boundary): number | undefined {
  const ends = [
    confidenceOf(edition, findFragment(edition, before.fragment), 'last'),
    confidenceOf(edition, findFragment(edition, after.fragment), 'first'),
  ].filter((c) => c !== undefined);
  return ends.length ? Math.min(...ends) : undefined;
}

function confidenceOf(edition: Edition, fragment: Fragment | undefined, end: 'first' | 'last'): number | undefined {
  const span = end === 'first' ? fragment?.spans[0] : fragment?.spans.at(-1);
  if (!fragment || !span) return undefined;
  const { lines } = sourceOf(edition, fragment);
  const within = (line: { start: number; end: number }): boolean => line.start < span[1] && line.end > span[0];
  return (end === 'first' ? lines.find(within) : lines.findLast(within))?.confidence;
}
