import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertWellFormed } from './schema-check.test-support.ts';
import { el, isXmlId, layXml, unescapeXml } from './xml-writer.ts';

describe('layXml', () => {
  it('puts elements on lines of their own, but for those among text', () => {
    expect(
      layXml(
        el('a', { b: 1, c: undefined, d: true }, el('e'), false, undefined, [
          el('f', {}, 'one ', el('g', {}, 'two')),
          el('h'),
        ]),
      ),
    ).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1" d="true">\n  <e/>\n  <f>one <g>two</g></f>\n  <h/>\n</a>\n',
    );
  });

  it('escapes marks in text and attributes', () => {
    expect(layXml(el('a', { b: '<"&\'>\n\t\r' }, ']]> & <x> \r'), { prolog: '' })).toBe(
      '\n<a b="&lt;&quot;&amp;\'&gt;&#10;&#9;&#13;">]]&gt; &amp; &lt;x&gt; &#13;</a>\n',
    );
  });

  it('takes out what XML cannot carry, and tells', () => {
    const told: [readonly string[], string][] = [];
    const text = layXml(el('a', { b: 'x\u0000y' }, el('c', {}, '\ud800z\uffff\u{1f600}')), {
      report: (characters, element) => told.push([characters, element]),
    });
    expect(text).toContain('<a b="xy">\n  <c>z\u{1f600}</c>');
    expect(told).toEqual([
      [['\u0000'], 'a'],
      [['\ud800', '\uffff'], 'c'],
    ]);
  });

  it('is well-formed whatever stands in it, and reads back as it was', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '&',
          '"',
          "'",
          ']]>',
          '\u0000',
          '\u202e',
          '\u2028',
          '\r',
          '\n',
          '\t',
          '图',
          '\ud800',
          '\udfff',
        ),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
      maxLength: 20,
    });
    fc.assert(
      fc.property(hostile, hostile, (attribute, text) => {
        const xml = layXml(el('a', { b: attribute }, text));
        assertWellFormed(xml);
        expect(unescapeXml(/>([^<]*)<\/a>/u.exec(xml)?.[1] ?? '')).toBe(
          text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, ''),
        );
      }),
    );
  });
});

describe('isXmlId', () => {
  it('takes names without a colon', () => {
    expect(['a', '_b', 'TL_0001', 'r1.2-x'].every(isXmlId)).toBe(true);
    expect(['', '1a', 'a:b', 'a b', '图'].some(isXmlId)).toBe(false);
  });
});
