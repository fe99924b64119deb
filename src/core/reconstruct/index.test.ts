/** The whole engine on invented pages: nothing lost, nothing twice, the same twice over. */
import { describe, expect, it } from 'vitest';
import type { Box, Source } from '../model/edition.ts';
import type { RoleId } from '../model/role.ts';
import { reconstruct, reconstructWith } from './index.ts';

function source(id: string, name: string, text: string): Source {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return { id, name, mediaType: 'text/plain', encoding: 'utf-8', sha256: '', text, lines };
}

const first = source(
  's1',
  'page-1.txt',
  [
    '渡口大桥今起封闭检修',
    '',
    '过江车辆请绕行',
    '',
    '本报讯（记者 何舟）渡口大桥今起封闭检',
    '',
    '修，过江车辆绕行，两岸渡船加开两班，检',
    '',
    '修到月底结束。',
    '',
    '（下转第二版）',
    '',
    '图书馆新馆开馆',
    '',
    '本报讯（记者 林晓）市图书馆新馆昨日开',
    '',
    '馆，读者排队办理借书证，新馆藏书十万册',
    '',
    '，周末开放到晚上九点。',
    '',
  ].join('\n'),
);
const second = source(
  's2',
  'page-2.txt',
  ['（上接第一版）', '', '大桥检修期间渡船一律免费，渡口昼夜通航', '', '，请乘客注意安全。', ''].join('\n'),
);

describe('reconstruct', () => {
  const proposal = reconstruct([first, second]);
  it('puts every character that is not white space into exactly one piece', () => {
    for (const { id, text } of [first, second]) {
      const seen = new Uint8Array(text.length);
      for (const piece of proposal.pieces)
        if (piece.sourceId === id) for (const [from, to] of piece.spans) for (let i = from; i < to; i++) seen[i]!++;
      for (let i = 0; i < text.length; i++) if (/\S/u.test(text[i]!)) expect(seen[i]).toBe(1);
    }
  });
  it('joins the article over the pages, its parts in order', () => {
    const bridge = proposal.articles.find((article) => proposal.pieces[article.pieces[0]!]!.text.includes('大桥'))!;
    const texts = bridge.pieces.map((i) => proposal.pieces[i]!.text);
    expect(texts.at(-1)).toContain('渡船一律免费');
    expect(bridge.reasons.map((reason) => reason.reason.code)).toContain('link.both-ways');
  });
  it('has every piece in at most one article, and every page in order', () => {
    const members = proposal.articles.flatMap((article) => article.pieces);
    expect(new Set(members).size).toBe(members.length);
    expect(proposal.pages.flatMap((page) => page.order).sort((a, b) => a - b)).toEqual(
      proposal.pieces.map((_, i) => i),
    );
    expect(proposal.pages.map((page) => page.label)).toEqual(['1', '2']);
  });
  it('says the same twice', () => {
    expect(JSON.stringify(reconstruct([first, second]))).toBe(JSON.stringify(proposal));
  });
  it('tells its progress, and stops when it is asked to', () => {
    const told: number[] = [];
    reconstruct([first, second], { progress: (done) => told.push(done) });
    expect(told).toEqual([1, 2]);
    expect(reconstruct([first, second], { signal: { aborted: true } }).pages).toEqual([]);
  });
  it('ends a ring of jump lines where it began', () => {
    const ring = (id: string, n: string, other: string): Source =>
      source(
        id,
        `page-${n}.txt`,
        [
          `（上接第${other}版）`,
          '',
          '渡口大桥今起封闭检修，过江车辆绕行，两',
          '',
          '岸渡船加开两班。',
          '',
          `（下转第${other}版）`,
          '',
        ].join('\n'),
      );
    const found = reconstruct([ring('s1', '1', '二'), ring('s2', '2', '一')]);
    const members = found.articles.flatMap((article) => article.pieces);
    expect(new Set(members).size).toBe(members.length);
    expect(members.length).toBe(found.pieces.length);
  });
  it('takes no sources, and an empty one', () => {
    expect(reconstruct([]).pieces).toEqual([]);
    expect(reconstruct([source('s1', 'a.txt', ' \n\n')]).pieces).toEqual([]);
  });
});

it('numbers the articles as they stand on the sheet, the topmost and leftmost first', () => {
  const { articles, pages } = reconstruct([first]);
  const at = new Map(pages[0]!.order.map((piece, position) => [piece, position] as const));
  const tops = articles.map((article) => Math.min(...article.pieces.map((piece) => at.get(piece)!)));
  expect(tops.length).toBeGreaterThan(1);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

describe('heads of continued parts', () => {
  const pages = [
    ['Ferry service resumes', 'By Ada Miller', 'The ferry sails again.', 'See FERRY, Page 2'],
    [
      'Rain ends the fair',
      'FERRY',
      'Visitors left the fair early.',
      'From Page 1',
      'Boats of the ferry leave at noon.',
    ],
  ] as const;
  const roles: RoleId[][] = [
    ['headline', 'byline', 'body', 'jump-to'],
    ['headline', 'headline', 'body', 'jump-from', 'body'],
  ];
  const parts = [
    [[0, 1, 2, 3]],
    [
      [0, 1, 2],
      [3, 4],
    ],
  ];
  /** Pages whose heads are in given parts, whatever their lines say; the second one's head over the first part is the second part's. */
  const ferryIn = (boxed: boolean): string[] => {
    const sources = pages.map((lines, i) => {
      const plain = source(`s${i + 1}`, `page-${i + 1}.txt`, lines.join('\n'));
      const box: Box = [0, 0, 10, 10];
      return boxed ? { ...plain, lines: plain.lines.map((line) => ({ ...line, box })) } : plain;
    });
    const { articles, pieces } = reconstructWith((one) => {
      const p = sources.indexOf(one);
      return {
        sourceId: one.id,
        pieces: one.lines.map(({ start, end }, i) => ({
          sourceId: one.id,
          spans: [[start, end]],
          text: one.text.slice(start, end),
          repairs: [],
          role: roles[p]![i]!,
          confidence: 1,
          reason: { code: 'test' },
          place: { column: 0, span: 1 },
          ...(roles[p]![i] === 'jump-to' ? { jump: { direction: 'to', page: '2' } } : {}),
          ...(roles[p]![i] === 'jump-from' ? { jump: { direction: 'from', page: '1' } } : {}),
        })),
        parts: parts[p]!.map((own) => ({ pieces: own, confidence: 1, reasons: [] })),
        columns: [],
        order: one.lines.map((_, i) => i),
        notes: [],
      };
    })(sources);
    const holder = articles.find((article) => article.pieces.some((i) => pieces[i]!.text === 'FERRY'))!;
    return holder.pieces.map((i) => pieces[i]!.text);
  };
  it('go to the part that they name on a page of text', () => {
    expect(ferryIn(false)).toContain('Boats of the ferry leave at noon.');
  });
  it('stay where they are printed on a page whose lines have boxes', () => {
    expect(ferryIn(true)).toContain('Visitors left the fair early.');
  });
});
