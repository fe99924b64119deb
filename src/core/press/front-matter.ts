/**
 * What stands in and round a front page's masthead: date, lunar date, issue and postal numbers, who publishes, weather, price, addresses, and the
 * line of those who made the page. A line is taken for one only where hardly anything of it is left once such things are taken out of it.
 */

import { latinMatter, maybeLatinName } from './front-matter-latin.ts';

export type FrontMatter = 'masthead' | 'folio' | 'imprint';

const WEEKDAY = '(?:星期|周|週|礼拜)[一二三四五六日天]';
const TERM =
  '(?:立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒)';
const LUNAR = `(?:农历|農曆|夏历)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?)?(?:闰|閏)?[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|二十|三十)?[一二三四五六七八九十]{0,2}`;
const DATE = `(?:\\d{4}|[〇零一二三四五六七八九]{4})(?:年(?:[\\d一二三四五六七八九十]{1,3}月)?(?:[\\d一二三四五六七八九十]{1,3}日)?|[./-]\\d{1,2}[./-]\\d{1,2})`;
const COUNT = '[\\d一二三四五六七八九十]{1,3}';
const PAPER =
  '[\\p{Script=Han}]{2,8}(?:日报|日報|晚报|晚報|早报|早報|晨报|晨報|时报|時報|都市报|都市報|周报|週報|商报|商報|新报|导报|導報|快报|快報|报|報)';

/** Things that say alone what they are, with the role of a line of them; the first that is found names it. */
const THINGS: readonly (readonly [FrontMatter, RegExp])[] = [
  [
    'imprint',
    /(?:国内|國內)?(?:统一|統一)(?:连续出版物号|連續出版物號|刊号|刊號)|CN\d{2}[-—－–]\d{4}(?:\/\p{Lu})?|(?:邮发|郵發)(?:代号|代號)|代号\d{1,2}[-—－–]\d{1,4}|(?<=[:：号號])\d{1,2}[-—－–]\d{1,4}/gu,
  ],
  ['imprint', /(?:总|總)?第?\d{2,6}(?:号|號|期)|第\d{1,6}期|(?:总|總)第\d{1,6}期/gu],
  ['imprint', new RegExp(`(?:今日|本期|今天|共)${COUNT}(?:版|大版|个版)`, 'gu')],
  ['imprint', /(?:零售|定|全年定|每份|月定)(?:每份)?(?:价|價)?[:：]?(?:人民币)?\d+(?:\.\d+)?元/gu],
  [
    'masthead',
    /(?:中共)\p{Script=Han}{2,8}(?:委员会|委)(?:机关报|機關報|主管主办|主管|主办)*|\p{Script=Han}{2,10}(?:报社|報社|报业集团|报业传媒集团|传媒集团|日报社|新闻社)(?:主管主办|主管|主办|出版|编辑出版)+|(?:主管主办|主办单位|主管单位)[:：]?/gu,
  ],
  ['masthead', /(?:https?:\/\/|www\.)[\w./-]+|[\w.]+@[\w.]+/giu],
  [
    'masthead',
    /(?:新闻|读者|服务|报料|爆料|广告|发行|投稿|订阅|值班|监督|举报)*(?:热线|電話|电话|传真|邮箱|QQ)[:：]?[\d\-－—()（）]{7,18}/gu,
  ],
  ['folio', new RegExp(DATE, 'gu')],
  [
    'folio',
    new RegExp(
      `^${LUNAR}(?=$|${TERM}|${WEEKDAY})|(?<=日|${WEEKDAY}|[)）])${LUNAR}(?=$|[^\\p{Script=Han}]|${TERM})|(?:农历|農曆|夏历)${LUNAR}`,
      'gu',
    ),
  ],
  ['folio', new RegExp(WEEKDAY, 'gu')],
];
/** What may stand beside them and says nothing by itself. */
const BESIDE = new RegExp(
  `${TERM}|${PAPER}|[\\p{Script=Han}]{2,6}(?:新闻网|网|在线|发布)(?=$|[\\s:：])|(?:网址|官网|官方网站|数字报|主编|出版|今日|本期)[:：]?|第?[A-Z]?${COUNT}版|[\\s:：·|｜,，。/／—–-]`,
  'gu',
);

const WEATHER_WORDS =
  /(?:今日|今天|明天|今晚|明日|白天|夜里|夜间|到|至|天气|预报|气象|晴|多云|阴天?|(?:小|中|大|暴|阵|雷阵)*(?:雨|雪)|雾|霾|转|间|有|[东南西北偏]{1,3}风|微风|\d{1,2}(?:[-~～—至到]\d{1,2})?级|左右|阵风|最高|最低|气温|温度|-?\d{1,2}(?:[-~～—至到]-?\d{1,2})?(?:℃|°C|°|度)|-?\d{1,2}(?:℃)?[~～—至到](?=-?\d)|空气质量|优|良|[\s:：,，、;；。~～|｜-])/gu;
const WEATHER_SIGN = /℃|°C|\d级|(?:最高|最低)(?:气温|温度)/u;
const SKY = /晴|多云|阴|雨|雪|风|气温|温度/u;

