import { describe, expect, it } from 'vitest';
import { parseJumpLine, readsOn } from './jump-lines.ts';
import { spentSince } from '../processor-time.test-support.ts';

const brief = (text: string): string => {
  const line = parseJumpLine(text);
  return line ? `${line.kind} ${line.pages.join(',') || '-'}${line.slug ? ` "${line.slug}"` : ''}` : 'none';
};

describe('slugs of jump lines', () => {
  it.each([
    ['See SECOND, Page 2', 'SECOND'],
    ['See U.S., Page 2', 'U.S.'],
    ['See US, Page 2', 'US'],
    ['See 11-MONTH, Page 2', '11-MONTH'],
    ['See SECOND on 4', 'SECOND'],
    ['Please see SECOND, 4', 'SECOND'],
    ['See NEW ROAD, Page 12', 'NEW ROAD'],
  ])('%s', (line, slug) => {
    const found = parseJumpLine(line);
    expect(found?.kind).toBe('to');
    expect(found?.slug).toBe(slug);
  });
  it('asks nobody to look up a person', () => {
    expect(parseJumpLine('See you, Page 2')).toBeNull();
  });
});

describe('a head and its page', () => {
  it('points at another article', () => {
    const found = parseJumpLine('Swifts return to the church tower, Page 2');
    expect(found?.kind).toBe('pointer');
    expect(found?.pages).toEqual(['2']);
    expect(found?.mayContinue).toBeUndefined();
  });
  it.each(['See FLOOD, Page 2', 'Continued on second, page 2', 'Please turn to the news, page 2'])(
    'leaves jump lines to their own wording: %s',
    (line) => {
      expect(parseJumpLine(line)?.kind).not.toBe('pointer');
    },
  );
  it('needs the whole line', () => {
    expect(
      parseJumpLine('He wrote it all down. It stands in the book of that year, page 4, and nowhere else'),
    ).toBeNull();
  });
});

