/** METS as other digitisers write it, opened, edited and saved: their divs stay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callOf, randomStep } from '../../commands/random-calls.test-support.ts';
import type { CommandId } from '../../commands/index.ts';
import type { Edition } from '../../model/edition.ts';
import { articlesOf, pagesOf, readingOrder, textOf } from '../../model/selectors.ts';
import { call, transact } from '../../transact.ts';
import { laidMembers } from '../laid-articles.ts';
import { partOfEdition } from '../part-of-edition.ts';
import { reopen } from '../round-trip.test-support.ts';
import { runs } from '../runs.test-support.ts';
import { assertWellFormed } from '../schema-check.test-support.ts';
import { contentOf } from '../writer.ts';
import {
  area,
  at,
  DEEP,
  divsIn,
  done,
  FLAT,
  keeps,
  logicalOf,
  mets,
  metsOf,
  out,
  PAGES,
} from './foreign-mets.test-support.ts';

/** Articles in their order, with the roles and texts of what a file with positions can hold. */
const members = (edition: Edition): unknown =>
  articlesOf(edition)
    .map(({ id, kind }) => [
      kind,
      laidMembers(edition, id).map((f) => [f.role, textOf(edition, f).replace(/\s/gu, '')]),
    ])
    .filter(([, list]) => (list as unknown[]).length > 0);
const STEPS = new Set<CommandId>([
  'fragment.role',
  'fragment.place',
  'fragment.unplace',
  'fragment.discard',
  'fragment.split',
  'fragment.merge',
  'article.make',
  'article.add',
  'article.take-out',
  'article.merge',
  'article.split',
  'article.dissolve',
  'article.rename',
  'article.kind',
  'article.move',
  'page.move',
]);
describe.each([
  ['deep', DEEP],
  ['flat', FLAT],
])('a %s map of other hands', (_, file) => {
  it('goes out as it came in, div by div', async () => {
    const edition = await reopen([file, ...PAGES]);
    const text = await keeps(edition);
    expect(divsIn(text).sort()).toEqual(divsIn(contentOf(file)).sort());
    if (file === DEEP) expect(divsIn(text)).toEqual(divsIn(contentOf(file)));
    else
      expect(
        logicalOf(text)
          .match(/ ORDER="\d"/gu)
          ?.join(''),
      ).toBe(' ORDER="1" ORDER="2" ORDER="3" ORDER="4"');
    for (const facts of contentOf(file).matchAll(/ (?:CONTENTIDS|COORDS|LABEL|xlink:href="https)[^ >]*/gu))
      expect(text).toContain(facts[0]);
  });

  it('keeps its divs when a role, a text and an order change', async () => {
    const opened = await reopen([file, ...PAGES]);
    const [first] = articlesOf(opened);
    const members = readingOrder(opened, first?.id ?? '').map(({ id }) => id);
    const edited = done(
      opened,
      call('fragment.role', { ids: [at(opened, 'fare').id], role: 'lead' }),
      call('fragment.correct', { texts: [{ id: at(opened, 'Ferry').id, text: 'Ferry to run once more' }] }),
      call('article.add', { article: first?.id ?? '', ids: [...members].reverse() }),
    );
    const text = await keeps(edited);
    for (const div of divsIn(contentOf(file)).filter((one) => !/PARAGRAPH/u.test(one)))
      expect(divsIn(text)).toContain(div);
    if (file === DEEP) expect(text).toContain('TYPE="article-zone" LABEL="lead"');
  });

  it('lets a fragment go from one article to another, to a new one and to none', async () => {
    const opened = await reopen([file, ...PAGES]);
    const [first, second] = articlesOf(opened).map(({ id }) => id);
    const before = done(opened, call('article.add', { article: second ?? '', ids: [at(opened, 'fare').id] }));
    await keeps(before);
    const parted = done(before, call('article.make', { ids: [at(opened, 'Monday').id] }));
    const text = await keeps(parted);
    expect(text).toContain('article-part');
    const loose = done(parted, call('article.take-out', { ids: [at(opened, 'fare').id] }));
    expect(await keeps(loose)).toContain('page-zone');
    await keeps(done(loose, call('article.dissolve', { article: first ?? '' })));
  });
});

it('one div of a deep map is parted where something else now stands in it, and no id stands twice', async () => {
  const opened = await reopen([DEEP, ...PAGES]);
  const [first] = articlesOf(opened);
  const order = ['Monday', 'Ferry to', 'fare', 'second boat'].map((text) => at(opened, text).id);
  const text = await keeps(done(opened, call('article.add', { article: first?.id ?? '', ids: order })));
  expect(divsIn(text).join(' ')).toContain(
    'ARTICLE#DIVL9 BODY#DIVL12 BODY_CONTENT#DIVL13 PARAGRAPH#DIVL14 ILLUSTRATION#DIVL15 HEADING#DIVL10 TITLE#DIVL11 BODY# BODY_CONTENT# PARAGRAPH#DIVL16',
  );
});

it('whatever is done to it, articles survive whole, and what is written is the same for ever', async () => {
  const opened = await Promise.all([DEEP, FLAT, TWICE].map((file) => reopen([file, ...PAGES])));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...opened), fc.array(randomStep, { maxLength: 8 }), async (edition, steps) => {
      let now = edition;
      for (const step of steps.filter(({ command }) => STEPS.has(command))) {
        const outcome = transact(now, callOf(now, step));
        if (outcome.ok) now = outcome.edition;
      }
      fc.pre(articlesOf(now).length > 0);
      const files = out(now);
      assertWellFormed(metsOf(files));
      const again = await reopen(files);
      const written = metsOf(out(again));
      expect(members(again)).toEqual(members(now));
      expect(metsOf(out(await reopen(out(again))))).toBe(written);
    }),
    { numRuns: runs(200) },
  );
}, 600_000);

