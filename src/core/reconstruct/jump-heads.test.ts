import { describe, expect, it } from 'vitest';
import type { PartLink } from './continuations.ts';
import { tieJumpHeads } from './jump-heads.ts';
import type { PageParts } from './page-parts.ts';
import { body, head, pageOf, type Given } from './text/group/pieces.fixture.ts';

/** A page whose parts are given piece by piece, in print's order. */
function page(id: string, ...parts: Given[][]): PageParts {
  const { pieces } = pageOf(parts.flat(), id);
  let next = 0;
  return {
    sourceId: id,
    pieces: pieces.map((piece, i) => ({ ...piece, place: { column: i, span: 1 } })),
    parts: parts.map((given) => ({ pieces: given.map(() => next++), confidence: 1, reasons: [] })),
    columns: [],
    order: pieces.map((_, i) => i),
    notes: [],
  };
}

const jump = (from: number, to: number): PartLink => ({
  from: { page: 0, part: from },
  to: { page: 1, part: to },
  confidence: 0.9,
  reason: { code: 'test' },
});
const label = (name: string): Given => ({ role: 'section', lines: [name] });
const mark: Given = { role: 'jump-from', lines: ['From Page 1'], jump: { direction: 'from', page: '1' } };

const first = page(
  's1',
  [head('Ferry service resumes'), body('Boats sail.')],
  [head('Bakery wins a prize'), body('Bread.')],
);
const read = (pages: readonly PageParts[]): string[] =>
  pages[1]!.parts.map((part) => part.pieces.map((i) => pages[1]!.pieces[i]!.text).join(' '));
const tie = (second: PageParts, ...links: PartLink[]) => tieJumpHeads([first, second], links, ['1', '2']);

describe('heads of continued parts', () => {
  it('are exchanged where each says the first word of the other’s head', () => {
    const second = page('s2', [head('BAKERY'), mark, body('At noon.')], [head('FERRY'), mark, body('No surprise.')]);
    expect(read(tie(second, jump(0, 0), jump(1, 1)))).toEqual([
      'FERRY From Page 1 At noon.',
      'BAKERY From Page 1 No surprise.',
    ]);
  });
  it('come from an article beside, with reason, place and order', () => {
    const second = page('s2', [head('Rain'), head('FERRY'), body('Wet.')], [mark, body('At noon.')]);
    const done = tie(second, jump(0, 1));
    expect(read(done)).toEqual(['Rain Wet.', 'FERRY From Page 1 At noon.']);
    expect(done[1]!.parts[1]!.reasons).toEqual([
      { piece: 1, confidence: 0.9, reason: { code: 'group.jump-head', params: { page: '1' } } },
    ]);
    expect(done[1]!.pieces[1]!.place).toEqual({ column: 3, span: 1 });
    expect(done[1]!.order).toEqual([0, 2, 1, 3, 4]);
  });
  it('were not the name of a section', () => {
    const second = page('s2', [mark, body('At noon.')], [label('BAKERY')], [label('FERRY')]);
    const done = tie(second, jump(0, 0));
    expect(read(done)).toEqual(['FERRY From Page 1 At noon.', 'BAKERY', '']);
    expect(done[1]!.pieces[3]!.role).toBe('headline');
  });
  it('stay where they are right, where they are said twice, and where nothing is continued', () => {
    const right = page('s2', [head('FERRY'), mark, body('At noon.')], [head('FERRY'), body('Another.')]);
    expect(tie(right, jump(0, 0))[1]).toBe(right);
    const twice = page('s2', [mark, body('At noon.')], [head('FERRY'), body('One.')], [head('FERRY'), body('Two.')]);
    expect(tie(twice, jump(0, 0))[1]).toBe(twice);
    const single = page('s2', [head('FERRY'), body('Wet.')], [mark, body('At noon.')]);
    expect(tie(single)[1]).toBe(single);
  });
  it('are no word from the middle of the first head', () => {
    const second = page('s2', [head('SERVICE'), body('Wet.')], [mark, body('At noon.')]);
    expect(tie(second, jump(0, 1))[1]).toBe(second);
  });
  it('are, in Chinese, the whole head or its first clause', () => {
    const han = (text: string): readonly PageParts[] =>
      tieJumpHeads(
        [
          page('s1', [head('渡口大桥检修 渡船今起免费'), body('封闭检修。')]),
          page('s2', [head(text), body('新馆开馆。')], [mark, body('增设两班。')]),
        ],
        [jump(0, 1)],
        ['1', '2'],
      );
    expect(read(han('渡口大桥检修渡船今起免费'))[1]).toContain('渡口大桥');
    expect(read(han('渡口大桥检修'))[1]).toContain('渡口大桥');
    expect(read(han('渡口'))[1]).not.toContain('渡口');
  });
});
