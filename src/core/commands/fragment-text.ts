import { generateKeyBetween } from 'fractional-indexing';
import type { Edition, Fragment } from '../model/edition.ts';
import { graphemeBound } from '../model/graphemes.ts';
import { charactersBefore, cutSpans, joinSpans } from '../model/offsets.ts';
import { joinLines, sourceReading } from '../model/reading-text.ts';
import { isJumpLine } from '../model/role.ts';
import { endsSentence } from '../model/sentence.ts';
import {
  findFragment,
  findFragments,
  fragmentsOnPage,
  isPlaced,
  readingOrder,
  sourceOf,
  textOf,
} from '../model/selectors.ts';
import { checkFragments, defineCommand, draftOf, dropEmptied, refuse, type EditionDraft } from './command.ts';
import { jumpOf } from './fragment-role.ts';

/** Writes a correction; one that reads as the source does is none. The one place where `corrected` is set. */
export function correct(draft: EditionDraft, edition: Edition, fragment: Fragment, text: string | null): void {
  const own = draftOf(draft, fragment);
  if (text === null || text === sourceReading(sourceOf(edition, fragment), fragment.spans)) delete own.corrected;
  else own.corrected = text;
  const jump = isJumpLine(fragment) ? jumpOf(text ?? textOf(edition, fragment), fragment.role) : undefined;
  if (jump) own.jump = jump;
}

export interface CorrectArgs {
  /** null: as the source has it. */
  readonly texts: readonly { readonly id: string; readonly text: string | null }[];
}

/** Sets what fragments read as. The source is not touched. */
export const correctText = defineCommand<CorrectArgs>({
  check(edition, { texts }) {
    const known = checkFragments(
      edition,
      texts.map(({ id }) => id),
    );
    if (known !== true) return known;
    return texts.some(({ text }) => text !== null && text.trim() === '') ? refuse('refuse.empty-text') : true;
  },
  run(draft, { texts }, edition) {
    for (const { id, text } of texts)
      for (const fragment of findFragments(edition, [id])) correct(draft, edition, fragment, text);
  },
  label: (_, { texts }) => ({ code: texts.every(({ text }) => text === null) ? 'command.revert' : 'command.correct' }),
});

export interface SplitArgs {
  readonly id: string;
  /** UTF-16 offset in the text as it reads. */
  readonly at: number;
}

function splitParts(edition: Edition, { id, at }: SplitArgs) {
  const fragment = findFragments(edition, [id])[0];
  if (!fragment) return null;
  const source = sourceOf(edition, fragment);
  const text = textOf(edition, fragment);
  const bound = graphemeBound(text, at);
  const n = charactersBefore(source, fragment.spans, text, bound);
  const [before, after] = cutSpans(source, fragment.spans, n);
  return { fragment, source, before, after, head: text.slice(0, bound).trimEnd(), tail: text.slice(bound).trimStart() };
}

/** Cuts one fragment in two. The second stands right under the first, with the same role and article. */
export const splitFragment = defineCommand<SplitArgs>({
  check(edition, args) {
    const parts = splitParts(edition, args);
    if (!parts) return refuse('refuse.no-such-fragment');
    return parts.before.length && parts.after.length && parts.head && parts.tail ? true : refuse('refuse.split-at-end');
  },
  run(draft, args, edition) {
    const parts = splitParts(edition, args);
    if (!parts) return;
    const { fragment, source, before, after, head, tail } = parts;
    const shard = draft.fragments[fragment.sourceId];
    if (!shard) return;
    let k = 2;
    while (findFragment(edition, `${fragment.id}-${k}`)) k++;
    const first = draftOf(draft, fragment);
    const brokenLine = splitAtBreak(textOf(edition, fragment), head);
    const second: Fragment = {
      ...fragment,
      id: `${fragment.id}-${k}`,
      spans: after,
      placement: isPlaced(fragment)
        ? { ...fragment.placement, order: keyAfterOnPage(edition, fragment.id) }
        : fragment.placement,
      ...(fragment.article
        ? { article: { id: fragment.article.id, order: keyAfterInArticle(edition, fragment) } }
        : {}),
    };
    const bare: { -readonly [K in keyof Fragment]: Fragment[K] } = { ...second };
    delete bare.corrected;
    delete bare.continues;
    delete bare.jump;
    if (tail !== sourceReading(source, after)) bare.corrected = tail;
    if (fragment.role === 'body' && !brokenLine && !endsSentence(head)) bare.continues = true;
    const jump = jumpOf(tail, fragment.role);
    if (jump) bare.jump = jump;
    shard[bare.id] = bare as EditionDraft['fragments'][string][string];
    first.spans = before as [number, number][];
    if (head === sourceReading(source, before)) delete first.corrected;
    else first.corrected = head;
  },
  label: () => ({ code: 'command.split' }),
});

const splitAtBreak = (text: string, head: string): boolean => /^\s*\n/u.test(text.slice(head.length));

function keyAfterOnPage(edition: Edition, id: string): string {
  const fragment = findFragments(edition, [id])[0];
  if (!fragment || !isPlaced(fragment)) return '';
  const standing = fragmentsOnPage(edition, fragment.placement.page);
  const next = standing.find((f) => f.placement.order > fragment.placement.order);
  return generateKeyBetween(fragment.placement.order, next?.placement.order ?? null);
}

function keyAfterInArticle(edition: Edition, fragment: Fragment): string {
  if (!fragment.article) return '';
  const own = fragment.article.order;
  const next = readingOrder(edition, fragment.article.id).find((f) => f.article.order > own);
  return generateKeyBetween(own, next?.article.order ?? null);
}

export interface MergeArgs {
  /** In reading order; the first survives and keeps its place. */
  readonly ids: readonly string[];
  /** As one paragraph, or each as a paragraph of its own. */
  readonly as: 'paragraph' | 'paragraphs';
}

/** Makes one fragment of several of one source, neighbours or not. */
export const mergeFragments = defineCommand<MergeArgs>({
  check(edition, { ids }) {
    if (new Set(ids).size < 2) return refuse('refuse.merge-needs-two');
    const known = checkFragments(edition, ids);
    if (known !== true) return known;
    const sources = new Set(findFragments(edition, ids).map((f) => f.sourceId));
    return sources.size === 1 ? true : refuse('refuse.merge-across-sources');
  },
  run(draft, { ids, as }, edition) {
    const fragments = findFragments(edition, [...new Set(ids)]);
    const [first, ...rest] = fragments;
    if (!first) return;
    const source = sourceOf(edition, first);
    const shard = draft.fragments[first.sourceId];
    const spans = joinSpans(
      source,
      fragments.flatMap((f) => f.spans),
    );
    const texts = fragments.map((f) => textOf(edition, f));
    const text = as === 'paragraph' ? joinLines(texts) : texts.join('\n');
    const placed = fragments.find(isPlaced);
    const member = fragments.find((f) => f.article);
    const own = draftOf(draft, first);
    own.spans = spans as [number, number][];
    if (text === sourceReading(source, spans)) delete own.corrected;
    else own.corrected = text;
    const jump = jumpOf(text, first.role);
    if (jump) own.jump = jump;
    // A part that is still wanted brings a discarded one back.
    if (placed) own.placement = { ...placed.placement };
    else if (fragments.some((f) => f.placement.at === 'unplaced')) own.placement = { at: 'unplaced' };
    if (member?.article) own.article = { ...member.article };
    dropEmptied(draft, edition, rest, member?.article?.id);
    for (const fragment of rest) if (shard) delete shard[fragment.id];
  },
  label: (_, { ids }) => ({ code: 'command.merge', params: { n: ids.length } }),
});