/** A forecast in an article: one item of its list, a day and what it brings, or a line that breaks off. */
const REPORTED = /[;；、]$|^\d{1,2}日[:：].*[。,，]$|^\p{Script=Han}{0,12}[,，].{6,}[,，]$/u;
const isWeather = (compact: string): boolean => compact.replace(WEATHER_WORDS, '').length <= 4;

const STAFF_ROLE =
  '(?:(?:本版|本期|[一二三四五六七八九十]版|值班|责任|責任|执行|首席|见习|版面|视觉|图片|文字|新闻|数字|微信)*(?:编委|总编辑|总编|副总编|总监|主任|主编|编辑|編輯|责编|責編|美编|美術|美术|版式|校对|校對|设计|設計|制图|製圖|排版|组版|审校|检校|校检|图编|统筹|监制|签发|审读|审核|电子邮箱|邮箱))';
const NAME = '\\p{Script=Han}{2,4}';
const STAFF = new RegExp(
  `^[（(]?(?:${STAFF_ROLE}\\s*[:：/／|｜]?\\s*(?:${NAME}(?:[\\s、]+(?!${STAFF_ROLE})${NAME}){0,3}|[\\w.]+@[\\w.]+)\\s*[;；,，|｜]?\\s*){1,6}(?:(?:电话|热线|電話)\\s*[:：]?\\s*[\\d－-]{7,14})?[)）]?$`,
  'u',
);
/** One role and one name may be running text's: 记者编辑成立, 编辑 王某. */
const STAFF_SURE = new RegExp(`${STAFF_ROLE}\\s*[:：/／|｜]|${STAFF_ROLE}\\s+${NAME}[\\s\\S]*${STAFF_ROLE}`, 'u');

/** Of what is known, so much may stand beside it: the name of a town. */
const LEFT_OVER = 2;
const KNOWN_TIMES = 4;

function hanMatter(text: string): FrontMatter | null {
  const compact = text.normalize('NFKC').replace(/\s+/gu, '');
  if (STAFF.test(text.trim()) && STAFF_SURE.test(text)) return 'imprint';
  if (WEATHER_SIGN.test(compact) && SKY.test(compact) && !REPORTED.test(compact) && isWeather(compact))
    return 'masthead';
  let rest = compact;
  let role: FrontMatter | null = null;
  for (const [own, thing] of THINGS) {
    const left = rest.replace(thing, ' ');
    if (left === rest) continue;
    role ??= own;
    rest = left;
  }
  if (!role) return null;
  const left = rest.replace(BESIDE, '').length;
  // a date is running text's too: nothing may stand beside it
  const most = role === 'folio' ? 0 : LEFT_OVER;
  return left <= most && left * KNOWN_TIMES <= compact.length ? role : null;
}

const LONGEST = 60;

/** The role of a line that belongs to the masthead or the imprint of a front page; null for any other. `text` as read, letter-spacing closed. */
export function frontMatter(text: string): FrontMatter | null {
  if (text.length > LONGEST) return null;
  if (!/\p{Script=Han}|CN ?\d\d/u.test(text)) return latinMatter(text);
  if (/[。！？；]./u.test(text)) return null;
  if (/[。！？]$/u.test(text.trim()) && !WEATHER_SIGN.test(text.normalize('NFKC'))) return null;
  return hanMatter(text);
}

const PINYIN_NAME =
  /^[A-Z]{2,16}(?: ?[A-Z]{2,16})? (?:RIBAO|WANBAO|CHENBAO|ZAOBAO|DUSHIBAO|SHIBAO|SHANGBAO|BAO|DAILY|EVENING NEWS|MORNING POST)$/u;
/** 读报 is no paper: without a word for when it comes out, one for whose it is. */
const HAN_NAME =
  /^\p{Script=Han}{2,8}(?:[日晚早晨时時]报|[日晚早晨时時]報|都市报|都市報|周报|週報|商报|商報|新报|导报|導報|快报|快報|(?:青年|工人|农民|法治|法制|科技|教育|经济|健康|广播电视)报)$/u;
const FOLLOW =
  /^\p{Script=Han}{0,12}(?:官方微信|官方微博|公众号|公眾號|客户端|客戶端|二维码|二維碼|视频号|抖音号|微博|微信|新闻网|数字报)$|^(?:请?扫码|扫一扫|扫描二维码)\p{Script=Han}{0,14}$/u;

/** True for a paper's name in Latin letters, QINGLING RIBAO: a line of nothing else is a masthead's wherever it stands. */
export const isPinyinName = (text: string): boolean => PINYIN_NAME.test(text.trim().replace(/\s+/gu, ' '));

/** True for a line that is front matter where such lines stand beside it: the paper's name, its name in letters, where to follow it. */
export const maybeFrontMatter = (text: string): boolean => {
  const line = text.trim().replace(/\s+/gu, ' ');
  if (!/\p{Script=Han}/u.test(line) && maybeLatinName(line)) return true;
  return PINYIN_NAME.test(line) || HAN_NAME.test(line.replace(/ /gu, '')) || FOLLOW.test(line.replace(/ /gu, ''));
};
