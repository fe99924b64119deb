/** How a re-laid edition is set and dumped. `alike`: as the made pages are; `varied`: with other wordings, rhythms and furniture. */
import type { Random } from './random.ts';

export type Kind = 'en' | 'en-woven' | 'zh-Hans' | 'zh-Hans-woven' | 'zh-Hant';
export type Manner = 'alike' | 'varied';

export interface PageStyle {
  readonly measures: readonly number[];
  /** Where heads stand to their bodies. */
  readonly heads: 'before' | 'after' | 'last';
  /** Share of heads that stand somewhere else. */
  readonly strays: number;
  /** Blank lines: none, after each line, between blocks, after each line in heads too. */
  readonly rhythm: 'none' | 'lines' | 'blocks' | 'all';
  /** Share of articles set wide, and of lines set wide in the others. Han only. */
  readonly spacedArticles: number;
  readonly spacedLines: number;
  readonly hyphens: number;
  readonly sections: number;
  readonly teaser: boolean;
  /** What the page's furniture says: null where it has none. */
  readonly folio: string | null;
}

export interface EditionStyle {
  readonly han: boolean;
  readonly woven: boolean;
  readonly to: (page: string, slug: string) => string;
  readonly from: (page: string, slug: string) => string;
  /** The second part's head: the whole one, its first clause or word, or none. */
  readonly jumpHead: (headline: string) => string | null;
  readonly sections: readonly string[];
  /** Share of articles that run over the page. */
  readonly jumps: number;
}

const HAN_DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const han = (page: string): string => [...page].map((digit) => HAN_DIGITS[Number(digit)] ?? digit).join('');
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
const COUNT = ['', 'One', 'Two', 'Three', 'Four', 'Five'];

export const TO = {
  han: [
    (p: string) => `（下转第${han(p)}版）`,
    (p: string) => `（下转第${p}版）`,
    (p: string) => `（下转${p}版）`,
    (p: string) => `下转第${han(p)}版`,
    (p: string) => `（紧转第${p}版）`.replace('紧转', '文转'),
    (p: string) => `（转第${p}版）`,
    (p: string) => `【下转${p}版】`,
  ],
  latin: [
    (p: string) => `Continued on Page ${p}`,
    (p: string, slug: string) => `See ${slug}, Page ${p}`,
    (p: string) => `Cont'd on p. ${p}`,
    (p: string, slug: string) => `Please see ${slug}, ${p}`,
    (p: string) => `Turn to Page ${p}`,
    (p: string) => `Story continues on ${p}`,
    (p: string) => `Continued on ${ORDINALS[Number(p)] ?? p} page`,
    (p: string, slug: string) => `See ${slug} on ${p}`,
    (p: string) => `CONTINUED ON PAGE ${p}`,
  ],
};
export const FROM = {
  han: [
    (p: string) => `（上接第${han(p)}版）`,
    (p: string) => `（上接第${p}版）`,
    (p: string) => `（上接${p}版）`,
    (p: string) => `上接第${han(p)}版`,
    (p: string) => `（紧接第${p}版）`,
    (p: string) => `（接第${p}版）`,
    (p: string) => `【上接${p}版】`,
  ],
  latin: [
    (p: string) => `From Page ${p}`,
    (p: string) => `Continued from Page ${p}`,
    (p: string) => `From Page ${COUNT[Number(p)] ?? p}`,
    (p: string, slug: string) => `${slug} From Page ${p}`,
    (p: string) => `Cont. from p. ${p}`,
    (p: string) => `Continued from ${ORDINALS[Number(p)] ?? p} page`,
    (p: string) => `CONTINUED FROM PAGE ${p}`,
  ],
};
const SECTIONS = {
  han: ['经济观察', '行走一线', '民生在线', '乡村振兴进行时', '今日关注', '奋力谱写新篇章'],
  latin: ['CITY & REGION', 'WORLD WATCH', 'BUSINESS', 'NATION', 'IN BRIEF'],
};
const OTHER_SECTIONS = {
  han: ['要闻', '城事', '文教卫生', '百姓生活', '平安建设在行动', '区域新闻'],
  latin: ['METRO', 'LOCAL NEWS', 'SCIENCE & HEALTH', 'NEIGHBORS', 'THE ARTS', 'AROUND TOWN'],
};

