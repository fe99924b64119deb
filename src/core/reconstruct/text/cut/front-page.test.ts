/** What a front page adds to articles: mastheads in pieces, captions, teasers, heads under each other, bold set twice, drop caps. */
import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { hanSentence, setHan, setLatin, sourceOf } from './testing.ts';

/** Lines each with a blank line behind it; lines of one block are joined with \n. */
const cut = (...blocks: readonly string[]): (readonly [string, string])[] =>
  cutText(sourceOf(blocks.join('\n\n'))).map(({ role, text }) => [role, text] as const);

const paragraph = (seed: number, length = 70, measure = 16): string[] => {
  const half = hanSentence(length / 2, seed).replace('。', '，');
  return setHan(half + hanSentence(length / 2, seed + 5), measure);
};
const article = (seed: number): string[] => [
  ...setHan(`本报讯（记者 王甲）${hanSentence(60, seed)}`, 16),
  ...paragraph(seed + 1),
  ...paragraph(seed + 2),
];

describe('a masthead in pieces', () => {
  it('is no head, wherever it stands', () => {
    const pieces = cut(
      ...article(1),
      '柳河日报',
      '2031年4月',
      '1717',
      '星期四',
      '第 12345 期 今日 8 版',
      '责任编辑 王甲 版式 李乙 校对 张丙',
      ...article(4),
    );
    expect(pieces.filter(([role]) => !['body'].includes(role)).map(([role]) => role)).toEqual([
      'masthead',
      'folio',
      'folio',
      'folio',
      'imprint',
      'imprint',
    ]);
  });
  it('knows the name under a head, and in letters in the middle of a text', () => {
    const pieces = cut(...article(1), '老码头今起试航', '柳河晚报', ...article(4), 'LIUHE WANBAO', ...article(7));
    expect(pieces.filter(([role]) => role === 'masthead').map(([, text]) => text)).toEqual([
      '柳河晚报',
      'LIUHE WANBAO',
    ]);
  });
  it('leaves a paper’s name in a head alone', () => {
    expect(cut('柳河日报', ...article(1), ...article(4))[0]?.[0]).toBe('masthead');
    expect(cut(...article(1), '柳河日报社里话当年', ...article(4)).some(([role]) => role === 'masthead')).toBe(false);
  });
});

describe('captions', () => {
  it.each([
    ['4月17日，渡船驶过老码头，岸边的人挥手。 王甲摄'],
    ['4月17日，渡船驶过老码头，岸边的人挥手。（王甲 摄）'],
    ['图为整修一新的老码头。'],
  ])('knows %s', (caption) => {
    const pieces = cut(...article(1), caption, ...article(4));
    expect(pieces.find(([, text]) => text.startsWith(caption.slice(0, 6)))?.[0]).toBe('caption');
  });
  it('takes a credit that breaks over the line', () => {
    const pieces = cut(
      ...article(1),
      '4月17日，渡船驶过老码头，岸边的人们挥手道别。新华社记者',
      '王甲 摄',
      ...article(4),
    );
    expect(pieces.filter(([role]) => role === 'caption')).toHaveLength(1);
  });
  it('leaves a photographer in a sentence alone', () => {
    const pieces = cut(...article(1), ...setHan(`${hanSentence(40, 3).slice(0, -1)}，他说照片是王甲拍摄的。`, 16));
    expect(pieces.some(([role]) => role === 'caption')).toBe(false);
  });
});

