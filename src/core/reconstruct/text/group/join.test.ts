import { describe, expect, it } from 'vitest';
import { joinPieces, splitPiece } from './join.ts';
import { body, openEnd, openStart, pageOf } from './pieces.fixture.ts';

const words = new Set(['harbour', 'commission']);

describe('joining', () => {
  it('makes a word whole that a column end broke, and keeps both spans', () => {
    const { source, pieces } = pageOf([
      openEnd('The council met the commis-'),
      body('Elsewhere.'),
      openStart('sion at noon.'),
    ]);
    const joined = joinPieces(source, pieces[0]!, pieces[2]!, words);
    expect(joined.text).toBe('The council met the commission at noon.');
    expect(joined.spans).toHaveLength(2);
    expect(joined.endsOpen).toBe(false);
  });
  it('sets Han solid', () => {
    const { source, pieces } = pageOf([openEnd('渡口大桥今起封'), body('别处。'), openStart('闭检修。')]);
    expect(joinPieces(source, pieces[0]!, pieces[2]!, words).text).toBe('渡口大桥今起封闭检修。');
  });
  it('makes one span of neighbours', () => {
    const { source, pieces } = pageOf([openEnd('The ferry was late'), openStart('by an hour.')]);
    expect(joinPieces(source, pieces[0]!, pieces[1]!, words).spans).toEqual([[0, source.text.trimEnd().length]]);
  });
});

it('parts a piece so that joining gives it back', () => {
  const { source, pieces } = pageOf([body('The ferry was late', 'by an hour and so', 'was the tram.')]);
  const [before, after] = splitPiece(source, pieces[0]!, 2, words);
  expect([before.text, after.text]).toEqual(['The ferry was late by an hour and so', 'was the tram.']);
  expect([before.endsOpen, after.startsOpen, before.startsOpen, after.endsOpen]).toEqual([true, true, false, false]);
  const again = joinPieces(source, before, after, words);
  expect([again.text, again.spans]).toEqual([pieces[0]!.text, pieces[0]!.spans]);
});