const firstClause = (headline: string, isHan: boolean): string =>
  isHan ? (headline.split(/\s/u)[0] ?? headline) : slugOf(headline);
export const slugOf = (headline: string): string => (headline.split(/[\s,:]/u)[0] ?? '').toUpperCase();

export function editionStyle(kind: Kind, manner: Manner, random: Random): EditionStyle {
  const isHan = kind.startsWith('zh');
  const woven = kind.endsWith('woven');
  const script = isHan ? 'han' : 'latin';
  const jumps = woven ? 0.12 : 0.3;
  if (manner === 'alike')
    return {
      han: isHan,
      woven,
      to: isHan ? TO.han[0]! : (p, slug) => (slug.length % 3 ? TO.latin[0]!(p, slug) : TO.latin[1]!(p, slug)),
      from: FROM[script][0]!,
      jumpHead: (headline) => (random.chance(0.12) ? null : isHan ? headline : slugOf(headline)),
      sections: SECTIONS[script],
      jumps,
    };
  const form = random.pick(['whole', 'clause', 'none', 'mixed'] as const);
  return {
    han: isHan,
    woven,
    to: random.pick(TO[script]),
    from: random.pick(FROM[script]),
    jumpHead: (headline) => {
      const own = form === 'mixed' ? random.pick(['whole', 'clause', 'none'] as const) : form;
      return own === 'none' ? null : own === 'whole' ? headline : firstClause(headline, isHan);
    },
    sections: random.pick([SECTIONS[script], OTHER_SECTIONS[script]]),
    jumps,
  };
}

function folioOf(page: string, isHan: boolean, random: Random): string {
  const [month, day] = [random.whole(1, 12), random.whole(10, 28)];
  return isHan
    ? random.pick([
        `第${page}版`,
        `${page}版版`.replace(/^(\d)版版$/u, '$1$1版版'),
        `2024年${month}月${day}日 星期四 第${page}版`,
        `要闻 0${page}`,
        `${day}${day}`,
        page,
      ])
    : random.pick([
        `Page ${page}`,
        `${page} The Valley Courier Monday, June ${day}, 2019`,
        `A${page}`,
        `${day}${day}`,
        page,
      ]);
}

export function pageStyle(
  { han: isHan, woven }: EditionStyle,
  manner: Manner,
  page: string,
  kind: Kind,
  random: Random,
): PageStyle {
  const alike = manner === 'alike';
  const measures = isHan ? [14, 15, 16, 17, 18, 20, 21] : [28, 34, 40, 46];
  const other = isHan ? [12, 13, 15, 17, 19, 22, 24] : [26, 31, 33, 37, 38, 42, 50];
  const day = random.whole(10, 28);
  return {
    measures: alike || random.chance(0.3) ? measures : other,
    heads: woven ? (random.chance(0.5) ? 'last' : 'before') : random.chance(0.4) ? 'before' : 'after',
    strays: random.pick([0, 0.1, 0.15, 0.25]),
    rhythm: alike
      ? random.chance(0.25)
        ? 'none'
        : 'lines'
      : random.pick(['none', 'lines', 'lines', 'blocks', 'all'] as const),
    spacedArticles: isHan ? random.pick([0, 0.1, 0.2]) : 0,
    spacedLines: isHan ? random.pick(alike ? [0.08, 0.12, 0.18] : [0, 0.1, 0.25, 0.4]) : 0,
    hyphens: isHan ? 0 : alike ? 0.55 : random.pick([0, 0.3, 0.55]),
    sections: woven ? 0 : kind === 'en' ? 0.25 : 0.16,
    teaser: isHan && !woven && random.chance(0.6),
    folio: random.chance(0.2) ? null : alike || random.chance(0.2) ? `${day}${day}` : folioOf(page, isHan, random),
  };
}
