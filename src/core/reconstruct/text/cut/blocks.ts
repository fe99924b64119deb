/** From the state of each line to blocks of lines: paragraphs, heads, lines that stand alone. */
import type { RoleId } from '../../../model/role.ts';
import type { Message } from '../../../model/message.ts';
import type { CutPage } from './lines.ts';
import { endsSentence } from './sentence.ts';
import type { Mark } from './marks.ts';
import type { LineState } from './decode.ts';
import type { Margins } from './margins.ts';
import { hiddenStarts } from './paragraph-ends.ts';
import { liftKickers } from './kickers.ts';
import { liftHeads } from './lift-heads.ts';
import { nameHeads, splitHead } from './heads.ts';
import { nameTexts } from './texts.ts';

export interface Block {
  readonly first: number;
  readonly last: number;
  readonly kind: 'text' | 'head' | 'alone';
  readonly role: RoleId;
  readonly measure: number | null;
  readonly startsOpen: boolean;
  readonly endsOpen: boolean;
  readonly confidence: number;
  readonly reason: Message;
  readonly mark: Mark;
}

function bodyReason(mark: Mark, resumed: boolean, hidden: boolean, measure: number | null): Message {
  if (hidden) return { code: 'cut.body-full-line' };
  if (mark.opens) return { code: 'cut.body-opening' };
  if (resumed) return { code: 'cut.body-resumed' };
  return measure === null ? { code: 'cut.body-one-line' } : { code: 'cut.body', params: { measure } };
}

/** Set so that of pieces with 0.9 and more hardly one in a hundred is wrong. */
const confidenceOf = (margin: number): number => Math.round((0.5 + 0.49 * (1 - Math.exp(-margin / 1.6))) * 100) / 100;
/** Three of five ends that a full line hides are real. */
const HIDDEN = 0.6;

export function blocksOf(
  page: CutPage,
  marks: readonly Mark[],
  states: readonly LineState[],
  margins: Margins,
): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < page.lines.length;) {
    const state = states[i];
    const mark = marks[i];
    if (!state || !mark) break;
    let j = i;
    const goesOn = (): boolean => {
      const next = states[j + 1];
      if (!next) return false;
      if (state.kind === 'first' || state.kind === 'more')
        return next.kind === 'more' && next.measure === state.measure;
      if (state.kind === 'alone') return next.kind === 'alone' && marks[j + 1]?.joins === true;
      return next.kind === 'head-more';
    };
    while (goesOn()) j++;
    const least = Math.min(margins.begin[i] ?? 0, ...margins.kind.slice(i, j + 1));
    const base = { first: i, last: j, mark, confidence: confidenceOf(least) };
    if (state.kind === 'alone') {
      const role = mark.alone ?? 'unknown';
      blocks.push({
        ...base,
        kind: 'alone',
        role,
        measure: null,
        startsOpen: false,
        endsOpen: false,
        reason: { code: `cut.${role}` },
      });
    } else if (state.kind === 'first' || state.kind === 'more') {
      const starts = [i, ...hiddenStarts(page, i, j)];
      starts.forEach((first, n) => {
        const last = (starts[n + 1] ?? j + 1) - 1;
        const measure = j > i ? state.measure : null;
        const endsOpen = !endsSentence(page.lines[last]?.text ?? '');
        blocks.push({
          ...base,
          first,
          last,
          mark: marks[first] ?? mark,
          kind: 'text',
          role: 'body',
          measure,
          startsOpen: n === 0 && state.kind === 'more',
          endsOpen,
          ...(n ? { confidence: HIDDEN } : {}),
          reason: bodyReason(marks[first] ?? mark, state.kind === 'more', n > 0, measure),
        });
      });
    } else
      for (const [first, last] of page.lines[i]?.parted ? [[i, j] as const] : splitHead(page, i, j)) {
        const own = marks[first] ?? mark;
        blocks.push({
          ...base,
          first,
          last,
          mark: own,
          kind: 'head',
          role: 'headline',
          measure: null,
          startsOpen: false,
          endsOpen: false,
          reason: { code: 'cut.headline' },
        });
      }
    i = j + 1;
  }
  return nameTexts(page, nameHeads(page, marks, liftKickers(page, marks, liftHeads(page, marks, blocks))));
}
