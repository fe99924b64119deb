/** How much a decoded text looks like writing: the share of its characters that are everyday ones in a language of that encoding. */

const HAN =
  '的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要出也得里后自以会家可下而过天去能对小多然于心学之都好看起发当没成只如事把还用第样道想作种开从无情己面最但现前些所同日手又行意动方期经长回位分老因很名法间知世两次使身者被高已其进此与正' +
  '新市本报讯记者月区工部济建设公司产全民政县员场关业务局城村党省委加主力水交路服通务机安重理体增项目元万三二十四五六七八九近将为按等并各及版街' +
  '這個們來時為說國著裡後會過對於學發當沒還樣種開從無現經間兩進與報訊記區濟設產縣員場關業務黨機體項萬將並';
const HANGUL =
  '이다는을의에가고하은를로한도지어기사리자인서나해그라시대으정아만일부스들전수여보연과장원구게제적상조주동안국공유신있었것와할며던까지습니데';
const TYPOGRAPHIC = /[‘’‚“”„–—…«»‹›·•§°№€£™©®\u00a0]/u;
const CJK_MARKS = /[\u3000-\u3003\u3008-\u301f\uff01-\uff65‘’“”—…·○●□■△▲]/u;
const SUSPECT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]/gu;

/** Letters beyond ASCII of languages that are set in that page; lower case, the most of them decide. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  'windows-1250': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ', 'áäčďéíľňóôšťúýž'],
  'windows-1251': ['оеаинтсрвлкмдпуяызьбгчйжхшюцщэфёіїєґў'],
  'windows-1252': ['àâçéèêëîïôùûœ', 'äöüß', 'áéíóúüñ', 'àáâãçéêíóôõú', 'àèéìòù', 'åäöæøé', 'éëèïöü', 'áðéíóúýþæö'],
  'windows-1253': ['αοιετσνηυρπκμλςωδγχθφβξζψάέήίόύώ'],
  'windows-1254': ['çğıöşüâîû'],
  'windows-1255': ['יוהלאבמרתשנדעקפחגסטכצזםןךףץ'],
  'windows-1256': ['اليمنورتبعدهسفقحكجةأشصخطذىضزغءثئإظؤآچپگ'],
  'windows-1257': ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äõöü'],
  'windows-1258': ['ăâđêôơưàáèéìíòóùụ́̀́̃̉'],
};

/** No word of theirs mixes with Latin letters. */
const OWN_SCRIPT: ReadonlySet<string> = new Set(['windows-1251', 'windows-1253', 'windows-1255', 'windows-1256']);

const han = new Set(HAN);
const hangul = new Set(HANGUL);
const letters = new Map(
  Object.entries(LETTERS).map(([encoding, languages]) => [encoding, languages.map((l) => new Set(l))]),
);

const isKana = (ch: string): boolean => ch >= '\u3041' && ch <= '\u30ff';
const share = (hits: number, all: number, usual: number): number => Math.min(1, hits / all / usual);

function scoreCjk(encoding: string, chars: readonly string[]): number {
  const hit = (test: (ch: string) => boolean): number => chars.filter(test).length;
  const marks = hit((ch) => CJK_MARKS.test(ch)) / 2;
  if (encoding === 'shift_jis') return share(hit(isKana) + marks, chars.length, 0.4);
  if (encoding === 'euc-kr') return share(hit((ch) => hangul.has(ch)) + marks, chars.length, 0.4);
  return share(hit((ch) => han.has(ch)) + marks, chars.length, 0.3);
}

/** 0..1, from the characters beyond ASCII. */
export function plausibility(encoding: string, text: string): number {
  const chars = [...text].filter((ch) => ch > '\u007f' && ch !== '\u3000' && ch !== '\u00a0');
  const suspects = text.match(SUSPECT)?.length ?? 0;
  const penalty = Math.max(0, 1 - (suspects * 10) / Math.max(1, text.length));
  if (chars.length === 0) return encoding.startsWith('utf-16') && /[a-z]{2}/u.test(text) ? penalty : 0.1 * penalty;
  if (!encoding.startsWith('utf-16'))
    return penalty * (LETTERS[encoding] ? alphabet(encoding, text, chars) : scoreCjk(encoding, chars));
  return (
    penalty *
    Math.max(
      ...['gb18030', 'shift_jis', 'euc-kr'].map((e) => scoreCjk(e, chars)),
      ...Object.keys(LETTERS).map((e) => alphabet(e, text, chars)),
    )
  );
}

function alphabet(encoding: string, text: string, chars: readonly string[]): number {
  const plain = chars.filter((ch) => !TYPOGRAPHIC.test(ch));
  if (plain.length === 0) return encoding === 'windows-1252' ? 0.9 : 0.7; // quotes and dashes alone stand in all of them
  let best = 0;
  for (const known of letters.get(encoding) ?? []) {
    let hits = 0;
    for (const ch of plain) {
      if (known.has(ch)) hits++;
      else if (known.has(ch.toLowerCase())) hits += 0.7;
    }
    best = Math.max(best, hits / plain.length);
  }
  if (!OWN_SCRIPT.has(encoding)) return best;
  const mixed = text.match(/[a-z][^\u0000-\u00bf‘’‚“”„–—…]|[^\u0000-\u00bf‘’‚“”„–—…][a-z]/giu)?.length ?? 0;
  return best * Math.max(0, 1 - mixed / plain.length);
}
