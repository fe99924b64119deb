/** How invented papers look: columns, heads, rules, and what their reader tells of blocks and sizes. */
import { randomOf, type Random } from '../relay/random.ts';

export interface PaperStyle {
  readonly script: 'en' | 'zh-Hans' | 'zh-Hant';
  /** Relative widths of the columns. */
  readonly columns: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly body: number;
  readonly pitch: number;
  readonly gutter: number;
  /** Poured down the columns one after the other, or in modules: a head across several columns and its text under it. */
  readonly layout: 'poured' | 'modules';
  /** Height of heads against body text, from the smallest to the largest. */
  readonly heads: readonly [number, number];
  readonly capitals: boolean;
  readonly bold: boolean;
  readonly centred: boolean;
  /** Rules between articles: none, a short one in the middle, or one as wide as the column; and between columns. */
  readonly rules: 'none' | 'short' | 'wide';
  readonly uprights: boolean;
  readonly indent: number;
  /** White over a head, in pitches. */
  readonly white: number;
  readonly ragged: boolean;
  readonly hyphens: boolean;
  readonly crossheads: boolean;
  readonly pictures: boolean;
  readonly furniture: boolean;
  /** What the file's blocks are, in what order they come. */
  readonly blocks: 'none' | 'paragraph' | 'column' | 'article' | 'spanning';
  readonly sizes: boolean;
}

const BASE: PaperStyle = {
  script: 'en',
  columns: [1, 1, 1, 1],
  width: 2400,
  height: 3200,
  body: 30,
  pitch: 36,
  gutter: 40,
  layout: 'poured',
  heads: [1.3, 2.2],
  capitals: false,
  bold: true,
  centred: true,
  rules: 'short',
  uprights: false,
  indent: 1,
  white: 1.2,
  ragged: false,
  hyphens: true,
  crossheads: false,
  pictures: false,
  furniture: true,
  blocks: 'paragraph',
  sizes: true,
};

/** Papers by name: each is unlike the others in what it is named for. */
export const PAPERS: Readonly<Record<string, Partial<PaperStyle>>> = {
  'two columns, small capitals, no rules': {
    columns: [1, 1],
    heads: [1, 1.05],
    capitals: true,
    bold: false,
    rules: 'none',
  },
  'two columns, heads in plain type': {
    columns: [1, 1],
    heads: [1.1, 1.15],
    bold: false,
    rules: 'short',
    sizes: false,
    blocks: 'none',
  },
  'three columns, heads across': { columns: [1, 1, 1], layout: 'modules', heads: [1.6, 3] },
  'five columns, modules, no rules': {
    columns: [1, 1, 1, 1, 1],
    layout: 'modules',
    heads: [1.5, 4],
    centred: false,
    rules: 'none',
    pictures: true,
  },
  'five columns, modules, ragged, no indent': {
    columns: [1, 1, 1, 1, 1],
    layout: 'modules',
    heads: [1.5, 4],
    centred: false,
    ragged: true,
    indent: 0,
    rules: 'wide',
    blocks: 'none',
  },
  'six columns, rules between columns': {
    columns: [1, 1, 1, 1, 1, 1],
    body: 24,
    pitch: 29,
    uprights: true,
    rules: 'wide',
    heads: [1.2, 1.8],
  },
  'eight columns, narrow, poured': {
    columns: [1, 1, 1, 1, 1, 1, 1, 1],
    width: 3600,
    height: 4600,
    gutter: 30,
    heads: [1.1, 1.7],
    capitals: true,
    blocks: 'column',
  },
  'uneven columns': { columns: [1.8, 1, 1, 1], layout: 'modules', heads: [1.4, 3], centred: false, rules: 'none' },
  'crossheads in the text': {
    columns: [1, 1, 1, 1],
    layout: 'modules',
    heads: [1.6, 3.2],
    crossheads: true,
    centred: false,
  },
  'blocks over two columns': { columns: [1, 1, 1, 1], blocks: 'spanning' },
  'blocks are articles': { columns: [1, 1, 1, 1, 1], blocks: 'article', layout: 'modules', heads: [1.5, 3] },
  'boxes alone, no white': {
    columns: [1, 1, 1],
    blocks: 'none',
    sizes: false,
    bold: false,
    white: 0.4,
    heads: [1.2, 1.6],
    rules: 'none',
  },
  'wide gutters, loose lines': {
    columns: [1, 1, 1],
    gutter: 140,
    pitch: 52,
    heads: [1.4, 2.4],
    rules: 'none',
    blocks: 'none',
  },
  'Chinese, modules': {
    script: 'zh-Hans',
    columns: [1, 1, 1, 1],
    layout: 'modules',
    heads: [1.4, 2.6],
    indent: 2,
    rules: 'none',
    bold: false,
  },
  'Chinese, five columns, poured': {
    script: 'zh-Hant',
    columns: [1, 1, 1, 1, 1],
    heads: [1.3, 2],
    indent: 2,
    blocks: 'none',
    sizes: false,
    bold: false,
  },
};

export const paperNamed = (name: string): PaperStyle => ({ ...BASE, ...PAPERS[name] });

/** A paper by chance: anything with anything. */
export function paperByChance(seed: number): PaperStyle {
  const random: Random = randomOf(seed * 7919);
  const count = random.whole(2, 8);
  const least = 1 + random.next() * 0.5;
  const layout = random.pick(['poured', 'modules'] as const);
  return {
    ...BASE,
    script: random.pick(['en', 'en', 'zh-Hans', 'zh-Hant'] as const),
    columns: Array.from({ length: count }, (_, i) => (i === 0 && layout === 'modules' && random.chance(0.2) ? 1.6 : 1)),
    width: 700 * count,
    height: 900 * count,
    body: random.whole(24, 34),
    pitch: random.whole(36, 44),
    gutter: random.whole(26, 90),
    layout,
    heads: [least, least + random.next() * 2.5],
    capitals: random.chance(0.3),
    bold: random.chance(0.5),
    centred: random.chance(0.6),
    rules: random.pick(['none', 'short', 'wide'] as const),
    uprights: random.chance(0.3),
    indent: random.pick([0, 1, 1, 2]),
    white: 0.4 + random.next() * 1.6,
    ragged: random.chance(0.2),
    hyphens: random.chance(0.7),
    crossheads: random.chance(0.4),
    pictures: random.chance(0.4),
    furniture: random.chance(0.8),
    blocks: random.pick(['none', 'paragraph', 'column', 'article', 'spanning'] as const),
    sizes: random.chance(0.5),
  };
}
