import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

const told = (text: string, path: string): string[] =>
  highlight(text, path).flatMap(({ text: part, kind }) => (kind === 'text' ? [] : [`${kind} ${part}`]));

describe('light colours', () => {
  it('tell marks, names and values apart', () => {
    expect(told('<?xml version="1.0"?><p id="a1">a "b" <!-- c --></p>', 'a.xml')).toEqual([
      'note <?xml version="1.0"?>',
      'mark <p',
      'name id',
      'value "a1"',
      'mark >',
      'note <!-- c -->',
      'mark </p',
      'mark >',
    ]);
    expect(told('{ "a": "b: \\"c", "n": -1.5 }', 'a.json')).toEqual([
      'name "a"',
      'value "b: \\"c"',
      'name "n"',
      'value -1.5',
    ]);
    expect(told('## Page 1\n\n**A**\n', 'a.md')).toEqual(['name ## Page 1', 'mark **', 'mark **']);
    expect(highlight('a <b', 'a.txt')).toEqual([{ text: 'a <b', kind: 'text' }]);
  });

  it('lose nothing of the text', () => {
    const piece = fc.constantFrom('<', '>', '"', '/', 'a=', '<!--', '-->', '{', ':', '\\', '\n', '#', ' ', '*', '山');
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('a.xml', 'a.json', 'a.md', 'a.csv'), (parts, path) => {
        const text = parts.join('');
        expect(
          highlight(text, path)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
