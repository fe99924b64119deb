/** One pass over a text's code units tells which checks of its characters need a closer look: most texts need none. */
import { variantsOfHan } from '../reconstruct/fold-han.ts';

/** Each says too much rather than too little: the closer look decides. */
export interface Signs {
  /** A glyph without a meaning: private use, the replacement character. */
  readonly unknown: boolean;
  /** Four letters in a row, each there twice. */
  readonly pairs: boolean;
  /** Single letters with gaps between, Han and others. */
  readonly hanGaps: boolean;
  readonly latinGaps: boolean;
  /** Greek or Cyrillic. */
  readonly eastern: boolean;
  readonly numbers: boolean;
  /** A digit beside a letter that looks like one. */
  readonly likeDigits: boolean;
  /** How many characters only the one or the other orthography of Chinese has. */
  readonly traditional: number;
  readonly simplified: number;
}

/** What a code unit is, as bits. */
const SEEN = 1;
const HIGH_SURROGATE = 2;
const UNKNOWN = 4;
const GAP = 8;
const HAN = 16;
const EASTERN = 32;
const NUMBER = 64;
/** `0` to `9`, and what may stand between them. */
const DIGIT = 128;
const POINT = 256;
const LIKE_DIGIT = 512;
const NOUGHT = 1024;
const HAN_NUMERAL = 2048;
const SMALL = 4096;
const LIKE_SMALL = 8192;
const TRADITIONAL = 16384;
const SIMPLIFIED = 32768;
const BESIDE_HAN = 65536;
const LOW_SURROGATE = 131072;
const LETTER = 262144;

const KINDS: readonly (readonly [bit: number, of: RegExp])[] = [
  [UNKNOWN, /[\ue000-\uf8ff\ufffd]/u],
  [GAP, /[ \u00a0\u2002\u2003\u3000]/u],
  [HAN, /\p{Script=Han}/u],
  [EASTERN, /[\p{Script=Cyrillic}\p{Script=Greek}]/u],
  [NUMBER, /\p{N}/u],
  [DIGIT, /[0-9]/u],
  [POINT, /[.,]/u],
  [LIKE_DIGIT, /[OolI|]/u],
  [NOUGHT, /[0OoＯ０]/u],
  [HAN_NUMERAL, /[一二三四五六七八九〇]/u],
  [SMALL, /[a-z]/u],
  [LIKE_SMALL, /[01]/u],
  [BESIDE_HAN, /[，、：；。“”]/u],
  [LETTER, /\p{L}/u],
];

/** Of each code unit, once it has been met. */
const kinds = new Uint32Array(0x10000);

function kindOf(code: number): number {
  const ch = String.fromCharCode(code);
  let kind = SEEN;
  if (code >= 0xd800 && code < 0xdc00) kind |= HIGH_SURROGATE | HAN;
  else if (code >= 0xdc00 && code < 0xe000) kind |= LOW_SURROGATE;
  else for (const [bit, of] of KINDS) if (of.test(ch)) kind |= bit;
  const variant = variantsOfHan(ch);
  if (variant) kind |= variant.is === 'traditional' ? TRADITIONAL : SIMPLIFIED;
  return (kinds[code] = kind);
}

const LEAST_GAPS = 3;
const LEAST_PAIRS = 4;

export function signsOf(text: string): Signs {
  let all = 0;
  let pairs = false;
  let hanSpaced = false;
  let latinSpaced = false;
  let likeDigits = false;
  let traditional = 0;
  let simplified = 0;
  let code = 0;
  let kind = 0;
  let before = 0;
  // How many pairs in a row end at the last place, and at the one before.
  let pairsHere = 0;
  let pairsBefore = 0;
  let lastGap = -9;
  let latinGaps = 0;
  let hanGaps = 0;
  // What stands since the last gap: Han, and what goes with none.
  let hanSince = 0;
  let otherSince = 0;
  for (let i = 0; i < text.length; i++) {
    const last = code;
    const beforeThat = before;
    before = kind;
    code = text.charCodeAt(i);
    kind = kinds[code] || kindOf(code);
    all |= kind;
    if (kind & TRADITIONAL) traditional++;
    else if (kind & SIMPLIFIED) simplified++;
    const now = code === last ? pairsBefore + 1 : 0;
    pairsBefore = pairsHere;
    pairsHere = now;
    if (now >= LEAST_PAIRS) pairs = true;
    if (kind & GAP) {
      const one = (before & LETTER && i - lastGap === 2) || (beforeThat & HIGH_SURROGATE && i - lastGap === 3);
      latinGaps = one ? latinGaps + 1 : 1;
      if (!(before & GAP)) hanGaps = hanSince === 1 && !otherSince ? hanGaps + 1 : 1;
      if (latinGaps >= LEAST_GAPS) latinSpaced = true;
      if (hanGaps >= LEAST_GAPS) hanSpaced = true;
      lastGap = i;
      hanSince = 0;
      otherSince = 0;
    } else if (kind & HAN) hanSince++;
    else if (!(kind & (BESIDE_HAN | LOW_SURROGATE))) otherSince++;
    if (
      (kind & LIKE_DIGIT && before & (DIGIT | POINT)) ||
      (kind & DIGIT && before & LIKE_DIGIT) ||
      (kind & NOUGHT && before & HAN_NUMERAL) ||
      (kind & SMALL && before & LIKE_SMALL && beforeThat & SMALL)
    )
      likeDigits = true;
  }
  const astral = (all & HIGH_SURROGATE) !== 0;
  return {
    unknown: astral || (all & UNKNOWN) !== 0,
    pairs: astral || pairs,
    hanGaps: hanSpaced,
    latinGaps: latinSpaced,
    eastern: astral || (all & EASTERN) !== 0,
    numbers: astral || (all & NUMBER) !== 0,
    likeDigits,
    traditional,
    simplified,
  };
}
