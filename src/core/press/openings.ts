/** How articles begin and end in print: the agency's or paper's opening, the reporter's brackets, the photographer's 摄. General press usage only. */
import { namesWriter, opensByOutlet } from './writers.ts';

const OPENINGS: readonly RegExp[] = [
  /^[□■●◆▲]?\s*(?:本报|本報|本刊|本台|本网|本社)(?:讯|訊|[\p{Script=Han}]{0,8}?\d{0,4}(?:年|月|日|\d|\s){0,8}(?:电|電|讯|訊))/u,
  /^[□■●◆▲]?\s*(?:新华社|新華社|中新社|中新网|中央社|路透社|法新社|美联社|共同社|塔斯社|人民网|人民日报)[\p{Script=Han}、/]{0,12}\s*\d[\d\s年月日]{0,12}(?:专)?(?:电|電|讯|訊)/u,
  /^[（(【〔]?(?:本报|本報|本刊)?(?:记者|記者|通讯员|通訊員|特约记者|见习记者|實習記者)\s*[\p{Script=Han}\s、]{2,24}[/／|｜]?[\p{Script=Han}]{0,4}(?:报道|報導|報道|讯|訊)[）)】〕]/u,
  /^[□■]\s*(?:本报|本報)?(?:记者|記者|评论员|評論員|通讯员|通訊員)/u,
];

