/** Every check. To add one: a function here or in a file beside, a line in CHECKS, its words in `core/messages/checks.ts`. */
import { continuations } from '../continuations.ts';
import { imbalances } from '../ledger.ts';
import type { Edition } from '../model/edition.ts';
import {
  articlesOf,
  articleTitle,
  fragmentsOf,
  pagesOf,
  readingOrder,
  textOf,
  unplacedFragments,
} from '../model/selectors.ts';
import type { Check, Finding } from './finding.ts';

export type { Check, Finding } from './finding.ts';

const finding = (
  code: string,
  level: Finding['level'],
  params: Record<string, string | number>,
  place: Partial<Finding> = {},
): Finding => ({
  code,
  level,
  message: { code: `check.${code}`, params },
  ...place,
});

const ledgerBalances: Check = (edition) =>
  imbalances(edition).map(({ sourceId, lost, twice }) => finding('ledger', 'error', { source: sourceId, lost, twice }));

const nothingUnplaced: Check = (edition) => {
  const n = unplacedFragments(edition).length;
  return n ? [finding('unplaced', 'note', { n })] : [];
};

const articlesHaveHeadlines: Check = (edition) =>
  articlesOf(edition)
    .filter((a) => a.kind === 'article' && !articleTitle(edition, a.id))
    .map((a) => finding('no-headline', 'warning', { article: a.id }, { articleId: a.id }));

const articlesHaveMembers: Check = (edition) =>
  articlesOf(edition)
    .filter((a) => readingOrder(edition, a.id).length === 0)
    .map((a) => finding('empty-article', 'error', { article: a.id }, { articleId: a.id }));

const jumpsAreWhole: Check = (edition) =>
  continuations(edition)
    .filter((c) => c.status !== 'matched')
    .map((c) => {
      const id = c.fromFragmentId ?? c.toFragmentId;
      return finding(
        `jump-${c.status}`,
        'warning',
        { from: c.fromPage, to: c.toPage },
        { articleId: c.articleId, ...(id ? { fragmentId: id } : {}) },
      );
    });

const rolesAreDecided: Check = (edition) =>
  fragmentsOf(edition)
    .filter((f) => f.role === 'unknown' && f.placement.at === 'page')
    .map((f) => finding('unknown-role', 'note', { fragment: f.id }, { fragmentId: f.id }));

const labelsAreSingle: Check = (edition) => {
  const seen = new Set<string>();
  return pagesOf(edition).flatMap((page) => {
    if (seen.has(page.label)) return [finding('same-label', 'error', { page: page.label })];
    seen.add(page.label);
    return [];
  });
};

/** Private-use and replacement glyphs are kept, and said. */
const glyphsAreKnown: Check = (edition) =>
  fragmentsOf(edition)
    .filter((f) => f.placement.at !== 'discarded' && /[\ue000-\uf8ff\ufffd]/u.test(textOf(edition, f)))
    .map((f) => finding('unknown-glyph', 'warning', { fragment: f.id }, { fragmentId: f.id }));

export const CHECKS: readonly Check[] = [
  ledgerBalances,
  labelsAreSingle,
  articlesHaveMembers,
  articlesHaveHeadlines,
  jumpsAreWhole,
  glyphsAreKnown,
  rolesAreDecided,
  nothingUnplaced,
];

export const runChecks = (edition: Edition): Finding[] => CHECKS.flatMap((check) => check(edition));
