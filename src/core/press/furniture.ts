/** What stands on the page round the articles: page numbers and running heads, mastheads, imprints, section labels. */
import { unDoubled } from '../repair/doubled-glyphs.ts';

const FOLIO: readonly RegExp[] = [
  /^[-–—·•\s]*(?:[A-Z]{0,2}\d{1,3}|\d{1,3}[A-Z]?)[-–—·•\s]*$/u,
  /^(?:第?\s*[A-Z]?\d{1,3}\s*[版面页頁]|第[一二三四五六七八九十百〇]{1,4}[版面页頁]|[一二三四五六七八九十]{1,3}版)$/u,
  // 要闻 02, A2 城事: a number alone beside the section is one of a page where it cannot count anything
  /^\p{Script=Han}{2,4}[ \u3000·|｜/／]*(?:0\d|[A-D]\d{1,2})$|^(?:0\d|[A-D]\d{1,2})[ \u3000·|｜/／]+\p{Script=Han}{2,4}$/u,
  /^(?:Page|Seite|Página|Pagina|Pág\.?|P\.|S\.)\s*[A-Z]?\d{1,3}[A-Z]?$/iu,
];
const MONTH =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mär|Mai|Okt|Dez|janv|févr|mars|avril|juin|juil|août|déc|enero|febr|abril|mayo|junio|julio|agosto|sept|oct|nov|dic)\\p{L}*\\.?';
const DATE = new RegExp(
  `(?:\\d{4}|[〇零一二三四五六七八九]{4})\\s*年\\s*[\\d一二三四五六七八九十]{1,3}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日|(?:星期|周)[一二三四五六日天]|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+${MONTH}\\s+\\d{1,2}|\\b${MONTH}\\s+\\d{1,2},\\s+\\d{4}|\\b\\d{1,2}\\.?\\s+(?:de\\s+)?${MONTH}\\s+(?:de\\s+)?\\d{4}`,
  'u',
);
const CAPITAL_DAY = /^(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b.*\d/u;
/** No date is without one of these: most lines need not be asked further. */
const DATE_SIGN = /[日周期]|\d/u;
const DATES = new RegExp(DATE.source, 'gu');
const EDITORS =
  /(?:责任?编辑|責任?編輯|责编|責編|(?:编辑|編輯)(?=\s*[:：]|\s)|版式(?=\s*[:：]|\s)|校对|校對|美编|美編|组版|值班(?:主任|编委|总编)|热线|熱線|邮箱|郵箱)\s*[:：]?/u;
const ALL_EDITORS = new RegExp(EDITORS, 'gu');
const IMPRINT =
  /(?:国内统一|國內統一|统一刊号|CN\s?\d{2}-\d{4}|邮发代号|郵發代號|零售价|定价|印刷厂|印刷廠|社址|邮编|郵編|All rights reserved|ISSN \d|^(?:Published by|Impressum|Herausgeber|Imprint)\b)/u;

/** 33版版 is 3版 in bold that was printed twice. */
const printedOnce = (line: string): string => (/([版面页頁])\1$/u.test(line) ? (unDoubled(line) ?? line) : line);

/** True for a line that is a page number, or a page number and date. `text` as read: overprinted numbers are understood. */
export function isFolio(text: string): boolean {
  const line = printedOnce(text.trim());
  if (!line || line.length > 60) return false;
  if (/^\p{N}{4,6}$/u.test(line)) {
    const once = unDoubled(line);
    return once !== null && Number(once) <= 999;
  }
  if (FOLIO.some((folio) => folio.test(line))) return true;
  if (CAPITAL_DAY.test(line) && line === line.toUpperCase())
    return isFolio(line.replace(/\p{Lu}+/gu, (word) => word[0] + word.slice(1).toLowerCase()));
  // a date is running text's too: beside it only the paper's name, the weekday, the page may stand
  if (!DATE_SIGN.test(line) || /[，。、；！？]|\.$/u.test(line) || !DATE.test(line)) return false;
  const rest = line.replace(DATES, '').replace(/[\s·|｜／/—–,.-]+/gu, '');
  return (
    rest === '' ||
    (rest.length <= 24 &&
      /(?:[版面页頁]|[报報]|责编|責編|编辑|農曆|农历|Page|Seite|Página|\d)/u.test(rest) &&
      !/[自在于於日年了的]/u.test(rest) &&
      (line.replace(DATE, '').match(/\p{Ll}{2,}/gu)?.length ?? 0) < (/^[A-Z]{0,2}\d{1,3}\s/u.test(line) ? 6 : 4))
  );
}

/** The page's label that a folio gives, or null. */
export function folioLabel(text: string): string | null {
  const line = printedOnce(text.trim());
  const once = /^\p{N}{4,6}$/u.test(line) ? unDoubled(line) : null;
  if (once !== null) return once;
  const found =
    /(?:第\s*)?([A-Z]?\d{1,3}[A-Z]?|[一二三四五六七八九十]{1,3})\s*[版面页頁]/u.exec(line) ??
    /^[-–—·\s]*([A-Z]{0,2}\d{1,3}[A-Z]?)[-–—·\s]*$/u.exec(line) ??
    /^\p{Script=Han}{2,4}[ \u3000·|｜/／]*(0\d|[A-D]\d{1,2})$/u.exec(line) ??
    /^(0\d|[A-D]\d{1,2})[ \u3000·|｜/／]+\p{Script=Han}{2,4}$/u.exec(line) ??
    /(?:Page|Seite|Página|Pagina)\s*([A-Z]?\d{1,3}[A-Z]?)/iu.exec(line);
  return found?.[1] ?? null;
}

/** One may stand in a sentence; two on a line are the paper's own. */
const MAKERS = /\b(?:Edited|Printed|Published|Designed|Proofread) (?:by|in|at)\b/gu;

/** The end of an article's own （编辑：…）, its bracket opened in the line before. */
const closesOnly = (text: string): boolean => /^[^（(]*[）)]/u.test(text);

/** True for a line that names the page's makers or the paper's legal data. */
export const isImprint = (text: string): boolean =>
  text.length <= 120 &&
  (IMPRINT.test(text) ||
    (text.match(ALL_EDITORS)?.length ?? 0) >= 2 ||
    (text.match(MAKERS)?.length ?? 0) >= 2 ||
    (EDITORS.test(text) && text.length <= 14 && !closesOnly(text)));

/** Words that section labels are made of, in Chinese. */
const SECTION_HAN =
  /(?:新闻|新聞|要闻|要聞|关注|關注|聚焦|观察|觀察|在线|在線|一线|一線|综合|綜合|专题|專題|专版|特刊|副刊|天下|时评|時評|评论|評論|视点|視點|视野|視野|焦点|焦點|热点|熱點|热线|熱線|进行时|進行時|之窗|纵横|縱橫|速递|速遞|快讯|快訊|动态|動態|广角|廣角|园地|園地|走笔|风采|風采|新篇章|新征程|导读|導讀|看点|看點|连线|連線|直通车|直通車|故事会|周刊|週刊|论坛|論壇)$|^聚焦.{2,5}$|^(?:今日|本版|要闻|综合|国际|國際|体育|體育|经济|經濟|财经|財經|社会|社會|文化|教育|民生|时政|時政|副刊|科技)(?:.{2})?$/u;
/** The standing title of a series: 新春走基层, “三个一批”看进展. */
const SERIES_HAN =
  /^[\p{Script=Han}“”·\s]{2,12}(?:进行时|進行時|走基层|走基層|看一线|看一線|看进展|看進展|看变化|看變化|面对面|面對面|大家谈|大家談|你我共建|同心共建|特别报道|特別報道|系列报道|系列報道|连续报道|連續報道|系列评论|系列評論)$/u;
const SECTION_LATIN =
  /^(?:(?:Also )?[Ii]nside(?: [Tt]oday)?|Index|In [Tt]his [Ii]ssue|[\p{Lu}&\s'’/-]{3,28}|(?:News|World|National|Nation|Local|Sports?|Business|Opinion|Arts|Culture|Politics|Economy|City|Region|Metro|In Brief|Briefs|Wirtschaft|Politik|Kultur|Lokales|Économie|Monde|Culture|Deportes|Economía|Cultura)(?:\s*(?:&|and|und|et|y)\s*\p{L}+)?)$/u;

/** How much a line looks like a section label: 0 not at all, 1 by its form, 2 by its words too. */
export function sectionLikeness(text: string): 0 | 1 | 2 {
  const line = text.trim();
  if (/\p{Script=Han}/u.test(line)) {
    if (SERIES_HAN.test(line)) return 2;
    const length = [...line].length;
    if (length > 9 || length < 2 || !/^[\p{Script=Han}·]+$/u.test(line)) return 0;
    return SECTION_HAN.test(line) ? 2 : 1;
  }
  if (!SECTION_LATIN.test(line) || line.split(/\s+/u).length > 4) return 0;
  return line.split(/\s+/u).length >= 2 ||
    /^(?:INSIDE|INDEX|TODAY|NEWS|WORLD|NATION|NATIONAL|LOCAL|SPORTS?|BUSINESS|OPINION|ARTS|CULTURE|POLITICS|ECONOMY|CITY|REGION|METRO|BRIEFS?|WEATHER|OBITUARIES|EDITORIAL|LETTERS|FEATURES?|LIFE|STYLE|TRAVEL|HEALTH|SCIENCE|TECH|TECHNOLOGY|MONEY|MARKETS|EDUCATION|WIRTSCHAFT|POLITIK|KULTUR|SPORT|LOKALES|MONDE|DEPORTES|ECONOMÍA|CULTURA)$/iu.test(
      line,
    )
    ? 2
    : 1;
}

const MASTHEAD =
  /^[\p{Script=Han}\s]{1,8}(?:日报|日報|晚报|晚報|早报|早報|晨报|晨報|时报|時報|都市报|都市報|周报|週報|商报|商報|新报|新報|公报|公報|导报|導報|快报|快報)$|^(?:THE\s+)?[\p{Lu}\s&.'’-]{2,40}\s(?:TIMES|NEWS|GAZETTE|HERALD|POST|TRIBUNE|CHRONICLE|JOURNAL|COURIER|OBSERVER|STAR|GUARDIAN|EXPRESS|MERCURY|ECHO|ADVERTISER|ZEITUNG|ANZEIGER|TAGBLATT|KURIER)$|^The(?:\s\p{Lu}[\p{L}.'’-]*){0,4}\s(?:Times|News|Gazette|Herald|Post|Tribune|Chronicle|Journal|Courier|Observer|Star|Guardian|Express|Mercury|Echo|Advertiser|Independent|Bulletin|Record|Examiner|Standard|Dispatch|Register|Sentinel|Argus)$|^\p{Lu}[\p{L}\s-]{2,30}(?:[Zz]eitung|[Tt]ag(?:es)?blatt|[Aa]nzeiger|[Rr]undschau)$/u;
/** True for a line that is a paper's name. Only at the top of a page is that a masthead. */
export const isMasthead = (text: string): boolean => MASTHEAD.test(text.trim());

const AD =
  /^[·•*—\s-]*(?:广\s*告|廣\s*告|分类广告|分類廣告|Advertisement|ADVERTISEMENT|Anzeige|ANZEIGE|Publicité|PUBLICITÉ|Publicidad|PUBLICIDAD)[·•*—\s-]*$/u;
/** True for the word that advertisements are marked with. */
export const isAdLabel = (text: string): boolean => AD.test(text);

const NOTICE =
  /^(?:公\s*告|通\s*告|启\s*事|啟\s*事|声\s*明|聲\s*明|讣\s*告|訃\s*告|讣闻|訃聞|遗失声明|遺失聲明|拍卖公告|招标公告|注销公告|清算公告|公示|停[水电气]通知|(?:招聘|招生|招标|更正|租房)启事|更\s*正|更正(?:与|和|及)?(?:说明|致歉)|致歉(?:声明|信)?|Corrections?(?: (?:and|&) [Cc]larifications?)?|CORRECTIONS?|Clarifications?|Public Notice|PUBLIC NOTICE|Legal Notice|LEGAL NOTICE|Bekanntmachung|In memoriam)$/u;
/** True for the heading of a public or family notice. */
export const isNoticeHead = (text: string): boolean => NOTICE.test(text.trim());
