/** METS as other digitisers write it, opened, edited and saved: their divs stay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callOf, randomStep } from '../../commands/random-calls.test-support.ts';
import type { CommandId } from '../../commands/index.ts';
import type { Edition, Fragment } from '../../model/edition.ts';
import { articlesOf, articleTitle, fragmentsOf, readingOrder, textOf } from '../../model/selectors.ts';
import { call, transact, type Call } from '../../transact.ts';
import { laidMembers } from '../laid-articles.ts';
import { exportEdition } from '../closing-balance.ts';
import { reopen } from '../round-trip.test-support.ts';
import { runs } from '../runs.test-support.ts';
import { assertWellFormed } from '../schema-check.test-support.ts';
import { contentOf, type WrittenFile } from '../writer.ts';
import { metsWriter } from './write.ts';

const alto = (blocks: readonly (readonly [id: string, ...lines: readonly string[]])[], around = ''): string => {
  let y = 0;
  const laid = blocks.map(([id, ...lines]) => {
    const inside = lines.map(
      (text, i) =>
        `<TextLine ID="${id}_L${i + 1}" HPOS="10" VPOS="${(y += 30)}" WIDTH="400" HEIGHT="20"><String CONTENT="${text}" HPOS="10" VPOS="${y}" WIDTH="400" HEIGHT="20"/></TextLine>`,
    );
    return `<TextBlock ID="${id}" HPOS="10" VPOS="${y}" WIDTH="400" HEIGHT="${20 * lines.length}">${inside.join('')}</TextBlock>`;
  });
  const body = around ? `<ComposedBlock ID="${around}">${laid.join('')}</ComposedBlock>` : laid.join('');
  return `<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page ID="P" WIDTH="800" HEIGHT="1200"><PrintSpace>${body}</PrintSpace></Page></Layout></alto>`;
};
const PAGES: readonly WrittenFile[] = [
  {
    path: 'text/0001.xml',
    content: alto([
      ['TB1', 'Quay Post'],
      ['TB2', 'Harbour news'],
      ['TB3', 'Ferry to run again'],
      ['TB4', 'The ferry runs from Monday.'],
      ['TB5', 'The fare is', 'threepence.'],
      ['TB6', 'Lamps lit early'],
      ['TB7', 'All streets are lit by five.'],
    ]),
  },
  {
    path: 'text/0002.xml',
    content: alto(
      [
        ['TB1', 'A second boat was found.'],
        ['TB2', 'Coal, best sort.'],
        ['TB3', 'Apply at the quay.'],
      ],
      'CB1',
    ),
  },
];

const area = (page: number, begin: string, more = ''): string =>
  `<fptr><area FILEID="ALTO000${page}" BETYPE="IDREF" BEGIN="${begin}"${more}/></fptr>`;
const mets = (logical: string, more = ''): WrittenFile => ({
  path: 'mets.xml',
  content: `<?xml version="1.0"?>
<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mods="http://www.loc.gov/mods/v3" TYPE="Newspaper" LABEL="Quay Post, 4 May 1931">
<metsHdr><agent ROLE="CREATOR" TYPE="ORGANIZATION"><name>Harbour Library</name></agent></metsHdr>
<dmdSec ID="MODSMD_ARTICLE1"><mdWrap MDTYPE="MODS"><xmlData><mods:mods><mods:titleInfo><mods:title>Ferry to run again</mods:title></mods:titleInfo></mods:mods></xmlData></mdWrap></dmdSec>
<fileSec><fileGrp ID="ALTOGRP">${[1, 2].map((n) => `<file ID="ALTO000${n}" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="file://./text/000${n}.xml"/></file>`).join('')}</fileGrp></fileSec>
<structMap TYPE="PHYSICAL"><div TYPE="NEWSPAPER">${[1, 2].map((n) => `<div ID="DIVP${n}" TYPE="PAGE" ORDER="${n}"><fptr FILEID="ALTO000${n}"/></div>`).join('')}</div></structMap>
<structMap ID="LOG" TYPE="LOGICAL" LABEL="Logical Structure">${logical}</structMap>${more}
</mets>`,
});

/** As the large digitisers write it: volume, issue, content, article, body, paragraph. */
const DEEP = mets(`<div ID="DIVL1" TYPE="Newspaper" LABEL="Quay Post, 4 May 1931">
<div ID="DIVL2" TYPE="VOLUME"><div ID="DIVL3" TYPE="ISSUE" DMDID="MODSMD_ARTICLE1">
<div ID="DIVL4" TYPE="TITLE_SECTION"><div ID="DIVL5" TYPE="MAIN_TITLE">${area(1, 'TB1')}</div></div>
<div ID="DIVL6" TYPE="CONTENT">
<div ID="DIVL7" TYPE="SECTION" LABEL="Harbour"><div ID="DIVL8" TYPE="SECTION_TITLE">${area(1, 'TB2')}</div>
<div ID="DIVL9" TYPE="ARTICLE" DMDID="MODSMD_ARTICLE1" LABEL="Ferry to run again" CONTENTIDS="urn:x:9">
<div ID="DIVL10" TYPE="HEADING"><div ID="DIVL11" TYPE="TITLE">${area(1, 'TB3', ' SHAPE="RECT" COORDS="1,2,3,4"')}</div></div>
<div ID="DIVL12" TYPE="BODY"><div ID="DIVL13" TYPE="BODY_CONTENT">
<div ID="DIVL14" TYPE="PARAGRAPH">${area(1, 'TB4')}</div>
<div ID="DIVL15" TYPE="ILLUSTRATION" LABEL="The quay">${area(1, 'IL9')}</div>
<div ID="DIVL16" TYPE="PARAGRAPH"><fptr ID="F16"><seq><area FILEID="ALTO0001" BETYPE="IDREF" BEGIN="TB5"/><area FILEID="ALTO0002" BETYPE="IDREF" BEGIN="TB1"/></seq></fptr></div>
</div></div></div></div>
<div ID="DIVL17" TYPE="ARTICLE"><div ID="DIVL18" TYPE="HEADING">${area(1, 'TB6')}</div><div ID="DIVL19" TYPE="BODY">${area(1, 'TB7')}</div></div>
<div ID="DIVL20" TYPE="ADVERTISEMENT"><div ID="DIVL21" TYPE="TEXTBLOCK">${area(2, 'TB2')}</div><div ID="DIVL22" TYPE="TEXTBLOCK">${area(2, 'TB3')}</div></div>
</div></div></div></div>`);

