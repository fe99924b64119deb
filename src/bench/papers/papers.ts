/** Papers that nobody looked at, set with coordinates from the articles of the made pages: sources as a reader would give them, and what is true. */
import { join } from 'node:path';
import type { Source, SourceLine } from '../../core/model/edition.ts';
import { randomOf, type Random } from '../relay/random.ts';
import { storiesOf, type Story } from '../relay/stories.ts';
import type { TestEdition } from '../sets.ts';
import { columnsOf, layPage, type LaidPage } from './layout.ts';
import { PAPERS, paperByChance, paperNamed, type PaperStyle } from './style.ts';
import type { SetLine } from './type.ts';

const ALSO: { readonly [role: string]: readonly string[] } = {
  byline: ['body'],
  folio: ['masthead', 'imprint', 'unknown'],
  headline: ['subhead', 'kicker'],
  kicker: ['headline', 'subhead', 'section'],
  subhead: ['kicker', 'lead', 'headline'],
  crosshead: ['subhead'],
};
/** Longer stories would fill a page alone. */
const MOST_PARAGRAPHS = 9;

/** Names the block of each line. */
function blockOf(line: SetLine, style: PaperStyle): string {
  const columns = columnsOf(style);
  const column = columns.findIndex(({ x, width }) => line.box[0] < x + width);
  if (style.blocks === 'paragraph') return `${line.segment}:${column}`;
  if (style.blocks === 'article') return line.article ?? line.segment;
  if (style.blocks === 'column') return `c${column}`;
  return `b${Math.floor(column / 2)}.${Math.floor(line.box[1] / 700)}`;
}

interface Segment {
  readonly file: string;
  readonly spans: [number, number][];
  readonly role: string;
  readonly article: string | null;
  readonly also: readonly string[];
  readonly alsoArticle: readonly string[];
}

function sourceOf(
  page: LaidPage,
  style: PaperStyle,
  file: string,
  id: string,
  random: Random,
  segments: Map<string, Segment>,
): Source {
  const order = new Map<string, SetLine[]>();
  for (const line of page.lines) {
    line.block = blockOf(line, style);
    order.set(line.block, [...(order.get(line.block) ?? []), line]);
  }
  let text = '';
  const lines: SourceLine[] = [];
  const spans = new Map<SetLine, [number, number]>();
  for (const line of random.shuffled([...order.values()]).flat()) {
    const start = text.length;
    text += `${line.text}\n`;
    lines.push({
      start,
      end: start + line.text.length,
      box: line.box,
      ref: `L${lines.length}`,
      ...(style.blocks === 'none' ? {} : { block: line.block }),
      ...(style.sizes ? { size: Math.round(line.size / 3), ...(line.bold ? { bold: true } : {}) } : {}),
    });
    spans.set(line, [start, start + line.text.length]);
  }
  for (const line of page.lines) {
    const segment = segments.get(line.segment) ?? {
      file,
      spans: [],
      role: line.role,
      article: line.article,
      also: ALSO[line.role] ?? [],
      alsoArticle: [],
    };
    segments.set(line.segment, segment);
    segment.spans.push(spans.get(line) as [number, number]);
  }
  return {
    id,
    name: file,
    mediaType: 'application/alto+xml',
    encoding: 'utf-8',
    sha256: '',
    text,
    lines,
    separators: page.separators,
    pictures: page.pictures,
    width: style.width,
    height: style.height,
    unit: 'px',
  };
}

export function paperEdition(name: string, style: PaperStyle, stories: readonly Story[], seed: number): TestEdition {
  const random = randomOf(seed);
  const some = random
    .shuffled(stories)
    .map((story) => ({ ...story, paragraphs: story.paragraphs.slice(0, MOST_PARAGRAPHS) }));
  const segments = new Map<string, Segment>();
  const each = Math.min(30, Math.floor(some.length / 2));
  const sources = [1, 2].map((number) =>
    sourceOf(
      layPage(style, some.slice((number - 1) * each, number * each), number, `p${number}`, random),
      style,
      `page-${number}.xml`,
      `s${number}`,
      random,
      segments,
    ),
  );
  const list = [...segments.values()];
  const ids = [...new Set(list.flatMap(({ article }) => article ?? []))];
  const articles = ids.map((id) => ({
    id,
    reading: list.flatMap((segment, i) => (segment.article === id ? [i] : [])),
  }));
  return {
    set: name,
    name: `${name} ${seed}`,
    sources,
    truth: { files: sources.map((source) => source.name), articles, links: [], segments: list },
  };
}

export function paperEditions(corpus: string, seeds: number, from = 1): TestEdition[] {
  const stories = new Map<string, Story[]>();
  const storiesIn = (script: string): Story[] => {
    const known = stories.get(script) ?? storiesOf(join(corpus, 'made-pages'), script);
    stories.set(script, known);
    return known;
  };
  const seedsOf = Array.from({ length: seeds }, (_, i) => from + i);
  return [
    ...Object.keys(PAPERS).flatMap((name) =>
      seedsOf.map((seed) => paperEdition(name, paperNamed(name), storiesIn(paperNamed(name).script), seed)),
    ),
    ...Array.from({ length: 8 * seeds }, (_, i) => {
      const style = paperByChance(from * 100 + i);
      return paperEdition('by chance', style, storiesIn(style.script), from * 100 + i);
    }),
  ];
}
