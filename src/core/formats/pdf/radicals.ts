/** Signs that stand for radicals, where fonts of Chinese PDFs wrongly send whole characters: ⽼⼯ is 老工. Only these two blocks are touched. */

/** The second half of the code (2E__) and the character meant. Signs that could mean several are left as they are. */
const SUPPLEMENT =
  '81厂85亻89刂8A卜92巳93幺94彑95彐96忄98扌99攵9B旡9F母A0民A1氵A2氺A3灬A6丬A8犭AA疋AD礻AF糹B0纟B9耂BA肀BB聿BE艹C1虎C2衤C4西C5见C6角C8讠C9贝CB车CD辶D0钅D1長D2镸D3长D4门D6阝D8青D9韦DA页DB风DC飞DD食DF飠E0饣E2马E3骨E4鬼E5鱼E6鸟E7卤E8麦E9黄EA黾EB斉EC齐ED歯EE齿EF竜F0龙F1龜F2亀F3龟';
const MEANT: ReadonlyMap<string, string> = new Map(
  Array.from(SUPPLEMENT.matchAll(/([\dA-F]{2})(.)/gu), ([, code = '', meant = '']) => [
    String.fromCharCode(0x2e00 + parseInt(code, 16)),
    meant,
  ]),
);
const RADICALS = /[\u2e80-\u2ef3\u2f00-\u2fd5]/gu;

export const mapRadicals = (text: string): string =>
  text.replace(RADICALS, (sign) => MEANT.get(sign) ?? (sign >= '\u2f00' ? sign.normalize('NFKC') : sign));
