/** English front pages made anew: heads in capitals, decks, bylines, drop caps parted from their words, jump lines, refers, captions, an ear with the weather. */
import type { Random } from '../random.ts';
import { randomOf } from '../random.ts';
import type { RelaidEdition, Segment } from '../relay.ts';
import { setLatin } from '../set-lines.ts';
import type { Story } from '../stories.ts';
import { slugOf, TO } from '../style.ts';
import { doubled } from './damage.ts';
import { cutFrame, pierce, segmentOf, writeFrames, type Frame, type FrontBlock, type FrontLine } from './frames.ts';
import {
  bylineOf,
  creditOf,
  datelineOf,
  labelOf,
  mastheadOf,
  paperOf,
  personOf,
  referOf,
  townOf,
} from './furniture-latin.ts';

interface Look {
  readonly heads: 'before' | 'after' | 'mixed';
  readonly strays: number;
  readonly holes: number;
  readonly frames: number;
  readonly apart: number;
  readonly measures: readonly number[];
  readonly rhythm: 'lines' | 'blocks' | 'none';
  readonly indented: number;
  readonly trailing: number;
  readonly hyphens: number;
  readonly capitals: number;
  readonly boldTwice: number;
  readonly dropCaps: number;
  readonly jumps: number;
  readonly bylines: number;
  readonly refers: number;
  readonly captions: number;
  readonly masthead: 'top' | 'scattered' | 'bottom' | 'none';
}

function lookOf(random: Random): Look {
  return {
    heads: random.pick(['before', 'before', 'before', 'after', 'mixed']),
    strays: random.pick([0, 0, 0.15]),
    holes: random.pick([0, 0, 0.2]),
    frames: random.pick([0, 0.2, 0.4]),
    apart: random.pick([0, 0, 0.4]),
    measures: random.shuffled([26, 28, 30, 32, 34, 36, 38, 42, 46]).slice(0, random.whole(1, 3)),
    rhythm: random.pick(['lines', 'lines', 'blocks', 'blocks', 'none']),
    indented: random.pick([0, 0.2]),
    trailing: random.pick([0, 0.1]),
    hyphens: random.pick([0.2, 0.5, 0.7]),
    capitals: random.pick([0, 0, 0.3, 1]),
    boldTwice: random.pick([0, 0, 0.2]),
    dropCaps: random.pick([0, 0.2, 0.5]),
    jumps: random.pick([0.2, 0.5, 0.8]),
    bylines: random.pick([0.5, 0.8, 1]),
    refers: random.pick([0, 2, 3, 5]),
    captions: random.whole(0, 2),
    masthead: random.pick(['top', 'top', 'top', 'scattered', 'bottom', 'none']),
  };
}

interface Desk {
  readonly random: Random;
  readonly look: Look;
  readonly file: string;
  readonly town: string;
  readonly paper: string;
  readonly reading: Map<string, Segment[]>;
}

