import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { say } from '../../messages/index.ts';
import { FormatError } from '../format-error.ts';
import { drawTiff } from './draw.ts';
import { tiffPictures } from './pictures.ts';
import { greyAt, HEIGHT, isBlack, PACKED, patternBytes, tiffOf, WIDTH } from './tiff.test-support.ts';

const SIZE = { 256: WIDTH, 257: HEIGHT, 278: HEIGHT };
const noJpeg = (): Promise<never> => Promise.reject(new Error('no decoder here'));
const draw = async (bytes: Uint8Array, most = 1e6, page = 0) => {
  const picture = tiffPictures(bytes, 'p1.tif')[page];
  if (!picture) throw new Error('no such page');
  return drawTiff(bytes, picture, { file: 'p1.tif', most, jpeg: noJpeg });
};
type Colour = readonly [number, number, number];
const grey = (value: number): Colour => [value, value, value];
const blackWhite = (x: number, y: number): Colour => grey(isBlack(x, y) ? 0 : 255);
const rgb = (x: number, y: number): Colour => [greyAt(x, y), x, 255 - y];

async function expectPixels(bytes: Uint8Array, expected: (x: number, y: number) => Colour, page = 0): Promise<void> {
  const { width, height, data } = await draw(bytes, 1e6, page);
  expect([width, height]).toEqual([WIDTH, HEIGHT]);
  const differs = Array.from({ length: width * height }, (_, i) => i).filter((i) => {
    const at = [...data.subarray(i * 4, i * 4 + 4)];
    return [...expected(i % width, Math.floor(i / width)), 255].some((value, c) => value !== at[c]);
  });
  expect(differs.map((i) => `${i % width},${Math.floor(i / width)}`).slice(0, 5)).toEqual([]);
}

const bits = (colour: (x: number, y: number) => boolean): Uint8Array => {
  const inRow = Math.ceil(WIDTH / 8);
  const bytes = new Uint8Array(inRow * HEIGHT);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      if (colour(x, y)) bytes[y * inRow + (x >> 3)] = (bytes[y * inRow + (x >> 3)] ?? 0) | (128 >> (x & 7));
  return bytes;
};
const mirrored = (byte: number): number =>
  Number.parseInt([...byte.toString(2).padStart(8, '0')].reverse().join(''), 2);
const each16 = (value: number, little: boolean): number[] => (little ? [7, value] : [value, 7]);

describe('black and white', () => {
  it.each([
    ['G4', { 259: 4 }, PACKED.g4],
    ['G3', { 259: 3 }, PACKED.g3],
    ['G3, rows told by the row before', { 259: 3, 292: 5 }, PACKED['g3-2d']],
    ['modified Huffman', { 259: 2 }, PACKED.rle],
    ['PackBits', { 259: 32_773 }, PACKED.packbits],
    ['deflate', { 259: 8 }, zlibSync(bits(isBlack))],
    ['as it is', { 259: 1 }, bits(isBlack)],
  ])('%s, white is zero', (_, tags, strip) =>
    expectPixels(tiffOf({ tags: { ...SIZE, 258: 1, 262: 0, ...tags }, strips: [strip] }), blackWhite),
  );

  it('black is zero, and what a bit means without a word', async () => {
    const negative = (x: number, y: number): Colour => grey(isBlack(x, y) ? 255 : 0);
    await expectPixels(tiffOf({ tags: { ...SIZE, 259: 4, 262: 1 }, strips: [PACKED.g4] }), negative);
    await expectPixels(tiffOf({ tags: { ...SIZE, 259: 4 }, strips: [PACKED.g4] }), blackWhite);
  });

  it('the lowest bit first, the other byte order, 64-bit places', async () => {
    const tags = { ...SIZE, 259: 4, 262: 0 };
    await expectPixels(tiffOf({ tags: { ...tags, 266: 2 }, strips: [PACKED.g4.map(mirrored)] }), blackWhite);
    await expectPixels(tiffOf({ tags, strips: [PACKED.g4], little: false }), blackWhite);
    await expectPixels(tiffOf({ tags, strips: [PACKED.g4], big: true }), blackWhite);
  });

  it('a lone strip that does not say how long it is goes to the end', () =>
    expectPixels(tiffOf({ tags: { ...SIZE, 259: 4, 262: 0, 279: 0 }, strips: [PACKED.g4] }), blackWhite));
});

