/**
 * The wording of jump lines in nine languages. `<N>` is a page label or a list of them, `<N?>` one that may be lost, `<S>` a slug.
 * They are matched on a folded copy (NFKC, lower case, no spaces round Han and kana, number words as digits): write full-width brackets as ASCII, and no spaces beside Han.
 * `alone`: only as a whole line, since the same words are common inside a sentence. `bracketed`: only inside brackets.
 */
import { neededWords } from './needed-words.ts';

export type JumpKind = 'to' | 'from' | 'pointer' | 'next-issue';

interface Wording {
  readonly kind: JumpKind;
  readonly patterns: string;
  readonly limit?: 'alone' | 'bracketed';
}

const WORDINGS: readonly Wording[] = [
  // next issue
  {
    kind: 'next-issue',
    patterns:
      '未完待[续續]\n(?:下期|明日|下[周週])(?:待)?[续續](?:完)?\n(?:本文)?待[续續]\nto be (?:continued|concluded)(?: in our next(?: issue)?| (?:to-?morrow|next week))?\nfortsetzung(?: und schlu(?:ss|ß))? (?:folgt|im nächsten (?:heft|blatt))\nschlu(?:ss|ß) folgt\n(?:la )?(?:suite|fin) (?:à demain|au prochain n(?:uméro|o|°)\\.?|à (?:un|l[ea]) prochaine? (?:numéro|semaine))\nà suivre\n(?:se )?continuará\ncontinuar[aá] (?:en el próximo número|mañana)\n(?:il )?(?:seguito|continua) (?:al|nel) prossimo numero\ncontinua no próximo número\n次号に(?:続く|つづく)\n다음\\s*(?:호|회)에\\s*계속',
  },
  {
    kind: 'next-issue',
    limit: 'bracketed',
    patterns: '未完\n(?:続|つづ)く\n계속\ncontinua\nsegue\ncontinúa\nw\\.? ?o\\.? ?f\\.?',
  },
  // Chinese
  {
    kind: 'to',
    patterns:
      '(?:紧|緊)?(?:下|文)[转轉]第?<N?>[版页頁面]?(?:[《「『]<S>[》」』])?\n[续續][见見]第?<N>[版页頁面]?\n[转转轉]第<N?>[版页頁面]',
  },
  { kind: 'to', patterns: '[▶►▷▸→⇒☞»]+\\s*(?:下|文)?[转轉]第?<N?>[版页頁面]?' },
  { kind: 'to', limit: 'bracketed', patterns: '[转轉]第?<N>[版页頁面]?' },
  { kind: 'to', limit: 'alone', patterns: '轉<A>[版面頁]' },
  {
    kind: 'from',
    patterns: '(?:上接|[紧緊]接|承接|上[承连連])第?<N?>[版页頁面]?(?:[《「『]<S>[》」』])?\n接第<N?>[版页頁面]',
  },
  { kind: 'from', limit: 'bracketed', patterns: '接第?<N>[版页頁面]?' },
  {
    kind: 'pointer',
    patterns:
      '(?:[详詳][见見情]*|[参參](?:[见見]|[阅閱])|(?:相[关關])?(?:[报報][导導道]|新[闻聞])?(?:刊|[见見]))于?第?<N>[版面页頁]?\n(?:更多内容|\\p{Script=Han}{0,4}全文)(?:[见見]|刊于?|[详詳][见見])?第?<N>[版面页頁]',
    limit: 'bracketed',
  },
  {
    kind: 'pointer',
    patterns:
      '(?:(?:[详詳][细細]?(?:[报報][导導道]|情|文)?[请請]?|[参參]|[请請])[见見看阅閱]|相[关關](?:[报報][导導道]|新[闻聞]|[图圖]文)(?:[请請]?[见見]|刊)|[报報][导導道]见|[参參][阅閱])于?(?:今日|本[报報])?第?<N>[版面页頁]?\n(?:今日|本[报報])第?<N>[版面]刊登',
  },
  { kind: 'pointer', limit: 'alone', patterns: '(?:见|刊|[转轉])第?<N>[版面]\n刊<N>' },
  // arrows
  {
    kind: 'pointer',
    patterns: '[▶►▷▸→⇒☞»]+\\s*(?:第?<N>[版面页頁면]|(?:pages?|pp?\\.|seiten?|s\\.|p[aá]g(?:ina|\\.)?)\\s?<N>)',
  },
  { kind: 'pointer', limit: 'alone', patterns: '[▶►▷▸→⇒☞»]+\\s*<N>' },
  // Japanese, Korean
  { kind: 'to', patterns: '(?:本文)?<N>面[にへ](?:続く|つづく|続き)\n(?:続き|つづき)は<N>面(?:[にへ])?' },
  { kind: 'from', patterns: '<N>面(?:から|より)の?(?:続き|続く|つづく|つづき)' },
  {
    kind: 'pointer',
    patterns:
      '(?:関連(?:記事|特集)?|解説|詳報|社説|特集)(?:は|を|が)?<N>面(?:に|へ)?\n<N>面に(?:関連(?:記事|特集)?|解説|詳報|社説|特集)',
  },
  { kind: 'to', patterns: '(?:기사\\s*)?<N>\\s*면(?:에|으로)\\s*(?:계속|이어짐|이어집니다)' },
  { kind: 'from', patterns: '<N>\\s*면(?:에서|으로부터)\\s*(?:계속|이어짐|이어집니다)' },
  { kind: 'pointer', patterns: '(?:관련\\s*기사|해설|사설)\\s*(?:▶|→)?\\s*<N>\\s*면(?:에)?\n기사\\s*<N>\\s*면' },
  // English
  {
    kind: 'to',
    patterns:
      "(?:(?:story|article|report) )?(?:continued|continues|cont(?:'d|’d|d|\\.)?|contin\\.|concluded) (?:on|at|to) (?:(?:the )?(?:pages?|pg?\\.?|pp\\.?)? ?<N>|(?:the )?<N> page|(?:page|pg\\.|p\\.) ?<N?>)(?:, (?:col(?:umn|\\.)|section) ?[\\w.]{1,6})?\n(?:please )?(?:turn|jump) to (?:page|p\\.) ?<N>\nplease (?:see|turn to) (?:<S>, )?(?:on )?(?:page |p\\. ?)?<N>",
  },
  { kind: 'to', patterns: 'see <S>,? (?:on )?(?:page |p\\. ?)<N>\nsee <S>,? (?:on )?<N>' },
  {
    kind: 'from',
    patterns:
      "(?:continued|cont(?:'d|’d|d|\\.)?|contin\\.|concluded) from (?:(?:the )?(?:page|pg?\\.?)? ?<N>|(?:the )?<N> page|(?:page|pg\\.|p\\.) ?<N?>)(?:, (?:col(?:umn|\\.)|section) ?[\\w.]{1,6})?",
  },
  {
    kind: 'from',
    limit: 'alone',
    patterns:
      '(?:<S>[,:]? )?from page <N>\n<S>[,:]? (?:continued|cont\\.?) from (?:page )?<N>\nfrom <N> page\n(?:<S>[,:]? )?from <A>',
  },
  { kind: 'to', limit: 'alone', patterns: '(?:jump|turn) to <N>' },
  {
    kind: 'pointer',
    limit: 'alone',
    patterns:
      '(?:more on|(?:(?:related |full )?(?:story|stories|article|report)|editorial|obituary|review|map|details|photos?|results|inside)(?:[,:]| on)) (?:pages? |p\\.? ?)?<N>\n(?:more|story|stories|inside|details|editorial|see(?: also)?),? (?:pages?|p\\.) ?<N>',
  },
  // German
  {
    kind: 'to',
    patterns:
      '(?:fortsetzung|forts\\.|weiter|schlu(?:ss|ß)|(?:bitte )?lesen sie weiter|mehr) (?:auf|siehe) (?:der )?(?:(?:seite|s\\.|pag\\.) ?<N?>|<N> seite)\nfortsetzung (?:seite|s\\.) ?<N?>',
  },
  {
    kind: 'from',
    patterns: '(?:fortsetzung|forts\\.|schlu(?:ss|ß)) (?:von|aus) (?:der )?(?:(?:seite|s\\.) ?<N?>|<N> seite|<N>)',
  },
  {
    kind: 'pointer',
    limit: 'alone',
    patterns:
      '(?:siehe(?: auch)?|bericht|berichte|kommentar|leitartikel|interview|reportage|mehr(?: dazu)?)(?: auf)?,? (?:seiten?|s\\.) ?<N>',
  },
  {
    kind: 'pointer',
    limit: 'bracketed',
    patterns: '(?:siehe|vgl\\.|bericht|kommentar)(?: auch)? (?:seiten?|s\\.) ?<N>',
  },
  // French
  { kind: 'to', patterns: '(?:lire )?(?:la )?suite (?:en |à la |à |page |p\\. )*(?:pages? ?<N?>|p\\. ?<N?>|<N> page)' },
  { kind: 'from', patterns: 'suite de (?:la )?(?:pages? ?<N?>|p\\. ?<N?>|<N> page|<N>)' },
  {
    kind: 'pointer',
    limit: 'alone',
    patterns:
      '(?:lire|voir|(?:lire )?nos informations|notre (?:article|enquête|reportage)|à lire)(?: aussi| également)?,? (?:en )?(?:pages?|p\\.) ?<N>',
  },
  {
    kind: 'pointer',
    limit: 'bracketed',
    patterns: '(?:lire|voir)(?: aussi| également)?,? (?:en )?(?:pages?|p\\.) ?<N>',
  },
  // Spanish
  {
    kind: 'to',
    patterns:
      '(?:pasa|continúa|continua|sigue)(?: en| a)(?: la)? (?:(?:página|pagina|p[áa]g\\.?) ?<N?>|<N> (?:página|pagina))',
  },
  { kind: 'from', patterns: 'viene de (?:la )?(?:(?:página|pagina|p[áa]g\\.?) ?<N?>|<N> (?:página|pagina)|<N>)' },
  {
    kind: 'pointer',
    limit: 'alone',
    patterns:
      '(?:ver|véase|más información(?: en)?|información(?: en)?)(?: la)? (?:páginas?|paginas?|p[áa]gs?\\.?) ?<N>',
  },
  { kind: 'pointer', limit: 'bracketed', patterns: '(?:ver|véase)(?: la)? (?:páginas?|p[áa]gs?\\.?) ?<N>' },
  // Italian, Portuguese
  {
    kind: 'to',
    patterns:
      '(?:continua|segue) (?:a|alla|in) (?:(?:pagina|pag\\.) ?<N?>|<N> pagina)\n(?:continua|segue) (?:na|à) (?:(?:página|pagina|p[áa]g\\.) ?<N?>|<N> página)',
  },
  {
    kind: 'from',
    patterns:
      '(?:segue|continua|continuazione) d(?:a|alla) (?:(?:pagina|pag\\.) ?<N?>|<N> pagina|<N>)\ndalla (?:pagina <N>|<N> pagina)\ncontinuação da (?:(?:página|pagina|p[áa]g\\.) ?<N?>|<N> página|<N>)',
  },
  {
    kind: 'pointer',
    limit: 'alone',
    patterns:
      '(?:servizio |altri servizi |vedi )?a pagina <N>\n(?:veja|leia)(?: mais)?(?: na)? (?:página|p[áa]g\\.) ?<N>\nalle pagine <N>',
  },
  // English again, last because they take any wording: the head of another article and its section's page: … , B4; … — A6
  {
    kind: 'pointer',
    limit: 'alone',
    patterns:
      '(?!.*(?<![a-z])(?:see|turn|from|cont|concl))[a-z0-9][^!?;]{6,70}?(?:[,./|:]|\\s[—–-]|\\.{3,})\\s*(?:page )?<A>',
  },
  // the head of another article and its page
  {
    kind: 'pointer',
    limit: 'alone',
    patterns: '(?!.*(?<![a-z])(?:see|turn|from|cont|concl))[a-z0-9][^.!?;:]{6,70}, page <N>',
  },
];

