/** Sets heads, text, captions and teasers of a Chinese front page in lines, with the damage that its look asks for. */
import type { Random } from '../random.ts';
import type { Segment } from '../relay.ts';
import { setHan } from '../set-lines.ts';
import { doubled, padded, spaced } from './damage.ts';
import { segmentOf, type Frame, type FrontBlock, type FrontLine } from './frames.ts';
import type { FrontLook } from './look-han.ts';
import { inventTeaser } from './stories-han.ts';
import { personOf, TOPICS } from './words-han.ts';

export interface Desk {
  readonly random: Random;
  readonly look: FrontLook;
  readonly file: string;
  readonly city: string;
  readonly reading: Map<string, Segment[]>;
  newId(): string;
}

const DETAILS = [
  '详见第{n}版',
  '（详见{n}版）',
  '见{n}版',
  '▶{n}版',
  '▶▶{n}版',
  '→{n}版',
  '{n}版',
  '详见今日{n}版',
  '【{n}版】',
  '（见第{n}版）',
];
const CREDITS = [
  '本报记者 {p} 摄',
  '{p} 摄',
  '新华社记者 {p} 摄',
  '（资料图片）',
  '新华社发（{p} 摄）',
  '本报记者 {p} 通讯员 {p} 摄',
  '通讯员 {p} 摄影报道',
  '{p}摄',
];
export const plain = (text: string): string => text.replace(/ /gu, '');
export const lineOf = (raw: string, glued = false): FrontLine => ({ raw, glued });

/** A head in one line, or in two that break at a gap or where it reads well. */
export function setHead(text: string, desk: Desk, wraps: number): FrontLine[] {
  const { random, look } = desk;
  const glyphs = [...text];
  let lines = [text];
  if (glyphs.length >= 12 && random.chance(wraps)) {
    const gap = glyphs.indexOf(' ');
    const near = Math.ceil(glyphs.length / 2) + random.whole(-1, 2);
    const bad = (i: number): boolean =>
      /[，。、：；”》！？\s]/u.test(glyphs[i] ?? ' ') ||
      /[“《（\s]/u.test(glyphs[i - 1] ?? ' ') ||
      /^[\da-zA-Z.%]{2}$/u.test(glyphs.slice(i - 1, i + 1).join(''));
    const at = gap > 5 && gap < glyphs.length - 4 && random.chance(0.2) ? gap : near;
    if (at === gap || !bad(at)) lines = [glyphs.slice(0, at).join(''), glyphs.slice(at === gap ? at + 1 : at).join('')];
  }
  const twice = random.chance(look.boldTwice) && !/\d/u.test(text);
  const wide = random.chance(look.spacedHeads);
  return lines.map((line, n) => {
    const raw = twice
      ? doubled(line)
      : wide && !/ /u.test(line) && random.chance(0.7)
        ? spaced(line, look.spacing, false, random)
        : line;
    return lineOf(raw, n > 0 && random.chance(look.gluedHeads));
  });
}

export function setBody(text: string, measure: number, wide: boolean, desk: Desk): FrontLine[] {
  const { random, look } = desk;
  const glued = random.chance(look.gluedFirst);
  return setHan(text, measure, 2).map((line, n) => {
    let raw = line;
    if (wide || random.chance(look.spacedLines))
      raw = spaced(line, look.spacing, !wide && random.chance(look.spacedParts), random);
    else if (look.padsDigits) raw = padded(line);
    return lineOf(raw, n === 1 && glued);
  });
}

export function layCaption(text: string, id: string, desk: Desk): FrontBlock {
  const { random, file } = desk;
  const credit = random.pick(CREDITS).replace(/\{p\}/gu, () => personOf(random));
  const whole = random.chance(0.85)
    ? `${text}${credit.startsWith('（') || random.chance(0.7) ? '' : ' '}${credit}`
    : text;
  const gap = whole.includes(` ${credit}`)
    ? whole
    : whole.replace(credit, credit.startsWith('（') ? credit : ` ${credit}`);
  const lines = setHan(gap, random.pick([18, 24, 30, 36, 40, 46]), random.pick([0, 2]));
  return { segment: segmentOf(file, 'caption', id, gap), lines: lines.map((line) => lineOf(line)) };
}

/** A teaser: a head that points to another page; with a line over it, it is an article of heads alone. */
export function layTeaser(desk: Desk): Frame {
  const { random, file, reading } = desk;
  const text = inventTeaser(desk.city, random);
  const n = String(random.whole(2, 8));
  const pointer = random.pick(DETAILS).replace('{n}', n);
  const twice = pointer.replace(/(\d)版/u, '$1$1版版');
  const shown = /^[▶→]/u.test(pointer) && random.chance(0.6) ? twice : pointer;
  const own = random.chance(0.3) && pointer !== `${n}版`;
  const segment = segmentOf(file, 'teaser', null, `${text}${pointer}`);
  const lines = own
    ? [lineOf(text), lineOf(shown, random.chance(0.7))]
    : random.chance(0.25)
      ? [lineOf(`${shown} ${text}`)]
      : [lineOf(`${text}${random.chance(0.3) ? ' ' : ''}${shown}`)];
  if (lines.length === 1 && lines[0]!.raw.startsWith(shown)) segment.text = `${pointer} ${text}`;
  if (!random.chance(0.3)) return [{ segment, lines }];
  const id = desk.newId();
  const over = random.pick(random.pick(TOPICS).things);
  const kicker = segmentOf(file, 'kicker', id, over);
  kicker.also = ['headline', 'subhead', 'teaser', 'body', 'section'];
  segment.article = id;
  reading.set(id, [kicker, segment]);
  return [
    { segment: kicker, lines: [lineOf(over)] },
    { segment, lines },
  ];
}
