/** Every damage that extraction does to text at once, on random text: what comes back, and that nothing is lost, made or moved on the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unDoubleGlyphs } from './doubled-glyphs.ts';
import { fullWidth } from './full-width.ts';
import { isHan, REPAIRS, repairParagraph, vocabularyOf, type RepairCode } from './index.ts';
import { trimLines } from './indents.ts';

const bare = (text: string): string => text.replace(/\s/gu, '');
const withoutBreakSigns = (text: string): string => bare(text).replace(/[-\u00ad\u2010¬⸗]/gu, '');

const HAN = [...'河堤水坝县里派人加固两岸清理沟渠今年春天雨多民工挑土筑闸泵站开灌田亩产粮船工渡口茶馆老街'];
const MARKS = ['，', '，', '、', '。', '：', '；', '“', '”', '《', '》', '？', '！', '……', '——', '·', '（', '）'];
const NUMBERS = ['3', '12', '2031', '149.51%', '0.5', '35℃', 'PPT', 'USB-C', 'AI'];
/** Private-use and replacement glyphs are kept, whatever stands round them. */
const ODD = ['\ue000', '\ufffd', '\u{f0001}', '𠮷', '々', '〇'];

const hanText = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...HAN) },
      { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 1, arbitrary: fc.constantFrom(...NUMBERS, ...ODD) },
    ),
    { minLength: 4, maxLength: 90 },
  )
  // a number that stands between two others would be a longer number
  .map((cells) =>
    cells.filter((cell, i) => !(/^[\x21-\x7e℃]+$/u.test(cell) && /[\x21-\x7e℃]$/u.test(cells[i - 1] ?? ''))),
  )
  .filter((cells) => cells.filter(isHan).length > cells.length / 2 && isHan(cells[0] ?? ''))
  .map((cells) => cells.join(''));

/** Lines of a measure; numbers and words stay whole. */
function wrap(text: string, measure: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const cell of text.match(/[\x21-\x7e℃]+|[^]/gu) ?? []) {
    if (line && fullWidth(line + cell) > measure - (lines.length ? 0 : 2)) {
      lines.push(line);
      line = '';
    }
    line += cell;
  }
  return [...lines, line];
}

/** One number for each line says what is done to it. */
function damageHan(line: string, how: number): string {
  const cells = line.match(/[\x21-\x7e℃]+|[^]/gu) ?? [];
  let out = line;
  // letter-spacing is told by its Han cells: three at the least
  if (how % 3 === 0 && cells.filter(isHan).length >= 3) out = cells.join(' ');
  else if (how % 3 === 1)
    out = line.replace(/(\p{Script=Han})(?=[A-Za-z\d])/gu, '$1 ').replace(/([A-Za-z\d%])(?=\p{Script=Han})/gu, '$1 ');
  return `${how & 4 ? '\u3000\u3000' : how & 8 ? '   ' : ''}${out}${how & 16 ? '  ' : ''}`;
}

const damagedHan = fc
  .tuple(hanText, fc.integer({ min: 8, max: 24 }), fc.array(fc.nat(31), { minLength: 12, maxLength: 12 }), fc.boolean())
  .map(([text, measure, how, blank]) => ({
    text,
    raw: wrap(text, measure).flatMap((line, i) => [damageHan(line, how[i % how.length] ?? 0), ...(blank ? [''] : [])]),
  }));

const WORDS =
  'the county mends ditches before autumn rain while keeper watches pumps monuments standing village harvest carried market bridge opened'.split(
    ' ',
  );
/** A Latin paragraph in lines, words of the page broken at their ends. */
const damagedLatin = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 60 }),
    fc.array(fc.nat(7), { minLength: 9, maxLength: 9 }),
  )
  .map(([words, how]) => {
    const raw: string[] = [];
    let line = '';
    words.forEach((word, i) => {
      const act = how[i % how.length] ?? 0;
      if (act === 1 && word.length > 6) {
        raw.push(`${line}${line && ' '}${word.slice(0, 4)}${['-', '¬', '⸗', '\u00ad', '\u2010'][i % 5] ?? '-'}`);
        line = word.slice(4);
      } else if (act === 2 && line) {
        raw.push(`  ${line} `, ...(i % 2 ? [''] : []));
        line = word;
      } else line += `${line && ' '}${word}`;
    });
    return { text: words.join(' '), raw: [...raw, line] };
  });

