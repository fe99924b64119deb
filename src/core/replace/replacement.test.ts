import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faults } from '../commands/faults.test-support.ts';
import { editionOf, fragment, run } from '../commands/small-edition.test-support.ts';
import { randomEdition } from '../formats/random-edition.test-support.ts';
import { textLines } from '../formats/text/read.ts';
import type { Edition } from '../model/edition.ts';
import { fragmentsOf, textOf } from '../model/selectors.ts';
import { cutSource } from '../reconstruct/cut-source.ts';
import { call } from '../transact.ts';
import { replacementOf, type NewReading } from './replacement.ts';

const HEAD = 'Ferry fares rise in spring';
const FIRST =
  'The ferry between the two towns will cost more from April, the harbour board said on Monday after a long meeting.';
const SECOND =
  'Commuters who buy a monthly card keep the old price until autumn, and children under ten still travel for nothing.';
const OTHER = 'Library opens late on Fridays';
const THIRD =
  'From next week the library at the market stays open until nine, with readings for anyone who cares to come.';
const PAPER = [HEAD, FIRST, SECOND, OTHER, THIRD];

const cut = (source: NewReading['source']): NewReading => ({ source, pieces: cutSource({ id: '', ...source }) });
const read = (text: string): NewReading =>
  cut({
    name: 'better.txt',
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256: 'new',
    text,
    lines: textLines(text),
  });
const paper = (...lines: readonly string[]): string => lines.join('\n\n');

/** f1 to f5, with work done on them. */
function worked(): Edition {
  const edition = editionOf(PAPER);
  const page = Object.values(edition.pages)[0];
  return run(
    edition,
    call('fragment.role', { ids: ['f1', 'f4'], role: 'headline' }),
    call('fragment.place', {
      ids: ['f1', 'f2', 'f3'],
      page: page?.id ?? '',
      column: page?.columns[0]?.id ?? '',
      after: null,
    }),
    call('article.make', { ids: ['f1', 'f2', 'f3'] }),
    call('article.make', { ids: ['f4', 'f5'] }),
    call('fragment.confirm', { ids: ['f2'], confirmed: true }),
  );
}

function replaced(edition: Edition, text: string) {
  const replacement = replacementOf(edition, 's1', read(text));
  const now = run(edition, call('source.replace', replacement.args));
  expect(faults(now)).toEqual([]);
  const texts = (): string[] => ['f1', 'f2', 'f3', 'f4', 'f5'].map((id) => textOf(now, fragment(now, id)));
  return { ...replacement, now, texts };
}

test('other line wraps change nothing that was done', () => {
  const edition = worked();
  const wrapped = paper(...PAPER.map((text) => text.replaceAll(/(.{20}\S*) /gu, '$1\n')));
  const { same, changed, gone, fresh, now, texts } = replaced(edition, wrapped);
  expect({ same: same.length, changed, gone, fresh }).toEqual({ same: 5, changed: [], gone: [], fresh: [] });
  expect(texts()).toEqual(PAPER);
  for (const id of same) {
    const { spans, ...rest } = fragment(edition, id);
    expect(fragment(now, id)).toEqual({ ...rest, spans: fragment(now, id).spans });
    expect(spans).toBeDefined();
  }
  expect(now.articles).toEqual(edition.articles);
});

test('a paragraph that is missing is told, and its place is left', () => {
  const { same, changed, gone, fresh, now } = replaced(worked(), paper(HEAD, FIRST, OTHER, THIRD));
  expect({ same, changed, gone, fresh }).toEqual({
    same: ['f1', 'f2', 'f4', 'f5'],
    changed: [],
    gone: [{ id: 'f3', text: SECOND }],
    fresh: [],
  });
  expect(fragmentsOf(now)).toHaveLength(4);
});

test('an article of which nothing is left goes', () => {
  const { gone, now } = replaced(worked(), paper(HEAD, FIRST, SECOND));
  expect(gone.map(({ id }) => id)).toEqual(['f4', 'f5']);
  expect(Object.keys(now.articles)).toHaveLength(1);
});

test('a paragraph that is new goes to the tray', () => {
  const added =
    'A second boat is to be bought next year, if the council finds the money for it before the summer holidays.';
  const { same, changed, gone, fresh, now } = replaced(worked(), paper(HEAD, FIRST, added, SECOND, OTHER, THIRD));
  expect({ same: same.length, changed, gone, fresh }).toEqual({ same: 5, changed: [], gone: [], fresh: [added] });
  expect(fragment(now, 'f6').placement).toEqual({ at: 'unplaced' });
});

test('a paragraph in the place of another is not taken for it', () => {
  const other =
    'Rain is expected over the hills tonight while the coast will see sun and a light wind from the west all day.';
  const { same, gone, fresh } = replaced(worked(), paper(HEAD, FIRST, other, OTHER, THIRD));
  expect(same).toEqual(['f1', 'f2', 'f4', 'f5']);
  expect(gone.map(({ id }) => id)).toEqual(['f3']);
  expect(fresh).toEqual([other]);
});

test('paragraphs and heads that were exchanged are found where they are', () => {
  const { same, gone, fresh, texts } = replaced(worked(), paper(OTHER, THIRD, HEAD, SECOND, FIRST));
  expect({ same: same.length, gone, fresh }).toEqual({ same: 5, gone: [], fresh: [] });
  expect(texts()).toEqual(PAPER);
});

