import { describe, expect, test } from 'vitest';
import type { Piece, Proposal, Suggestion } from '../../core/index.ts';
import { changeOf, groupSuggestions, itemsOf } from './suggestion-groups.ts';

const piece = (role: Piece['role'], text: string): Piece => ({
  sourceId: 's1',
  spans: [[0, 1]],
  text,
  repairs: [],
  role,
  confidence: 0.9,
  reason: { code: 'cut.body' },
  place: null,
});
const proposal: Proposal = {
  pieces: [piece('body', 'Text'), piece('headline', 'Head'), piece('folio', '3')],
  articles: [{ pieces: [1, 0], confidence: 0.9, reasons: [] }],
  pages: [],
  notes: [],
};
const one = (kind: Suggestion['kind'], pieces: number[], article: number | null, confidence: number): Suggestion => ({
  key: `${kind}/${pieces.join()}`,
  kind,
  pieces,
  article,
  confidence,
  reason: { code: 'cut.body' },
});

describe('the list of suggestions', () => {
  const groups = groupSuggestions(proposal, [
    one('text', [0], 0, 0.9),
    one('role', [0], 0, 0.6),
    one('role', [2], null, 0.7),
    one('role', [1], 0, 0.8),
    one('article', [1, 0], 0, 0.5),
    one('page', [1, 0, 2], null, 0.6),
  ]);
  test('has a row for each piece in reading order, under the article that it would make', () => {
    expect(groups.map((g) => [g.title, g.rows.map((r) => r.suggestions.map((s) => s.kind).join('+'))])).toEqual([
      ['Head', ['article', 'role', 'role+text']],
      ['', ['page', 'role']],
    ]);
    expect(itemsOf(groups).map((item) => item.at)).toEqual(['group', 'row', 'row', 'row', 'group', 'row', 'row']);
  });
  test('says how sure the first of a row is', () => {
    expect(groups[0]?.rows.map((r) => r.confidence)).toEqual([0.5, 0.8, 0.6]);
  });
});

test('a change is shown where it begins', () => {
  expect(changeOf('本 报 讯', '本报讯')).toEqual({ before: '本 报 讯', after: '本报讯' });
  expect(changeOf('It was a long day at the foot-\nbridge', 'It was a long day at the footbridge')).toEqual({
    before: '… the foot-⏎bridge',
    after: '… the footbridge',
  });
});