/** PLACE (Agency) — or PLACE, Month 3 —, as European and American papers open. */
const DATELINE = /^\p{Lu}[\p{Lu}\s.,'’-]{2,40}(?:\([^()]{2,30}\))?(?:,?\s+\p{Lu}\p{L}+\.?\s+\d{1,2})?\s*[—–-]{1,2}\s/u;

/** True where `text` (repaired, from the line's start) opens an article: 本报讯…, 新华社…电, PLACE (Agency) —. */
export const opensArticle = (text: string): boolean =>
  OPENINGS.some((opening) => opening.test(text)) || DATELINE.test(text) || opensByOutlet(text);

const LEAD_IN =
  /^(?:\d{1,2}日(?:上午|下午|中午|晚|晚上|晚间|凌晨|清晨)?，|(?:近日|日前|昨日|昨天|今日|今天|昨晚|今晨|连日来)[，,]|[记記]者(?:近日|日前|昨日|昨天|今日|\d{1,2}日)[从從])/u;

/** True where a paragraph begins as a report does that names neither paper nor agency: 25日上午，… 近日，… 记者日前从…. Inside a report it is rare. */
export const leadsIn = (text: string): boolean => LEAD_IN.test(text);

const GOES_ON =
  /^(?:与此同时|與此同時|同时|同時|此外|另外|其中|随后|隨後|对此|對此|为此|為此|因此|但是?|然而|不过|不過|于是|於是|而且|并且|下一步|首先|其次|他[们們说說表]|她[们們说說表]|(?:会议|會議)(?:强调|強調|要求|指出|认为|認為))/u;

/** True where a paragraph begins as none does that begins a report: 与此同时, 下一步. Han only: in English it told nothing that the words did not. */
export const goesOn = (text: string): boolean => GOES_ON.test(text);

const NAMES =
  "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:(?:de|da|di|du|van|von|der|den|la|le|el|al|bin|y|e)\\s+)?\\p{Lu}[\\p{L}.'’-]*){0,4}";
const BYLINES: readonly RegExp[] = [
  new RegExp(
    `^(?:By|by|BY|Von|Par|Por|Di|De notre envoyé spécial|Text:|Words:)\\s+${NAMES}(?:(?:,|\\s+and|\\s+und|\\s+et|\\s+y|\\s+e)\\s+${NAMES}){0,3}(?:,?\\s+(?:Staff Writer|Associated Press|Reuters|Correspondent|Staff Reporter|Special to .{2,30}))?$`,
    'u',
  ),
  /^[□■●◆]?\s*(?:本报|本報|本刊|新华社)?(?:首席|特约|特約|见习|實習|实习)?(?:记者|記者|通讯员|通訊員|评论员|評論員|特派员)\s*[:：]?\s*[\p{Script=Han}·]{2,4}(?:[\s、，]+(?:(?:通讯员|通訊員|记者|記者)\s*)?[\p{Script=Han}·]{2,4}){0,5}$/u,
  /^(?:文|撰文|作者|执笔|整理)\s*[:：/／]\s*[\p{Script=Han}·\s、]{2,20}$/u,
  /^[□■●◆]?\s*[\p{Script=Han}·]{2,4}\s*[/／]\s*文(?:[\s、，]+[\p{Script=Han}·]{2,4}\s*[/／]\s*[图圖摄攝])?$/u,
];
/** Whoever wrote took the pictures too: 本报记者 周山 文/图, 周山 青岭 文/图. Bare names are enough before it. */
const WORDS_AND_PICTURES = /\s*[（(]?[文图圖摄攝]\s*[/／]\s*[文图圖摄攝][）)]?$/u;
const BARE_NAMES = /^[□■●◆]?\s*[\p{Script=Han}·]{2,4}(?:[\s、，]+[\p{Script=Han}·]{2,4}){0,3}$/u;

const namesWriters = (line: string): boolean => BYLINES.some((byline) => byline.test(line)) || namesWriter(line);

/** True for a line that names the writer and nothing else. */
export function isByline(line: string): boolean {
  if (line.length > 80) return false;
  if (namesWriters(line)) return true;
  const names = line.replace(WORDS_AND_PICTURES, '');
  return names !== line && (BARE_NAMES.test(names) || namesWriters(names));
}

const AFTER_BYLINE =
  /^(?:(?:(?:The\s)?\p{Lu}[\p{L}.'’-]*\s){0,4}(?:Staff(?:\s(?:Writers?|Reporters?))?|Writer|Reporter|Correspondent|Columnist|Editor|Bureau|News Service|Press)|(?:The\s)?Associated Press|AP|Reuters|Bloomberg|Special to .{3,40})$/iu;
/** True for the line under a writer's name that says whom the writer works for. */
export const followsByline = (line: string): boolean => line.length <= 50 && AFTER_BYLINE.test(line);

/** A caption's end: the photographer. 新华社记者 某某 摄, 本报记者某某摄, （资料图片）. */
const CAPTION_END =
  /(?:(?:记者|記者|通讯员|通訊員|图片|圖片|供图|供圖)\s*[\p{Script=Han}·\s]{0,12}(?:摄|攝|摄影|攝影|摄影报道|供图|供圖|制图|製圖)|[（(](?:资料图片?|資料圖片?|资料照片|視頻截圖|视频截图)[）)]|[。”]\s*[\p{Script=Han}·\s]{2,8}(?:摄|攝)|[.!?”"]\s+\(?(?:Photo|Photos|Photograph|Picture|Foto)(?:graphs?)?\s?(?:by|:|von|de)\s+\p{Lu}[\p{L}.’' /-]{2,40})[）)]?\s*$/u;
const CREDIT =
  /^(?:(?:图|圖|摄影|攝影|制图|製圖|供图|供圖|图片来源|照片|漫画|漫畫|绘图|繪圖|插图|插圖)\s*[:：/／]\s*.{2,24}|(?:本报|本報|新华社)?(?:首席|特约|见习)?(?:记者|記者|通讯员|通訊員)?\s*[\p{Script=Han}·\s]{2,8}(?:(?:通讯员|通訊員)\s*[\p{Script=Han}·\s]{2,8})?(?:摄|攝|摄影|攝影|摄影报道|攝影報道|制图|製圖|供图|供圖)|(?:新华社发|新華社發|本报发|中新社发)?[（(]\s*(?:[\p{Script=Han}·]{2,4}[\s、]*){1,2}\s*(?:摄|攝|供图|供圖)\s*[）)]|(?:Photo|Photograph|Picture|Foto|Photos|Illustration)(?:s)?\s*(?:by|:|von|de|par)\s+.{2,50})$/u;

const BRACKETED_CREDIT =
  /[（(](?:新华社|本报|本報)?(?:记者|記者|通讯员|通訊員)?\s*[\p{Script=Han}·\s、]{2,14}(?:摄|攝|供图|供圖)[）)]\s*$|摄影报道\s*$/u;
const CAPTION_START =
  /^[▲△▼▽◄►(（]?(?:图为|圖為|图片为|(?:上|下|左|右|题|題)[图圖](?:为|為|[:：])|图[①②③④一二三四][:：为]|资料图[:：])/u;

/** True where `text` begins as a caption begins: 图为…, 上图：… */
export const opensCaption = (text: string): boolean => CAPTION_START.test(text);
/** True where `text` ends as a caption ends. */
export const endsAsCaption = (text: string): boolean => CAPTION_END.test(text) || BRACKETED_CREDIT.test(text);
const LATIN_CREDIT =
  /^\(?(?:(?:Staff|File|Courtesy|Contributed|Submitted|Special|AP|Reuters|Getty Images)\s+)?(?:[Pp]hotos?|PHOTOS?|[Ii]mages?)(?:\s+(?:by|courtesy(?: of)?|from)|\s?[/:]|\s+BY)\s*\p{Lu}[\p{L}.’' /,-]{2,40}\)?$|^\p{Lu}[\p{Lu}.'’-]+(?:\s\p{Lu}[\p{Lu}.'’-]*){1,3}\s*[/|]\s*(?:STAFF|FILE|AP|REUTERS|(?:THE\s)?\p{Lu}[\p{Lu}\s.'’-]{2,28}|(?:The\s)?\p{Lu}[\p{L}\s.'’-]{2,28})$/u;

/** True for a line that only names who took or drew the picture. */
export const isPhotoCredit = (line: string): boolean => CREDIT.test(line) || LATIN_CREDIT.test(line);

const SOURCE =
  /^[（(]?(?:来源|來源|据|據|摘自|转自|轉自|原载|原載|Source|Sources|Quelle|Fuente|Fonte)\s*[:：]\s*.{2,40}[）)]?$|^[（(](?:据|據|摘自|转自|轉自|原载|原載)[\p{Script=Han}《》“”\s]{2,20}[）)]$/u;
/** True for a line that names where the text came from. */
export const isSourceLine = (line: string): boolean => SOURCE.test(line);

const EDITOR_NOTE =
  /^[【[（(]?(?:编者按|編者按|编者的话|編者的話|编后|編後|按语|开栏的话|開欄的話|Editor['’]s note|Editors['’] note|Anm\. d\. Red\.|N\.?D\.?L\.?R\.?)[】\]）)]?(?:[:：\s]|$)/iu;
/** True where `text` begins as an editor's note. */
export const opensEditorNote = (text: string): boolean => EDITOR_NOTE.test(text);

const LEAD =
  /^[【[（(]?(?:核心提示|内容提要|內容提要|提要|摘要|导语|導語|新闻提示|阅读提示|閱讀提示)[】\]）)]?\s*[:：】]/u;
/** True where `text` begins as the summary that a paper sets under its headline. */
export const opensLead = (text: string): boolean => LEAD.test(text);
