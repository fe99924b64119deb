/**
 * Chinese front pages made anew, in the manner of what a PDF of one leaves: heads after their bodies or far from them, letter-spaced lines, bold
 * set twice, jump lines, teasers, captions far from their articles, a masthead in pieces, the names of those who made the page.
 */
import { randomOf } from '../random.ts';
import type { RelaidEdition, Segment } from '../relay.ts';
import type { Story } from '../stories.ts';
import { doubled } from './damage.ts';
import { mastheadOf, staffOf } from './furniture-han.ts';
import { cutFrame, pierce, segmentOf, writeFrames, type Frame, type FrontBlock, type FrontLine } from './frames.ts';
import { layCaption, layTeaser, lineOf, plain, setBody, setHead, type Desk } from './set-han.ts';
import { frontLook } from './look-han.ts';
import { cityOf, inventCaption, inventStory, type FrontStory } from './stories-han.ts';
import { SLOGANS, TOPICS } from './words-han.ts';
import { FROM, TO } from '../style.ts';

/** An article as far as it stands on one page. */
interface Part {
  readonly id: string;
  readonly story: FrontStory;
  readonly paragraphs: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

const FULL = ['（全文见第{n}版）', '（讲话全文见第{n}版）', '（相关报道见第{n}版）'];
const LABELS = ['导读', '今日导读', '要闻导读', '导 读', '今日看点', '内页导读'];
export const FRONT_TO = [...TO.han, (p: string) => `▶下转第${p}版`, (p: string) => `（下转 ${p} 版）`];

interface Laid {
  readonly heads: Frame;
  readonly body: Frame;
  readonly captions: Frame[];
}

function layArticle({ id, story, paragraphs, from, to }: Part, desk: Desk): Laid {
  const { random, look, file, reading } = desk;
  const make = (role: string, text: string, lines: FrontLine[]): FrontBlock => ({
    segment: segmentOf(file, role, id, text),
    lines,
  });
  const heads: FrontBlock[] = [];
  const head = (role: string, text: string | undefined, wraps: number): void => {
    if (text) heads.push(make(role, text, setHead(text, desk, wraps)));
  };
  if (from === null) {
    head('kicker', story.kicker, 0.05);
    head('headline', story.headline, 0.4);
    head('subhead', story.subhead, 0.1);
  } else if (random.chance(0.75))
    head('headline', random.chance(0.7) ? story.headline : story.headline.split(' ')[0]!, 0.2);
  let measure = random.pick(look.measures);
  const wide = random.chance(look.spacedArticles);
  const turn = random.chance(look.remeasured) ? random.whole(1, 6) : -1;
  const body: FrontBlock[] = [];
  if (from !== null) {
    const text = random.pick(FROM.han)(from);
    body.push(make('jump-from', text, [lineOf(text)]));
  } else if (story.byline) body.push(make('byline', story.byline, [lineOf(story.byline)]));
  paragraphs.forEach((text, n) => {
    if (n === turn) measure = random.pick(look.measures);
    const cross = from === null && n > 0 ? story.crossheads?.get(n) : undefined;
    if (cross) body.push(make('crosshead', cross, setHead(cross, desk, 0.15)));
    const block = make('body', text, setBody(text, measure, wide, desk));
    if (n === 0) block.segment.also = ['byline', 'lead'];
    body.push(block);
  });
  if (to !== null) layJump(body, to, desk, make);
  else if (random.chance(0.06)) {
    const text = random.pick(FULL).replace('{n}', String(random.whole(2, 4)));
    const block = make('jump-to', text, [lineOf(text)]);
    block.segment.also = ['teaser', 'body', 'source', 'editor-note'];
    body.push(block);
  }
  const captions: Frame[] = [];
  if (story.caption && from === null) captions.push([layCaption(story.caption, id, desk)]);
  const own = [
    ...heads,
    ...body.filter((b) => b.segment.role !== 'jump-to'),
    ...captions.flat(),
    ...body.filter((b) => b.segment.role === 'jump-to'),
  ];
  reading.set(id, [...(reading.get(id) ?? []), ...own.map((block) => block.segment)]);
  return { heads, body, captions };
}

/** The jump line under the last paragraph, which may stop in mid-sentence, or at the end of its last line. */
function layJump(
  body: FrontBlock[],
  to: string,
  desk: Desk,
  make: (role: string, text: string, lines: FrontLine[]) => FrontBlock,
): void {
  const { random, look } = desk;
  const text = random.pick(FRONT_TO)(to);
  const last = body.at(-1)!;
  if (/^[（【]/u.test(text) && random.chance(look.jumpInLine) && [...plain(last.lines.at(-1)!.raw)].length < 10) {
    body.push({ ...make('jump-to', plain(text), [lineOf(text)]), sameLine: true });
    return;
  }
  body.push(make('jump-to', plain(text), [lineOf(`${text}${random.chance(0.4) ? ' ' : ''}`)]));
}

/** Frames of one article in the file's order; what stands away from it is put into `away`. */
function arrange(laid: Laid, desk: Desk, away: Frame[]): Frame[] {
  const { random, look } = desk;
  let frames: Frame[] = [laid.body];
  const size = laid.body.reduce((sum, block) => sum + block.lines.length, 0);
  if (size > 16 && random.chance(look.frames)) frames = cutFrame(laid.body, random);
  if (frames.length > 1 && random.chance(look.apart)) away.push(frames.pop()!);
  if (!laid.heads.length) return frames;
  const place = look.heads === 'mixed' ? random.pick(['after', 'before', 'middle'] as const) : look.heads;
  if (place === 'last' || random.chance(look.strays)) away.push(laid.heads);
  else if (place === 'middle' && frames.length > 1) frames.splice(1, 0, laid.heads);
  else if (place === 'before') frames.unshift(laid.heads);
  else frames.push(laid.heads);
  return frames;
}

function layPage(parts: readonly Part[], desk: Desk, first: boolean): Frame[] {
  const { random, look, file, reading } = desk;
  const groups: Frame[][] = [];
  const late: Frame[] = [];
  const loose: Frame[] = [];
  for (const part of parts) {
    const laid = layArticle(part, desk);
    const away: Frame[] = [];
    groups.push(arrange(laid, desk, away));
    late.push(...away);
    loose.push(...laid.captions);
    if (away.length && look.heads !== 'last') {
      // a frame that stands away comes after one of the next two articles
      groups.push([]);
    }
  }
  const all = parts.map((part) => part.id);
  const extra = (role: string, text: string, raw = text): FrontBlock => {
    const segment = segmentOf(file, role, null, text);
    if (role === 'section') segment.alsoArticle = all;
    return { segment, lines: [lineOf(raw)] };
  };
  if (first) {
    for (let i = 0; i < look.captions; i++) {
      const id = desk.newId();
      const caption = layCaption(inventCaption(desk.city, random), id, desk);
      reading.set(id, [caption.segment]);
      loose.push([caption]);
    }
    const teasers: Frame[] = [];
    for (let i = 0; i < look.teasers; i++) teasers.push(layTeaser(desk));
    if (look.teasers >= 2 && random.chance(0.6)) {
      const label = random.pick(LABELS);
      const twice = random.chance(look.boldTwice);
      teasers.unshift([extra('section', plain(label), twice ? doubled(plain(label)) : label)]);
    }
    if (teasers.length) loose.push(teasers.flat());
    for (const slogan of random.shuffled(SLOGANS).slice(0, look.slogans)) loose.push([extra('section', slogan)]);
  }
  const staff = look.staff || !first ? [staffOf(random)] : [];
  const masthead = first && look.masthead !== 'none' ? mastheadOf(desk.city, random) : [];
  const block = (one: ReturnType<typeof staffOf>): FrontBlock => extra(one.role, one.text, one.line);
  // what stands away from its article goes behind a later one; heads may pierce a body
  late.forEach((frame) => {
    const isHeads = frame[0]?.segment.role !== 'body';
    if (look.heads === 'last' && isHeads) return void loose.push(frame);
    const from = groups.findIndex((group) =>
      group.some((own) => own[0]?.segment.article === frame[0]?.segment.article),
    );
    const at = Math.min(groups.length - 1, from + random.whole(1, 2));
    const group = groups[at]!;
    const host = group.findIndex((own) => own.some((one) => one.segment.role === 'body'));
    if (isHeads && host >= 0 && random.chance(look.holes))
      group[host] = pierce(group[host]!, frame, random.chance(0.6), random);
    else group.push(frame);
  });
  const frames = groups.flat();
  const lastHeads =
    look.heads === 'last'
      ? loose.filter((frame) => ['headline', 'kicker'].includes(frame[0]!.segment.role) && late.includes(frame))
      : [];
  for (const frame of random.shuffled(loose.filter((one) => !lastHeads.includes(one)))) {
    const at = random.whole(0, frames.length);
    frames.splice(at, 0, frame);
  }
  frames.push(...random.shuffled(lastHeads));
  if (look.masthead === 'scattered')
    for (const one of masthead) frames.splice(random.whole(0, frames.length), 0, [block(one)]);
  else if (look.masthead === 'bottom') frames.push(masthead.map(block));
  else if (masthead.length) frames.unshift(masthead.map(block));
  for (const one of staff)
    frames.splice(random.pick([0, frames.length, frames.length, random.whole(0, frames.length)]), 0, [block(one)]);
  return frames.filter((frame) => frame.length);
}

/** `stories`: articles of the test pages; most are invented. */
export function frontHan(seed: number, stories: readonly Story[]): RelaidEdition {
  const random = randomOf(seed * 31 + 7);
  const city = cityOf(random);
  const look = frontLook(random);
  const second = random.chance(0.3);
  const share = random.pick([0.2, 0.5, 0.9]);
  let number = 0;
  const newId = (): string => `a${number++}`;
  const topics = random.shuffled(TOPICS);
  const others = random.shuffled(stories);
  const pages: Part[][] = [[], []];
  const links: { article: string; toPage: string }[] = [];
  for (let count = random.whole(5, 10); count > 0; count--) {
    const story =
      random.chance(share) || !others.length
        ? inventStory(topics[count % topics.length]!, city, random)
        : (others.pop() as FrontStory);
    const id = newId();
    if (!random.chance(look.jumps) || story.paragraphs.length < 2) {
      pages[0]!.push({ id, story, paragraphs: story.paragraphs, from: null, to: null });
      continue;
    }
    const at = random.whole(1, story.paragraphs.length - 1);
    const page = second ? '2' : String(random.whole(2, 4));
    links.push({ article: id, toPage: page });
    pages[0]!.push({ id, story, paragraphs: story.paragraphs.slice(0, at), from: null, to: page });
    if (second) pages[1]!.push({ id, story, paragraphs: story.paragraphs.slice(at), from: '1', to: null });
  }
  if (second)
    for (let count = random.whole(2, 4); count > 0; count--) {
      const story = inventStory(topics[(count + 10) % topics.length]!, city, random);
      pages[1]!.push({ id: newId(), story, paragraphs: story.paragraphs, from: null, to: null });
    }
  const segments: Segment[] = [];
  const reading = new Map<string, Segment[]>();
  const dumps = (second ? pages : pages.slice(0, 1)).map((own, p) => {
    const file = `page-${p + 1}.txt`;
    const desk: Desk = { random, look, file, city, reading, newId };
    return { name: file, text: writeFrames(layPage(random.shuffled(own), desk, p === 0), look, segments, random) };
  });
  const articles = [...reading].map(([id, own]) => ({ id, reading: own.map((segment) => segments.indexOf(segment)) }));
  return {
    name: `front zh-Hans ${seed}`,
    pages: dumps,
    truth: { files: dumps.map((page) => page.name), articles, links, segments },
  };
}