/** Anything at all, damaged or not. */
const anyLines = fc.array(
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...HAN, ...MARKS, ...NUMBERS, ...ODD, ...WORDS, ' ', ' ', '  ', '\u3000', '\u00a0', '\t'),
        fc.constantFrom(
          '-',
          '\u00ad',
          '¬',
          '⸗',
          '2121',
          '22版版',
          '▶▶1122版版',
          '开开设设劳劳',
          '谢谢',
          '11',
          'well-',
          '记者',
          'é',
        ),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      { maxLength: 14 },
    )
    .map((cells) => cells.join('').replace(/[\r\n\u0085\u000b\u000c\u2028\u2029]/gu, '')),
  { maxLength: 8 },
);

describe('all damages at once', () => {
  it('Han text comes back as it was printed', () => {
    fc.assert(
      fc.property(damagedHan, ({ text, raw }) => {
        expect(repairParagraph(raw).text).toBe(text);
      }),
      { numRuns: 400, seed: 11 },
    );
  });
  it('Latin text comes back, its words known to the page', () => {
    const vocabulary = vocabularyOf([WORDS.join(' ')]);
    fc.assert(
      fc.property(damagedLatin, ({ text, raw }) => {
        expect(repairParagraph(raw, { vocabulary }).text).toBe(text);
      }),
      { numRuns: 400, seed: 12 },
    );
  });
});

describe('any text', () => {
  it('a repair that is not of hyphens or doubled glyphs touches white space alone', () => {
    const spacing = REPAIRS.filter(({ code }) => code !== 'hyphens' && code !== 'doubled-glyphs');
    fc.assert(
      fc.property(anyLines, (lines) => {
        const raw = lines.join('\n');
        for (const { apply } of spacing) expect(bare(apply(raw))).toBe(bare(raw));
      }),
      { numRuns: 600, seed: 13 },
    );
  });
  it('of hyphens only the signs of a broken word go, of doubled glyphs only the second of each pair', () => {
    fc.assert(
      fc.property(anyLines, fc.boolean(), (lines, head) => {
        const { text, repairs } = repairParagraph(lines, { head });
        const once = unDoubleGlyphs(trimLines(lines.join('\n')));
        expect(withoutBreakSigns(text)).toBe(withoutBreakSigns(once));
        if (!repairs.includes('hyphens')) expect(bare(text)).toBe(bare(once));
        if (!repairs.includes('doubled-glyphs')) expect(bare(once)).toBe(bare(lines.join('')));
        lines.forEach((line, i) => {
          const left = [...bare(once.split('\n')[i] ?? '')];
          const all = [...bare(line)];
          // every glyph that is left stood there, in this order
          let at = 0;
          for (const ch of all) if (ch === left[at]) at++;
          expect(at).toBe(left.length);
          expect(left.length * 2).toBeGreaterThanOrEqual(all.length);
        });
      }),
      { numRuns: 600, seed: 14 },
    );
  });
  it('what was done is named: the named repairs alone give the same text, and without a name nothing but line breaks changed', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { text, repairs } = repairParagraph(lines);
        const named = new Set<RepairCode>(repairs);
        const again = REPAIRS.reduce(
          (before, { code, apply }) => (named.has(code) ? apply(before) : before),
          lines.join('\n'),
        );
        expect(again).toBe(text);
        if (!repairs.length) expect(text).toBe(lines.join('\n'));
      }),
      { numRuns: 600, seed: 15 },
    );
  });
  it('is repaired once for all', () => {
    fc.assert(
      fc.property(damagedHan, ({ raw }) => {
        const once = repairParagraph(raw).text;
        expect(repairParagraph([once]).text).toBe(once);
      }),
      { numRuns: 300, seed: 16 },
    );
  });
});