/** Pointed at twice: by an index and a quotation after the articles; comments and an instruction between the divs. */
const TWICE = mets(`<div ID="L0" TYPE="ISSUE">
<!-- highlights --><div ID="L1" TYPE="TITLE_SECTION">${area(1, 'TB1')}${area(1, 'TB2')}</div>
<div ID="L3" TYPE="ARTICLE" LABEL="Ferry to run again"><!-- head --><div ID="L4" TYPE="HEADING">${area(1, 'TB3')}</div>
<!-- body, by hand --><div ID="L5" TYPE="BODY">${area(1, 'TB4')}${area(1, 'TB5', ' ID="A5"')}</div><?keep me?></div>
<div ID="L6" TYPE="ARTICLE"><div ID="L7" TYPE="HEADING">${area(1, 'TB6')}</div><div ID="L8" TYPE="BODY">${area(1, 'TB7')}</div></div>
<div ID="L9" TYPE="ARTICLE" LABEL="Notices">${area(2, 'CB1')}</div>
<div ID="L10" TYPE="INDEX"  LABEL='by  hand'><div ID="L11"   LABEL="Ferry">${area(1, 'TB3', ' ID="A11"')}</div><div ID="L12">${area(1, 'TB5')}${area(2, 'TB2')}</div></div>
<div ID="L13" TYPE="QUOTE">${area(1, 'TB7')}</div><!-- end --></div>`);

