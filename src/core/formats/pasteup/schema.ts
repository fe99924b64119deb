/** The saved file, as docs/file-format.md describes it. Types, checks and the published JSON Schema all come from here. */
import * as v from 'valibot';
import { ARTICLE_KINDS, CHECK_LEVELS, DISCARD_REASONS, MUTE_REASONS, type DiscardReason } from '../../model/edition.ts';
import { CHECK_CODE, FINDING_KEY } from '../../model/finding-key.ts';
import { ID } from '../../model/id.ts';
import { ROLES } from '../../model/role.ts';

export const FORMAT = 'pasteup-edition';
export const VERSION = 1;
export const SCHEMA_FILE = 'pasteup-edition-1.schema.json';

const id = v.pipe(v.string(), v.regex(ID, 'expected an id: 1 to 120 letters, digits, _ . : -'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const size = v.pipe(v.number(), v.finite(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const box = v.tuple([finite, finite, size, size]);
const span = v.tuple([count, count]);

const line = v.looseObject({
  start: count,
  end: count,
  ref: v.optional(v.string()),
  box: v.optional(box),
  confidence: v.optional(share),
  size: v.optional(size),
  block: v.optional(v.string()),
  bold: v.optional(v.literal(true)),
});

const source = v.looseObject({
  id,
  name: v.string(),
  mediaType: v.string(),
  encoding: v.string(),
  sha256: v.string(),
  text: v.string(),
  lines: v.array(line),
  width: v.optional(size),
  height: v.optional(size),
  unit: v.optional(v.string()),
  image: v.optional(v.string()),
  separators: v.optional(v.array(box)),
  pictures: v.optional(v.array(box)),
});

const state = v.picklist(['open', 'approved', 'rejected']);
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'expected 16 hex digits'));

const review = v.looseObject({
  state,
  note: v.optional(v.string()),
  decisions: v.optional(
    v.array(
      v.looseObject({
        state,
        by: v.optional(v.string()),
        at: v.optional(v.string()),
        note: v.optional(v.string()),
        of: digest,
      }),
    ),
  ),
  seen: v.optional(
    v.array(v.looseObject({ id, role: v.picklist(ROLES), text: digest, continues: v.optional(v.literal(true)) })),
  ),
});

const page = v.looseObject({
  id,
  label: v.string(),
  aliases: v.optional(v.array(v.string())),
  section: v.optional(v.string()),
  width: size,
  height: size,
  columns: v.pipe(v.array(v.looseObject({ id, x: finite, width: size })), v.minLength(1)),
  review: v.optional(review),
});

const placement = v.variant('at', [
  v.looseObject({
    at: v.literal('page'),
    page: id,
    column: id,
    span: v.pipe(v.number(), v.integer(), v.minValue(1)),
    order: v.string(),
  }),
  v.looseObject({ at: v.literal('unplaced') }),
  v.looseObject({
    at: v.literal('discarded'),
    reason: v.picklist(DISCARD_REASONS as readonly [DiscardReason, ...DiscardReason[]]),
    note: v.optional(v.string()),
  }),
]);

const fragment = v.looseObject({
  id,
  sourceId: id,
  spans: v.pipe(v.array(span), v.minLength(1)),
  text: v.string(),
  role: v.picklist(ROLES),
  articleId: v.nullable(id),
  placement,
  continues: v.optional(v.literal(true)),
  confirmed: v.optional(v.literal(true)),
  jump: v.optional(v.looseObject({ direction: v.picklist(['to', 'from']), page: v.nullable(v.string()) })),
});

const article = v.looseObject({
  id,
  kind: v.picklist(ARTICLE_KINDS),
  title: v.string(),
  fragmentIds: v.array(id),
  parts: v.array(v.looseObject({ page: v.nullable(id), fragmentIds: v.array(id) })),
  review,
});

const continuation = v.looseObject({
  articleId: id,
  fromPage: v.string(),
  toPage: v.string(),
  fromFragmentId: v.nullable(id),
  toFragmentId: v.nullable(id),
  status: v.picklist(['matched', 'one-way', 'pending', 'number-lost']),
});

const ledgerRow = v.looseObject({
  sourceId: id,
  characters: count,
  placed: count,
  unplaced: count,
  discarded: count,
  typed: count,
});

/** A finding's key holds ids and digests, never text. */
const muted = v.looseObject({
  finding: v.pipe(v.string(), v.regex(FINDING_KEY, 'expected the key of a finding')),
  reason: v.picklist(MUTE_REASONS),
  note: v.optional(v.string()),
});

const checks = v.looseObject({
  name: v.optional(v.string()),
  levels: v.record(v.pipe(v.string(), v.regex(CHECK_CODE, 'expected the code of a check')), v.picklist(CHECK_LEVELS)),
});

export const editionFile = v.looseObject({
  $schema: v.optional(v.string()),
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id,
  title: v.string(),
  date: v.optional(v.string()),
  language: v.optional(v.string()),
  sources: v.array(source),
  pages: v.array(page),
  fragments: v.array(fragment),
  articles: v.array(article),
  continuations: v.array(continuation),
  ledger: v.array(ledgerRow),
  dismissed: v.optional(v.array(v.string())),
  checked: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^[\w.:-]+\|[\w.:-]+$/, 'expected two ids with a bar between'))),
  ),
  reviewStages: v.optional(v.picklist([1, 2, 3])),
  forReview: v.optional(v.literal(true)),
  muted: v.optional(v.array(muted)),
  checks: v.optional(checks),
});

export type EditionFile = v.InferOutput<typeof editionFile>;
