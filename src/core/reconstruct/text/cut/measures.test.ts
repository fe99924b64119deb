import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { readPage } from './lines.ts';
import { findMeasures } from './measures.ts';
import { hanSentence, setHan, sourceOf } from './testing.ts';

const COLUMN = [0, 1, 2, 3].flatMap((seed) => setHan(hanSentence(90, seed), 14));
/** An article so short, with so many digits, that no two lines of it are as wide as each other. */
const SHORT = [
  '河堤今年全长1.5公里，其中土坝占',
  '七成。2月里县里派了316名民工来此加',
  '固两岸，还修了24座水闸，建了一座泵',
  '站，可灌田4000亩。',
];

describe('findMeasures', () => {
  it('finds the measure of an article of a few uneven lines', () => {
    const page = readPage(sourceOf([...COLUMN, '河堤上的人家', ...SHORT, ...COLUMN].join('\n')));
    expect(
      findMeasures(
        page,
        page.lines.map(() => false),
      ),
    ).toContain(17);
  });
  it('so that its lines are text and not heads', () => {
    const pieces = cutText(sourceOf([...COLUMN, '河堤上的人家', ...SHORT, '新码头通航', ...COLUMN].join('\n')));
    const own = pieces.filter((piece) => piece.text.includes('316名') || piece.text.includes('泵站'));
    expect(own.map((piece) => piece.role)).toEqual(['body']);
  });
  it('trap: two heads under each other make no column', () => {
    const page = readPage(
      sourceOf([...COLUMN, '全市水利工程建设推进会昨日召开', '摸清家底 补齐短板 筑牢安全河堤', ...COLUMN].join('\n')),
    );
    expect(
      findMeasures(
        page,
        page.lines.map(() => false),
      ),
    ).not.toContain(15);
  });
});
