import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { decoderFor, encodingName, type Decode } from './encodings.ts';

const decoder = async (label: string): Promise<Decode> => {
  const decode = await decoderFor(label);
  if (!decode) throw new Error(label);
  return decode;
};

describe('every one- and two-byte sequence, as Chromium 156 decodes it (but Big5 88 62, 64, A3, A5: as the standard does)', () => {
  it.each([
    ['big5', '18cc2c14a359ef3977f540137f604dd29b1e504d993e1ebfce271938e82d411c'],
    ['shift_jis', '9c647dfa72f803efaf7cffea6d56aee63dbd51983c2e3239d5a31ca03d094229'],
    ['euc-kr', '754d4353f68860c3cd795b4bfcdaa266772fa5a8ba7f87736376163ff5cbbff0'],
    ['gb18030', '6032f8db02d9fb8989abaf81b0953eb138209829eea065feeb8c9e57b1de8e7e'],
  ])('%s', async (label, golden) => {
    const decode = await decoder(label);
    let all = '';
    for (let a = 0; a < 256; a++) all += `${decode(Uint8Array.of(a), true) ?? '-'}\n`;
    for (let a = 128; a < 256; a++)
      for (let b = 0; b < 256; b++) all += `${decode(Uint8Array.of(a, b), true) ?? '-'}\n`;
    expect(bytesToHex(sha256(utf8ToBytes(all)))).toBe(golden);
  });
  it('windows-1250 to windows-1258', async () => {
    let all = '';
    for (let page = 1250; page <= 1258; page++)
      all +=
        (await decoder(`windows-${page}`))(
          Uint8Array.from({ length: 128 }, (_, i) => i + 128),
          false,
        ) ?? '';
    expect(bytesToHex(sha256(utf8ToBytes(all)))).toBe(
      'fb1ca5fe7e3a408897b596a0d358b6a6e11d25a759a431c2f962f726f15a560f',
    );
  });
});

describe('names', () => {
  it.each([
    ['GB2312', 'gb18030'],
    ['gbk', 'gb18030'],
    ['CP936', 'gb18030'],
    ['Big5-HKSCS', 'big5'],
    ['SJIS', 'shift_jis'],
    ['Windows-31J', 'shift_jis'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['ISO-8859-1', 'windows-1252'],
    ['cp1251', 'windows-1251'],
    ['UTF8', 'utf-8'],
    ['utf-16', 'utf-16le'],
  ])('%s is %s', (label, name) => expect(encodingName(label)).toBe(name));
  it('knows no other', async () => expect(await decoderFor('klingon-1')).toBeNull());
});

describe('bytes without a character', () => {
  it('are refused when strict, replaced otherwise, and an ASCII byte after them stays', async () => {
    const decode = await decoder('big5');
    const bytes = Uint8Array.of(0x41, 0xff, 0x42, 0xa4, 0x40);
    expect(decode(bytes, true)).toBeNull();
    expect(decode(bytes, false)).toBe('A\ufffdB一');
    expect((await decoder('windows-1253'))(Uint8Array.of(0xaa), true)).toBeNull();
  });
});
