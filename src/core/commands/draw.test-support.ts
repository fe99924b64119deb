/** Chance for the random calls: hostile text, and numbers that are drawn one after the other. */
import fc from 'fast-check';
import type { CommandId } from './index.ts';

export const HOSTILE = [
  '\ud800',
  '\udc00x',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}',
  '葛\u{e0100}城',
  '☎\ufe0f',
  'مرحبا \u202eabc\u202c',
  'a\u2028b\u2029c',
  'nul\u0000nul',
  '\ufeffbom',
  '\ue000\u{f0000}',
  '__proto__',
  'constructor',
  '</script><img src=x onerror=alert(1)>',
  '=1+1',
  '\r\n\t',
  '',
  '  ',
  'e\u0301\u0302\u0303',
  '🇨🇳🇫🇷🇩',
  '각각',
  '一'.repeat(300),
] as const;

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '图书馆昨日开放',
      'The library opened.',
      '（下转第二版）',
      'continued on page 3',
      '上接 A1 版',
      'To be or\nnot',
      '2',
      'A4',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)),
      maxLength: 12,
    }),
  },
);

export interface RandomStep {
  readonly command: CommandId;
  readonly numbers: readonly number[];
  readonly text: string;
  /** Which argument is replaced by nonsense; -1: none. */
  readonly wild: number;
}

const WILD_IDS = ['__proto__', 'constructor', 'toString', '', 'f999', 'a999', 'p999', '\ud800'];
const WILD_NUMBERS = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 0.5, 1e9, -0];
const WILD_WORDS = ['__proto__', 'constructor', '', 'nonsense'];

/** Takes numbers one after the other, from the beginning again where they run out. */
export class Draw {
  readonly #step: RandomStep;
  #at = 0;
  #argument = 0;
  constructor(step: RandomStep) {
    this.#step = step;
  }
  number(below: number): number {
    const n = this.#step.numbers[this.#at++ % this.#step.numbers.length] ?? 0;
    return below > 0 ? n % below : 0;
  }
  of<T>(list: readonly T[], otherwise: T): T {
    return list[this.number(list.length)] ?? otherwise;
  }
  #wild<T>(sane: T, nonsense: readonly unknown[]): T {
    return this.#argument++ === this.#step.wild ? (this.of(nonsense, nonsense[0]) as T) : sane;
  }
  id(list: readonly string[], otherwise = ''): string {
    return this.#wild(this.of(list, otherwise), WILD_IDS);
  }
  ids(list: readonly string[]): string[] {
    const some = Array.from({ length: 1 + this.number(4) }, () => this.of(list, ''));
    // Now and then one twice: a list of ids is what a caller made it.
    return this.#wild(this.number(5) ? [...new Set(some)] : some, [
      [],
      ['__proto__'],
      ['f1', 'f1', 'nope'],
      ['constructor'],
    ]);
  }
  size(from: number, to: number): number {
    return this.#wild(from + this.number(to - from + 1), WILD_NUMBERS);
  }
  word<T extends string>(list: readonly T[]): T {
    return this.#wild(this.of(list, list[0] as T), WILD_WORDS);
  }
  maybe<T>(value: () => T): T | undefined {
    return this.number(2) ? value() : undefined;
  }
}
