/** What an English front page says beside its articles: names, dates, prices, weather, where to look inside. Invented papers, the forms that papers have. */
import type { Random } from '../random.ts';
import type { Furniture } from './furniture-han.ts';

const TOWNS = [
  'Millbrook',
  'Harlow Falls',
  'Port Ashby',
  'Cedar Bend',
  'Winslow',
  'Eastmere',
  'Granite Bay',
  'Oak Hollow',
];
const PAPERS = ['Courier', 'Gazette', 'Herald', 'Tribune', 'Times', 'Record', 'Sentinel', 'Daily News', 'Journal'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'March', 'April', 'June', 'August', 'October', 'November'];
const FIRST = ['Jane', 'Maren', 'Luis', 'Priya', 'Tom', 'Anna', 'Derek', 'Lena', 'Carlos', 'Ruth', 'Owen', 'Nadia'];
const LAST = [
  'Holloway',
  'Okafor',
  'Avila',
  'Pereira',
  'Sandoval',
  'Whitfield',
  'Brandt',
  'Moreau',
  'Castellano',
  'Doyle',
  'Lindqvist',
  'Marsh',
];

export const townOf = (random: Random): string => random.pick(TOWNS);
export const paperOf = (town: string, random: Random): string =>
  `${random.chance(0.5) ? 'The ' : ''}${town} ${random.pick(PAPERS)}`;
export const personOf = (random: Random): string => `${random.pick(FIRST)} ${random.pick(LAST)}`;

const one = (role: Furniture['role'], line: string, text = line): Furniture => ({ role, line, text });
const wide = (text: string): string =>
  text
    .split(' ')
    .map((word) => [...word].join(' '))
    .join('  ');

export function mastheadOf(town: string, paper: string, random: Random): Furniture[] {
  const day = random.whole(2, 28);
  const month = random.pick(MONTHS);
  const date = `${random.pick(DAYS)}, ${month} ${day}, 20${random.whole(15, 26)}`;
  const [low, high] = [random.whole(28, 55), random.whole(56, 94)];
  const price = random.pick(['$1.50', '$2.00', '75 cents', '$3', '75¢', 'Newsstand $1.25', '50 CENTS']);
  const volume = random.pick([
    `VOL. ${random.whole(40, 160)}, NO. ${random.whole(10, 320)}`,
    `Vol. CXLVII No. ${random.whole(1000, 60000)}`,
    `Volume ${random.whole(40, 160)}, Number ${random.whole(10, 320)}`,
    `VOL. ${random.whole(40, 160)} • NO. ${random.whole(2, 99)}`,
  ]);
  const name = random.pick([paper, paper.toUpperCase()]);
  const lines = random.shuffled([
    one('folio', random.pick([date, date.toUpperCase()])),
    one('imprint', volume),
    one('imprint', price),
    one(
      'masthead',
      random.pick([
        `High ${high}, Low ${low}`,
        `Today: Partly sunny. High ${high}. Low ${low}.`,
        `HIGH ${high}° LOW ${low}°`,
        `Weather: Rain, ${low}-${high}`,
        `Sunny, ${high}°/${low}°`,
      ]),
    ),
    one(
      'masthead',
      random.pick([
        `Serving ${town} since 18${random.whole(48, 99)}`,
        `ESTABLISHED 18${random.whole(48, 99)}`,
        `Founded 18${random.whole(48, 99)}`,
        `Your hometown newspaper since 19${random.whole(10, 60)}`,
      ]),
    ),
    one(
      'masthead',
      random.pick([
        `www.${town.toLowerCase().replace(' ', '')}news.example`,
        `${town.toLowerCase().replace(' ', '')}online.example`,
      ]),
    ),
    one(
      'imprint',
      random.pick([
        `© 20${random.whole(15, 26)} ${paper}`,
        `Copyright 20${random.whole(15, 26)}, ${paper}`,
        'All rights reserved',
      ]),
    ),
    one('masthead', random.pick(['FINAL EDITION', 'LATE CITY EDITION', 'NORTH COUNTY EDITION', 'Late Edition'])),
  ]);
  return [
    ...(random.chance(0.8) ? [one('masthead', random.chance(0.15) ? wide(name) : name, name)] : []),
    ...lines.slice(0, random.whole(2, 7)),
  ];
}

const LABELS = ['INSIDE', 'INSIDE TODAY', 'INDEX', 'Also inside', 'TODAY', 'In this issue'];
export const labelOf = (random: Random): string => random.pick(LABELS);

const REFERS = [
  '{h}, {s}{n}',
  '{h}. Page {s}{n}',
  'SPORTS: {h}, {s}{n}',
  '{h} ▶ {s}{n}',
  '{h} / {s}{n}',
  'Local: {h}. {s}{n}',
  '{h}, Page {s}{n}',
  'More on {s}{n}',
];
const REFER_HEADS = [
  'Tigers win opener in extra innings',
  'School board picks new chief',
  'Bridge to close for repairs',
  'Library hours grow',
  'Five soups for cold nights',
  'Rain brings relief to growers',
  'Council race draws six',
  'Ferry fares to rise',
];
export const referOf = (random: Random): string =>
  random
    .pick(REFERS)
    .replace('{h}', random.pick(REFER_HEADS))
    .replace('{s}', random.pick(['A', 'B', 'C']))
    .replace('{n}', String(random.whole(2, 12)));

export const bylineOf = (paper: string, random: Random): string[] => {
  const name = personOf(random);
  const staff = random.pick([
    'Staff Writer',
    'Staff Reporter',
    `${paper.replace(/^The /u, '')} Staff`,
    'The Associated Press',
    '',
    '',
  ]);
  const by = random.pick([
    `By ${name}`,
    `By ${name.toUpperCase()}`,
    `BY ${name.toUpperCase()}`,
    `By ${name} and ${personOf(random)}`,
  ]);
  return staff ? (random.chance(0.3) ? [`${by}, ${staff}`] : [by, staff]) : [by];
};
export const datelineOf = (town: string, random: Random): string =>
  random.pick([
    '',
    '',
    `${town.toUpperCase()} — `,
    `${town.toUpperCase()} (AP) — `,
    `WASHINGTON — `,
    `${town.toUpperCase()}, ${random.pick(MONTHS)} ${random.whole(2, 28)} — `,
  ]);
export const creditOf = (random: Random): string =>
  random.pick([
    `Photo by ${personOf(random)}`,
    `${personOf(random).toUpperCase()} / STAFF`,
    `(Photo by ${personOf(random)})`,
    `Staff photo by ${personOf(random)}`,
    `AP Photo/${personOf(random)}`,
  ]);