/** Flat, in the order of ORDER, with ranges and composed blocks, another map and a pointer to a whole file. */
const FLAT = mets(
  `<div ID="L0" TYPE="newspaper"><mptr LOCTYPE="URL" xlink:href="https://paper.example/all"/>
<div ID="L9" TYPE="ARTICLE" ORDER="3" LABEL="Notices">${area(2, 'CB1')}</div>
<div ID="L1" TYPE="SECTION_TITLE" ORDER="1">${area(1, 'TB1', ' END="TB2"')}</div>
<div ID="L2" TYPE="ARTICLE" ORDER="2" LABEL="Ferry to run again">${area(1, 'TB3')}${area(1, 'TB4', ' END="TB5"')}<div TYPE="NOTE" LABEL="by hand"/></div>
<div ID="L7" TYPE="PICTURE" ORDER="4"><fptr FILEID="ALTO0002"/></div></div>`,
  `<structMap TYPE="LOGICAL" ID="LOG2" LABEL="Supplements"><div TYPE="SUPPLEMENT" LABEL="none"/></structMap><structMap TYPE="TOC"><div LABEL="Contents"><div LABEL="Ferry" DMDID="MODSMD_ARTICLE1"/></div></structMap>`,
);

const out = (edition: Edition): WrittenFile[] => [...exportEdition(edition, metsWriter).written.files];
const metsOf = (files: readonly WrittenFile[]): string => {
  const mets = files.find(({ path }) => path === 'mets.xml');
  return mets ? contentOf(mets) : '';
};
const done = (edition: Edition, ...calls: readonly Call[]): Edition => {
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
};
const told = (edition: Edition): unknown => [
  articlesOf(edition).map((article) => [
    article.kind,
    articleTitle(edition, article.id),
    readingOrder(edition, article.id).map((f) => [f.role, textOf(edition, f)]),
  ]),
  fragmentsOf(edition)
    .filter(({ article }) => !article)
    .map((f) => [f.role, textOf(edition, f)]),
];
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
const at = (edition: Edition, text: string): Fragment => {
  const found = fragmentsOf(edition).find((fragment) => textOf(edition, fragment).includes(text));
  if (!found) throw new Error(`no fragment says ${text}`);
  return found;
};
/** The logical map as nested types, each with the texts' blocks left out. */
const logicalOf = (text: string): string =>
  (/<structMap ID="LOG"[^]*?<\/structMap>/u.exec(text)?.[0] ?? '').replace(/\s+/gu, ' ');
/** Elements of the first logical map in their order, as `TYPE#ID`. */
const divsIn = (text: string): string[] =>
  [...logicalOf(text).matchAll(/<div([^>]*)>/gu)].map(([, facts = '']) => {
    const fact = (name: string): string => new RegExp(` ${name}="([^"]*)"`, 'u').exec(facts)?.[1] ?? '';
    return `${fact('TYPE')}#${fact('ID')}`;
  });

async function keeps(edition: Edition): Promise<string> {
  const files = out(edition);
  const text = metsOf(files);
  assertWellFormed(text);
  const ids = [...text.matchAll(/ (?:xml:)?ID="([^"]*)"/gu)].map(([, id]) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const again = await reopen(files);
  expect(told(again)).toEqual(told(edition));
  expect(metsOf(out(again))).toBe(text);
  return text;
}

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
  const opened = [await reopen([DEEP, ...PAGES]), await reopen([FLAT, ...PAGES])];
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
