import { describe, expect, it } from 'vitest';
import type { Edition } from '../../model/edition.ts';
import { fragmentsOf } from '../../model/selectors.ts';
import { call, transact } from '../../transact.ts';
import { exportEdition } from '../closing-balance.ts';
import { reopen } from '../round-trip.test-support.ts';
import { contentOf } from '../writer.ts';
import { pageXmlWriter } from './write.ts';

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<pc:PcGts xmlns:pc="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
  <pc:Metadata><pc:Creator>Someone</pc:Creator><pc:Created>2020-01-02T03:04:05Z</pc:Created><pc:LastChange>2020-01-02T03:04:05Z</pc:LastChange><pc:Comments>checked twice</pc:Comments></pc:Metadata>
  <pc:Page imageFilename="p.tif" imageWidth="1000" imageHeight="2000" imageXResolution="300" orientation="0.5">
    <pc:Border><pc:Coords points="1,1 999,1 999,1999 1,1999"/></pc:Border>
    <pc:TextRegion id="x1" type="paragraph" leading="12">
      <pc:Coords points="10,20 400,25 400,90 10,85"/>
      <pc:TextLine id="x1l1" production="printed">
        <pc:Coords points="10,20 400,25 400,50 10,45"/><pc:Baseline points="10,44 400,49"/>
        <pc:Word id="w1"><pc:Coords points="10,20 90,20 90,44 10,44"/><pc:TextEquiv><pc:Unicode>Ferry</pc:Unicode></pc:TextEquiv></pc:Word>
        <pc:TextEquiv conf="0.8"><pc:Unicode>Ferry</pc:Unicode></pc:TextEquiv>
      </pc:TextLine>
      <pc:TextStyle fontFamily="Fraktur"/>
    </pc:TextRegion>
    <pc:GraphicRegion id="g1" type="logo"><pc:Coords points="500,20 600,20 600,90 500,90"/></pc:GraphicRegion>
  </pc:Page>
</pc:PcGts>`;

const open = (): Promise<Edition> => reopen([{ path: 'p.xml', content: FILE }]);
const written = (edition: Edition): string =>
  exportEdition(edition, pageXmlWriter).written.files.map(contentOf).join('');

describe('what the model does not know of a PAGE file', () => {
  it('goes out again', async () => {
    const text = written(await open());
    for (const part of [
      '<Creator>Someone</Creator>',
      '<Comments>checked twice</Comments>',
      'imageXResolution="300"',
      'orientation="0.5"',
      '<Border>',
      '<Coords points="10,20 400,25 400,90 10,85"/>',
      'leading="12"',
      '<TextLine id="x1l1" production="printed">',
      '<Baseline points="10,44 400,49"/>',
      '<Word id="k_w1">',
      '<TextStyle fontFamily="Fraktur"/>',
      '<GraphicRegion id="g1" type="logo">',
    ])
      expect(text).toContain(part);
  });

  it('stays with a corrected line, but for the words that no longer say what it says', async () => {
    const edition = await open();
    const [fragment] = fragmentsOf(edition);
    const outcome = transact(
      edition,
      call('fragment.correct', { texts: [{ id: fragment?.id ?? '', text: 'Ferries' }] }),
    );
    const text = outcome.ok ? written(outcome.edition) : '';
    expect(text).toContain('<Baseline points="10,44 400,49"/>');
    expect(text).toContain('<Unicode>Ferries</Unicode>');
    expect(text).not.toContain('<Word');
  });
});

describe('layers and files of several pages', () => {
  const region = (id: string, text: string): string =>
    `<TextRegion id="${id}"><Coords points="10,20 400,20 400,90 10,90"/><TextLine id="${id}l"><Coords points="10,20 400,20 400,50 10,50"/><Baseline points="10,${text.length} 400,49"/><TextEquiv><Unicode>${text}</Unicode></TextEquiv></TextLine></TextRegion>`;
  const page = (image: string, layers: string, ...regions: readonly string[]): string =>
    `<Page imageFilename="${image}" imageWidth="1000" imageHeight="2000">${layers}${regions.join('')}<SeparatorRegion id="s9"><Coords points="500,20 600,20 600,90 500,90"/></SeparatorRegion></Page>`;
  const file = (...pages: readonly string[]): string =>
    `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata><Creator>Someone</Creator><Created>2020-01-02T03:04:05Z</Created><LastChange>2020-01-02T03:04:05Z</LastChange></Metadata>${pages.join('')}</PcGts>`;
  it('keeps layers, with the ids that their regions have now', async () => {
    const layers =
      '<Layers><Layer id="ly" zIndex="1" caption="top"><RegionRef regionRef="x7"/><RegionRef regionRef="s9"/><RegionRef regionRef="gone"/></Layer><Layer id="lz" zIndex="2"><RegionRef regionRef="gone"/></Layer></Layers>';
    const text = written(
      await reopen([{ path: 'p.xml', content: file(page('a.tif', layers, region('x7', 'Ferry'))) }]),
    );
    const [, id] = /<TextRegion id="(\w+)"/u.exec(text) ?? [];
    expect(text.replace(/\s*\n\s*/gu, '')).toContain(
      `<Layers><Layer id="ly" zIndex="1" caption="top"><RegionRef regionRef="${id}"/><RegionRef regionRef="s9"/></Layer></Layers>`,
    );
    expect(text).not.toContain('gone');
  });
  it('keeps of a file of several pages each page’s own', async () => {
    const content = file(page('a.tif', '', region('x7', 'Ferry')), page('b.tif', '', region('x8', 'Harbour')));
    const text = written(await reopen([{ path: 'p.xml', content }]));
    expect(text.match(/<Baseline points="10,5 400,49"\/>/gu)).toHaveLength(1);
    expect(text.match(/<Baseline points="10,7 400,49"\/>/gu)).toHaveLength(1);
    expect(text.match(/<Creator>Someone<\/Creator>/gu)).toHaveLength(2);
  });
});
