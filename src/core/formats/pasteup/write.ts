/** An edition as the saved file's JSON. The same edition gives the same bytes. */
import { continuations, partsOf } from '../../continuations.ts';
import { ledger } from '../../ledger.ts';
import type { Edition, Extra, Fragment, Json, Page, Source } from '../../model/edition.ts';
import { reviewOf, storedReview, type Subject } from '../../model/review.ts';
import {
  articlesOf,
  articleTitle,
  columnOrder,
  discardedFragments,
  pagesOf,
  readingOrder,
  textOf,
  unplacedFragments,
} from '../../model/selectors.ts';
import { layJson } from './lay-json.ts';
import { nameOf, WHOLE } from './kept.ts';
import { FORMAT, SCHEMA_FILE, VERSION } from './schema.ts';

export const SCHEMA_URL = `./${SCHEMA_FILE}`;

/** Leaves out what is undefined, keeps the order of the keys, and puts unknown keys last. */
const record = (known: Record<string, unknown>, extra?: Extra): Json => {
  const kept = Object.entries(known).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...kept, ...Object.entries(extra ?? {})]) as Json;
};

const sourceRecord = (s: Source): Json =>
  record(
    {
      id: s.id,
      name: s.name,
      mediaType: s.mediaType,
      encoding: s.encoding,
      sha256: s.sha256,
      text: s.text,
      lines: s.lines.map(({ start, end, ref, box, confidence, size, block, bold, ...more }) =>
        record({ start, end, ref, box, confidence, size, block, bold }, more as Extra),
      ),
      width: s.width,
      height: s.height,
      unit: s.unit,
      image: s.image,
      separators: s.separators,
      pictures: s.pictures,
    },
    s.extra,
  );

/** The state as it holds now: an approval of what has changed since is none. */
function reviewRecord(edition: Edition, subject: Subject): Json {
  const { note, decisions, seen } = storedReview(edition, subject);
  const on = `${subject.kind} ${subject.id}`;
  return record(
    {
      state: reviewOf(edition, subject).state,
      note,
      decisions: decisions?.map(({ state, by, at, note, of }, i) =>
        record({ state, by, at, note, of }, edition.kept?.[nameOf.decision(on, i)]),
      ),
      seen: seen?.map(({ id, role, text, continues }) =>
        record({ id, role, text, continues }, edition.kept?.[nameOf.seen(on, id)]),
      ),
    },
    edition.kept?.[nameOf.review(on)],
  );
}

const pageRecord = (edition: Edition, p: Page): Json =>
  record(
    {
      id: p.id,
      label: p.label,
      aliases: p.aliases,
      section: p.section,
      width: p.width,
      height: p.height,
      columns: p.columns.map(({ id, x, width, extra }) => record({ id, x, width }, extra)),
      review: p.review && reviewRecord(edition, { kind: 'page', id: p.id }),
    },
    p.extra,
  );

const fragmentRecord = (edition: Edition, f: Fragment): Json =>
  record(
    {
      id: f.id,
      sourceId: f.sourceId,
      spans: f.spans,
      text: textOf(edition, f),
      role: f.role,
      articleId: f.article?.id ?? null,
      placement: placementRecord(f.placement, edition.kept?.[nameOf.placement(f.id)]),
      continues: f.continues,
      confirmed: f.confirmed,
      jump: f.jump && record({ direction: f.jump.direction, page: f.jump.page }, edition.kept?.[nameOf.jump(f.id)]),
    },
    f.extra,
  );

function placementRecord(p: Fragment['placement'], extra?: Extra): Json {
  if (p.at === 'page')
    return record({ at: 'page', page: p.page, column: p.column, span: p.span, order: p.order }, extra);
  return p.at === 'unplaced'
    ? record({ at: 'unplaced' }, extra)
    : record({ at: 'discarded', reason: p.reason, note: p.note }, extra);
}

/** Every fragment in the file's order: page, column, place; then unplaced, then discarded. */
export const fileOrder = (edition: Edition): Fragment[] => [
  ...pagesOf(edition).flatMap((page) => columnOrder(edition, page.id)),
  ...unplacedFragments(edition),
  ...discardedFragments(edition),
];

export function editionRecord(edition: Edition): Json {
  const whole = edition.newer === undefined ? undefined : edition.kept?.[WHOLE];
  if (whole) return whole;
  const articles = articlesOf(edition).map((a) =>
    record(
      {
        id: a.id,
        kind: a.kind,
        title: articleTitle(edition, a.id),
        fragmentIds: readingOrder(edition, a.id).map((f) => f.id),
        parts: partsOf(edition, a.id).map((part, i) =>
          record(
            { page: part.page, fragmentIds: part.fragments.map((f) => f.id) },
            edition.kept?.[nameOf.part(a.id, part.page, i)],
          ),
        ),
        review: reviewRecord(edition, { kind: 'article', id: a.id }),
      },
      a.extra,
    ),
  );
  const dismissed = Object.keys(edition.dismissed)
    .map((key) => key.slice(2))
    .sort();
  const muted = Object.entries(edition.muted ?? {})
    .map(([key, { reason, note }]) => ({ finding: key.slice(2), reason, note }))
    .sort((a, b) => (a.finding < b.finding ? -1 : 1));
  const { checks } = edition;
  return record(
    {
      $schema: SCHEMA_URL,
      format: FORMAT,
      version: edition.newer ?? VERSION,
      id: edition.id,
      title: edition.title,
      date: edition.date,
      language: edition.language,
      sources: Object.values(edition.sources).map(sourceRecord),
      pages: pagesOf(edition).map((p) => pageRecord(edition, p)),
      fragments: fileOrder(edition).map((f) => fragmentRecord(edition, f)),
      articles,
      continuations: continuations(edition).map((c) => record({ ...c }, edition.kept?.[nameOf.continuation(c)])),
      ledger: ledger(edition).map((row) => record({ ...row }, edition.kept?.[nameOf.ledger(row.sourceId)])),
      dismissed: dismissed.length ? dismissed : undefined,
      checked: edition.checked && Object.keys(edition.checked).sort(),
      reviewStages: edition.reviewStages,
      forReview: edition.forReview,
      muted: muted.length ? muted.map((one) => record(one, edition.kept?.[nameOf.muted(one.finding)])) : undefined,
      checks:
        checks &&
        record(
          { name: checks.name, levels: Object.fromEntries(Object.entries(checks.levels).sort()) },
          edition.kept?.[nameOf.checks],
        ),
    },
    edition.extra,
  );
}

export const writePasteup = (edition: Edition): string => `${layJson(editionRecord(edition))}\n`;