const CJK = '\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af';
const LETTER = 'a-z0-9\\u00df-\\u024f';
const NUMBER = `(?:[a-z]{0,2}-?\\d{1,3}(?: ?\\d(?=[版面页頁]))?[a-z]?(?![${LETTER}])|[a-z]?[〇零○一二三四五六七八九十廿卅]{1,3})`;
const LIST = `(${NUMBER}(?:\\s*(?:[,、&/–~-]|至|和|及|与|與|and|to|et|und|y|e|bis)\\s*(?:第|page |p\\. ?)?${NUMBER}){0,4})`;
/** A number word stands here as its digits, initials end with a stop: See SECOND, Page 2; See U.S., Page 2. */
const SLUG = `([${LETTER}${CJK}](?:(?:[${LETTER}${CJK}'’&.-]| (?!page )){0,38}?[${LETTER}${CJK}.])??)`;

export interface CompiledJump {
  readonly kind: JumpKind;
  readonly limit: 'alone' | 'bracketed' | null;
  /** One of these stands in every match; null where that is not known. */
  readonly needs: readonly string[] | null;
  /** Made when they are first asked for: of some seventy wordings a page asks for a few. */
  readonly whole: () => RegExp;
  readonly atEnd: () => RegExp;
  readonly atStart: () => RegExp;
  /** A slug is among the groups, before the pages (-1), after them (1), or not at all (0). */
  readonly slug: -1 | 0 | 1;
  /** Holds only where there is a Han, kana or Hangul letter, or an arrow. */
  readonly eastern: boolean;
}

