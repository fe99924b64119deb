/** What extraction does to text, and the way back: every repair has a code, is visible and can be taken back; the source stays as it was. */
import { trimLines } from './indents.ts';
import { unDoubleGlyphs } from './doubled-glyphs.ts';
import { closeLetterSpacing } from './letter-spacing.ts';
import { closeFieldSpacing, closeLatinSpacing } from './latin-spacing.ts';
import { joinDropCap } from './drop-cap.ts';
import { joinHyphens } from './hyphens.ts';
import { joinLines } from './join-lines.ts';
import { joinCouplet } from './head-lines.ts';

export { isHan } from './han.ts';
export { fullWidth } from './full-width.ts';
export { readLines } from './read-lines.ts';
export { vocabularyOf } from './hyphens.ts';

export type RepairCode = 'letter-spacing' | 'latin-spacing' | 'doubled-glyphs' | 'join-lines' | 'hyphens' | 'indents';

export interface Repair {
  readonly code: RepairCode;
  /** Text may have several lines. `vocabulary`: words of the page in lower case; only `hyphens` asks for it. */
  apply(text: string, vocabulary?: ReadonlySet<string>): string;
}

/** In the order in which they are applied. */
export const REPAIRS: readonly Repair[] = [
  { code: 'indents', apply: trimLines },
  { code: 'doubled-glyphs', apply: unDoubleGlyphs },
  { code: 'letter-spacing', apply: closeLetterSpacing },
  { code: 'hyphens', apply: (text, vocabulary) => joinHyphens(joinDropCap(text, vocabulary), vocabulary) },
  { code: 'join-lines', apply: joinLines },
  { code: 'latin-spacing', apply: closeLatinSpacing },
];

export interface RepairContext {
  /** A head keeps the spaces that part its clauses, and a couplet set in two lines is parted by one. */
  readonly head?: boolean;
  /** The page's words, for broken words: see `vocabularyOf`. */
  readonly vocabulary?: ReadonlySet<string>;
  /** Pairs of Han that stand beside each other on the page: they tell a head's wrap from the gap between two clauses. */
  readonly pairs?: ReadonlySet<string>;
  /** Keep the spaces round digits and Latin in Han text. */
  readonly keepLatinSpacing?: boolean;
  /** A line of fields, each with a gap before it: masthead, imprint, folio. */
  readonly fields?: boolean;
}

/** Applies all repairs to the lines of one paragraph or head. `repairs` names those that changed something, in order. */
export function repairParagraph(
  rawLines: readonly string[],
  context: RepairContext = {},
): { text: string; repairs: RepairCode[] } {
  let text = rawLines.join('\n');
  const repairs: RepairCode[] = [];
  for (const repair of REPAIRS) {
    if (repair.code === 'latin-spacing' && context.keepLatinSpacing) continue;
    const before = text;
    text =
      repair.code === 'join-lines' && context.head
        ? joinCouplet(text, context.pairs)
        : repair.code === 'latin-spacing' && context.fields
          ? closeFieldSpacing(text)
          : repair.apply(text, context.vocabulary);
    if (text !== before) repairs.push(repair.code);
  }
  return { text, repairs };
}