describe('whole lines', () => {
  const cases: readonly [string, string][] = [
    // Chinese
    ['（下转第191页）', 'to 191'],
    ['（下转第123 页）', 'to 123'],
    ['下转第二版', 'to 2'],
    ['下转2、3版', 'to 2,3'],
    ['（下转A3版）', 'to A3'],
    ['（转4版）', 'to 4'],
    ['（文转第十二版）', 'to 12'],
    ['【下 转 第 2 版】', 'to 2'],
    ['（ 下 转 第 二 版 ）', 'to 2'],
    ['（下转第 1 2 版）', 'to 12'],
    ['〔紧接第1版〕', 'from 1'],
    ['（上接第136页）', 'from 136'],
    ['上接第 1 版', 'from 1'],
    ['（接1版）', 'from 1'],
    ['承接A01版', 'from A1'],
    ['（下转第 页 ）', 'to -'],
    ['（上接第版）', 'from -'],
    ['（下转第 123 页 continued on page 123）', 'to 123'],
    ['下轉第三版', 'to 3'],
    ['（文轉A12版）', 'to A12'],
    ['續見B4版', 'to B4'],
    ['緊接第一版', 'from 1'],
    ['▶2版', 'pointer 2'],
    ['▶22版版', 'pointer 2'],
    ['►► 1111版版', 'pointer 11'],
    ['（（下下转转第第22版版））', 'to 2'],
    ['详见3版', 'pointer 3'],
    ['（见4版）', 'pointer 4'],
    ['相关报道见4版', 'pointer 4'],
    ['詳見A4', 'pointer A4'],
    ['相關新聞見A12版', 'pointer A12'],
    ['刊A8版', 'pointer A8'],
    ['（參見B2、B3版）', 'pointer B2,B3'],
    ['未完待续', 'next-issue -'],
    ['（未完）', 'next-issue -'],
    ['（下期续）', 'next-issue -'],
    // Japanese, Korean
    ['３面に続く', 'to 3'],
    ['＝2面につづく', 'to 2'],
    ['（続きは4面）', 'to 4'],
    ['1面から続く', 'from 1'],
    ['１面からの続き', 'from 1'],
    ['1面より続く', 'from 1'],
    ['関連記事3面', 'pointer 3'],
    ['3面に関連記事', 'pointer 3'],
    ['＝解説2面', 'pointer 2'],
    ['（続く）', 'next-issue -'],
    ['3면에 계속', 'to 3'],
    ['4 면으로 이어짐', 'to 4'],
    ['1면에서 계속', 'from 1'],
    ['관련기사 3면', 'pointer 3'],
    // English
    ['Continued on Page 3', 'to 3'],
    ['CONTINUED ON PAGE A12', 'to A12'],
    ["Cont'd on p. 4", 'to 4'],
    ['Cont. on p. 4', 'to 4'],
    ['(Continued on third page.)', 'to 3'],
    ['See BUDGET, Page 4', 'to 4 "BUDGET"'],
    ['See BUDGET on A8', 'to A8 "BUDGET"'],
    ['Please see Budget, A8', 'to A8 "Budget"'],
    ['Turn to Page 7', 'to 7'],
    ['Story continues on 6', 'to 6'],
    ['Jump to 5', 'to 5'],
    ['Continued on page', 'to -'],
    ['Continued on page 3, column 2', 'to 3'],
    ['Continued on Page 12, Col. 1', 'to 12'],
    ['Continued from Page 1', 'from 1'],
    ['Continued from Page One', 'from 1'],
    ['BUDGET, From Page A1', 'from A1 "BUDGET"'],
    ['From Page One', 'from 1'],
    ['Budget from A1', 'from A1 "Budget"'],
    ['Continued from first page', 'from 1'],
    ['More on Page 6', 'pointer 6'],
    ['Story, 4', 'pointer 4'],
    ['Story on Page 4', 'pointer 4'],
    ['Inside: 12', 'pointer 12'],
    ['See story, Page 4', 'pointer 4 "story"'],
    ['To be continued.', 'next-issue -'],
    // German
    ['Fortsetzung auf Seite 3', 'to 3'],
    ['Fortsetzung Seite 3', 'to 3'],
    ['Weiter auf Seite 5', 'to 5'],
    ['Schluß auf Seite 2', 'to 2'],
    ['Lesen Sie weiter auf Seite 7', 'to 7'],
    ['Fortsetzung von Seite 1', 'from 1'],
    ['(Schluss von S. 1.)', 'from 1'],
    ['Siehe Seite 3', 'pointer 3'],
    ['Bericht Seite 3', 'pointer 3'],
    ['► Seite 3', 'pointer 3'],
    ['(Fortsetzung folgt.)', 'next-issue -'],
    ['Fortsetzung auf der dritten Seite', 'to 3'],
    // French, Spanish, Italian, Portuguese
    ['Lire la suite page 4', 'to 4'],
    ['Suite en page 3', 'to 3'],
    ['La suite page 12', 'to 12'],
    ['(Suite à la page 2.)', 'to 2'],
    ['Suite de la page 1', 'from 1'],
    ['Suite de la une', 'from 1'],
    ['Suite de la première page', 'from 1'],
    ['Lire page 4', 'pointer 4'],
    ['Lire pages 2 et 3', 'pointer 2,3'],
    ['Nos informations page 5', 'pointer 5'],
    ['(La suite à demain.)', 'next-issue -'],
    ['A suivre', 'none'],
    ['À suivre', 'next-issue -'],
    ['Pasa a la página 4', 'to 4'],
    ['Continúa en la pág. 7', 'to 7'],
    ['Sigue en la página 2', 'to 2'],
    ['Viene de la página 1', 'from 1'],
    ['Viene de portada', 'from 1'],
    ['Viene de la primera', 'from 1'],
    ['Ver página 8', 'pointer 8'],
    ['Más información en la pág. 3', 'pointer 3'],
    ['Continuará', 'next-issue -'],
    ['Continua a pagina 4', 'to 4'],
    ['Segue a pagina 6', 'to 6'],
    ['Segue dalla prima', 'from 1'],
    ['Segue dalla prima pagina', 'from 1'],
    ['Dalla pagina 1', 'from 1'],
    ['A pagina 4', 'pointer 4'],
    ['Continua na página 5', 'to 5'],
    ['Continuação da página 1', 'from 1'],
    ['Veja na página 9', 'pointer 9'],
  ];
  it.each(cases)('%s is %s', (text, wanted) => {
    expect(brief(text)).toBe(wanted);
    if (wanted !== 'none') expect(parseJumpLine(text)?.at).toBe('whole');
  });
});

