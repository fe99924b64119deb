/** One small file of each format, of invented local news, for tests. */
import { zipSync } from 'fflate';
import type { InputFile } from './read-files.ts';

export interface Sample {
  /** A reader's id, or `zip`. */
  readonly id: string;
  /** The file that is tampered with. */
  readonly name: string;
  readonly files: readonly InputFile[];
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string): InputFile => ({ name, bytes: bytes(text) });
const one = (id: string, name: string, text: string): Sample => ({ id, name, files: [file(name, text)] });

const alto = (...blocks: readonly (readonly [id: string, text: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>pixel</MeasurementUnit></Description>
<Tags><StructureTag ID="T1" LABEL="Headline"/></Tags><Layout><Page ID="P1" WIDTH="1000" HEIGHT="2000" PHYSICAL_IMG_NR="1"><PrintSpace>${blocks
    .map(
      ([id, text], b) =>
        `<TextBlock ID="${id}" HPOS="10" VPOS="${b * 100}" WIDTH="400" HEIGHT="90"${b === 0 ? ' TAGREFS="T1"' : ''}><TextLine ID="${id}l" HPOS="10" VPOS="${b * 100}" WIDTH="400" HEIGHT="30">${text
          .split(' ')
          .map(
            (word, i) =>
              `<String CONTENT="${word}" HPOS="${10 + i * 60}" VPOS="${b * 100}" WIDTH="50" HEIGHT="30" WC="0.9"/>`,
          )
          .join('<SP/>')}</TextLine></TextBlock>`,
    )
    .join('\n')}</PrintSpace></Page></Layout></alto>`;

export const PAGE_XML = `<?xml version="1.0" encoding="UTF-8"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata><Creator>x</Creator></Metadata><Page imageFilename="p.tif" imageWidth="1000" imageHeight="2000">
<ReadingOrder><UnorderedGroup id="ro"><OrderedGroup id="g1" type="article" caption="Ferry"><RegionRefIndexed index="0" regionRef="r1"/><RegionRefIndexed index="1" regionRef="r2"/></OrderedGroup></UnorderedGroup></ReadingOrder>
<TextRegion id="r1" type="heading"><Coords points="10,10 400,10 400,60 10,60"/><TextLine id="l1"><Coords points="10,10 400,10 400,60 10,60"/><TextEquiv conf="0.9"><Unicode>Ferry to run again</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="r2" type="paragraph"><Coords points="10,70 400,70 400,200 10,200"/><TextLine id="l2"><Coords points="10,70 400,70 400,100 10,100"/><TextEquiv><Unicode>The ferry at Low Quay will run</Unicode></TextEquiv></TextLine><TextLine id="l3"><Word id="w1"><TextEquiv><Unicode>from</Unicode></TextEquiv></Word><Word id="w2"><TextEquiv><Unicode>Monday.</Unicode></TextEquiv></Word></TextLine></TextRegion>
<SeparatorRegion id="s"><Coords points="420,10 424,10 424,900 420,900"/></SeparatorRegion></Page></PcGts>`;

const METS = `<?xml version="1.0" encoding="UTF-8"?>
<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mods="http://www.loc.gov/mods/v3" LABEL="The Quay Post">
<mets:dmdSec ID="D1"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods><mods:titleInfo><mods:title>Ferry to run again</mods:title></mods:titleInfo><mods:originInfo><mods:dateIssued>1931-05-04</mods:dateIssued></mods:originInfo></mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>
<mets:fileSec><mets:fileGrp USE="Text"><mets:file ID="F1"><mets:FLocat LOCTYPE="URL" xlink:href="file://./alto/p1.xml"/></mets:file><mets:file ID="F2"><mets:FLocat LOCTYPE="URL" xlink:href="alto/p2.xml"/></mets:file></mets:fileGrp></mets:fileSec>
<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="Newspaper"><mets:div TYPE="PAGE" ORDER="2" ORDERLABEL="2"><mets:fptr FILEID="F2"/></mets:div><mets:div TYPE="PAGE" ORDER="1" ORDERLABEL="1"><mets:fptr FILEID="F1"/></mets:div></mets:div></mets:structMap>
<mets:structMap TYPE="LOGICAL"><mets:div TYPE="Newspaper" LABEL="The Quay Post"><mets:div TYPE="ARTICLE" DMDID="D1">
<mets:div TYPE="HEADING"><mets:div TYPE="TITLE"><mets:fptr><mets:area FILEID="F1" BETYPE="IDREF" BEGIN="A1"/></mets:fptr></mets:div></mets:div>
<mets:div TYPE="BODY"><mets:div TYPE="PARAGRAPH"><mets:fptr><mets:area FILEID="F1" BETYPE="IDREF" BEGIN="A2"/></mets:fptr></mets:div><mets:div TYPE="PARAGRAPH"><mets:fptr><mets:area FILEID="F2" BETYPE="IDREF" BEGIN="B2"/></mets:fptr></mets:div></mets:div></mets:div>
<mets:div TYPE="ADVERTISEMENT"><mets:fptr><mets:area FILEID="F2" BETYPE="IDREF" BEGIN="B1"/></mets:fptr></mets:div></mets:div></mets:structMap></mets:mets>`;

const METS_FILES: readonly InputFile[] = [
  file('issue/mets.xml', METS),
  file(
    'issue/alto/p1.xml',
    alto(['A1', 'Ferry to run again'], ['A2', 'The ferry at Low Quay will run']).replace(' TAGREFS="T1"', ''),
  ),
  file('issue/alto/p2.xml', alto(['B1', 'Good coal cheap'], ['B2', 'from Monday.']).replace(' TAGREFS="T1"', '')),
];

const ABBYY = `<?xml version="1.0" encoding="UTF-8"?>
<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml" version="1.0" producer="x"><documentData><paragraphStyles><paragraphStyle id="{1}" role="heading"/></paragraphStyles></documentData>
<page width="1000" height="2000" resolution="300"><block blockType="Text" l="10" t="10" r="400" b="60"><text><par style="{1}"><line l="10" t="10" r="200" b="40"><formatting lang="en" fs="12." bold="1">${[...'Ferry runs'].map((c) => `<charParams l="1" t="1" r="2" b="2" charConfidence="80">${c}</charParams>`).join('')}</formatting></line></par></text></block>
<block blockType="Table" l="10" t="70" r="400" b="90"><row><cell><text><par><line l="10" t="70" r="200" b="90"><formatting lang="en">8 a.m. &amp; noon</formatting></line></par></text></cell></row></block>
<block blockType="Picture" l="10" t="100" r="400" b="300"/><block blockType="SeparatorsBox" l="0" t="0" r="9" b="9"><separatorsBox><separator thickness="3"><start x="10" y="95"/><end x="400" y="95"/></separator></separatorsBox></block></page></document>`;

const at = (left: number, top: number): object => ({ BoundingBox: { Left: left, Top: top, Width: 0.3, Height: 0.02 } });
const TEXTRACT = JSON.stringify({
  DocumentMetadata: { Pages: 1 },
  Blocks: [
    { BlockType: 'PAGE', Geometry: at(0, 0), Id: 'p', Page: 1 },
    {
      BlockType: 'LINE',
      Confidence: 99,
      Text: 'Ferry runs',
      Geometry: at(0.1, 0.1),
      Id: 'l1',
      Relationships: [{ Type: 'CHILD', Ids: ['w1', 'w2'] }],
      Page: 1,
    },
    { BlockType: 'LINE', Confidence: 98, Text: 'from Monday', Geometry: at(0.1, 0.2), Id: 'l2', Page: 1 },
    ...['Ferry', 'runs', 'from', 'Monday'].map((Text, i) => ({
      BlockType: 'WORD',
      Text,
      Id: `w${i + 1}`,
      Geometry: at(0.1, 0.1),
      Page: 1,
    })),
    {
      BlockType: 'LAYOUT_TITLE',
      Geometry: at(0.1, 0.1),
      Id: 'y1',
      Relationships: [{ Type: 'CHILD', Ids: ['l1'] }],
      Page: 1,
    },
    {
      BlockType: 'LAYOUT_TEXT',
      Geometry: at(0.1, 0.2),
      Id: 'y2',
      Relationships: [{ Type: 'CHILD', Ids: ['l2'] }],
      Page: 1,
    },
  ],
});

const symbols = (text: string, last: string): object[] =>
  [...text].map((ch, i) => ({
    text: ch,
    ...(i === text.length - 1 ? { property: { detectedBreak: { type: last } } } : {}),
  }));
const box = {
  vertices: [
    { x: 10, y: 20 },
    { x: 110, y: 20 },
    { x: 110, y: 50 },
    { y: 50, x: 10 },
  ],
};
const VISION = JSON.stringify({
  responses: [
    {
      fullTextAnnotation: {
        pages: [
          {
            width: 1000,
            height: 2000,
            blocks: [
              {
                blockType: 'TEXT',
                paragraphs: [
                  {
                    words: [
                      { boundingBox: box, confidence: 0.9, symbols: symbols('The', 'SPACE') },
                      { boundingBox: box, symbols: symbols('fer', 'HYPHEN') },
                      { boundingBox: box, symbols: symbols('ry', 'SPACE') },
                      { boundingBox: box, symbols: symbols('runs.', 'LINE_BREAK') },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        text: 'The fer-\nry runs.\n',
      },
    },
  ],
});

const HOCR = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html><html><head><title></title><meta name='ocr-system' content='x'></head><body><div class='ocr_page' id='page_1' title='image "p.png"; bbox 0 0 1000 2000'>
<p class='ocr_par' id='par_1'><span class='ocr_line' id='l1' title="bbox 10 10 200 40; x_size 20"><span class='ocrx_word' title='bbox 10 10 90 40; x_wconf 90'>Ferry</span> <span class='ocrx_word' title='bbox 100 10 200 40; x_wconf 80'>runs &amp; runs</span></span></p></div></body></html>`;

const TSV = `level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
1\t1\t0\t0\t0\t0\t0\t0\t1000\t2000\t-1\t
3\t1\t1\t1\t0\t0\t10\t10\t300\t30\t-1\t
4\t1\t1\t1\t1\t0\t10\t10\t300\t30\t-1\t
5\t1\t1\t1\t1\t1\t10\t10\t100\t30\t91.5\tFerry
5\t1\t1\t1\t1\t2\t120\t10\t100\t30\t90\truns\n`;

const TEI = `<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>x</title></teiHeader><text><body><pb n="3"/><div><head>Ferry to run<lb/>again</head><p>The ferry at <hi>Low Quay</hi><lb/>will run.</p></div><pb n="4"/><p>More &amp; more.</p></body></text></TEI>`;

/** 1 × 1 pixel. */
const PNG = Uint8Array.from([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 58, 126, 155, 85,
]);

/** A PDF of text in Helvetica: x, y from below, size, words. */
export function pdf(pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}
export const show = (x: number, y: number, size: number, words: string): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET`;

export const SAMPLES: readonly Sample[] = [
  one('text', 'p1.txt', '本报讯（记者林小舟）昨日，渡口恢复通航。\n乘客可在码头买票。\f第二页的文字在这里。\nBrücke\n'),
  one('alto', 'p1.xml', alto(['A1', 'Ferry to run again'], ['A2', 'The ferry at Low Quay &amp; up'])),
  one('page', 'p1.xml', PAGE_XML),
  { id: 'mets', name: 'issue/mets.xml', files: METS_FILES },
  one('hocr', 'p1.hocr', HOCR),
  one('tsv', 'p1.tsv', TSV),
  one('abbyy', 'p1.xml', ABBYY),
  one('textract', 'p1.json', TEXTRACT),
  one('vision', 'p1.json', VISION),
  {
    id: 'pdf',
    name: 'p1.pdf',
    files: [
      {
        name: 'p1.pdf',
        bytes: pdf([
          [
            show(50, 700, 30, 'Ferry to run'),
            show(50, 650, 10, 'The ferry at Low Quay'),
            show(50, 638, 10, 'will run from Monday.'),
            '0.5 w 50 630 m 250 630 l S',
          ].join('\n'),
        ]),
      },
    ],
  },
  one('markup', 'p1.xml', TEI),
  { id: 'image', name: 'p1.png', files: [{ name: 'p1.png', bytes: PNG }] },
  {
    id: 'zip',
    name: 'issue.zip',
    files: [
      {
        name: 'issue.zip',
        bytes: zipSync(Object.fromEntries(METS_FILES.map(({ name, bytes: content }) => [name, content])), {
          mtime: 315619200000,
        }),
      },
    ],
  },
];
