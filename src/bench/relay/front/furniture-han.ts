/** What a Chinese front page says beside its articles: masthead, issue, weather, staff. Invented papers, the forms that papers have. */
import type { Random } from '../random.ts';
import { doubled } from './damage.ts';
import { PAPERS, personOf } from './words-han.ts';

export interface Furniture {
  readonly role: 'masthead' | 'folio' | 'imprint';
  readonly line: string;
  readonly text: string;
}

const PINYIN: { readonly [city: string]: string } = {
  青岭: 'QINGLING',
  临溪: 'LINXI',
  云塘: 'YUNTANG',
  白沙: 'BAISHA',
  安远: 'ANYUAN',
  川阳: 'CHUANYANG',
  汶河: 'WENHE',
  南渡: 'NANDU',
  新桥: 'XINQIAO',
  宁川: 'NINGCHUAN',
  石门: 'SHIMEN',
  永安: 'YONGAN',
};
const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

export const dayOf = (random: Random): { month: number; day: number; week: string } => ({
  month: random.whole(1, 12),
  day: random.whole(10, 28),
  week: random.pick(WEEK),
});

/** Spaces on both sides of a number are layout, as in running text: no reader says them. */
const solid = (line: string): string =>
  line.replace(/(\d) (?=[年月日期版])/gu, '$1').replace(/(?<=[年月第日]) (?=\d+[年月日期版])/gu, '');

const one = (role: Furniture['role'], line: string, text = solid(line)): Furniture => ({ role, line, text });

export function mastheadOf(city: string, random: Random): Furniture[] {
  const { month, day, week } = dayOf(random);
  const paper = `${city}${random.pick(PAPERS)}`;
  const number = random.whole(1200, 28900);
  const pages = random.pick(['4', '8', '12', '四', '八', '16']);
  const code = `${random.whole(11, 65)}${random.pick(['-', '—', '－'])}00${random.whole(10, 99)}`;
  const [low, high] = [random.whole(-3, 15), random.whole(16, 33)];
  const date = random.pick([
    [one('folio', `2024年${month}月${day}日 星期${week}`)],
    [one('folio', `2024 年 ${month} 月 ${day} 日　星期${week}`)],
    [one('folio', `2024年${month}月`), one('folio', doubled(String(day)), String(day)), one('folio', `星期${week}`)],
    [one('folio', `${day}${day}`, String(day))],
    [one('folio', `2024.${month}.${day} 星期${week}`)],
    [one('folio', `2024年${month}月${day}日 星期${week} 农历甲辰年二月十二`)],
  ]);
  const others = [
    one('masthead', random.pick([`${PINYIN[city]} RIBAO`, `${PINYIN[city]} DAILY`])),
    one(
      'masthead',
      random.pick([
        `中共${city}市委机关报`,
        `中共${city}市委主管主办`,
        `中共${city}市委主办 ${paper}社出版`,
        `${paper}社出版`,
      ]),
    ),
    one('folio', random.pick(['甲辰年二月十二', '农历甲辰年二月十二', '农历二月十二', '甲辰年二月十二 春分'])),
    one(
      'imprint',
      random.pick([
        `国内统一连续出版物号 CN ${code}`,
        `国内统一刊号：CN${code}`,
        `国内统一连续出版物号：CN ${code} 邮发代号：35-${random.whole(10, 99)}`,
        `CN ${code}`,
      ]),
    ),
    one(
      'imprint',
      random.pick([
        `第${number}期`,
        `总第 ${number} 期`,
        `第 ${number} 期 今日 ${pages} 版`,
        `总第${number}期 今日${pages}版`,
      ]),
    ),
    one('imprint', random.pick([`今日${pages}版`, `今日 ${pages} 版`, `本期${pages}版`])),
    one('imprint', random.pick([`零售价：1.50元`, `零售每份1.5元`, `全年定价：396元`])),
    one(
      'masthead',
      random.pick([
        `${city}新闻网 www.${PINYIN[city]!.toLowerCase()}news.example`,
        `新闻热线：0391-${random.whole(2000000, 8999999)}`,
        `${city}发布 微信公众号`,
        `网址：http://www.${PINYIN[city]!.toLowerCase()}.example`,
      ]),
    ),
    one(
      'masthead',
      random.pick([
        `今日天气：晴转多云 偏南风3~4级 最高气温${high}℃ 最低气温${low}℃`,
        `${city}今日 多云 ${low}℃~${high}℃`,
        `晴到多云 东北风3级左右 ${low}~${high}℃`,
        `天气预报：今天白天到夜里晴间多云，偏北风2到3级，最高温度${high}℃`,
      ]),
    ),
  ];
  const name = one('masthead', random.pick([paper, [...paper].join(' '), paper]), paper);
  return [
    ...(random.chance(0.7) ? [name] : []),
    ...random.shuffled([...date, ...random.shuffled(others).slice(0, random.whole(1, 6))]),
  ];
}

export function staffOf(random: Random): Furniture {
  const [a, b, c] = [personOf(random), personOf(random), personOf(random)];
  return one(
    'imprint',
    random.pick([
      `责任编辑 ${a} 版式 ${b} 校对 ${c}`,
      `责任编辑：${a} 美编：${b} 校对：${c}`,
      `责编：${a}  美编：${b}`,
      `责编 ${a} 版式 ${b} 校对 ${c}`,
      `编辑/${a} 校对/${b}`,
      `本版责编 ${a} 美编 ${b}`,
      `值班编委 ${a} 一版责编 ${b} 校对 ${c}`,
      `责任编辑/${a} 视觉设计/${b}`,
      `编辑：${a} 电话：0391-${random.whole(2000000, 8999999)}`,
    ]),
  );
}