describe('grey and colours', () => {
  const byte = { ...SIZE, 258: 8, 262: 1 };
  const plain = (x: number, y: number): Colour => grey(greyAt(x, y));
  it('LZW, codes of all widths', () =>
    expectPixels(tiffOf({ tags: { ...byte, 259: 5 }, strips: [PACKED.lzw] }), plain));
  it.each([2, 4])('%i bits', (depth) => {
    const top = (1 << depth) - 1;
    const packed = new Uint8Array(Math.ceil((WIDTH * depth) / 8) * HEIGHT);
    for (let y = 0; y < HEIGHT; y++)
      for (let x = 0; x < WIDTH; x++) {
        const at = y * Math.ceil((WIDTH * depth) / 8) + ((x * depth) >> 3);
        packed[at] = (packed[at] ?? 0) | ((greyAt(x, y) & top) << (8 - depth - ((x * depth) & 7)));
      }
    return expectPixels(tiffOf({ tags: { ...SIZE, 258: depth, 262: 1 }, strips: [packed] }), (x, y) =>
      grey(((greyAt(x, y) & top) * 255) / top),
    );
  });
  it.each([true, false])('16 bits, little-endian: %s, and as differences', async (little) => {
    const values = patternBytes((x, y) => each16(greyAt(x, y), little));
    await expectPixels(tiffOf({ tags: { ...byte, 258: 16 }, strips: [values], little }), plain);
    const told = patternBytes((x, y) => each16((greyAt(x, y) - (x ? greyAt(x - 1, y) : 0)) & 255, little));
    const first = told.map((value, i) =>
      (i >> 1) % WIDTH === 0 || value !== 7 ? value : (i & 1) === (little ? 0 : 1) ? 0 : value,
    );
    const tags = { ...byte, 258: 16, 259: 8, 317: 2 };
    await expectPixels(tiffOf({ tags, strips: [zlibSync(first)], little }), plain);
  });
  const colour = { ...SIZE, 258: [8, 8, 8], 262: 2, 277: 3 };
  it('RGB, with alpha, as differences, in planes', async () => {
    await expectPixels(tiffOf({ tags: colour, strips: [patternBytes(rgb)] }), rgb);
    const four = { ...colour, 258: [8, 8, 8, 8], 277: 4, 338: 2 };
    await expectPixels(tiffOf({ tags: four, strips: [patternBytes((x, y) => [...rgb(x, y), 9])] }), rgb);
    const told = patternBytes((x, y) => rgb(x, y).map((value, c) => value - (x ? (rgb(x - 1, y)[c] ?? 0) : 0)));
    await expectPixels(tiffOf({ tags: { ...colour, 259: 8, 317: 2 }, strips: [zlibSync(told)] }), rgb);
    const planes = [0, 1, 2].map((c) => patternBytes((x, y) => [rgb(x, y)[c] ?? 0]));
    await expectPixels(tiffOf({ tags: { ...colour, 284: 2 }, strips: planes }), rgb);
  });
  it('a palette, of 16 bits and of 8', async () => {
    const map = Array.from({ length: 768 }, (_, i) => (i < 256 ? i : i < 512 ? 511 - i : 40));
    const expected = (x: number, y: number): Colour => [greyAt(x, y), 255 - greyAt(x, y), 40];
    const strips = [patternBytes((x, y) => [greyAt(x, y)])];
    const tags = { ...byte, 262: 3 };
    await expectPixels(tiffOf({ tags: { ...tags, 320: map.map((v) => v * 257) }, strips }), expected);
    await expectPixels(tiffOf({ tags: { ...tags, 320: map }, strips }), expected);
  });
  it('CMYK', () => {
    const strips = [patternBytes((x, y) => [255 - greyAt(x, y), 255, 0, 0])];
    return expectPixels(tiffOf({ tags: { ...SIZE, 258: [8, 8, 8, 8], 262: 5, 277: 4 }, strips }), (x, y) => [
      greyAt(x, y),
      0,
      255,
    ]);
  });
  it('tiles and strips of some rows', async () => {
    const tile = (left: number, top: number): Uint8Array =>
      patternBytes((x, y) => (left + x < WIDTH && top + y < HEIGHT ? [greyAt(left + x, top + y)] : [1]), 64, 16);
    const tiles = { ...byte, 322: 64, 323: 16 };
    await expectPixels(tiffOf({ tags: tiles, strips: [tile(0, 0), tile(64, 0), tile(128, 0)] }), plain);
    const strips = [0, 5, 10].map((top) =>
      patternBytes((x, y) => [greyAt(x, top + y)], WIDTH, Math.min(5, HEIGHT - top)),
    );
    await expectPixels(tiffOf({ tags: { ...byte, 278: 5 }, strips }), plain);
  });
});

