/** The core's face: all that the editor, the canvas, the storage, the interface and the command line may know of it. */
export { cutReading, importArgs } from './import-pages.ts';
export { importCut, labelFromName, readingsOf, DEFAULT_COLUMNS, type ReadPages } from './import-args.ts';
export { reconstruct } from './reconstruct/index.ts';
export { readOnce, type OneReading } from './reconstruct/read-once.ts';
export type { Proposal, Piece, ProposedArticle } from './reconstruct/proposal.ts';
export { pageOfSource, suggestionsFor, type Suggestion, type SuggestionKind } from './suggest/suggestions.ts';
export { acceptSuggestions } from './suggest/accept.ts';
export { fragmentOfPiece } from './suggest/match.ts';
export { evidenceOf, type Evidence } from './suggest/evidence.ts';
export { findTerms } from './reconstruct/similarity.ts';
export { READERS } from './formats/readers.ts';
export { readFiles, type BatchReading, type InputFile } from './formats/read-files.ts';
export type {
  EncodingCandidate,
  EncodingChoice,
  Facsimile,
  FormatReader,
  ReadContext,
  Reading,
} from './formats/reading.ts';
export { matchFacsimiles } from './formats/facsimiles.ts';
export { openPdf } from './formats/pdf/load.ts';
export { drawTiff, wholeJpeg, type JpegDecoder } from './formats/tiff/draw.ts';
export { tiffPictures } from './formats/tiff/pictures.ts';
export { WRITERS, writerOf } from './formats/writers.ts';
export { exportEdition, type ClosingBalance, type Export } from './formats/closing-balance.ts';
export {
  contentOf,
  takesScope,
  type FormatWriter,
  type WriterFace,
  type Written,
  type WriteOptions,
  type WrittenFile,
} from './formats/writer.ts';
export { READABLE, WRITABLE } from './formats/known.ts';
export {
  bundle,
  filesOf,
  runExport,
  type Bundle,
  type Exported,
  type ExportRequest,
  type Refused,
} from './formats/export-run.ts';
export { partOfEdition, type Scope } from './formats/part-of-edition.ts';
export { lossesIn } from './formats/losses.ts';
export { filesInZip, zipFiles } from './formats/zip-files.ts';
export {
  transact,
  check,
  call,
  type Call,
  type CallsFor,
  type Origin,
  type Outcome,
  type Transaction,
} from './transact.ts';
export type { ArgsOf, CommandId } from './commands/index.ts';
export { repaired } from './commands/text-repair.ts';
export { REPAIRS, type RepairCode } from './repair/index.ts';
export { replayJournal, writeJournal } from './journal.ts';
export { applyTo, emptyHistory, record, redo, replayStep, stateAt, undo, type History, type Step } from './history.ts';
export { imbalances, ledger, ledgerTotal, type Imbalance, type LedgerRow } from './ledger.ts';
export {
  continuations,
  continuationsOf,
  pageOfFragment,
  pagesIn,
  partsOf,
  type Continuation,
  type ContinuationStatus,
} from './continuations.ts';
export { jumpInbox, type JumpRow, type JumpStatus } from './jumps/inbox.ts';
export type { Candidate } from './jumps/rank.ts';
export { linkChoices } from './jumps/choices.ts';
export { borderOf, bridgeOf, bridgeRows, hasBridge, type Bridge } from './jumps/bridge.ts';
export { moveJumpBorder, type JumpBorderMove } from './jumps/border.ts';
export { linkCall, linkSafe, safeRows } from './jumps/accept.ts';
export { say, messageCodes, type Catalogue, type Language } from './messages/index.ts';
export { fill } from './messages/fill.ts';
export type { Message } from './model/message.ts';
export type * from './model/edition.ts';
export { ARTICLE_KINDS, CHECK_LEVELS, DISCARD_REASONS, MUTE_REASONS, REVIEW_STAGES } from './model/edition.ts';
export { newEdition } from './model/new-edition.ts';
export { ROLES, isJumpLine, isRole, type RoleId } from './model/role.ts';
export { SHEET, MAX_COLUMNS, equalColumns } from './model/sheet.ts';
export { countCharacters } from './model/characters.ts';
export { charactersBefore } from './model/offsets.ts';
export { joinTwo, rawText, readingText, sourceReading } from './model/reading-text.ts';
export {
  articleNumbers,
  articlesOf,
  articleTitle,
  columnOrder,
  discardedFragments,
  findFragment,
  findFragments,
  findPage,
  fragmentsOf,
  fragmentsOnPage,
  isMember,
  isPlaced,
  lineRange,
  pagesOf,
  readingOrder,
  remember,
  sourceOf,
  textOf,
  unplacedFragments,
  type Member,
  type Placed,
} from './model/selectors.ts';
export {
  pageLayout,
  setText,
  columnWidth,
  bodySizeOf,
  type ColumnBox,
  type FragmentBox,
  type PageLayout,
  type SetText,
} from './layout/page-layout.ts';
export { articleTops, type ArticleTop } from './layout/article-tops.ts';
export { columnRules, emptyColumns } from './layout/column-rules.ts';
export { breakLines, isSquareText, type SetLine } from './layout/break-lines.ts';
export { isFullWidth, characterWidth } from './layout/metrics.ts';
export { HEAD_ROLES, typeStyle, type TypeStyle } from './layout/type-style.ts';
export { FormatError } from './formats/format-error.ts';
export { readPasteup, type OpenedEdition } from './formats/pasteup/read.ts';
export { VERSION as FILE_VERSION } from './formats/pasteup/schema.ts';
export { writePasteup } from './formats/pasteup/write.ts';
export { readText, type SourceDraft } from './formats/text/read.ts';
export { normalizeLabel, samePage } from './press/page-label.ts';
export { parseJumpLine } from './press/jump-lines.ts';
export { checkEdition, createChecker, runChecks, RULES } from './checks/index.ts';
export { Checker, type CheckCounts, type CheckProgress, type CheckReport } from './checks/checker.ts';
export { LEVELS, type Finding, type Level, type Mend } from './checks/finding.ts';
export { sourcePlace, type SourcePlace } from './checks/source-place.ts';
export { profileOf, profileFile } from './checks/profile.ts';
export { compareEditions, type Comparison, type Difference, type DifferenceKind } from './compare/compare.ts';
export { neededFor } from './compare/needed.ts';
export { replacementFrom } from './replace/from-version.ts';
export type { Replacement } from './replace/replacement.ts';
export { agreement, type Agreement } from './compare/agreement.ts';
export {
  reviewOf,
  sameInitials,
  stagesOf,
  storedReview,
  type Change,
  type ChangeKind,
  type Standing,
  type Subject,
} from './model/review.ts';
export { boundariesOf, boundariesOn, type Boundary, type BoundaryKind, type Side } from './review/boundaries.ts';
export { boundaryView, findingsAt, type BoundaryView } from './review/boundary-view.ts';
export {
  boundariesIn,
  isChecked,
  sampled,
  SAMPLE_KINDS,
  WHOLE,
  type Sample,
  type SampleKind,
} from './review/samples.ts';
export {
  confirmBoundary,
  mergeSides,
  moveBorder,
  splitAt,
  type Border,
  type Calls,
  type MoveUnit,
} from './review/moves.ts';
export { homesFor, type Home } from './review/reassign.ts';
export { sentenceStarts } from './model/sentence.ts';
export {
  errorsOn,
  isHeard,
  isSignedOff,
  reviewCount,
  standingName,
  type ReviewCount,
  type StandingName,
} from './review/sign-off.ts';
export { reviewsToTakeOver, type TakeOver } from './review/take-over.ts';
export { reportOf, type Report, type ReportInput, type TimeSpent } from './review/report.ts';
export { reportHtml } from './review/report-html.ts';
export { reportCsv } from './review/report-csv.ts';