test('doubled glyphs that are repaired are the same text', () => {
  const doubled = PAPER.map((text) => text.replaceAll(/\S/gu, '$&$&'));
  const edition = editionOf(doubled);
  const { changed, gone, fresh, texts } = replaced(edition, paper(...PAPER));
  expect({ changed: changed.length, gone, fresh }).toEqual({ changed: 5, gone: [], fresh: [] });
  expect(texts()).toEqual(PAPER);
});

test('misread letters are mended in their fragments, at the ends of them too', () => {
  const misread = PAPER.map((text) => text.replaceAll(/th/gu, 'tb').replace(/^./u, '#').replace(/.$/u, '%'));
  const { gone, fresh, texts } = replaced(editionOf(misread), paper(...PAPER));
  expect({ gone, fresh }).toEqual({ gone: [], fresh: [] });
  expect(texts()).toEqual(PAPER);
});

test('a line that was left out within a paragraph comes into it', () => {
  const short = PAPER.map((text) => text.replace(/ on Monday after a long meeting/u, ''));
  const { gone, fresh, texts } = replaced(editionOf(short), paper(...PAPER));
  expect({ gone, fresh }).toEqual({ gone: [], fresh: [] });
  expect(texts()).toEqual(PAPER);
});

test('Chinese: exchanged, misread and added', () => {
  const before = [
    '市场迁往河边',
    '新市场周末照常开放，市民可乘八路公交车前往。',
    '图书馆延长开放',
    '读者可于晚间九时前到馆借书。',
  ];
  const { gone, fresh, changed, now } = replaced(
    editionOf(before.map((text) => text.replace('公交', '公文'))),
    paper('图书馆延长开放', '读者可于晚间九时前到馆借书。', '市场迁往河边', before[1] ?? '', '天气晴朗适宜出行'),
  );
  expect({ gone, fresh, changed: changed.map(({ id }) => id) }).toEqual({
    gone: [],
    fresh: ['天气晴朗适宜出行'],
    changed: ['f2'],
  });
  expect(textOf(now, fragment(now, 'f2'))).toBe(before[1]);
});

test('corrections: kept where the text under them is the same, brought on beside it, and told where both changed', () => {
  const misread = PAPER.map((text) => text.replace('two towns', 'tvvo towns').replace('monthly', 'rnonthly'));
  const edition = run(
    editionOf(misread),
    call('fragment.correct', {
      texts: [
        { id: 'f1', text: 'Ferry fares to rise' },
        { id: 'f2', text: (misread[1] ?? '').replace('Monday', 'Tuesday') },
        { id: 'f3', text: (misread[2] ?? '').replace('rnonthly', 'yearly') },
      ],
    }),
  );
  const { changed, texts } = replaced(edition, paper(...PAPER));
  expect(texts().slice(0, 3)).toEqual([
    'Ferry fares to rise',
    FIRST.replace('Monday', 'Tuesday'),
    SECOND.replace('monthly', 'yearly'),
  ]);
  expect(changed.map(({ id, correction }) => [id, correction])).toEqual([
    ['f2', 'rebased'],
    ['f3', 'conflict'],
  ]);
});

test('a correction that the new reading makes needless is dropped', () => {
  const misread = PAPER.map((text) => text.replace('two towns', 'tvvo towns'));
  const edition = run(editionOf(misread), call('fragment.correct', { texts: [{ id: 'f2', text: FIRST }] }));
  expect(fragment(replaced(edition, paper(...PAPER)).now, 'f2').corrected).toBeUndefined();
});

test('a jump line that was read is read anew; one that was overruled is not', () => {
  const misread = ['Continued on page Z', 'Continued on page I, and so on', 'Text that stays as it is here.'];
  const edition = run(
    editionOf(misread),
    call('fragment.role', { ids: ['f1', 'f2'], role: 'jump-to' }),
    call('fragment.jump', { id: 'f2', page: '7' }),
  );
  const mended = replacementOf(
    edition,
    's1',
    read(paper('Continued on page 2', 'Continued on page 1, and so on', 'Text that stays as it is here.')),
  );
  const now = run(edition, call('source.replace', mended.args));
  expect(['f1', 'f2'].map((id) => fragment(now, id).jump?.page)).toEqual(['2', '7']);
});

test('the same text changes nothing but what is known of the source', () => {
  fc.assert(
    fc.property(randomEdition, (edition) => {
      for (const { id, text, lines } of Object.values(edition.sources)) {
        const { args, changed, gone, fresh } = replacementOf(edition, id, cut({ ...read(text).source, lines }));
        expect({ changed, gone, fresh }).toEqual({ changed: [], gone: [], fresh: [] });
        const now = run(edition, call('source.replace', args));
        expect(fragmentsOf(now)).toEqual(fragmentsOf(edition));
      }
    }),
    { numRuns: 60 },
  );
});

test('whatever the new text is, every character of it stands exactly once', () => {
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.nat(), fc.string({ unit: 'grapheme', maxLength: 30 })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(randomEdition, edits, fc.boolean(), (edition, list, swap) => {
      const [source] = Object.values(edition.sources);
      if (!source) return;
      const chars = Array.from(source.text);
      for (const [at, n, , put] of list) chars.splice(at % (chars.length + 1), n, ...Array.from(put));
      const half = swap ? chars.length >> 1 : 0;
      const text = [...chars.slice(half), ...chars.slice(0, half)].join('');
      const { args } = replacementOf(edition, source.id, read(text));
      expect(faults(run(edition, call('source.replace', args)))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