describe('captions without a photographer', () => {
  const wide = '三月十日，渡船在修好的老码头旁靠岸，船工和村民一起往岸上搬运春耕用的种子和化肥';
  it('are set wider than any text', () => {
    const pieces = cut(...article(1), wide, '，岸上的人伸手来接。', ...article(4));
    expect(pieces.filter(([role]) => role === 'caption').map(([, text]) => text)).toEqual([
      `${wide}，岸上的人伸手来接。`,
    ]);
  });
  it('trap: an article of its own in a wider measure is none', () => {
    const pieces = cut(...article(1), ...paragraph(7, 160, 36), ...paragraph(8, 160, 36), ...article(4));
    expect(pieces.some(([role]) => role === 'caption')).toBe(false);
  });
  it('trap: nor is what goes on as wide from a line left open', () => {
    const open = hanSentence(36, 3).slice(0, -1);
    const pieces = cut(...article(1), `本报讯（记者 王甲）${open.slice(9)}`, hanSentence(30, 4), ...article(4));
    expect(pieces.some(([role]) => role === 'caption')).toBe(false);
  });
  it('trap: a lead between a head and its article’s opening is none', () => {
    const lead = hanSentence(34, 6);
    expect(cut('老码头今起重新试航', lead, ...article(4)).some(([role]) => role === 'caption')).toBe(false);
  });
  it('say 图为, and end where their sentence ends', () => {
    const pieces = cut(...article(1), '图为整修一新的老码头，', '渡船正在靠岸。', ...article(4));
    expect(pieces).toContainEqual(['caption', '图为整修一新的老码头，渡船正在靠岸。']);
  });
  it('trap: 图为 at the beginning of a line in mid-sentence is running text', () => {
    const text = `${hanSentence(15, 2).slice(0, -1)}，`;
    const pieces = cut(...article(1), text, `图为先，${hanSentence(12, 3)}`, ...article(4));
    expect(pieces.some(([role]) => role === 'caption')).toBe(false);
  });
  it('have the credit of two names under them, though they are as wide as a column', () => {
    const pieces = cut(...article(1), '10日，市民在老码头参观。', '本报记者 王甲 通讯员 李乙丙 摄', ...article(4));
    expect(pieces.filter(([role]) => role === 'caption')).toHaveLength(1);
  });
  it('trap: under an article’s last paragraph the credit stands alone', () => {
    const pieces = cut(...article(1), ...paragraph(9), '本报记者 王甲 摄', ...article(4));
    expect(pieces.some(([role]) => role === 'caption')).toBe(false);
  });
});

describe('teasers', () => {
  it('are what names its page, before or behind', () => {
    const pieces = cut(...article(1), '老码头今起试航详见3版', '4版 “夜间图书馆”开门', ...article(4));
    expect(pieces.filter(([role]) => role === 'teaser').map(([, text]) => text)).toEqual([
      '老码头今起试航详见3版',
      '4版 “夜间图书馆”开门',
    ]);
  });
  it('an arrow under a head is no jump of the text before it', () => {
    const pieces = cut(...article(1), '老码头今起试航', '▶33版版', ...article(4));
    expect(pieces.some(([role]) => role === 'jump-to')).toBe(false);
    expect(pieces).toContainEqual(['teaser', '▶3版']);
  });
  it('an arrow that turns over is a jump line', () => {
    expect(cut(...article(1), '▶下转第3版', ...article(4))).toContainEqual(['jump-to', '▶下转第3版']);
  });
});

describe('heads under each other', () => {
  it('are no paragraph that a column’s end cut', () => {
    const pieces = cut(...article(1), '前两个月客船增长三成', '柳河码头跑出加速度', ...article(4));
    expect(pieces.filter(([role]) => role !== 'body').map(([, text]) => text)).toEqual([
      '前两个月客船增长三成',
      '柳河码头跑出加速度',
    ]);
  });
  it('a paragraph with a comma that breaks off stays one', () => {
    const open = setHan(`${hanSentence(20, 8).replace('。', '，')}${hanSentence(29, 9).slice(0, -1)}`, 16);
    const pieces = cut(...article(1), ...open);
    expect(pieces.at(-1)?.[0]).toBe('body');
  });
  it('are heads, however many they are', () => {
    const heads = [
      '老码头今起重新试航',
      '前两个月客船增长三成',
      '柳河两岸共护一江水',
      '城关小学新楼封顶',
      '乡村书屋开门迎客',
      '夜市搬进新街',
    ];
    const pieces = cut(...heads.flatMap((head) => [head]), ...article(1), ...article(4));
    expect(pieces.some(([role, text]) => role === 'body' && text.includes('小学新楼'))).toBe(false);
  });
  it('one with a comma too, over the opening of an article', () => {
    const pieces = cut(...article(1), '今年前两个月，柳河客船稳中向好', '老码头试航', ...article(4));
    expect(pieces.filter(([role]) => role === 'body').some(([, text]) => text.includes('老码头'))).toBe(false);
  });
  it('whose second line is wider are one where a word of the page runs over the seam', () => {
    const text = setHan(
      '本报讯（记者 王甲）柳河县的河堤加固工程昨日完工，村民在堤上种了柳树，河堤比往年高出一米。',
      16,
    );
    const pieces = cut(...text, ...article(4), '一千村民为河\n堤添土种柳护一江水', ...article(7));
    expect(pieces).toContainEqual(['headline', '一千村民为河堤添土种柳护一江水']);
  });
  it('set twice for bold are read once', () => {
    const pieces = cut(...article(1), '客客船船增增长长三三成成多多', ...article(4));
    expect(pieces).toContainEqual(['headline', '客船增长三成多']);
  });
});