describe('a block that is pointed at twice', () => {
  it('keeps all its pointers, which follow it to its new name', async () => {
    const text = await keeps(await reopen([TWICE, ...PAGES]));
    expect(divsIn(text)).toEqual(divsIn(contentOf(TWICE)));
    const facts = (name: string): string[] =>
      [...logicalOf(text).matchAll(new RegExp(` ${name}="([^"]*)"`, 'gu'))].map(([, value = '']) => value);
    const names = facts('FILEID').map((id, i) => `${id} ${facts('BEGIN')[i] ?? ''}`);
    const [, , head, , fare, , last, , coal] = names;
    // The composed block is three blocks now; the index names the head, the fare and the coal, the quotation the last line.
    expect(names.slice(10)).toEqual([head, fare, coal, last]);
    expect(text).toContain(`<div ID="L10" TYPE="INDEX"  LABEL='by  hand'><div ID="L11"   LABEL="Ferry"><fptr>`);
    expect(text).toContain('ID="A11"');
  });

  it('and keeps them through edits, or loses those that would come to stand before it', async () => {
    const opened = await reopen([TWICE, ...PAGES]);
    const [first, second, third] = articlesOf(opened).map(({ id }) => id);
    const moved = done(opened, call('article.add', { article: third ?? '', ids: [at(opened, 'fare').id] }));
    const text = await keeps(moved);
    expect(text).toContain('ID="A11"');
    await keeps(done(moved, call('article.dissolve', { article: first ?? '' })));
    await keeps(done(moved, call('article.merge', { articles: [first ?? '', second ?? ''] })));
    await keeps(done(moved, call('fragment.discard', { ids: [at(opened, 'Ferry to').id], reason: 'other' })));
  });
});

it('comments and instructions between divs stay where they stand', async () => {
  const text = await keeps(await reopen([TWICE, ...PAGES]));
  const marks = (of: string): string[] => of.match(/<!--.*?-->|<\?keep.*?\?>|ID="L\d+"/gu) ?? [];
  expect(marks(logicalOf(text))).toEqual(marks(logicalOf(contentOf(TWICE))));
});

describe('groups of pages', () => {
  const GROUPED = {
    path: 'mets.xml',
    content: contentOf(TWICE)
      .replace(/<dmdSec/u, '<!-- what it is -->$&')
      .replace(/<fileSec>/u, '<!-- files -->$&<!-- all of them -->')
      .replace(/(<structMap TYPE="PHYSICAL">)[^]*?(<\/structMap>)/u, (_, from: string, to: string) =>
        [
          `<!-- pages -->${from}<!-- one root --><div ID="SEQ" TYPE="NEWSPAPER"><!-- sheets -->`,
          '<div ID="SHEET1" TYPE="SHEET" LABEL="outer"><!-- left --><div ID="DIVP1" TYPE="PAGE" ORDER="1"><fptr FILEID="ALTO0001"/><!-- seen --></div>',
          '<div ID="BLANK" TYPE="PAGE"  LABEL="blank"/></div>',
          '<div ID="SHEET2" TYPE="SHEET"><div ID="SIDE" TYPE="SIDE"><div ID="DIVP2" TYPE="PAGE" ORDER="2"><fptr FILEID="ALTO0002"/></div></div></div>',
          `<!-- end --></div>${to}<!-- articles -->`,
        ].join(''),
      )
      .replace('</mets>', '<!-- the last word --></mets>'),
  };
  const marks = (text: string): string[] =>
    (/<mets [^]*/u.exec(text)?.[0].match(/<!--.*?-->| ID="(?:SEQ|SHEET\d|SIDE|BLANK|DIVP\d)"/gu) ?? []).map((one) =>
      one.trim(),
    );

  it('stay, with what stands between them and before each part of the file', async () => {
    const text = await keeps(await reopen([GROUPED, ...PAGES]));
    expect(marks(text)).toEqual(marks(GROUPED.content));
    expect(text).toContain('<div ID="BLANK" TYPE="PAGE"  LABEL="blank"/>');
    expect(text).toMatch(/<div ID="SHEET1" TYPE="SHEET" LABEL="outer">/u);
  });

  it('go with their pages', async () => {
    const opened = await reopen([GROUPED, ...PAGES]);
    const page = pagesOf(opened)[0]?.id ?? '';
    const placed = done(
      opened,
      call('fragment.place', {
        ids: [at(opened, 'Monday').id],
        page,
        column: pagesOf(opened)[0]?.columns[0]?.id ?? '',
        after: null,
      }),
    );
    const text = metsOf(out(partOfEdition(placed, { kind: 'page', page })));
    expect(marks(text)).not.toContain('ID="SIDE"');
    expect(marks(text)).toContain('ID="BLANK"');
  });
});