describe('markers at an end of a longer text', () => {
  const at = (text: string): string => {
    const line = parseJumpLine(text);
    return line ? `${line.kind} ${line.pages.join(',')} ${line.at} ${text.slice(line.start, line.end)}` : 'none';
  };
  it('finds a "to" at the end and says where', () => {
    expect(at('河堤修复工程昨日开工。（下转第二版）')).toBe('to 2 end （下转第二版）');
    expect(at('河堤修复工程昨日开 下转第２版')).toBe('to 2 end 下转第２版');
    expect(at('The council voted late on Monday. Continued on Page 3')).toBe('to 3 end Continued on Page 3');
    expect(at('the harbour wall that SEE HARBOUR, PAGE 4')).toBe('to 4 end SEE HARBOUR, PAGE 4');
    expect(at(`${'Die Brücke wird gebaut. '.repeat(20)}Fortsetzung auf Seite 3`)).toBe(
      'to 3 end Fortsetzung auf Seite 3',
    );
  });
  it('finds a "from" at the start', () => {
    expect(at('（上接第一版）河堤修复工程昨日开工。')).toBe('from 1 start （上接第一版）');
    expect(at('Continued from Page 1 the council voted late.')).toBe('from 1 start Continued from Page 1');
  });
  it('finds a bracketed "from" behind a title', () =>
    expect(at('河堤修复开工（上接第一版）')).toBe('from 1 end （上接第一版）'));
  it('takes both of a pair in two languages', () =>
    expect(at('结论如下。（下转第 123 页 continued on page 123）')).toBe(
      'to 123 end （下转第 123 页 continued on page 123）',
    ));
  it('points with an arrow after a sentence', () => expect(at('河堤修复开工 ▶3版')).toBe('pointer 3 end ▶3版'));
});

describe('traps', () => {
  const nothing = [
    '从下转运站第二次出发',
    '他转2版面设计',
    '好转第二天',
    '见3版本说明书',
    '第2版',
    'A04版',
    '2版',
    '11',
    '谢谢谢谢',
    '人人都说好',
    '本报讯（记者 林舟）',
    '转发第2版说明',
    'He went on from page to page',
    'The bridge is on page',
    'The man from Page 3 Street went home',
    'They came from 10',
    'The committee will see you on 5',
    'as I said on page 4',
    'Page 4',
    'Seite 4',
    'come scritto a pagina 4',
    'Il cammino continua',
    'The story continues',
    'Continued rain on Monday',
    'We had to jump to 5 conclusions',
    'Die Fortsetzung war gut',
    'La suite du voyage',
    'Sigue la lluvia',
    'Viene de Madrid',
    'See the map of page design',
    '他喊：11版版主',
    // spoken of inside the text: a "to" ends its part, a "from" opens its own
    '读者来信说，“下转第2版”这样的话不好找，希望改进。',
    '文中“上接第一版”的字样印得太小，老人看不清。',
    'The words "Continued on Page 2" were printed too small, readers say.',
    'Readers who looked for "From Page 1" found nothing there.',
    '',
    ' ',
    '。',
  ];
  it.each(nothing)('%s is no jump line', (text) => expect(parseJumpLine(text)).toBeNull());
  it('does not un-double a real 11', () => expect(brief('▶11版')).toBe('pointer 11'));
  it('keeps number and letter', () => expect(brief('（下转4A版）')).toBe('to 4A'));
  it('expands a range but not a label with a dash', () => {
    expect(brief('（下转2-4版）')).toBe('to 2,3,4');
    expect(brief('Continued on Page A-4')).toBe('to A4');
  });
  it('gives places in the text as it stands, full-width and spaced', () => {
    const text = '完工。 （ 下 转 第 ２ 版 ） ';
    const line = parseJumpLine(text);
    expect(text.slice(line?.start, line?.end)).toBe('（ 下 转 第 ２ 版 ）');
  });
  it('looks at the ends of a long body only', () => {
    const time = (text: string): number => {
      const begin = spentSince();
      for (let i = 0; i < 300; i++) parseJumpLine(text);
      return spentSince(begin);
    };
    const body = 'the page of the story was seen from page to page ';
    time(body.repeat(10));
    const short = Math.min(time(body.repeat(10)), time(body.repeat(10)));
    const long = Math.min(time(body.repeat(2000)), time(body.repeat(2000)));
    expect(long / short).toBeLessThan(20); // 200 times the letters
  });
});

describe('pointer or continuation', () => {
  const on = (before: string, marker: string): boolean => {
    const line = parseJumpLine(marker);
    return line !== null && readsOn(line, before);
  };
  it('an arrow after an unfinished sentence goes on there, after a full stop it points elsewhere', () => {
    expect(on('河堤修复工程昨日开', '▶2版')).toBe(true);
    expect(on('河堤修复工程昨日开工。', '▶2版')).toBe(false);
    expect(on('', '▶2版')).toBe(false);
  });
  it('下转 goes on after a full stop too', () => expect(on('河堤修复工程昨日开工。', '下转第2版')).toBe(true));
  it('related stories never go on', () => expect(on('河堤修复工程昨日开', '相关报道见4版')).toBe(false));
});