const OPEN = '[(\\[【〔〈<]';
const CLOSE = '[)\\]】〕〉>]';

const lazily = (source: string): (() => RegExp) => {
  let made: RegExp | undefined;
  return () => (made ??= new RegExp(source, 'u'));
};

function compile({ kind, limit }: Wording, pattern: string): CompiledJump {
  const body = pattern
    .replaceAll('<A>', '([a-z]\\d{1,3})')
    .replaceAll('<N?>', `(?:${LIST}|[\\s_.…-]{0,6})`)
    .replaceAll('<N>', LIST)
    .replaceAll('<S>', SLUG);
  const bare = `(?:${body})`;
  const bracketed = `${OPEN}\\s*${bare}\\s*[.:;。]?\\s*${CLOSE}`;
  const either = limit === 'bracketed' ? bracketed : `(?:${OPEN}\\s*)?${bare}\\s*[.:;。]?(?:\\s*${CLOSE})?`;
  const at = pattern.indexOf('<S>');
  return {
    kind,
    limit: limit ?? null,
    needs: neededWords(pattern),
    whole: lazily(`^[\\s*=—–-]*${either}[\\s.*—–-]*$`),
    atEnd: lazily(`(?<![${LETTER}])${either}[\\s.*—–-]*$`),
    atStart: lazily(`^\\s*${either}(?![${LETTER}])`),
    eastern: /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af▶]/u.test(pattern),
    slug: at < 0 ? 0 : at < pattern.search(/<[NA]/u) ? -1 : 1,
  };
}

