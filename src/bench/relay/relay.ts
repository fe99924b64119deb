/**
 * Lays articles out anew: other seeds, measures, neighbours, orders and wordings than those of the pages that the engine was developed on.
 * Gives the dump of every page and what is true of it, in the scorer's form.
 */
import type { Random } from './random.ts';
import { randomOf } from './random.ts';
import { setHan, setLatin, spaceOut } from './set-lines.ts';
import type { Story } from './stories.ts';
import { editionStyle, pageStyle, slugOf, type EditionStyle, type Kind, type Manner, type PageStyle } from './style.ts';

export interface RelaidEdition {
  readonly name: string;
  readonly pages: readonly { readonly name: string; readonly text: string }[];
  readonly truth: unknown;
}

export interface Segment {
  file: string;
  spans: [number, number][];
  role: string;
  article: string | null;
  also: string[];
  alsoArticle: string[];
  text: string;
}

/** Lines of one segment, or of one part of it, that stand together. */
interface Block {
  readonly segment: Segment;
  readonly lines: readonly string[];
}

/** An article as far as it stands on one page. */
interface Part {
  readonly id: string;
  readonly story: Story;
  readonly paragraphs: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

export const ALSO: { readonly [role: string]: readonly string[] } = {
  byline: ['body'],
  folio: ['masthead', 'imprint', 'unknown', 'ignore'],
  headline: ['subhead', 'jump-head'],
  'jump-from': ['crosshead', 'subhead'],
  kicker: ['headline', 'subhead'],
  section: ['kicker', 'subhead', 'headline', 'teaser', 'masthead'],
  subhead: ['kicker', 'lead', 'headline'],
  teaser: ['headline', 'subhead', 'kicker', 'body'],
};

export function relay(
  kind: Kind,
  manner: Manner,
  seed: number,
  stories: readonly Story[],
  pageCount?: number,
): RelaidEdition {
  const random = randomOf(seed);
  const style = editionStyle(kind, manner, random);
  const count = pageCount ?? random.pick([1, 1, 2, 2, 3]);
  const parts: Part[][] = Array.from({ length: count }, () => []);
  const links: { article: string; toPage: string }[] = [];
  let deck: Story[] = [];
  let number = 0;
  for (let page = 0; page < count; page++) {
    const own = random.whole(4, kind === 'zh-Hant' ? 5 : 7);
    while (parts[page]!.length < Math.max(own, parts[page]!.length ? 0 : 1)) {
      if (!deck.length) deck = random.shuffled(stories);
      const story = deck.pop()!;
      const id = `a${number++}`;
      const jumps = page + 1 < count && story.paragraphs.length > 1 && random.chance(style.jumps);
      if (!jumps) {
        parts[page]!.push({ id, story, paragraphs: story.paragraphs, from: null, to: null });
        continue;
      }
      const target = Math.min(count - 1, page + random.whole(1, Math.min(2, count - 1 - page)));
      const at = random.whole(1, story.paragraphs.length - 1);
      parts[page]!.push({ id, story, paragraphs: story.paragraphs.slice(0, at), from: null, to: String(target + 1) });
      parts[target]!.push({ id, story, paragraphs: story.paragraphs.slice(at), from: String(page + 1), to: null });
      links.push({ article: id, toPage: String(target + 1) });
    }
  }
  const segments: Segment[] = [];
  const reading = new Map<string, Segment[]>();
  const pages = parts.map((own, i) => {
    const label = String(i + 1);
    const file = `page-${label}.txt`;
    const look = pageStyle(style, manner, label, kind, random);
    const blocks = layPage(random.shuffled(own), file, style, look, random, reading);
    return { name: file, text: write(blocks, look, segments) };
  });
  const articles = [...reading].map(([id, own]) => ({ id, reading: own.map((segment) => segments.indexOf(segment)) }));
  return {
    name: `${kind} ${manner} ${seed}`,
    pages,
    truth: { files: pages.map((page) => page.name), articles, links, segments },
  };
}

function layPage(
  parts: readonly Part[],
  file: string,
  style: EditionStyle,
  look: PageStyle,
  random: Random,
  reading: Map<string, Segment[]>,
): Block[] {
  const make = (role: string, article: string | null, text: string): Segment => ({
    file,
    spans: [],
    role,
    article,
    also: [...(ALSO[role] ?? [])],
    alsoArticle: [],
    text,
  });
  const head = (role: string, id: string, text: string): Block => ({
    segment: make(role, id, text),
    lines: style.han ? [text] : setLatin(text, role === 'headline' ? 26 : 40, 0, random),
  });
  const laid = parts.map((part) => {
    const { id, story } = part;
    const measure = random.pick(look.measures);
    const spaced = style.han && random.chance(look.spacedArticles);
    const slug = slugOf(story.headline);
    const headText = part.from === null ? story.headline : style.jumpHead(story.headline);
    const heads = [
      ...(part.from === null && story.kicker ? [head('kicker', id, story.kicker)] : []),
      ...(headText ? [head('headline', id, headText)] : []),
      ...(part.from === null && story.subhead ? [head('subhead', id, story.subhead)] : []),
    ];
    const single = (role: string, text: string): Block => ({ segment: make(role, id, text), lines: [text] });
    const body = [
      ...(part.from === null ? (story.byline ? [single('byline', story.byline)] : []) : []),
      ...(part.from === null ? [] : [single('jump-from', style.from(part.from, slug))]),
      ...part.paragraphs.map((text, n): Block => {
        const lines = style.han ? setHan(text, measure, 2) : setLatin(text, measure, look.hyphens, random);
        const segment = make('body', id, text);
        if (n === 0) segment.also = ['byline', 'lead'];
        return {
          segment,
          lines: lines.map((line) =>
            style.han && (spaced || random.chance(look.spacedLines)) ? spaceOut(line) : line,
          ),
        };
      }),
      ...(part.to === null ? [] : [single('jump-to', style.to(part.to, slug))]),
    ];
    reading.set(id, [...(reading.get(id) ?? []), ...[...heads, ...body].map((block) => block.segment)]);
    return { id, heads, body };
  });
  const blocks = style.woven ? weave(laid, look, random) : stack(laid, look, style, random, make);
  const folio =
    look.folio === null ? [] : [{ segment: make('folio', null, undouble(look.folio)), lines: [look.folio] }];
  const pointed = random.pick(parts).story.headline;
  const teaser = `${pointed.slice(0, 12)}▶`;
  const page = random.whole(2, 8);
  return [
    ...folio,
    ...blocks,
    ...(look.teaser
      ? [{ segment: make('teaser', null, `${teaser}${page}版`), lines: [`${teaser}${page}${page}版版`] }]
      : []),
  ];
}

const undouble = (folio: string): string => folio.replace(/^(\d\d)\1$/u, '$1').replace(/^(\d)\1版版$/u, '$1版');

type Laid = { readonly id: string; readonly heads: readonly Block[]; readonly body: readonly Block[] };

/** One article after the other; some heads stand in a later article. */
function stack(
  laid: readonly Laid[],
  look: PageStyle,
  style: EditionStyle,
  random: Random,
  make: (role: string, article: string | null, text: string) => Segment,
): Block[] {
  const groups: Block[][] = [];
  const strays: { blocks: readonly Block[]; after: number }[] = [];
  laid.forEach(({ id, heads, body }, n) => {
    const away = n + 1 < laid.length && random.chance(look.strays);
    if (away) strays.push({ blocks: heads, after: random.whole(n + 1, Math.min(laid.length - 1, n + 2)) });
    const own = away ? [...body] : look.heads === 'before' ? [...heads, ...body] : [...body, ...heads];
    if (random.chance(look.sections)) {
      const text = random.pick(style.sections);
      const segment = make('section', null, text);
      segment.alsoArticle = [id];
      if (look.heads === 'before') own.unshift({ segment, lines: [text] });
      else own.push({ segment, lines: [text] });
    }
    groups.push(own);
  });
  for (const { blocks, after } of strays) {
    const group = groups[after]!;
    const places = group.flatMap((block, i) =>
      block.segment.role === 'body' && group[i + 1]?.segment.role === 'body' ? [i + 1] : [],
    );
    group.splice(places.length && random.chance(0.6) ? random.pick(places) : group.length, 0, ...blocks);
  }
  return groups.flat();
}

/** Side by side, each in columns of one depth, read column by column in turn. */
function weave(laid: readonly Laid[], look: PageStyle, random: Random): Block[] {
  const queue = laid.map(({ heads, body }) => ({ heads, legs: cut(body, random) }));
  const slots = queue.splice(0, random.whole(3, Math.max(3, Math.min(6, laid.length - 1))));
  const out: Block[] = [];
  const last: (readonly Block[])[] = [];
  const started = new Set<unknown>();
  while (slots.length) {
    for (let s = 0; s < slots.length; s++) {
      let slot = slots[s]!;
      if (!slot.legs.length) {
        const next = queue.shift();
        if (!next) {
          slots.splice(s--, 1);
          continue;
        }
        slots[s] = slot = next;
      }
      if (!started.has(slot)) {
        started.add(slot);
        if (look.heads === 'last') last.push(slot.heads);
        else out.push(...slot.heads);
      }
      out.push(...slot.legs.shift()!);
    }
  }
  return [...out, ...random.shuffled(last).flat()];
}

/** An article's lines in columns of one depth. */
function cut(body: readonly Block[], random: Random): Block[][] {
  const lines = body.flatMap((block) => block.lines.map((line) => ({ line, segment: block.segment })));
  const most = Math.max(1, Math.min(5, Math.floor(lines.length / 10)));
  const depth = Math.ceil(lines.length / random.whole(Math.min(2, most), most));
  const legs: Block[][] = [];
  for (let at = 0; at < lines.length; at += depth) {
    const leg: { segment: Segment; lines: string[] }[] = [];
    for (const { line, segment } of lines.slice(at, at + depth)) {
      const open = leg.at(-1);
      if (open?.segment === segment) open.lines.push(line);
      else leg.push({ segment, lines: [line] });
    }
    legs.push(leg);
  }
  return legs;
}

const HEADS = new Set(['headline', 'kicker', 'subhead']);

/** The dump of a page; notes where every segment stands in it. */
function write(blocks: readonly Block[], look: PageStyle, segments: Segment[]): string {
  let text = '';
  blocks.forEach(({ segment, lines }, i) => {
    if (i) text += look.rhythm === 'none' ? '\n' : '\n\n';
    const start = text.length;
    const parted = look.rhythm === 'all' || (look.rhythm === 'lines' && !HEADS.has(segment.role));
    text += lines.join(parted ? '\n\n' : '\n');
    segment.spans.push([start, text.length]);
    if (segment.spans.length === 1) segments.push(segment);
  });
  return `${text}\n`;
}
