import { describe, expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { decodeAnyText } from './decode.ts';
import { decoderFor, ENCODINGS } from './encodings.ts';

/** Encodes by trying every sequence: slow, and needs no second table. */
async function encode(text: string, label: string): Promise<Uint8Array> {
  if (label.startsWith('utf-16')) {
    const bytes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((c) =>
      label === 'utf-16le' ? [c & 255, c >> 8] : [c >> 8, c & 255],
    );
    return Uint8Array.from(bytes);
  }
  const decode = await decoderFor(label);
  const wanted = new Set(text);
  const known = new Map<string, number[]>();
  for (let a = 0; a < 256; a++) {
    const one = decode?.(Uint8Array.of(a), true);
    if (one && wanted.has(one)) known.set(one, [a]);
  }
  for (let a = 128; a < 256; a++)
    for (let b = 0x40; b < 256; b++) {
      const two = decode?.(Uint8Array.of(a, b), true);
      if (two && wanted.has(two) && !known.has(two)) known.set(two, [a, b]);
    }
  return Uint8Array.from([...text].flatMap((ch) => known.get(ch) ?? fail(ch, label)));
}
const fail = (ch: string, label: string): never => {
  throw new Error(`${ch} is not in ${label}`);
};

const NEWS: readonly (readonly [string, string])[] = [
  [
    'gb18030',
    '本报讯（记者林小舟）昨日，河西区政府召开会议，对老城区的道路改造工作作出安排。\n市民可以在社区服务中心查看图纸，有意见的可以提出。\n',
  ],
  [
    'big5',
    '【記者陳小舟報導】市政府昨天召開會議，對老城區的道路改善工作做出安排。\n市民可以在社區服務中心查看圖紙，有意見的可以提出。\n',
  ],
  ['shift_jis', '市は昨日、旧市街の道路を改修する計画を発表しました。\n住民は公民館で図面を見ることができます。\n'],
  ['euc-kr', '시는 어제 구시가지 도로를 정비하는 계획을 발표했다.\n주민들은 주민센터에서 도면을 볼 수 있다.\n'],
  [
    'windows-1250',
    'Město včera představilo plán opravy mostu přes řeku. Lidé se mohou vyjádřit do konce týdne.\nŘíční čtvrť dostane nové osvětlení.\n',
  ],
  [
    'windows-1250',
    'Miasto ogłosiło wczoraj plan remontu mostu. Mieszkańcy mogą zgłaszać uwagi do końca tygodnia, także w święta.\n',
  ],
  ['windows-1251', 'Город вчера представил план ремонта моста через реку. Жители могут высказаться до конца недели.\n'],
  [
    'windows-1252',
    'La mairie a présenté hier le projet de rénovation du pont. Les habitants pourront s’exprimer jusqu’à la fin de la semaine où tout sera décidé.\n',
  ],
  [
    'windows-1252',
    'Die Stadt hat gestern die Pläne für die neue Brücke vorgestellt. Über die Straße wird später entschieden.\n',
  ],
  [
    'windows-1253',
    'Ο δήμος παρουσίασε χθες το σχέδιο για τη γέφυρα. Οι κάτοικοι μπορούν να μιλήσουν έως την Παρασκευή.\n',
  ],
  [
    'windows-1254',
    'Belediye dün köprünün onarım planını açıkladı. Halk hafta sonuna kadar görüş bildirebilir, ışıklar değişecek.\n',
  ],
  ['windows-1255', 'העירייה הציגה אתמול את התוכנית לשיפוץ הגשר. התושבים יכולים להגיב עד סוף השבוע.\n'],
  ['windows-1256', 'عرضت البلدية أمس خطة إصلاح الجسر. يمكن للسكان إبداء الرأي حتى نهاية الأسبوع.\n'],
  [
    'windows-1257',
    'Miestas vakar pristatė tilto remonto planą. Gyventojai gali pareikšti nuomonę iki savaitės pabaigos, žiūrėkite skelbimą.\n',
  ],
  ['utf-16le', '本报讯（记者林小舟）昨日，河西区政府召开会议，对老城区的道路改造工作作出安排。\n'],
  ['utf-16be', 'The town showed its plans for the bridge yesterday.\n'],
];

describe('a text without a mark', () => {
  it.each(NEWS)('is read as %s: %s', async (encoding, text) => {
    const read = await decodeAnyText(await encode(text, encoding), 'a.txt');
    expect([read.encoding, read.text]).toEqual([encoding, text]);
  });
  it.each(NEWS.slice(0, 4))('is certain where the writing is plain: %s', async (encoding, text) => {
    expect((await decodeAnyText(await encode(text, encoding), 'a.txt')).choice.certain).toBe(true);
  });
  it('is UTF-8 where it can be', async () => {
    const read = await decodeAnyText(new TextEncoder().encode('Brücke 桥'), 'a.txt');
    expect([read.encoding, read.choice.certain]).toEqual(['utf-8', true]);
  });
  it('leaves a short doubtful text to the editor, with previews', async () => {
    const { choice } = await decodeAnyText(Uint8Array.of(0x61, 0x62, 0xf8, 0x63, 0x0a), 'a.txt');
    expect(choice.certain).toBe(false);
    expect(choice.candidates.length).toBeGreaterThan(1);
    expect(choice.candidates.every(({ preview }) => preview.length > 0)).toBe(true);
    const offered = [...choice.candidates, ...(choice.others ?? [])].map(({ encoding }) => encoding);
    expect(offered.sort()).toEqual([...ENCODINGS].sort());
  });
  it('reads UTF-8 with a broken byte as what it is, uncertainly', async () => {
    const bytes = new TextEncoder().encode(
      '昨日，河西区政府召开会议，对老城区的道路改造工作作出安排。市民可以在社区服务中心查看图纸。',
    );
    bytes[7] = 0xff;
    const read = await decodeAnyText(bytes, 'a.txt');
    expect([read.encoding, read.choice.certain]).toEqual(['utf-8', false]);
    expect(read.text).toContain('\ufffd');
  });
});

it('may hold a control character here and there', async () => {
  const text = 'The ferry\u0002 runs again,\u0000 from Monday on.\n';
  const read = await decodeAnyText(new TextEncoder().encode(text), 'a.txt');
  expect([read.text, read.encoding, read.choice.certain]).toEqual([text, 'utf-8', true]);
});

describe('what the editor chose', () => {
  it('is done, whatever it looks like', async () => {
    const read = await decodeAnyText(Uint8Array.of(0xb0, 0xa1), 'a.txt', { encoding: 'GBK' });
    expect([read.text, read.encoding]).toEqual(['啊', 'gb18030']);
  });
  it('must exist', async () => {
    await expect(decodeAnyText(Uint8Array.of(65), 'a.txt', { encoding: 'klingon' })).rejects.toBeInstanceOf(
      FormatError,
    );
  });
});

describe('what is no text', () => {
  it.each([[[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]], [[1, 2, 3, 4, 5, 0, 9]], [[]]])(
    '%j is refused',
    async (bytes) => {
      await expect(decodeAnyText(Uint8Array.from(bytes), 'a.bin')).rejects.toBeInstanceOf(FormatError);
    },
  );
});