export const JUMPS: readonly CompiledJump[] = WORDINGS.flatMap((wording) =>
  wording.patterns.split('\n').map((pattern) => compile(wording, pattern)),
);

/** A marker ends with a label, a page word or one of these: a text that does not, ends with none. */
const LAST_WORD = new RegExp(
  `(?:\\d[a-z]?|[〇零○一二三四五六七八九十廿卅版页頁面》」』待完续續続継くきつにへ登事集説報는짐다속면에]|ページ|(?<![${LETTER}])(?:pages?|pg|pp?|seiten?|s|p[áa]g(?:ina)?|página|folgt|heft|blatt|issue|morrow|week|continued|concluded|suivre|demain|semaine|num[ée]ro|continuar[áa]|continua|continúa|mañana|segue|f))[\\s.:;,。*_…()\\[\\]【】〔〕〈〉<>—–-]{0,12}$`,
  'u',
);
const FIRST_WORD =
  /^[\s*([【〔〈<—–-]*(?:[紧緊]?[上接承]|[▶►▷▸→⇒☞»]|(?:cont|concl|forts|schlu|suite|viene|segue|dalla)|[a-z\d〇一二三四五六七八九十]{1,4} ?(?:面|면))/u;

export const mayEndWithJump = (folded: string): boolean => LAST_WORD.test(folded.slice(-40));
export const mayStartWithJump = (folded: string): boolean => FIRST_WORD.test(folded);
