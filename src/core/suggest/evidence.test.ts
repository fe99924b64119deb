import { describe, expect, test } from 'vitest';
import type { Piece, Proposal } from '../reconstruct/proposal.ts';
import { findTerms } from '../reconstruct/similarity.ts';
import { evidenceOf } from './evidence.ts';
import type { Suggestion } from './suggestions.ts';

const piece = (role: Piece['role'], text: string): Piece => ({
  sourceId: 's1',
  spans: [[0, text.length]],
  text,
  repairs: [],
  role,
  confidence: 0.9,
  reason: { code: 'cut.body' },
  place: null,
});
const proposal: Proposal = {
  pieces: [
    piece('headline', '老码头步道开放'),
    piece('body', '本报讯 昨天，老码头片区的步道全线开放，市民可以沿江散步。'),
    piece('body', '施工队为此忙了两年。'),
    piece('headline', '菜市场换上电子秤'),
    piece('body', '城东菜市场的摊主全部用上电子秤，市民不必再心算。'),
    piece('headline', 'Swifts return to the tower'),
    piece('body', 'Keen eyes saw the first swift over the tower on Monday.'),
    piece('jump-to', '（下转第2版）'),
  ],
  articles: [
    { pieces: [0, 1, 2], confidence: 0.9, reasons: [] },
    { pieces: [3, 4], confidence: 0.9, reasons: [] },
    { pieces: [5, 6], confidence: 0.9, reasons: [] },
  ],
  pages: [],
  notes: [],
};
const about = (kind: Suggestion['kind'], pieces: readonly number[], article: number | null): Suggestion => ({
  key: 'k',
  kind,
  confidence: 0.9,
  reason: { code: 'cut.body' },
  pieces,
  article,
});

describe('evidence', () => {
  test('an article is held by the words of its head and body, as they are read', () => {
    const { own, words } = evidenceOf(proposal, about('article', [0, 1, 2], 0));
    expect(own).toEqual([0, 1, 2]);
    expect(words).toEqual(expect.arrayContaining(['老码头', '步道']));
    expect(words.join()).not.toContain('头步');
  });
  test('English words are whole, not stems', () => {
    const { words } = evidenceOf(proposal, about('article', [5, 6], 2));
    expect(words).toEqual(expect.arrayContaining(['Swifts', 'tower']));
  });
  test('a head is held against the bodies that share its words, and against no other', () => {
    expect(evidenceOf(proposal, about('role', [3], 1))).toMatchObject({ own: [3], others: [4] });
    expect(evidenceOf(proposal, about('role', [0], 0)).others).toEqual([1]);
  });
  test('what stands in no article speaks for itself alone, and a layout for nothing', () => {
    expect(evidenceOf(proposal, about('role', [7], null))).toMatchObject({ own: [7], others: [], words: [] });
    expect(evidenceOf(proposal, { ...about('page', [0], null), page: 0 }).own).toEqual([]);
  });
});

describe('terms in a text', () => {
  test('are found with their offsets, overlapping pairs as one stretch', () => {
    const text = '从老码头到新码头';
    expect(findTerms(text, new Set(['老码', '码头'])).map(([a, b]) => text.slice(a, b))).toEqual(['老码头', '码头']);
  });
  test('are found in traditional type too, and in other forms of an English word', () => {
    expect(findTerms('開幕的開幕式', new Set(['开幕']))).toEqual([
      [0, 2],
      [3, 5],
    ]);
    expect(findTerms('The Swift’s nests', new Set(['swift', 'nest']))).toEqual([
      [4, 9],
      [12, 17],
    ]);
  });
});
