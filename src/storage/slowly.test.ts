import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeSlowly, stringifySlowly } from './slowly.ts';

const data = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }),
  fc.dictionary(fc.string(), fc.oneof(fc.constant(undefined), fc.string({ unit: 'binary' }))),
  fc.array(fc.record({ n: fc.nat(), gone: fc.constant(undefined) }), { maxLength: 1000, minLength: 200 }),
);

it('plain data becomes the text that JSON.stringify makes of it', () =>
  fc.assert(
    fc.asyncProperty(data, async (value) => {
      expect(await stringifySlowly(value)).toBe(JSON.stringify(value));
    }),
  ));

it('so does a long text, wherever it is cut', async () => {
  const text = '"\n港\u{1f469}\u{1f680}'.repeat(200_000);
  for (const value of [text, { a: [text], text: `x${text}` }, `xx${text}\ud800`])
    expect((await stringifySlowly(value)) === JSON.stringify(value)).toBe(true);
});

it('texts become the bytes that they are one below the other', async () => {
  const long = 'a\u{1f469}'.repeat(300_000);
  for (const texts of [[], [''], ['a', '港', '\ud800'], [long, `x${long}`, '']])
    expect(Buffer.from(await encodeSlowly(texts)).equals(new TextEncoder().encode(texts.join('\n')))).toBe(true);
});
