import { describe, expect, it } from 'vitest';
import type { Edition } from '../../model/edition.ts';
import { articlesOf, fragmentsOf, pagesOf, readingOrder } from '../../model/selectors.ts';
import { call, transact, type Call } from '../../transact.ts';
import { exportEdition } from '../closing-balance.ts';
import { danglingIn } from '../markup-rules.test-support.ts';
import { partOfEdition } from '../part-of-edition.ts';
import { reopen } from '../round-trip.test-support.ts';
import { SAMPLES } from '../samples.test-support.ts';
import { sampleEdition } from '../sample-edition.test-support.ts';
import { assertWellFormed } from '../schema-check.test-support.ts';
import { contentOf, type WrittenFile } from '../writer.ts';
import { metsWriter } from './write.ts';

const AMD = `<amdSec ID="AMD_1">
      <techMD ID="TECH_1"><mdWrap MDTYPE="NISOIMG"><xmlData><mix:mix><!-- by hand: <b> &amp; --><mix:xSize  unit='px'>400</mix:xSize><mix:note><![CDATA[a < b && c]]></mix:note></mix:mix><String xmlns="urn:notes" CONTENT="none of the text"/></xmlData></mdWrap></techMD>
  </amdSec>`;
const DC = `<dmdSec ID="DC_1"><mdWrap MDTYPE="DC"><xmlData><dc:title>Issue of the harbour &#38; town paper</dc:title><dc:date>1931-05-02</dc:date></xmlData></mdWrap></dmdSec>`;
const GROUP = `<fileGrp ID="MASTERS" USE="MASTER"><file ID="MASTER_1" MIMETYPE="image/jp2" ADMID="TECH_1"><FLocat LOCTYPE="URL" xlink:href="masters/0001.jp2"/></file></fileGrp>`;
const FPTR = `<fptr FILEID="MASTER_1"/>`;
const CONTENTS = `<structMap TYPE="CONTENTS" ID="TOC"><div TYPE="chapter" DMDID="DC_1"><fptr FILEID="ALTO_1"/></div></structMap>`;
const LINK = `<smLink xlink:from="ART_2" xlink:to="PAGE_1" xlink:title="see"/>`;
const BEHAVIOR = `<behaviorSec ID="B1"><behavior STRUCTID="PAGE_1"><mechanism LOCTYPE="URL" xlink:href="https://paper.example/view"/></behavior></behaviorSec>`;
const PARTS = [AMD, DC, GROUP, FPTR, CONTENTS, LINK, BEHAVIOR];

const out = (edition: Edition): WrittenFile[] => [...exportEdition(edition, metsWriter).written.files];
const metsOf = (files: readonly WrittenFile[]): string => {
  const file = files.find(({ path }) => path === 'mets.xml');
  return file ? contentOf(file) : '';
};
const withMets = (change: (mets: string) => string): WrittenFile[] =>
  out(sampleEdition(true)).map((file) =>
    file.path === 'mets.xml' ? { path: file.path, content: change(contentOf(file)) } : file,
  );
const done = (edition: Edition, calls: readonly Call[]): Edition => {
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
};

const grown = (mets: string): string =>
  mets
    .replace(
      ' TYPE="Newspaper"',
      ' xmlns:mix="http://www.loc.gov/mix/v20" xmlns:dc="http://purl.org/dc/elements/1.1/" TYPE="Newspaper" OBJID="urn:x:7" PROFILE="https://paper.example/profile"',
    )
    .replace('</metsHdr>', '<altRecordID TYPE="shelf">P 7</altRecordID></metsHdr>')
    .replace('<fileSec>', `${DC}${AMD}<fileSec>`)
    .replace('</fileSec>', `${GROUP}</fileSec>`)
    .replace(/(<div ID="PAGE_1"[^>]*)>/u, `$1 ADMID="AMD_1">${FPTR}`)
    .replace(/(<div ID="ART_2"[^>]*DMDID="MODS_ART_2)"/u, '$1 DC_1" ADMID="AMD_1"')
    .replace(/(<file ID="ALTO_1"[^>]*)>/u, '$1 ADMID="TECH_1" CHECKSUM="00" CHECKSUMTYPE="MD5">')
    .replace('<structLink>', `${CONTENTS}<structLink ID="LINKS">${LINK}`)
    .replace('</mets>', `${BEHAVIOR}</mets>`);

const REFERENCES = ['FILEID', 'DMDID', 'ADMID', 'STRUCTID', 'xlink:from', 'xlink:to'];
function sound(mets: string): void {
  assertWellFormed(mets);
  // One reference at a time: those of METS are lists.
  const single = mets.replace(/ (DMDID|ADMID)="([^"]*)"/gu, (_, name: string, ids: string) =>
    ids
      .split(' ')
      .map((id) => ` ${name}="${id}"`)
      .join(''),
  );
  expect(danglingIn(single, 'ID', REFERENCES)).toEqual([]);
}

