/** What an article's part on a page shows at its two ends: may it go on elsewhere, may it come from elsewhere? */
import type { Group } from './articles.ts';
import { beginsOpen, breaksWord, endsSentence } from './sentence.ts';

export interface PartEnds {
  /** A head stands at its top. */
  readonly headed: boolean;
  /** Its first words read like the middle of a sentence. */
  readonly startsOpen: boolean;
  /** Its first line begins at the column's edge, where paragraphs are indented. */
  readonly startsFlush: boolean;
  /** Its last line breaks off: full, and without a sentence's end. */
  readonly endsOpen: boolean;
  readonly breaksWord: boolean;
  /** Which band of the page it stands in, from the top. */
  readonly band: number;
  /** Body height of its letters, in the source's unit, and the width of its column: a part in other type is another text. */
  readonly height: number;
  readonly width: number;
  /** Its head says that it goes on for several issues or pages. */
  readonly serial: boolean;
  readonly advertisement: boolean;
  /** It came without a head and is all that stands on its page, or nearly: heads may have been missed, so that it may be several articles. */
  readonly undivided: boolean;
}

/** Share of the page's letters from which a part is nearly all of it. */
const NEARLY_ALL = 0.9;

const SERIAL = /feuilleton|fortsetzung|\(suite\)|^suite$|continued|folletín|folletin|appendice|連載|连载|小说连载/iu;

const lettersOf = (group: Group): number =>
  group.units.reduce(
    (sum, { fragment }) => sum + fragment.lines.reduce((n, { placed }) => n + placed.line.letters, 0),
    0,
  );

export function endsOf(group: Group, page: readonly Group[]): PartEnds {
  const bodies = group.units.flatMap(({ fragment }) => (fragment.kind === 'body' ? fragment.lines : []));
  const [first, last] = [bodies[0], bodies.at(-1)];
  const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const lastText = last?.placed.line.text ?? '';
  return {
    headed: group.headed,
    startsOpen: first !== undefined && beginsOpen(first.placed.line.text),
    startsFlush: first !== undefined && first.placed.strip !== null && first.left < 0.4,
    endsOpen: last !== undefined && (breaksWord(lastText) || (!endsSentence(lastText) && last.right < 1.5)),
    breaksWord: breaksWord(lastText),
    band: group.band,
    height: median(bodies.map(({ placed }) => placed.line.y1 - placed.line.y0)),
    width: median(bodies.map(({ placed }) => placed.x1 - placed.x0)),
    undivided: !group.headed && lettersOf(group) >= NEARLY_ALL * page.reduce((sum, other) => sum + lettersOf(other), 0),
    advertisement: group.kind === 'advertisement',
    serial: group.units.some(
      ({ fragment }) => fragment.kind === 'head' && fragment.lines.some(({ placed }) => SERIAL.test(placed.line.text)),
    ),
  };
}
