/** Frames of a front page: what extraction reads at one go. Their order is that of the page program, not of the reader. */
import { ALSO, type Segment } from '../relay.ts';
import type { Random } from '../random.ts';

export interface FrontLine {
  readonly raw: string;
  /** No blank line stands between it and the line before it, where one stands after each line. */
  readonly glued: boolean;
}

export interface FrontBlock {
  readonly segment: Segment;
  readonly lines: FrontLine[];
  /** It stands on the last line of the block before it. */
  readonly sameLine?: true;
}

export type Frame = readonly FrontBlock[];

/** Frames of one article in the file's order, and heads that stand somewhere else. */
export interface LaidArticle {
  readonly id: string;
  readonly frames: readonly Frame[];
  readonly away: readonly Frame[];
}

const FRONT_ALSO: { readonly [role: string]: readonly string[] } = {
  ...ALSO,
  crosshead: ['subhead'],
  folio: ['masthead', 'imprint', 'unknown', 'ignore'],
  imprint: ['masthead', 'folio', 'unknown', 'ignore', 'byline', 'source'],
  masthead: ['folio', 'imprint', 'unknown', 'ignore', 'section', 'notice'],
  subhead: ['kicker', 'lead', 'headline', 'section', 'crosshead'],
};

export function segmentOf(file: string, role: string, article: string | null, text: string): Segment {
  return { file, spans: [], role, article, also: [...(FRONT_ALSO[role] ?? [])], alsoArticle: [], text };
}

/** Cuts a frame at some line into two. */
export function cutFrame(frame: Frame, random: Random): [Frame, Frame] {
  const count = frame.reduce((sum, block) => sum + block.lines.length, 0);
  const at = random.whole(Math.ceil(count * 0.3), Math.floor(count * 0.7));
  const first: FrontBlock[] = [];
  const second: FrontBlock[] = [];
  let seen = 0;
  for (const { segment, lines } of frame) {
    const own = Math.max(0, Math.min(lines.length, at - seen));
    if (own) first.push({ segment, lines: lines.slice(0, own) });
    if (own < lines.length) second.push({ segment, lines: lines.slice(own) });
    seen += lines.length;
  }
  return [first, second];
}

/** Puts heads into a body between two of its lines, or between two of its paragraphs. */
export function pierce(frame: Frame, foreign: Frame, betweenLines: boolean, random: Random): Frame {
  const bodies = frame.flatMap((block, i) => (block.segment.role === 'body' ? [i] : []));
  const at = bodies.length ? random.pick(bodies) : -1;
  const block = frame[at];
  if (!block) return [...frame, ...foreign];
  if (!betweenLines || block.lines.length < 6) {
    const next = frame[at + 1]?.segment.role === 'jump-to' ? at : at + 1;
    return [...frame.slice(0, next), ...foreign, ...frame.slice(next)];
  }
  const line = random.whole(2, block.lines.length - 3);
  const { segment, lines } = block;
  return [
    ...frame.slice(0, at),
    { segment, lines: lines.slice(0, line) },
    ...foreign,
    { segment, lines: lines.slice(line) },
    ...frame.slice(at + 1),
  ];
}

export interface WriteLook {
  readonly rhythm: 'lines' | 'blocks' | 'none';
  readonly indented: number;
  readonly trailing: number;
}

/** The dump of a page; notes where every segment stands in it. */
export function writeFrames(frames: readonly Frame[], look: WriteLook, segments: Segment[], random: Random): string {
  let text = '';
  for (const frame of frames)
    frame.forEach(({ segment, lines, sameLine }, b) => {
      lines.forEach(({ raw, glued }, n) => {
        if (sameLine) text = text.trimEnd();
        else if (text) text += look.rhythm === 'none' || (n > 0 && (glued || look.rhythm === 'blocks')) ? '\n' : '\n\n';
        if (b === 0 && n === 0 && random.chance(look.indented)) text += ' '.repeat(random.whole(1, 4));
        const start = text.length;
        text += raw.trimEnd();
        const span = segment.spans.at(-1);
        if (n > 0 && span) span[1] = text.length;
        else {
          segment.spans.push([start, text.length]);
          if (segment.spans.length === 1) segments.push(segment);
        }
        if (raw !== raw.trimEnd() || random.chance(look.trailing)) text += ' ';
      });
    });
  return `${text}\n`;
}