/** A role, a new article out of another's first member, a title. */
function edited(edition: Edition): Edition {
  const [first] = articlesOf(edition);
  const members = first ? readingOrder(edition, first.id) : [];
  const [one] = members.slice(-1);
  if (!one) throw new Error('an article with members is needed');
  return done(edition, [
    call('fragment.role', { ids: [one.id], role: 'caption' }),
    call('article.make', { ids: [one.id] }),
  ]);
}

describe('what other hands wrote into METS', () => {
  it('stands where it stood, byte by byte, after open, edit and save; and again', async () => {
    const opened = await reopen(withMets(grown));
    const once = out(edited(opened));
    const mets = metsOf(once);
    for (const part of PARTS) expect(mets).toContain(part);
    for (const fact of [
      'OBJID="urn:x:7"',
      'PROFILE="https://paper.example/profile"',
      '<altRecordID TYPE="shelf">P 7</altRecordID>',
      '<structLink ID="LINKS">',
      'ADMID="TECH_1"',
    ])
      expect(mets).toContain(fact);
    expect(mets).toMatch(/<div ID="PAGE_1"[^>]* ADMID="AMD_1"/u);
    expect(mets).toMatch(/<div ID="ART_2"[^>]* DMDID="MODS_ART_2 DC_1"[^>]* ADMID="AMD_1"/u);
    expect(mets).toContain('LABEL="caption"');
    expect(mets).not.toContain('CHECKSUM');
    sound(mets);
    expect(metsOf(out(await reopen(once)))).toBe(mets);
  });

  it('follows its pages where they go, and goes with them', async () => {
    const opened = await reopen(withMets(grown));
    const [first, second] = pagesOf(opened).map(({ id }) => id);
    const moved = done(opened, [call('page.move', { page: first ?? '', after: second ?? '' })]);
    const once = out(moved);
    const mets = metsOf(once);
    sound(mets);
    for (const part of PARTS) expect(mets).toContain(part);
    expect(mets).toMatch(/<div ID="PAGE_1" TYPE="page" ORDER="2"[^>]* ADMID="AMD_1">/u);
    expect(metsOf(out(await reopen(once)))).toBe(mets);
  });

  it('leaves the pages out that are not asked for', async () => {
    const opened = await reopen(withMets(grown));
    const part = partOfEdition(opened, { kind: 'page', page: pagesOf(opened)[0]?.id ?? '' });
    const mets = metsOf(out(part));
    for (const piece of PARTS) expect(mets).toContain(piece);
    expect(mets).not.toContain('ID="ALTO_2"');
    expect(mets).not.toContain('ID="PAGE_2"');
  });

  it('changes nothing of the articles', async () => {
    const plain = await reopen(out(sampleEdition(true)));
    const opened = await reopen(withMets(grown));
    const told = (edition: Edition): unknown =>
      fragmentsOf(edition).map(({ role, article, placement }) => [role, article, placement.at]);
    expect(told(opened)).toEqual(told(plain));
  });

  it('keeps its namespaces, whatever the prefixes mean there', async () => {
    const foreign = `<amdSec xmlns="http://www.loc.gov/METS/" ID="AMD_2"><rightsMD ID="R_2"><mdWrap MDTYPE="OTHER"><xmlData><mods:right xlink:who="x" xmlns="urn:rights">own</mods:right></xmlData></mdWrap></rightsMD></amdSec>`;
    const files = withMets((mets) =>
      mets
        .replace(/<(\/?)(?=[A-Za-z]+[ >/])/gu, '<$1m:')
        .replace('xmlns=', 'xmlns="urn:plain" xmlns:m=')
        .replaceAll('mods:', 'md:')
        .replace('xmlns:mods=', 'xmlns:mods="urn:no-mods" mods:grade="b" xmlns:md=')
        .replace('<m:fileSec>', `${foreign}<m:amdSec ID="AMD_3"><m:x><plain/></m:x></m:amdSec><m:fileSec>`),
    );
    for (const file of files) assertWellFormed(contentOf(file));
    const once = out(await reopen(files));
    const mets = metsOf(once);
    sound(mets);
    expect(mets).toContain(
      '<rightsMD ID="R_2"><mdWrap MDTYPE="OTHER"><xmlData><mods:right xlink:who="x" xmlns="urn:rights">',
    );
    expect(mets).toMatch(/<amdSec xmlns:mods="urn:no-mods" xmlns="http:\/\/www.loc.gov\/METS\/" ID="AMD_2">/u);
    expect(mets).toMatch(/<m:amdSec xmlns="urn:plain" ID="AMD_3"><m:x><plain\/>/u);
    expect(mets).toMatch(/<mets [^>]*xmlns:k_mods="urn:no-mods"/u);
    expect(mets).toContain('<m:fptr FILEID="IMG_1"/>');
    expect(mets).toContain(' k_mods:grade="b"');
    expect(mets.match(/<mods:mods>/gu)).toHaveLength(articlesOf(sampleEdition(true)).length + 1);
    expect(metsOf(out(await reopen(once)))).toBe(mets);
  });

  it('keeps its ids: ours give way', async () => {
    const taken = ['MODS_ISSUE', 'MODS_ART_9', 'PHYS', 'IMG_1', 'ART_3_1', 'FULLTEXT', 'LOG']
      .map((id) => `<techMD ID="${id}"><mdRef MDTYPE="OTHER"/></techMD>`)
      .join('');
    const files = withMets((mets) =>
      mets
        .replace('"MODS_ISSUE"', '"MODS_OLD"')
        .replace('DMDID="MODS_ISSUE"', 'DMDID="MODS_OLD"')
        .replace('"PHYS"', '"OLD"')
        .replaceAll('"ART_3_1"', '"OLD_3"')
        .replaceAll('"IMG_1"', '"OLD_IMG"')
        .replace(' ID="FULLTEXT"', '')
        .replace('<fileSec>', `<amdSec>${taken}</amdSec><fileSec>`),
    );
    const once = out(edited(await reopen(files)));
    const mets = metsOf(once);
    expect(mets).toContain(taken);
    expect(mets).toContain('ID="MODS_ISSUE_"');
    sound(mets);
    expect(metsOf(out(await reopen(once)))).toBe(mets);
  });

  it('says what a kept part names that is gone', async () => {
    const opened = await reopen(withMets(grown));
    const second = articlesOf(opened)[1]?.id ?? '';
    const mets = metsOf(out(done(opened, [call('article.dissolve', { article: second })])));
    expect(mets).toContain(LINK);
    expect(mets).toContain('<note>Kept as it was, though what it names is gone: smLink xlink:from="ART_2"</note>');
    expect(pagesOf(opened).length).toBeGreaterThan(1);
  });

  it('is kept of a file that we never wrote, and its pages and articles keep their ids', async () => {
    const files = (SAMPLES.find(({ id }) => id === 'mets')?.files ?? []).map(({ name, bytes }) => ({
      path: name,
      content: name.endsWith('mets.xml')
        ? new TextDecoder()
            .decode(bytes)
            .replace('<mets:fileSec>', '<mets:amdSec ID="A1"><mets:techMD ID="T1"/></mets:amdSec><mets:fileSec>')
            .replace(
              '</mets:mets>',
              '<mets:structMap TYPE="TOC"><mets:div><mets:fptr><mets:area FILEID="F1" BETYPE="IDREF" BEGIN="A1"/></mets:fptr></mets:div></mets:structMap></mets:mets>',
            )
            .replace('TYPE="PAGE" ORDER="2"', 'ID="P2" ADMID="T1" TYPE="PAGE" ORDER="2"')
            .replace('<mets:div TYPE="ARTICLE"', '<mets:div ID="LOG_7" TYPE="ARTICLE"')
        : bytes,
    }));
    const once = out(await reopen(files));
    const mets = metsOf(once);
    sound(mets);
    for (const part of [
      '<mets:amdSec ID="A1"><mets:techMD ID="T1"/></mets:amdSec>',
      '<mets:dmdSec ID="D1"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods>',
      '<file ID="F2" MIMETYPE="application/alto+xml">',
      '<note>Kept as it was, with the names that blocks had before: structMap TOC</note>',
    ])
      expect(mets).toContain(part);
    expect(mets).toMatch(/<div ID="P2" TYPE="PAGE" [^>]*ADMID="T1">\s*<fptr FILEID="F2"\/>/u);
    expect(mets).toMatch(/<div ID="LOG_7" TYPE="ARTICLE" [^>]*DMDID="MODS_LOG_7 D1"/u);
    expect(metsOf(out(await reopen(once)))).toBe(mets);
  });
});

it('a title of nothing but what XML cannot carry is no title, the first time as the second', async () => {
  const once = out({ ...sampleEdition(true), title: '\u0000' });
  expect(metsOf(once)).not.toContain('LABEL=""');
  expect(metsOf(out(await reopen(once)))).toBe(metsOf(once));
});
