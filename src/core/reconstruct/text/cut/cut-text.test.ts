import { describe, expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { hanSentence, setHan, setLatin, sourceOf } from './testing.ts';

const cut = (lines: readonly string[], between = '\n'): ReturnType<typeof cutText> =>
  cutText(sourceOf(lines.join(between)));
const roles = (lines: readonly string[], between = '\n'): string[] => cut(lines, between).map((piece) => piece.role);
const texts = (lines: readonly string[], between = '\n'): string[] => cut(lines, between).map((piece) => piece.text);

const openingHan = `本报讯（记者 周山）${hanSentence(50)}`;
const secondHan = hanSentence(61, 3);
const thirdHan = hanSentence(47, 5);

const FIRST =
  'The new pump station on the lower river opened on Monday after two years of work, the county engineer said in a short speech to about forty guests.';
const SECOND =
  'She added that three older stations would be closed before the spring, since their engines dated from before the war and spare parts were no longer made in the whole country.';
const THIRD =
  'Farmers along the bank welcomed the change but asked who would pay for the ditches that lead to the old stations, some of them dug by hand a century ago.';

describe('cutText', () => {
  it('puts every character that is not white space in exactly one piece, in source order', () => {
    const text = [
      '1818',
      '摸清家底 补齐短板',
      ...setHan(openingHan, 16),
      '',
      '  ',
      ...setHan(secondHan, 16),
      '（下转第二版）',
      'x',
    ].join('\n\n');
    const pieces = cutText(sourceOf(text));
    const seen = pieces.flatMap((piece) =>
      piece.spans.flatMap(([a, b]) => [...text.slice(a, b)].filter((ch) => ch.trim())),
    );
    expect(seen.join('')).toBe(text.replace(/\s/gu, ''));
    const starts = pieces.map((piece) => piece.spans[0]?.[0] ?? -1);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
  it('has nothing to say of an empty source', () => {
    expect(cut([''])).toEqual([]);
    expect(cut([' ', '\t'])).toEqual([]);
  });
  it('reads a source whose lines were not listed', () => {
    const source = { ...sourceOf(setHan(openingHan, 16).join('\n')), lines: [] };
    expect(cutText(source).map((piece) => piece.text)).toEqual([openingHan]);
  });

  describe('paragraphs in Chinese', () => {
    it('begin with a line two characters short, where the dump lost the indent', () => {
      expect(texts([...setHan(openingHan, 16), ...setHan(secondHan, 16), ...setHan(thirdHan, 16)])).toEqual([
        openingHan,
        secondHan,
        thirdHan,
      ]);
    });
    it('are found with a blank line after every line too', () => {
      expect(texts([...setHan(openingHan, 16), ...setHan(secondHan, 16), ...setHan(thirdHan, 16)], '\n\n')).toEqual([
        openingHan,
        secondHan,
        thirdHan,
      ]);
    });
    it('are found where the last line is full', () => {
      const full = hanSentence(14 + 16 + 16, 2);
      expect(texts([...setHan(openingHan, 16), ...setHan(full, 16), ...setHan(thirdHan, 16)])).toEqual([
        openingHan,
        full,
        thirdHan,
      ]);
    });
    it('go on through a letter-spaced line', () => {
      const lines = setHan(secondHan, 16).map((line, i) => (i === 1 || i === 2 ? [...line].join(' ') : line));
      expect(texts([...setHan(openingHan, 16), ...lines, ...setHan(thirdHan, 16)])).toEqual([
        openingHan,
        secondHan,
        thirdHan,
      ]);
    });
    it('know their measure and lines', () => {
      const [first, second] = cut([...setHan(openingHan, 16), ...setHan(secondHan, 16)]);
      expect([first?.measure, second?.measure]).toEqual([16, 16]);
      expect(second?.firstLine).toBe((first?.lastLine ?? 0) + 1);
    });
    it('are cut where an article of another measure follows in mid-sentence', () => {
      const a = setHan(hanSentence(190, 1), 18);
      const b = setHan(hanSentence(150, 4), 13);
      const pieces = cut([
        ...a.slice(0, 4),
        ...b.slice(0, 4),
        ...a.slice(4, 8),
        ...b.slice(4, 8),
        ...a.slice(8),
        ...b.slice(8),
      ]);
      expect(pieces.map((piece) => piece.measure)).toEqual([18, 13, 18, 13, 18, 13]);
      expect(pieces.map((piece) => piece.startsOpen)).toEqual([false, false, true, true, true, true]);
      expect(pieces.map((piece) => piece.endsOpen)).toEqual([true, true, true, true, false, false]);
    });
  });

  describe('heads in Chinese', () => {
    it('are told by the space between their clauses, even in the middle of a sentence that a column cut', () => {
      const long =
        '老磨坊建在两条溪水汇合的地方，木轮转了近百年，村里的老人都记得磨面时整座房子会跟着轻轻颤动，孩子们喜欢趴在窗台上看水花，冬天结冰以后轮子停下来，磨坊主就修补筛子和麻袋，等到开春再把闸门提起。如今这里改成了乡村图书室，书架就靠着当年的石墙。';
      const mill = setHan(long, 16);
      expect(
        roles([...mill.slice(0, 5), '河堤加固 提前两月开工', ...setHan(openingHan, 16), ...mill.slice(5)]).slice(0, 3),
      ).toEqual(['body', 'headline', 'body']);
    });
    it('stay apart from each other where no blank line says otherwise', () => {
      expect(texts([...setHan(openingHan, 16), '县水利工作会议强调', '摸清家底 补齐短板']).slice(1)).toEqual([
        '县水利工作会议强调',
        '摸清家底 补齐短板',
      ]);
      expect(roles([...setHan(openingHan, 16), '县水利工作会议强调', '摸清家底 补齐短板']).slice(1)).toEqual([
        'kicker',
        'headline',
      ]);
    });
    it('of two lines are one where they stand together in a source that parts all others', () => {
      const text = [
        ...setHan(openingHan, 16),
        '全县水利工程今年\n提前两月完工',
        ...setHan(`本报讯（记者 陈河）${secondHan}`, 16),
      ].join('\n\n');
      expect(cutText(sourceOf(text)).map((piece) => piece.text)[1]).toBe('全县水利工程今年提前两月完工');
    });
    it('keep a space beside a number where the page sets numbers solid', () => {
      const body = setHan(`本报讯（记者 周山）今年3月20日共有12个村的450人参加了修堤${secondHan}`, 16);
      expect(texts([...body, '水车424 成为村口最老的一座'])[1]).toBe('水车424 成为村口最老的一座');
    });
    it('between two paragraphs of one article are crossheads', () => {
      const lines = (opening: string): string[] => [
        ...setHan(openingHan, 16),
        '多方筹款共修河堤',
        ...setHan(`${opening}${secondHan}`, 16),
        '（下转第二版）',
        '河堤加固 提前开工',
        ...setHan(`本报讯（记者 陈河）${thirdHan}`, 16),
      ];
      expect(roles(lines(''), '\n\n').slice(0, 3)).toEqual(['body', 'crosshead', 'body']);
      // trap: a report that begins under it has its own head
      expect(roles(lines('近日，'), '\n\n').slice(0, 3)).toEqual(['body', 'headline', 'body']);
    });
    it('with an arrow are teasers, apart from the head over them that is narrower', () => {
      const text = [...setHan(openingHan, 16), '水车\n村口的老物件 如今成了风景▶22版版'].join('\n\n');
      const pieces = cutText(sourceOf(text));
      expect(pieces.map((piece) => piece.role)).toEqual(['body', 'headline', 'teaser']);
      expect(pieces[2]?.text).toBe('村口的老物件 如今成了风景▶2版');
    });
  });

  describe('lines that stand alone', () => {
    it('are jump lines with their page', () => {
      const pieces = cut([...setHan(openingHan, 16), '（下转第二版）', '（上接第一版）', ...setHan(secondHan, 16)]);
      expect(pieces.map((piece) => piece.role)).toEqual(['body', 'jump-to', 'jump-from', 'body']);
      expect(pieces.map((piece) => piece.jump)).toEqual([
        undefined,
        { direction: 'to', page: '2' },
        { direction: 'from', page: '1' },
        undefined,
      ]);
    });
    it('are cut off the last line of running text', () => {
      const lines = setHan(openingHan, 16);
      const pieces = cut([...lines.slice(0, -1), `${lines.at(-1) ?? ''}（下转第三版）`]);
      expect(pieces.map((piece) => [piece.role, piece.text])).toEqual([
        ['body', openingHan],
        ['jump-to', '（下转第三版）'],
      ]);
      expect(pieces[1]?.jump).toEqual({ direction: 'to', page: '3' });
    });
    it('are page numbers printed twice over, not years in running text', () => {
      expect(cut(['2121', ...setHan(openingHan, 16)])[0]).toMatchObject({ role: 'folio', text: '21' });
      const year = ['他生于', '1818', '年的春天，那一年河水最高。'];
      expect(
        cut([...setHan(openingHan, 16), `${hanSentence(10)}他`, '2008年11月12日大水与往年一样', ...year]).some(
          (piece) => piece.text === '2008年11月12日大水与往年一样' && piece.role === 'folio',
        ),
      ).toBe(false);
    });
    it('are captions where the photographer ends them', () => {
      const text = [
        ...setHan(openingHan, 16),
        ...setHan(secondHan, 16),
        '3月20日下午，县水利局的工程师和村民一起在河堤上检查刚刚完工的闸门和水泵',
        '以及下游新修的沟渠。本报记者 周山 摄',
      ];
      expect(cut(text, '\n\n').at(-1)).toMatchObject({
        role: 'caption',
        text: '3月20日下午，县水利局的工程师和村民一起在河堤上检查刚刚完工的闸门和水泵以及下游新修的沟渠。本报记者 周山 摄',
      });
    });
  });

  describe('English', () => {
    it('ends a paragraph where the next word would have fitted', () => {
      expect(texts([...setLatin(FIRST, 34), ...setLatin(SECOND, 34), ...setLatin(THIRD, 34)])).toEqual([
        FIRST,
        SECOND,
        THIRD,
      ]);
    });
    it('tells heads, bylines and labels from running text without a blank line', () => {
      const lines = [
        'Pump station opens on',
        'the lower river after',
        'two years',
        'By Ada Miller',
        ...setLatin(FIRST, 34),
        ...setLatin(SECOND, 34),
        'CITY & COUNTY',
        'Farmers ask who pays',
        'for the ditches',
        'By Joan Weaver',
        ...setLatin(THIRD, 34),
      ];
      expect(roles(lines)).toEqual(['headline', 'byline', 'body', 'body', 'section', 'headline', 'byline', 'body']);
      expect(texts(lines)[0]).toBe('Pump station opens on the lower river after two years');
    });
    it('joins words that were broken at a line end', () => {
      expect(
        texts([
          'The county said the two old monume-',
          'nts beside the river would be moved',
          'before the new bank is built there.',
        ]),
      ).toEqual([
        'The county said the two old monuments beside the river would be moved before the new bank is built there.',
      ]);
    });
    it('keeps a slug over the line that says where its article comes from', () => {
      const lines = ['PUMP', 'From Page 1', ...setLatin(FIRST, 34), 'See DITCHES, Page 3'];
      const pieces = cut(lines);
      expect(pieces.map((piece) => piece.role)).toEqual(['headline', 'jump-from', 'body', 'jump-to']);
      expect(pieces.at(-1)?.jump).toEqual({ direction: 'to', page: '3' });
    });
    it('reads blank lines that part paragraphs only', () => {
      const text = [FIRST, SECOND, THIRD, `${SECOND} Again.`]
        .map((paragraph) => setLatin(paragraph, 40).join('\n'))
        .join('\n\n');
      expect(cutText(sourceOf(text)).map((piece) => piece.text)).toEqual([FIRST, SECOND, THIRD, `${SECOND} Again.`]);
    });
  });

  it('gives the same pieces every time, each with a confidence and a reason', () => {
    const lines = ['1818', '摸清家底 补齐短板', ...setHan(openingHan, 16), ...setHan(secondHan, 16)];
    expect(cut(lines)).toEqual(cut(lines));
    for (const piece of cut(lines)) {
      expect(piece.confidence).toBeGreaterThanOrEqual(0.5);
      expect(piece.confidence).toBeLessThan(1);
      expect(piece.reason.code).toMatch(/^cut\./u);
    }
  });
});