interface Part {
  readonly id: string;
  readonly story: Story;
  readonly paragraphs: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

const linesOf = (rows: readonly string[], glued = false): FrontLine[] =>
  rows.map((raw, n) => ({ raw, glued: n > 0 && glued }));

const FROM = [
  (p: string) => `From Page ${p}`,
  (p: string) => `Continued from Page ${p}`,
  (p: string, slug: string) => `${slug}: Continued from ${p}`,
  (p: string, slug: string) => `${slug} From Page ${p}`,
  (p: string) => `CONTINUED FROM ${p}`,
  (p: string, slug: string) => `${slug}, From Page ${p}`,
];

function layArticle({ id, story, paragraphs, from, to }: Part, desk: Desk): { heads: Frame; body: Frame } {
  const { random, look, file } = desk;
  const make = (role: string, text: string, lines: FrontLine[]): FrontBlock => ({
    segment: segmentOf(file, role, id, text),
    lines,
  });
  const slug = slugOf(story.headline).replace(/[^\p{Lu}\p{N}]/gu, '') || 'STORY';
  const heads: FrontBlock[] = [];
  const head = (role: string, text: string, measure: number): void => {
    const shown = role === 'headline' && random.chance(look.capitals) ? text.toUpperCase() : text;
    const rows = setLatin(shown, measure, 0, random);
    const twice = random.chance(look.boldTwice);
    heads.push(make(role, shown, linesOf(twice ? rows.map(doubled) : rows, true)));
  };
  if (from === null) {
    if (story.kicker && random.chance(0.5)) head('kicker', story.kicker, 40);
    head('headline', story.headline, random.pick([16, 20, 26, 34, 48]));
    if (story.subhead) head('subhead', story.subhead, random.pick([24, 30, 40, 56]));
  } else if (random.chance(0.7))
    head('headline', random.chance(0.5) ? slug : story.headline, random.pick([20, 30, 44]));
  const measure = random.pick(look.measures);
  const body: FrontBlock[] = [];
  if (from !== null) {
    const text = random.pick(FROM)(from, slug);
    body.push(make('jump-from', text, linesOf([text])));
  } else if (random.chance(look.bylines)) {
    const rows = bylineOf(desk.paper, random);
    const byline = make('byline', rows.join(' '), linesOf(rows, random.chance(0.7)));
    byline.segment.also.push('source', 'headline', 'kicker');
    body.push(byline);
  }
  paragraphs.forEach((paragraph, n) => {
    const text = n === 0 && from === null ? datelineOf(desk.town, random) + paragraph : paragraph;
    const rows = setLatin(text, measure, look.hyphens, random);
    const block = make('body', text, linesOf(rows));
    if (n === 0) {
      block.segment.also = ['byline', 'lead'];
      // a drop cap stands by itself, parted from its word
      if (from === null && /^\p{Lu}\p{Ll}/u.test(text) && random.chance(look.dropCaps)) {
        const first = rows[0]!;
        block.lines[0] = { raw: first.slice(1), glued: random.chance(0.6) };
        block.lines.unshift({ raw: first.slice(0, 1), glued: false });
      }
    }
    body.push(block);
  });
  if (to !== null) {
    const text = random.pick(TO.latin)(to, slug);
    body.push(make('jump-to', text, linesOf([text])));
  }
  desk.reading.set(id, [...(desk.reading.get(id) ?? []), ...[...heads, ...body].map((block) => block.segment)]);
  return { heads, body };
}

/** A caption says who is to be seen, in the words of the article; the credit may stand on a line of its own. */
function layCaption(story: Story, id: string, desk: Desk): Frame {
  const { random, file } = desk;
  const sentence =
    /^[^.]{20,160}\./u.exec(random.pick(story.paragraphs))?.[0] ??
    `${personOf(random)} waits outside the hall on Tuesday.`;
  const credit = creditOf(random);
  const rows = setLatin(sentence, random.pick([38, 56, 70]), 0, random);
  const caption: FrontBlock = { segment: segmentOf(file, 'caption', id, sentence), lines: linesOf(rows, true) };
  const own: FrontBlock = { segment: segmentOf(file, 'photo-credit', id, credit), lines: linesOf([credit]) };
  own.segment.also = ['caption', 'byline', 'source'];
  caption.segment.also = ['body', 'subhead'];
  const frame = random.chance(0.3) ? [caption] : random.chance(0.7) ? [caption, own] : [own, caption];
  desk.reading.get(id)!.push(...frame.map((block) => block.segment));
  return frame;
}

function layPage(parts: readonly Part[], desk: Desk, first: boolean): Frame[] {
  const { random, look, file } = desk;
  const groups: Frame[][] = [];
  const late: { frame: Frame; from: number }[] = [];
  const loose: Frame[] = [];
  for (const part of parts) {
    const { heads, body } = layArticle(part, desk);
    let frames: Frame[] = [body];
    if (body.reduce((sum, block) => sum + block.lines.length, 0) > 24 && random.chance(look.frames))
      frames = cutFrame(body, random);
    if (frames.length > 1 && random.chance(look.apart)) late.push({ frame: frames.pop()!, from: groups.length });
    if (heads.length) {
      if (random.chance(look.strays)) late.push({ frame: heads, from: groups.length });
      else if (look.heads === 'after' || (look.heads === 'mixed' && random.chance(0.5))) frames.push(heads);
      else frames.unshift(heads);
    }
    groups.push(frames);
  }
  const line = (role: string, raw: string, text = raw): FrontBlock => ({
    segment: segmentOf(file, role, null, text),
    lines: linesOf([raw]),
  });
  if (first) {
    for (const part of random.shuffled(parts).slice(0, look.captions))
      loose.push(layCaption(part.story, part.id, desk));
    if (look.refers) {
      const refers = Array.from({ length: look.refers }, () => line('teaser', referOf(random)));
      loose.push(random.chance(0.7) ? [line('section', labelOf(random)), ...refers] : refers);
    }
  }
  for (const { frame, from } of late) {
    const group = groups[Math.min(groups.length - 1, from + random.whole(1, 2))]!;
    const host = group.findIndex((own) => own.some((block) => block.segment.role === 'body'));
    if (frame[0]!.segment.role !== 'body' && host >= 0 && random.chance(look.holes))
      group[host] = pierce(group[host]!, frame, random.chance(0.5), random);
    else group.push(frame);
  }
  const frames = groups.flat();
  for (const frame of random.shuffled(loose)) frames.splice(random.whole(0, frames.length), 0, frame);
  const masthead = first && look.masthead !== 'none' ? mastheadOf(desk.town, desk.paper, random) : [];
  const blocks = masthead.map((own) => line(own.role, own.line, own.text));
  if (look.masthead === 'scattered')
    for (const block of blocks) frames.splice(random.whole(0, frames.length), 0, [block]);
  else if (look.masthead === 'bottom') frames.push(blocks);
  else frames.unshift(blocks);
  if (!first) frames.unshift([line('folio', random.pick(['A2', 'Page A2', `A2 ${desk.paper} Tuesday, June 4, 2019`]))]);
  return frames.filter((frame) => frame.length);
}

export function frontLatin(seed: number, stories: readonly Story[]): RelaidEdition {
  const random = randomOf(seed * 53 + 11);
  const look = lookOf(random);
  const town = townOf(random);
  const paper = paperOf(town, random);
  const second = random.chance(0.35);
  const deck = random.shuffled(stories.filter((story) => story.paragraphs.join('').length < 6000));
  const pages: Part[][] = [[], []];
  const links: { article: string; toPage: string }[] = [];
  let number = 0;
  for (let count = random.whole(4, 7); count > 0; count--) {
    const story = deck.pop()!;
    const id = `a${number++}`;
    if (story.paragraphs.length < 2 || !random.chance(look.jumps)) {
      pages[0]!.push({ id, story, paragraphs: story.paragraphs, from: null, to: null });
      continue;
    }
    const at = random.whole(1, story.paragraphs.length - 1);
    const page = second ? '2' : String(random.whole(2, 5));
    links.push({ article: id, toPage: page });
    pages[0]!.push({ id, story, paragraphs: story.paragraphs.slice(0, at), from: null, to: page });
    if (second) pages[1]!.push({ id, story, paragraphs: story.paragraphs.slice(at), from: '1', to: null });
  }
  if (second) pages[1]!.push({ id: `a${number}`, story: deck.pop()!, paragraphs: [], from: null, to: null });
  const reading = new Map<string, Segment[]>();
  const segments: Segment[] = [];
  const dumps = (second ? pages : pages.slice(0, 1)).map((own, p) => {
    const file = `page-${p + 1}.txt`;
    const full = own.map((part) => (part.paragraphs.length ? part : { ...part, paragraphs: part.story.paragraphs }));
    const desk: Desk = { random, look, file, town, paper, reading };
    return { name: file, text: writeFrames(layPage(random.shuffled(full), desk, p === 0), look, segments, random) };
  });
  const articles = [...reading].map(([id, own]) => ({ id, reading: own.map((segment) => segments.indexOf(segment)) }));
  return {
    name: `front en ${seed}`,
    pages: dumps,
    truth: { files: dumps.map((page) => page.name), articles, links, segments },
  };
}
