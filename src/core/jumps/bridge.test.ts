import { describe, expect, test } from 'vitest';
import type { Edition } from '../model/edition.ts';
import { findFragment, readingOrder, textOf } from '../model/selectors.ts';
import { imbalances } from '../ledger.ts';
import { linkSafe } from './accept.ts';
import { moveJumpBorder, type JumpBorderMove } from './border.ts';
import { bridgeOf, bridgeRows, type Bridge } from './bridge.ts';
import { idOf, paperOf } from './paper.test-support.ts';

const start = (): Edition => {
  const outcome = linkSafe(
    paperOf(
      [
        ['# Ferry runs again', 'The ferry is back. It runs from Monday, for', 'Continued on Page 2'],
        ['# Fair', 'The fair opens. Bring a coat.'],
      ],
      [
        ['# Weather', 'Snow is likely. Roads may close.'],
        [
          '# Ferry runs again',
          'Continued from Page 1',
          'the first time since autumn. The pier is new.',
          'Tickets are cheap.',
        ],
      ],
    ),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
};

function bridgeIn(edition: Edition): Bridge {
  const row = bridgeRows(edition)[0];
  const bridge = row && bridgeOf(edition, row);
  if (!bridge) throw new Error('no bridge');
  return bridge;
}
const move = (edition: Edition, how: JumpBorderMove): Edition => {
  const outcome = moveJumpBorder(edition, bridgeIn(edition), how);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  expect(imbalances(outcome.edition)).toEqual([]);
  return outcome.edition;
};
const story = (edition: Edition, first: string): string[] => {
  const article = findFragment(edition, idOf(edition, first))?.article?.id ?? '';
  return readingOrder(edition, article).map((f) => textOf(edition, f));
};

describe('a bridge', () => {
  test('shows both sides and the sentence that runs across', () => {
    const { left, right, sentence, confirmed } = bridgeIn(start());
    expect([left.page, right.page]).toEqual(['p1', 'p2']);
    expect(sentence.text).toBe('It runs from Monday, for the first time since autumn.');
    expect(sentence.text.slice(sentence.seam)).toBe('the first time since autumn.');
    expect(sentence.goesOn).toBe(true);
    expect(confirmed).toBe(false);
  });

  test('the border moves by a sentence: the first of the other side leaves', () => {
    const moved = move(start(), { side: 'right', towards: 'later', by: 'sentence' });
    expect(story(moved, 'The ferry is back')).toEqual([
      'Ferry runs again',
      'The ferry is back. It runs from Monday, for',
      'Continued on Page 2',
      'Ferry runs again',
      'Continued from Page 1',
      'The pier is new.',
      'Tickets are cheap.',
    ]);
    expect(story(moved, 'Snow is likely')).toEqual([
      'Weather',
      'Snow is likely. Roads may close.',
      'the first time since autumn.',
    ]);
  });

  test('or the last sentence of what stands before it joins', () => {
    const moved = move(start(), { side: 'right', towards: 'earlier', by: 'sentence' });
    expect(story(moved, 'The ferry is back').slice(-4)).toEqual([
      'Continued from Page 1',
      'Roads may close.',
      'the first time since autumn. The pier is new.',
      'Tickets are cheap.',
    ]);
    expect(story(moved, 'Snow is likely')).toEqual(['Weather', 'Snow is likely.']);
  });

  test('by a fragment, and on the other side', () => {
    expect(story(move(start(), { side: 'right', towards: 'later', by: 'fragment' }), 'Snow is likely')).toEqual([
      'Weather',
      'Snow is likely. Roads may close.',
      'the first time since autumn. The pier is new.',
    ]);
    const taken = move(start(), { side: 'left', towards: 'later', by: 'fragment' });
    expect(story(taken, 'The ferry is back').slice(0, 4)).toEqual([
      'Ferry runs again',
      'The ferry is back. It runs from Monday, for',
      'The fair opens. Bring a coat.',
      'Continued on Page 2',
    ]);
    const given = move(start(), { side: 'left', towards: 'earlier', by: 'sentence' });
    expect(story(given, 'The fair opens')).toEqual([
      'Fair',
      'It runs from Monday, for',
      'The fair opens. Bring a coat.',
    ]);
    expect(story(given, 'The ferry is back')).toContain('The ferry is back.');
  });

  test('moving it there and back gives the same text', () => {
    const there = move(start(), { side: 'right', towards: 'later', by: 'sentence' });
    const back = move(there, { side: 'right', towards: 'earlier', by: 'sentence' });
    expect(story(back, 'The ferry is back').join(' ')).toBe(story(start(), 'The ferry is back').join(' '));
  });

  test('refuses to give the last running text away', () => {
    const one = start();
    const outcome = moveJumpBorder(one, bridgeIn(one), { side: 'left', towards: 'earlier', by: 'fragment' });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'refuse.border-at-end' } });
  });
});