const LATIN = setLatin(
  'The council voted on Tuesday to rebuild the old ferry landing, and the first pilings will be driven before the autumn storms arrive. Residents asked for benches and lamps along the walk, which the harbor office promised to find money for by the end of the year.',
  36,
);

describe('an English front page', () => {
  it('reads heads in capitals, a byline of two lines and a drop cap', () => {
    const pieces = cut(
      'VOL. 12, NO. 34',
      'COUNCIL VOTES\nTO REBUILD\nFERRY LANDING',
      'By JANE DOE\nStaff Writer',
      'T',
      `he ${LATIN[0]!.slice(4)}`,
      ...LATIN.slice(1),
      ...LATIN,
      'Continued on Page A4',
    );
    expect(pieces.map(([role]) => role)).toEqual(['imprint', 'headline', 'byline', 'body', 'body', 'jump-to']);
    expect(pieces[3]?.[1].startsWith('The council voted')).toBe(true);
  });
  it('knows the paper’s name in mid-page, but not in mid-sentence', () => {
    const pieces = cut(LATIN.join('\n'), 'Cedar Bend Courier', LATIN.join('\n'));
    expect(pieces).toContainEqual(['masthead', 'Cedar Bend Courier']);
    const inside = cut(
      'Mayor reads the papers',
      'The Cedar Bend Times',
      'reported that the ferry landing will be rebuilt',
      ...LATIN,
    );
    expect(inside.some(([role]) => role === 'masthead')).toBe(false);
  });
  it('knows heads in narrow stacks that follow each other', () => {
    const stacks = ['Harbor crew', 'drives first', 'pilings for', 'new landing'];
    const more = ['Ferry fares', 'to rise in', 'autumn for', 'island riders'];
    const pieces = cut(...LATIN, stacks.join('\n'), more.join('\n'), ...LATIN);
    expect(pieces.filter(([role]) => role === 'headline')).toHaveLength(2);
  });
  it('tells a refer with its page from a jump', () => {
    const pieces = cut(...LATIN, 'Tigers win opener in extra innings. Page C5', 'Ferry fares to rise, B2', ...LATIN);
    expect(pieces.filter(([role]) => role === 'teaser')).toHaveLength(2);
    expect(pieces.some(([role]) => role === 'jump-to')).toBe(false);
  });
  it('a sentence over a photographer’s name is a caption', () => {
    const pieces = cut(...LATIN, 'Ruth Marsh waits outside the hall.', 'Photo by Tom Doyle', ...LATIN);
    expect(pieces.map(([role]) => role)).toEqual(['body', 'caption', 'photo-credit', 'body']);
  });
});

describe('two heads under each other', () => {
  const between = (...heads: readonly string[]): string[] =>
    cut(...article(1), heads.join('\n\n'), ...article(4))
      .filter(([role]) => role === 'headline' || role === 'kicker' || role === 'subhead')
      .map(([role, text]) => `${role} ${text.slice(0, 4)}`);

  it('are a headline and its subhead where the upper is set in two lines', () => {
    expect(between('老码头片区改造完工\n步道贯通两岸', '四十处旧房原样修缮')).toEqual([
      'headline 老码头片',
      'subhead 四十处旧',
    ]);
  });
  it('trap: an upper one in one line may be the kicker', () => {
    expect(between('柳河市完成老码头片区改造一期工程', '老码头重新开放')).toEqual([
      'kicker 柳河市完',
      'headline 老码头重',
    ]);
  });
});