describe('size and place', () => {
  const grey8 = {
    tags: { 256: 6, 257: 4, 258: 8, 262: 1 },
    strips: [patternBytes((x, y) => [10 * (6 * y + x)], 6, 4)],
  };
  const values = async (bytes: Uint8Array, most = 100) => {
    const { width, height, data } = await draw(bytes, most);
    return { width, height, values: Array.from({ length: width * height }, (_, i) => data[4 * i]) };
  };

  it('each pixel of a smaller picture is the mean of its area', async () => {
    expect(await values(tiffOf(grey8), 6)).toEqual({ width: 3, height: 2, values: [35, 55, 75, 155, 175, 195] });
    // 6 x 4 in 10 pixels: 3 x 2; in 15: 4 x 3, where areas cut pixels.
    const cut = await values(tiffOf(grey8), 15);
    expect([cut.width, cut.height]).toEqual([4, 3]);
    expect(cut.values[0]).toBeCloseTo((0 + 0.5 * 10 + (60 + 0.5 * 70) / 3) / 1.5 / (4 / 3), 0);
    const all = cut.values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    expect(all / 12).toBeCloseTo(115, 0);
  });

  it.each([
    [1, [0, 50, 180, 230]],
    [2, [50, 0, 230, 180]],
    [3, [230, 180, 50, 0]],
    [4, [180, 230, 0, 50]],
    [5, [0, 180, 50, 230]],
    [6, [180, 0, 230, 50]],
    [7, [230, 50, 180, 0]],
    [8, [50, 230, 0, 180]],
  ])('is set upright: %i', async (orientation, corners) => {
    const {
      width,
      height,
      values: all,
    } = await values(tiffOf({ ...grey8, tags: { ...grey8.tags, 274: orientation } }));
    expect([width, height]).toEqual(orientation < 5 ? [6, 4] : [4, 6]);
    expect([all[0], all[width - 1], all[width * (height - 1)], all.at(-1)]).toEqual(corners);
  });

  it('several pages, of which thumbnails and masks are none', async () => {
    const page = (value: number, more = {}) => ({
      ...{ tags: { ...SIZE, 258: 8, 262: 1, ...more }, strips: [patternBytes(() => [value])] },
    });
    const file = tiffOf(page(1), page(2, { 254: 1 }), page(3), page(4, { 254: 4 }), page(5, { 255: 2 }));
    expect(tiffPictures(file, 'p1.tif')).toHaveLength(2);
    await expectPixels(file, () => grey(3), 1);
  });
});

describe('what cannot be drawn is said', () => {
  const g4 = { tags: { ...SIZE, 258: 1, 259: 4, 262: 0 }, strips: [PACKED.g4] };
  const refused = async (bytes: Uint8Array): Promise<unknown> => {
    const error = await draw(bytes).catch((thrown: unknown) => thrown);
    if (!(error instanceof FormatError)) throw new Error(`not refused: ${String(error)}`);
    expect(say(error.said, 'en')).toMatch(/^p1\.tif.*Expected/u);
    expect(say(error.said, 'zh')).toMatch(/p1\.tif/u);
    return error.said;
  };
  const withTag = (tag: number, value: number) => tiffOf({ ...g4, tags: { ...g4.tags, [tag]: value } });

  it('cut off, wherever', async () => {
    const whole = tiffOf(g4);
    for (let length = 0; length < whole.length; length += 7) await refused(whole.subarray(0, length));
  });
  it('damaged', async () => {
    const strips = [PACKED.g4.map((byte, i) => (i > 60 && i < 70 ? 0 : byte))];
    expect(await refused(tiffOf({ ...g4, strips }))).toMatchObject({
      code: 'tiff.spoilt',
      params: { row: 3, packing: 'g4' },
    });
    for (const [packing, strip] of [
      [5, PACKED.lzw],
      [8, zlibSync(bits(isBlack))],
      [3, PACKED.g3],
      [32_773, PACKED.packbits],
    ] as const)
      await refused(
        tiffOf({
          tags: { ...SIZE, 258: 8, 259: packing, 262: 1, ...(packing === 3 ? { 258: 1 } : {}) },
          strips: [strip.subarray(0, 30)],
        }),
      );
  });
  it('of a kind that nobody scans newspapers in', async () => {
    expect(await refused(withTag(259, 6))).toMatchObject({
      code: 'tiff.unknown',
      params: { what: 'Compression', found: 6 },
    });
    expect(await refused(withTag(258, 32))).toMatchObject({ params: { what: 'BitsPerSample' } });
    expect(await refused(withTag(262, 8))).toMatchObject({ params: { what: 'PhotometricInterpretation' } });
    expect(await refused(withTag(256, 2_000_000_000))).toMatchObject({ code: 'image.too-big' });
    expect(await refused(withTag(278, 3))).toMatchObject({
      code: 'tiff.few-strips',
      params: { expected: 4, found: 1 },
    });
  });
  it('directories in a ring end', () => {
    const ring = tiffOf(g4);
    ring.set(ring.subarray(4, 8), ring.length - 4);
    expect(tiffPictures(ring, 'p1.tif')).toHaveLength(1);
  });
  it('whatever bytes are changed, it is drawn or refused', async () => {
    const whole = tiffOf(g4);
    for (let i = 0; i < whole.length; i++) {
      const changed = Uint8Array.from(whole);
      changed[i] = (changed[i] ?? 0) ^ (1 << (i % 8));
      const outcome = await draw(changed, 10_000).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(FormatError);
    }
  });
});
