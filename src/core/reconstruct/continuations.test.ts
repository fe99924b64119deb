import { describe, expect, it } from 'vitest';
import { endWords, matchGain } from './continuations-match.ts';
import { joinParts } from './continuations.ts';
import { labelPages } from './page-labels.ts';
import { groupPage } from './text/group/group.ts';
import { body, head, pageOf, type Given } from './text/group/pieces.fixture.ts';

const to = (text: string, page: string | null): Given => ({
  role: 'jump-to',
  lines: [text],
  jump: { direction: 'to', page },
});
const from = (text: string, page: string | null): Given => ({
  role: 'jump-from',
  lines: [text],
  jump: { direction: 'from', page },
});

function join(...pages: Given[][]) {
  const parts = pages.map((given, i) => {
    const { source, pieces } = pageOf(given, `s${i + 1}`, `page-${i + 1}.txt`);
    return groupPage(source, pieces);
  });
  const joined = joinParts(
    parts,
    labelPages(
      parts,
      pages.map((_, i) => `page-${i + 1}.txt`),
    ),
  );
  const text = ({ page, part }: { page: number; part: number }): string =>
    parts[page]!.parts[part]!.pieces.map((i) => parts[page]!.pieces[i]!.text).join(' ');
  return {
    pairs: joined.links.map((link) => [text(link.from), text(link.to)] as const),
    codes: joined.notes.map((note) => note.message.code),
  };
}

const books = [head('图书馆新馆开馆'), body('本报讯（记者 林晓）市图书馆新馆昨日开馆。')];
const bridge = [head('渡口大桥检修'), body('本报讯（记者 何舟）渡口大桥今起封闭检修。')];

describe('continuations', () => {
  it('join two ends that point at each other, by their words where there are two', () => {
    const { pairs, codes } = join(
      [...books, to('（下转第二版）', '2'), ...bridge, to('（下转第二版）', '2')],
      [
        from('（上接第一版）', '1'),
        body('大桥检修期间渡船免费，渡口增设两班。'),
        from('（上接第一版）', '1'),
        body('图书馆新馆藏书十万册。'),
      ],
    );
    expect(codes).toEqual([]);
    expect(pairs).toHaveLength(2);
    expect(pairs.find(([a]) => a.includes('图书馆'))![1]).toContain('藏书');
    expect(pairs.find(([a]) => a.includes('大桥'))![1]).toContain('渡船');
  });
  it('follow a slug', () => {
    const part = (title: string, slug: string): Given[] => [
      head(title),
      { role: 'byline', lines: ['By Ann Marlow'] },
      body(`${title} on Monday, officials said.`),
      to(`See ${slug}, Page 2`, '2'),
    ];
    const { pairs } = join(
      [...part('Ferry service resumes', 'FERRY'), ...part('Bakery wins a prize', 'BAKERY')],
      [
        head('BAKERY'),
        from('From Page 1', '1'),
        body('Nobody was surprised.'),
        head('FERRY'),
        from('From Page 1', '1'),
        body('Boats leave at noon.'),
      ],
    );
    expect(pairs.map(([a, b]) => [a.slice(0, 5), b.slice(0, 5)])).toEqual(
      expect.arrayContaining([
        ['Ferry', 'FERRY'],
        ['Baker', 'BAKER'],
      ]),
    );
  });
  it('do not join what could be either, and say so', () => {
    const same = (): Given[] => [body('本报讯（记者 林晓）今日天晴。'), to('（下转第二版）', '2')];
    const { pairs, codes } = join(
      [...same(), ...same()],
      [from('（上接第一版）', '1'), body('风力三级。'), from('（上接第一版）', '1'), body('气温二十。')],
    );
    expect(pairs).toEqual([]);
    expect(codes).toContain('link.ambiguous');
  });
  it('leave one-way, pending and numberless ends open', () => {
    expect(join([...books, to('（下转第二版）', '2')], [...bridge]).codes).toEqual(['link.one-way']);
    expect(join([...books, to('（下转第九版）', '9')]).codes).toEqual(['link.pending']);
    expect(join([...books, to('（下转第 版）', null)], [...bridge]).codes).toEqual(['link.lost']);
  });
  it('join over a lost number where the other end points back', () => {
    const { pairs } = join(
      [...books, to('（下转第 版）', null)],
      [from('（上接第一版）', '1'), body('图书馆新馆藏书十万册。')],
    );
    expect(pairs).toHaveLength(1);
  });
});

