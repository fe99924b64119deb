import { describe, expect, it } from 'vitest';
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
