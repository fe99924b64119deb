/** What folio and masthead say of the paper: its date, its name, the section of the page. */
import { isMasthead } from './furniture.ts';

const HAN_DIGITS = '〇一二三四五六七八九';
const MONTHS: readonly RegExp[] = [
  /^jan|^janv|^enero|^genn/u,
  /^feb|^févr|^fevr/u,
  /^mar|^mär|^mrz/u,
  /^apr|^avr|^abr/u,
  /^may|^mai|^magg/u,
  /^jun|^juin|^giu/u,
  /^jul|^juil|^lug/u,
  /^aug|^août|^aout|^ago/u,
  /^sep|^sett/u,
  /^oct|^okt|^ott/u,
  /^nov/u,
  /^dec|^dez|^déc|^dic/u,
];

const HAN =
  /(\d{4}|[〇零○一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十廿]{1,3})日/u;
const MONTH_FIRST = /\b(\p{Script=Latin}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u;
const DAY_FIRST =
  /\b(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?(\p{Script=Latin}{3,10})\.?,?\s+(?:de\s+)?(\d{4})\b/u;

const hanYear = (text: string): number =>
  Number([...text.replace(/[零○]/gu, '〇')].map((c) => (HAN_DIGITS.includes(c) ? HAN_DIGITS.indexOf(c) : c)).join(''));

function hanCount(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const [tens, ones] = text.replace('廿', '二十').includes('十') ? text.replace('廿', '二十').split('十') : ['0', text];
  const digit = (part: string | undefined, none: number): number =>
    part ? Math.max(0, HAN_DIGITS.indexOf(part)) : none;
  return text.includes('十') || text.includes('廿') ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0);
}

/** ISO 8601 day, or null where that is no day of the calendar. */
function dayOf(year: number, month: number, day: number): string | null {
  const two = (n: number): string => String(n).padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return year >= 1600 && year < 2200 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
    ? iso
    : null;
}

/** The day that a line names in full, as ISO 8601. */
export function readDate(text: string): string | null {
  const line = text.normalize('NFKC');
  const han = HAN.exec(line.replace(/\s+/gu, ''));
  if (han) return dayOf(hanYear(han[1] ?? ''), hanCount(han[2] ?? ''), hanCount(han[3] ?? ''));
  const month = (word: string | undefined): number =>
    MONTHS.findIndex((pattern) => pattern.test((word ?? '').toLowerCase())) + 1;
  const first = MONTH_FIRST.exec(line);
  if (first && month(first[1])) return dayOf(Number(first[3]), month(first[1]), Number(first[2]));
  const second = DAY_FIRST.exec(line);
  return second && month(second[2]) ? dayOf(Number(second[3]), month(second[2]), Number(second[1])) : null;
}

const PLAIN = /^\p{Lu}[\p{L}\s&.'’-]{2,40}$/u;

/** A masthead's words as the paper's name: without letter-spacing, capitals as they are. */
export function paperName(text: string): string | null {
  const line = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const name = /\p{Script=Han}/u.test(line) ? line.replace(/ /gu, '') : line;
  return isMasthead(name) || PLAIN.test(name) || /^\p{Script=Han}{2,10}[报報]$/u.test(name) ? name : null;
}

const WEEKDAY = /(?:星期|周|週)[一二三四五六日天]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?/giu;
const LABEL =
  /第?\s*[A-Z]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版面页頁]|\b(?:page|seite|p\.|página|pagina)\s*[A-Z]?\d{1,3}\b|(?<![\p{L}\d])[A-Z]{0,2}\d{1,4}(?![\p{L}\d])/giu;

/** What a folio says besides number, date and the paper's name: the section of its page. */
export function folioSection(text: string, paper = ''): string | null {
  let rest = text.normalize('NFKC').trim();
  rest = /\p{Script=Han}/u.test(rest) ? rest.replace(/\s+/gu, ' ') : rest;
  for (const pattern of [MONTH_FIRST, DAY_FIRST]) rest = rest.replace(new RegExp(pattern.source, 'giu'), ' ');
  rest = rest
    .replace(/(?:\d\s*){4}年\s*[\d\s]{1,3}月\s*[\d\s]{1,3}日/gu, ' ')
    .replace(WEEKDAY, ' ')
    .replace(LABEL, ' ');
  if (paper) rest = rest.replace(paper, ' ');
  const words = rest
    .split(/[|｜·／/—–,;:]+|\s{2,}/u)
    .map((word) => word.trim())
    .filter((word) => /\p{L}{2}/u.test(word.replace(/\s/gu, '')) && !/[报報编編辑輯]$|责编|責編/u.test(word));
  const [only, ...more] = words;
  if (!only || more.length) return null;
  const han = /^\p{Script=Han}(?:\s?\p{Script=Han}){1,7}$/u.test(only);
  return han ? only.replace(/\s/gu, '') : /^\p{Lu}[\p{L}\s&’'-]{2,24}$/u.test(only) ? only : null;
}
