/**
 * Who writes, as papers, agencies and sites other than the paper itself put it: the outlet's own word before 记者, the place after a stroke, the
 * name and then whom the writer works for.
 */

const OUTLET =
  '(?:\\p{Script=Han}{1,8}?(?:报|報|社|网|網|台|臺|视|視|媒体|媒體|新闻|新聞|周刊|週刊|杂志|雜誌|客户端|客戶端)(?:驻\\p{Script=Han}{2,4})?)?';
const KIND =
  '(?:首席|特约|特約|特派|见习|見習|实习|實習|资深|資深|融媒体?|融媒體|全媒体?|全媒體|本报|本報|数字|即时|即時)?';
const POST = '(?:记者|記者|通讯员|通訊員|评论员|評論員|特派员|特派員|撰稿人|撰稿|实习生|實習生|摄影记者|文字记者)';
/** 记者获悉 begins a sentence: what reporters do is no name. */
const DEED =
  '(?!从|從|在|于|於|的|们|們|会|會|说|說|了解|瞭解|获|獲|得知|采访|採訪|表示|介绍|介紹|看|来到|來到|走|发现|發現|提问|提問|调查|調查|询问|詢問|注意|联系|聯繫|致电|致電|梳理|探访|探訪|实地|實地|观察|觀察|近日|今天|昨天|日前|随|隨|跟随|跟隨|就|将|將|对|對|向|站|协会|協會)';
const NAME = `${DEED}[\\p{Script=Han}·]{2,4}`;
const NAMES = `${NAME}(?:[\\s、，,]+(?:${KIND}${POST}\\s*)?${NAME}){0,5}`;
const REPORT = '(?:综合|綜合|摄影|攝影)?(?:报道|報導|報道|报导)';

const HAN: readonly RegExp[] = [
  new RegExp(`^[□■●◆]?\\s*${OUTLET}${KIND}${POST}\\s*[:：]?\\s*${NAMES}$`, 'u'),
  // 記者周山／青嶺報導, 周山／青嶺報導
  new RegExp(
    `^[【（(〔]?(?:${OUTLET}${KIND}${POST})?\\s*${NAMES}\\s*[／/|｜]\\s*\\p{Script=Han}{2,6}${REPORT}[】）)〕]?$`,
    'u',
  ),
  new RegExp(`^[【（(〔]?${OUTLET}${KIND}${POST}\\s*${NAMES}\\s*\\p{Script=Han}{2,4}${REPORT}[】）)〕]?$`, 'u'),
  /^(?:本[报報刊台网網]|新华社|新華社)(?:特约|特約|首席)?(?:评论员|評論員)$/u,
];

const PERSON =
  "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:(?:de|da|di|du|van|von|der|la|le|el|al|bin)\\s+)?\\p{Lu}[\\p{L}.'’-]*){1,3}";
const PEOPLE = `${PERSON}(?:(?:,|\\s+and|\\s+AND)\\s+${PERSON}){0,3}`;
const WORKER =
  "(?:\\p{Lu}[\\p{L}.&'’-]*\\s+){0,4}(?:Writer|WRITER|Reporter|REPORTER|Correspondent|CORRESPONDENT|Editor|EDITOR|Columnist|Contributor|Bureau|Staff|STAFF)";
const AGENCY =
  "(?:The\\s+)?(?:Associated Press|Reuters|AFP|AP|UPI|Bloomberg|Press Association|PA|\\p{Lu}{2,}(?:\\s+\\p{Lu}{2,}){0,2}|(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,3}(?:News|Times|Post|Herald|Journal|Tribune|Press|Service|Courier|Gazette))";

const LATIN: readonly RegExp[] = [
  new RegExp(`^(?:By|BY)\\s+${PEOPLE}\\s*(?:,|\\||/|—|–)\\s*(?:${WORKER}|${AGENCY})$`, 'u'),
  // a name in capitals with a stroke, ADA MILLER / STAFF, is a photographer's
  new RegExp(`^(?=\\p{Lu}[\\p{L}.'’-]*\\p{Ll})${PEOPLE}\\s*[,|]\\s*${WORKER}$`, 'u'),
  /^(?:By|BY)\s+(?:(?:[Oo]ur|OUR|[Aa]|A)\s+)(?:(?:own|\p{Lu}[\p{L}-]*)\s+){0,3}(?:Correspondents?|CORRESPONDENTS?|Reporters?|REPORTERS?|Staff|STAFF)$/u,
  /^(?:By|BY)\s+(?:(?:(?:The|THE)\s+)?(?:\p{Lu}[\p{L}.'’-]*\s+){0,3}(?:Staff|STAFF)(?:\s+(?:Reporters?|REPORTERS?|Writers?|WRITERS?|Report))?|(?:The|THE)\s+(?:Associated Press|ASSOCIATED PRESS))$/u,
];

/** No such line is without one of these: most lines need not be asked further. */
const HAN_SIGN = /[记記]者|[讯訊][员員]|[评論论評]+[员員]|特派|撰稿|实习|實習|报道|報導|報道|报导/u;
const LATIN_SIGN =
  /^by\s|(?:writer|reporter|correspondent|editor|columnist|contributor|bureau|staff|press|reuters|afp)$/iu;

/** True for a line that names a writer of any outlet and nothing else. */
export function namesWriter(line: string): boolean {
  if (/\p{Script=Han}/u.test(line)) return HAN_SIGN.test(line) && HAN.some((pattern) => pattern.test(line));
  return LATIN_SIGN.test(line) && LATIN.some((pattern) => pattern.test(line));
}

const OPENINGS: readonly RegExp[] = [
  // （中央社記者周山青嶺3日電）, （法新社巴黎5日電）
  /^[（(【〔]\p{Script=Han}{2,8}社[\p{Script=Han}、／/\s]{0,28}\d{1,2}日\p{Script=Han}{0,4}(?:电|電|讯|訊|报导|報導|报道|報道)\s*[）)】〕]/u,
  /^[【（(〔]本[报報刊][\p{Script=Han}\s、／/]{0,20}(?:讯|訊|报道|報導|報道)[】）)〕]/u,
  // 河网5月3日电, 青岭新闻客户端1月5日消息，
  /^\p{Script=Han}{2,12}(?:\d{1,2}月)\d{1,2}日(?:专)?(?:(?:电|電|讯|訊)(?=[\s　（(]|$)|消息(?=[，,：:\s　]|$))/u,
];

/** True where an article opens as agencies, other papers and sites open theirs. */
export const opensByOutlet = (text: string): boolean => OPENINGS.some((opening) => opening.test(text));
