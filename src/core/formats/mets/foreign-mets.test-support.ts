/** METS as other digitisers write it, with its pages, and what is looked for in what becomes of it. */
import { expect } from 'vitest';
import type { Edition, Fragment } from '../../model/edition.ts';
import { articlesOf, articleTitle, fragmentsOf, readingOrder, textOf } from '../../model/selectors.ts';
import { transact, type Call } from '../../transact.ts';
import { exportEdition } from '../closing-balance.ts';
import { reopen } from '../round-trip.test-support.ts';
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
export const PAGES: readonly WrittenFile[] = [
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

export const area = (page: number, begin: string, more = ''): string =>
  `<fptr><area FILEID="ALTO000${page}" BETYPE="IDREF" BEGIN="${begin}"${more}/></fptr>`;
export const mets = (logical: string, more = ''): WrittenFile => ({
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
export const DEEP = mets(`<div ID="DIVL1" TYPE="Newspaper" LABEL="Quay Post, 4 May 1931">
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
export const FLAT = mets(
  `<div ID="L0" TYPE="newspaper"><mptr LOCTYPE="URL" xlink:href="https://paper.example/all"/>
<div ID="L9" TYPE="ARTICLE" ORDER="3" LABEL="Notices">${area(2, 'CB1')}</div>
<div ID="L1" TYPE="SECTION_TITLE" ORDER="1">${area(1, 'TB1', ' END="TB2"')}</div>
<div ID="L2" TYPE="ARTICLE" ORDER="2" LABEL="Ferry to run again">${area(1, 'TB3')}${area(1, 'TB4', ' END="TB5"')}<div TYPE="NOTE" LABEL="by hand"/></div>
<div ID="L7" TYPE="PICTURE" ORDER="4"><fptr FILEID="ALTO0002"/></div></div>`,
  `<structMap TYPE="LOGICAL" ID="LOG2" LABEL="Supplements"><div TYPE="SUPPLEMENT" LABEL="none"/></structMap><structMap TYPE="TOC"><div LABEL="Contents"><div LABEL="Ferry" DMDID="MODSMD_ARTICLE1"/></div></structMap>`,
);

export const out = (edition: Edition): WrittenFile[] => [...exportEdition(edition, metsWriter).written.files];
export const metsOf = (files: readonly WrittenFile[]): string => {
  const mets = files.find(({ path }) => path === 'mets.xml');
  return mets ? contentOf(mets) : '';
};
export const done = (edition: Edition, ...calls: readonly Call[]): Edition => {
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
};
export const told = (edition: Edition): unknown => [
  articlesOf(edition).map((article) => [
    article.kind,
    articleTitle(edition, article.id),
    readingOrder(edition, article.id).map((f) => [f.role, textOf(edition, f)]),
  ]),
  fragmentsOf(edition)
    .filter(({ article }) => !article)
    .map((f) => [f.role, textOf(edition, f)]),
];
export const at = (edition: Edition, text: string): Fragment => {
  const found = fragmentsOf(edition).find((fragment) => textOf(edition, fragment).includes(text));
  if (!found) throw new Error(`no fragment says ${text}`);
  return found;
};
/** The logical map as nested types, each with the texts' blocks left out. */
export const logicalOf = (text: string): string =>
  (/<structMap ID="LOG"[^]*?<\/structMap>/u.exec(text)?.[0] ?? '').replace(/\s+/gu, ' ');
/** Elements of the first logical map in their order, as `TYPE#ID`. */
export const divsIn = (text: string): string[] =>
  [...logicalOf(text).matchAll(/<div([^>]*)>/gu)].map(([, facts = '']) => {
    const fact = (name: string): string => new RegExp(` ${name}="([^"]*)"`, 'u').exec(facts)?.[1] ?? '';
    return `${fact('TYPE')}#${fact('ID')}`;
  });

export async function keeps(edition: Edition): Promise<string> {
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
