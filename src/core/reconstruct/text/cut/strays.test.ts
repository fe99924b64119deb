import { expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { sourceOf } from './testing.ts';

const spans = (text: string): unknown => cutText(sourceOf(text)).map((piece) => piece.spans);

it.each([
  ['before all text', '\u0085\nThe ferry runs again.', [[[0, 1]], [[2, 23]]]],
  ['after all text', 'The ferry runs again.\n\n\u0085\n', [[[0, 21]], [[23, 24]]]],
  ['and nothing else', '\u0085 ', [[[0, 1]]]],
])('keeps a next-line character %s: it is a break and no white space', (_, text, expected) => {
  expect(spans(text)).toEqual(expected);
});