/** The rules of the press on jumps, each with its trap. */
describe('rules', () => {
  const pier = [head('旧码头改建为公园'), body('本报讯（记者 江帆）旧码头改建工程昨日启动，栈桥')];
  const ahead = (text: string, page: string | null): Given[] => [from(text, page)];

  it('a lost number is no page: two ends without one are not joined', () => {
    const { pairs, codes } = join(
      [...books, to('（下转第 版）', null)],
      [...ahead('（上接第 版）', null), body('图书馆新馆藏书十万册。')],
    );
    expect(pairs).toEqual([]);
    expect(codes).toEqual(['link.lost', 'link.lost']);
  });
  it('a lost number is found by the other end, but not against one that points elsewhere', () => {
    const { pairs, codes } = join(
      [...books, to('（下转第二版）', '2')],
      [...bridge, ...ahead('（上接第三版）', '3'), body('图书馆新馆藏书十万册。')],
      [body('本报讯（记者 林晓）今日天晴。')],
    );
    expect(pairs).toEqual([]);
    expect(codes.sort()).toEqual(['link.one-way', 'link.one-way']);
  });
  it.each([
    ['the whole head', '渡口大桥检修 今起封闭'],
    ['its first clause', '渡口大桥检修'],
    ['a new one', '渡船免费 班次加密'],
  ])('the second part has %s over it', (_, over) => {
    const { pairs } = join(
      [
        ...books,
        to('（下转第二版）', '2'),
        head('渡口大桥检修 今起封闭'),
        body('本报讯（记者 何舟）渡口大桥今起封闭，渡船增开。'),
        to('（下转第二版）', '2'),
      ],
      [
        head(over),
        ...ahead('（上接第一版）', '1'),
        body('大桥封闭期间渡船增开，渡口增设两班渡船。'),
        head('藏书增至十万册'),
        ...ahead('（上接第一版）', '1'),
        body('图书馆新馆昨日开馆，新馆藏书十万册。'),
      ],
    );
    expect(pairs).toHaveLength(2);
    expect(pairs.find(([a]) => a.includes('大桥'))![1]).toContain('渡船');
  });
  it('trap: bodies tell more than a head that went to the other part', () => {
    const ends = (given: string, running: string) => ({ head: given, body: running, running, slug: '' });
    const tos = [
      ends('Fire burns the old rope works', 'The rope works burned. Firemen saved the harbour sheds and the ropes.'),
      ends('Measles close two schools', 'Measles closed schools. Nurses vaccinate pupils in both schools.'),
    ];
    const froms = [
      ends('FIRE', 'Nurses say that pupils who were vaccinated are safe from measles; schools open on Monday.'),
      ends('', 'Firemen watched the harbour sheds all night. The rope works will be built again.'),
    ];
    const words = endWords([...tos, ...froms], []);
    const gain = tos.map((a, t) => froms.map((b, f) => matchGain(a, b, words, t, 2 + f)));
    expect(gain[0]![1]! + gain[1]![0]!).toBeGreaterThan(gain[0]![0]! + gain[1]![1]!);
  });
  it('each head speaks for itself, a number that fell out of one not at all', () => {
    const end = (given: string, slug = '') => ({ head: given, body: '', running: '', slug });
    const gain = (a: string, b: string, slug = '', own = ''): number => {
      const pair = [end(a, slug), { ...end(b, own), body: 'Nobody came.' }];
      return matchGain(pair[0]!, pair[1]!, endWords(pair, []), 0, 1);
    };
    expect(gain('In brief\nFerry service resumes', 'FERRY')).toBeGreaterThan(1);
    expect(gain('Ferry service resumes', 'BAKERY\nFERRY')).toBeGreaterThan(1);
    expect(gain('Drummer dies aged\n80', '80')).toBe(0);
    expect(gain('The nationality of cats', 'NATION')).toBe(0);
    expect(gain('', 'Ferry service resumes', 'FERRY')).toBeGreaterThan(gain('', 'The ferry resumes', 'FERRY'));
    expect(gain('', '', 'FERRY', 'FERRY')).toBeGreaterThan(2);
  });
  it('a sentence that goes on over the cut tells, a byline or a caption without a stop does not', () => {
    const end = (running: string, more = '') => ({ head: '', body: running + more, running, slug: '' });
    const gain = (a: ReturnType<typeof end>, b: ReturnType<typeof end>): number =>
      matchGain(a, b, endWords([a, b], []), 0, 1);
    const goesOn = end('with the tide, officials said.');
    expect(gain(end('The harbour wall was'), goesOn)).toBeGreaterThan(gain(end('The wall stands.'), goesOn));
    expect(gain(end('The wall stands.', '\nPhoto by Ann Marlow'), goesOn)).toBe(gain(end('The wall stands.'), goesOn));
  });
  it('teasers stay pointers, and a serial goes on in the next issue', () => {
    const teaser: Given = { role: 'teaser', lines: ['图书馆新馆开馆 ▶2版'] };
    const serial: Given = { role: 'jump-to', lines: ['（未完待续）'] };
    const { pairs, codes } = join([teaser, ...bridge, serial], [...books]);
    expect(pairs).toEqual([]);
    expect(codes).toEqual([]);
  });
  it('"Page One" is A1 where no page is called 1', () => {
    const { pairs } = join(
      [{ role: 'folio', lines: ['A1'] }, ...books, to('Continued on A2', 'A2')],
      [{ role: 'folio', lines: ['A2'] }, from('From Page One', '1'), body('图书馆新馆藏书十万册。')],
    );
    expect(pairs).toHaveLength(1);
  });
  it('a list of pages is gone through one after the other', () => {
    const chain = (second: string, page: string) =>
      join(
        [...pier, to('（下转第2、3版）', '2')],
        [...ahead('（上接第一版）', '1'), body('全长百米，旧码头的栈桥')],
        [...ahead(second, page), body('改建后，旧码头成为公园。')],
      ).pairs.map(([a, b]) => [a.includes('启动') ? 1 : 2, b.includes('成为公园') ? 3 : 2]);
    const both = [
      [1, 2],
      [2, 3],
    ];
    expect(chain('（上接第一版）', '1')).toEqual(both);
    expect(chain('（上接第二版）', '2')).toEqual(both);
  });
  it('trap: a list whose pages hold no second part leads nowhere', () => {
    expect(join([...pier, to('（下转第2、3版）', '2')], [...books], [...bridge]).pairs).toEqual([]);
  });
  it('a chain goes from page to page, and an end that names its own page nowhere', () => {
    const { pairs } = join(
      [...pier, to('（下转第二版）', '2')],
      [...ahead('（上接第一版）', '1'), body('栈桥全长百米，旧码头的仓库'), to('（下转第三版）', '3')],
      [...ahead('（上接第二版）', '2'), body('改建后，旧码头的仓库成为公园。')],
    );
    expect(pairs).toHaveLength(2);
    const own = join([...pier, to('（下转第一版）', '1'), ...ahead('（上接第一版）', '1'), body('旧码头的栈桥。')]);
    expect(own.pairs).toEqual([]);
  });
  it('says of what is tied that it is, once', () => {
    const same = (): Given[] => [body('本报讯（记者 林晓）今日天晴。'), to('（下转第二版）', '2')];
    const { codes } = join(
      [...same(), ...same()],
      [...ahead('（上接第一版）', '1'), body('风力三级。'), ...ahead('（上接第一版）', '1'), body('气温二十。')],
    );
    expect(new Set(codes)).toEqual(new Set(['link.ambiguous']));
  });
});

describe('a link is no surer than its parts', () => {
  const pages = [
    [...books, to('（下转第二版）', '2')],
    [from('（上接第一版）', '1'), head('图书馆新馆开馆'), body('图书馆新馆藏书十万册。')],
  ].map((given, i) => {
    const { source, pieces } = pageOf(given, `s${i + 1}`, `page-${i + 1}.txt`);
    return groupPage(source, pieces);
  });
  /** With what is in one of these roles doubted. */
  const linked = (role: string | null): number => {
    const doubted = pages.map((page) => ({
      ...page,
      parts: page.parts.map((part) => ({
        ...part,
        reasons: part.reasons.map((own) => (page.pieces[own.piece]!.role === role ? { ...own, confidence: 0.5 } : own)),
      })),
    }));
    return joinParts(doubted, labelPages(pages, ['page-1.txt', 'page-2.txt'])).links[0]!.confidence;
  };
  it('whose text may be another article’s', () => expect(linked('body')).toBeLessThan(0.8 * linked(null)));
  it('trap: a head that may be another’s takes nothing from it', () => expect(linked('headline')).toBe(linked(null)));
});
