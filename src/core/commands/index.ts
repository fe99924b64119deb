/** Every command that changes an edition. To add one: a file beside this one, a line here, its words in `core/messages`. */
import { addToArticle, dissolveArticle, makeArticle, mergeArticles, splitArticle, takeOut } from './article-members.ts';
import { flowFragments } from './article-flow.ts';
import { moveArticle, renameArticle, setArticleKind } from './article-properties.ts';
import type { Command } from './command.ts';
import { linkContinuation, unlinkContinuation } from './continuation-link.ts';
import { describeEdition, dismissSuggestions, importPages } from './edition-commands.ts';
import { muteFindings, setChecks, unmuteFindings } from './finding-commands.ts';
import { takeDifferences } from './edition-take.ts';
import { discardFragments, restoreFragments } from './fragment-discard.ts';
import { placeFragments, spanFragments, unplaceFragments } from './fragment-place.ts';
import { recutFragments } from './fragment-recut.ts';
import { confirmFragments, setContinues, setJump, setRole } from './fragment-role.ts';
import { correctText, mergeFragments, splitFragment } from './fragment-text.ts';
import {
  addColumn,
  addPage,
  evenColumns,
  describePage,
  labelPage,
  movePage,
  removeColumn,
  removePage,
  resizeColumn,
  setPageColumns,
} from './page-commands.ts';
import { layPage } from './page-lay.ts';
import { adoptReviews } from './review-adopt.ts';
import { checkBoundaries, noteReview, requireStages, reviewArticle, reviewPage } from './review-commands.ts';
import { replaceSource } from './source-replace.ts';
import { repairText } from './text-repair.ts';

export const COMMANDS = {
  'edition.import': importPages,
  'edition.describe': describeEdition,
  'edition.take': takeDifferences,
  'source.replace': replaceSource,
  'page.add': addPage,
  'page.remove': removePage,
  'page.label': labelPage,
  'page.describe': describePage,
  'page.move': movePage,
  'page.columns': setPageColumns,
  'page.lay': layPage,
  'column.add': addColumn,
  'column.remove': removeColumn,
  'column.even': evenColumns,
  'column.resize': resizeColumn,
  'fragment.place': placeFragments,
  'fragment.span': spanFragments,
  'fragment.unplace': unplaceFragments,
  'fragment.discard': discardFragments,
  'fragment.restore': restoreFragments,
  'fragment.role': setRole,
  'fragment.jump': setJump,
  'fragment.confirm': confirmFragments,
  'fragment.continues': setContinues,
  'fragment.correct': correctText,
  'fragment.split': splitFragment,
  'fragment.merge': mergeFragments,
  'fragment.repair': repairText,
  'fragment.recut': recutFragments,
  'article.make': makeArticle,
  'article.add': addToArticle,
  'article.take-out': takeOut,
  'article.merge': mergeArticles,
  'article.split': splitArticle,
  'article.dissolve': dissolveArticle,
  'article.flow': flowFragments,
  'article.rename': renameArticle,
  'article.kind': setArticleKind,
  'article.move': moveArticle,
  'article.review': reviewArticle,
  'page.review': reviewPage,
  'review.note': noteReview,
  'review.stages': requireStages,
  'review.adopt': adoptReviews,
  'boundary.check': checkBoundaries,
  'continuation.link': linkContinuation,
  'continuation.unlink': unlinkContinuation,
  'suggestion.dismiss': dismissSuggestions,
  'finding.mute': muteFindings,
  'finding.unmute': unmuteFindings,
  'edition.checks': setChecks,
} as const;

export type CommandId = keyof typeof COMMANDS;
export type ArgsOf<Id extends CommandId> = (typeof COMMANDS)[Id] extends Command<infer Args> ? Args : never;
