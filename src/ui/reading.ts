/** An article as a reader gets it: heads, paragraphs, captions. Jump markers leave the text and stay as quiet notes. */
import {
  articlesOf,
  articleTitle,
  columnOrder,
  HEAD_ROLES,
  isJumpLine,
  isPlaced,
  joinTwo,
  readingOrder,
  textOf,
  type Edition,
  type Fragment,
  type RoleId,
} from '../core/index.ts';

export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'jump'; readonly direction: 'to' | 'from'; readonly page: string | null };

export interface Block {
  /** What it is set as; a jump marker that no paragraph takes up stands alone. */
  readonly role: RoleId;
  readonly runs: readonly Run[];
  /** The fragment that it begins with. */
  readonly id: string;
}

/** Paragraphs that one cut by a column or a page goes on in. */
const RUNNING: ReadonlySet<RoleId> = new Set<RoleId>([
  'body',
  'lead',
  'unknown',
  'editor-note',
  'quote',
  'notice',
  'caption',
]);

interface Draft {
  role: RoleId;
  runs: Run[];
  id: string;
}

/** Adds text at a paragraph's end, joined as its lines are. */
function append(draft: Draft, text: string, notes: readonly Run[]): void {
  const last = draft.runs.at(-1);
  if (!notes.length && last?.kind === 'text') {
    draft.runs[draft.runs.length - 1] = { kind: 'text', text: joinTwo(last.text, text) };
    return;
  }
  const before = draft.runs.findLast((run) => run.kind === 'text');
  const joined = before ? joinTwo(before.text, text).slice(before.text.length) : text;
  draft.runs.push(...notes, { kind: 'text', text: joined });
}

/** Where both ends of a jump meet in one paragraph, one of them says enough. */
function atSeam(notes: readonly Run[]): readonly Run[] {
  const to = notes.filter((run) => run.kind === 'jump' && run.direction === 'to');
  return to.length ? to : notes;
}

/**
 * Fragments in reading order as blocks. A fragment that continues goes on in the paragraph before it, over markers, jump heads and captions
 * between; the markers stand at the seam.
 */
export function blocksOf(edition: Edition, fragments: readonly Fragment[]): Block[] {
  const blocks: Draft[] = [];
  /** Markers met since the last paragraph: they go to the seam, or stand alone. */
  let waiting: { run: Run; id: string }[] = [];
  const flush = (): void => {
    for (const { run, id } of waiting)
      blocks.push({ role: run.kind === 'jump' && run.direction === 'from' ? 'jump-from' : 'jump-to', runs: [run], id });
    waiting = [];
  };
  /** Whether the next text after a head goes on from before it: the markers then wait for that seam. */
  const cutAround = (at: number): boolean =>
    HEAD_ROLES.has(fragments[at]?.role ?? 'unknown') &&
    fragments.slice(at + 1).find((f) => RUNNING.has(f.role))?.continues === true;
  for (const [at, fragment] of fragments.entries()) {
    if (isJumpLine(fragment)) {
      const direction = fragment.role === 'jump-to' ? 'to' : 'from';
      waiting.push({ run: { kind: 'jump', direction, page: fragment.jump?.page ?? null }, id: fragment.id });
      continue;
    }
    // A jump head repeats the headline for the reader of the other page.
    if (fragment.role === 'jump-head') continue;
    const paragraphs = textOf(edition, fragment)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const target = fragment.continues
      ? blocks.findLast((block) => RUNNING.has(block.role) && block.role === fragment.role)
      : undefined;
    paragraphs.forEach((text, i) => {
      if (i === 0 && target) {
        append(target, text, atSeam(waiting.map(({ run }) => run)));
        waiting = [];
      } else {
        if (!cutAround(at)) flush();
        blocks.push({ role: fragment.role, runs: [{ kind: 'text', text }], id: fragment.id });
      }
    });
  }
  flush();
  return blocks;
}

export interface ReadingArticle {
  /** Null: what belongs to no article. */
  readonly id: string | null;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const articleReading = (edition: Edition, id: string): ReadingArticle => ({
  id,
  title: articleTitle(edition, id),
  blocks: blocksOf(edition, readingOrder(edition, id)),
});

/** A page: its articles' parts in the order of the outline, then what stands there alone. */
export function pageReading(edition: Edition, pageId: string): ReadingArticle[] {
  const found: ReadingArticle[] = [];
  for (const { id } of articlesOf(edition)) {
    const here = readingOrder(edition, id).filter((f) => isPlaced(f) && f.placement.page === pageId);
    if (here.length) found.push({ id, title: articleTitle(edition, id), blocks: blocksOf(edition, here) });
  }
  const loose = columnOrder(edition, pageId).filter((f) => !f.article);
  if (loose.length) found.push({ id: null, title: '', blocks: blocksOf(edition, loose) });
  return found;
}

const isText = (run: Run): run is Extract<Run, { kind: 'text' }> => run.kind === 'text';

/** What is copied: paragraphs with an empty line between, without the jump markers. */
export const plainText = (readings: readonly Pick<ReadingArticle, 'blocks'>[]): string =>
  readings
    .map(({ blocks }) =>
      blocks
        .map((block) =>
          block.runs
            .filter(isText)
            .map((run) => run.text)
            .join(''),
        )
        .filter((text) => text !== '')
        .join('\n\n'),
    )
    .filter((text) => text !== '')
    .join('\n\n\n');
