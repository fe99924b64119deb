/**
 * What the standards ask of what we write, as far as we use them, in our own words. Sources: METS 1.12 (element order, IDREF attributes) and
 * MODS 3.7; TEI P5 and the DTA base format (what may stand in `div`, `body`, `fw`); NITF 3.6 (`head`, `body.head`, `block.content`); ECMA-376
 * part 1 (order in `pPr`, `rPr`, `style`) and part 2 (packages).
 */
import type { Rules } from './markup-rules.test-support.ts';

export const METS_RULES: Rules = {
  mets: { children: 'metsHdr? dmdSec* fileSec? structMap+ structLink?', attributes: 'TYPE LABEL' },
  metsHdr: { children: 'agent*', attributes: 'CREATEDATE' },
  agent: { children: 'name note*', attributes: 'ROLE!=CREATOR TYPE=OTHER OTHERTYPE' },
  dmdSec: { children: 'mdWrap', attributes: 'ID!' },
  mdWrap: { children: 'xmlData', attributes: 'MDTYPE!=MODS MIMETYPE' },
  xmlData: { children: 'mods' },
  mods: { children: 'titleInfo name* genre originInfo? language? abstract?' },
  titleInfo: { children: 'title subTitle?' },
  title: { text: true },
  subTitle: { text: true },
  // METS's name of an agent, and MODS's of a person.
  name: { children: '(namePart role)?', text: true },
  namePart: { text: true },
  role: { children: 'roleTerm' },
  roleTerm: { text: true, attributes: 'type!=text|code' },
  genre: { text: true },
  originInfo: { children: 'dateIssued' },
  dateIssued: { text: true, attributes: 'encoding=iso8601|w3cdtf' },
  language: { children: 'languageTerm' },
  languageTerm: { text: true, attributes: 'type!=code|text authority=rfc5646' },
  abstract: { text: true },
  fileSec: { children: 'fileGrp+' },
  fileGrp: { children: 'file*', attributes: 'ID USE' },
  file: { children: 'FLocat+', attributes: 'ID! MIMETYPE' },
  FLocat: { attributes: 'LOCTYPE!=URL xlink:type=simple xlink:href!' },
  structMap: { children: 'div', attributes: 'TYPE=PHYSICAL|LOGICAL' },
  div: { children: 'fptr* div*', attributes: 'ID TYPE! LABEL DMDID ORDER ORDERLABEL' },
  fptr: { children: 'area?', attributes: 'FILEID' },
  area: { attributes: 'FILEID! BEGIN! BETYPE!=IDREF' },
  structLink: { children: 'smLink+' },
  smLink: { attributes: 'xlink:from! xlink:to!' },
};

const MIXED = { children: 'cb*', text: true } as const;

export const TEI_RULES: Rules = {
  TEI: { children: 'teiHeader text', attributes: 'xml:lang' },
  teiHeader: { children: 'fileDesc profileDesc?' },
  fileDesc: { children: 'titleStmt publicationStmt sourceDesc' },
  titleStmt: { children: 'title+' },
  title: { text: true, attributes: 'type=main level=j' },
  publicationStmt: { children: 'p+' },
  sourceDesc: { children: 'bibl+' },
  profileDesc: { children: 'langUsage' },
  langUsage: { children: 'language+' },
  language: { text: true, attributes: 'ident!' },
  date: { text: true, attributes: 'when!' },
  text: { children: 'body' },
  body: { children: '(pb|fw)* (div (pb|fw)*)+' },
  pb: { attributes: 'n xml:id' },
  cb: {},
  div: {
    children:
      '(head|argument|byline|dateline|fw|note)* ((p|ab|figure|bibl|quote|list|table) (fw|note)*)* (div (fw|note)*)*',
    attributes: 'type xml:id next prev',
  },
  p: { ...MIXED, attributes: 'xml:id part=I|M|F next prev' },
  head: { ...MIXED, attributes: 'type' },
  argument: { children: 'p' },
  byline: MIXED,
  dateline: MIXED,
  fw: { children: 'ref?', text: true, attributes: 'type! place=top|bottom' },
  ref: { ...MIXED, attributes: 'type target n' },
  figure: { children: '(head|bibl)' },
  // In the header with its parts, in the text with words.
  bibl: { children: '(title date?|cb*)', text: true, attributes: 'type!' },
  note: { ...MIXED, attributes: 'type!' },
  quote: { ...MIXED, attributes: 'rend!' },
  list: { children: 'item+', attributes: 'type' },
  item: { children: 'ref' },
  table: { children: 'row+' },
  row: { children: 'cell+' },
  cell: MIXED,
  ab: { ...MIXED, attributes: 'type' },
};

const BLOCK_CONTENT = '(p|hl2|table|bq|block)';
const WORDS = { text: true, attributes: 'class' } as const;

export const NITF_RULES: Rules = {
  nitf: { children: 'head? body', attributes: 'version!' },
  head: { children: 'title? meta* tobject? docdata? pubdata*' },
  title: { text: true },
  meta: { attributes: 'name content!' },
  docdata: { children: '(doc-id|date.issue)*', attributes: 'management-status=usable|embargoed|withheld|canceled' },
  'doc-id': { attributes: 'id-string! regsrc' },
  'date.issue': { attributes: 'norm!' },
  pubdata: {
    attributes: 'type=print|audio|video|web|appliance|other name date.publication position.section position.sequence',
  },
  body: { children: 'body.head? body.content* body.end?' },
  'body.head': { children: 'hedline? note* byline* dateline* abstract*' },
  hedline: { children: 'hl1 hl2*' },
  hl1: WORDS,
  hl2: WORDS,
  note: { children: 'body.content+', attributes: 'noteclass=cpyrt|end|hd|editorsnote|trademk|undef class' },
  byline: { text: true },
  dateline: { text: true },
  abstract: { children: `${BLOCK_CONTENT}*` },
  'body.content': { children: `${BLOCK_CONTENT}*` },
  block: { children: `${BLOCK_CONTENT}*`, attributes: 'class' },
  bq: { children: 'block' },
  table: { children: 'tr+' },
  tr: { children: '(th|td)+' },
  td: { text: true },
  p: WORDS,
  'body.end': { children: 'tagline? bibliography?' },
  tagline: { text: true },
};

const VALUE = { attributes: 'w:val!' } as const;

export const WORD_RULES: Rules = {
  document: { children: 'body' },
  body: { children: 'p* sectPr' },
  sectPr: { children: 'pgSz pgMar' },
  pgSz: { attributes: 'w:w! w:h!' },
  pgMar: { attributes: 'w:top! w:right! w:bottom! w:left! w:header! w:footer! w:gutter!' },
  p: { children: 'pPr? r*' },
  r: { children: 'rPr? t*' },
  t: { text: true, attributes: 'xml:space!=preserve' },
  styles: { children: 'docDefaults style+' },
  docDefaults: { children: 'rPrDefault? pPrDefault?' },
  rPrDefault: { children: 'rPr?' },
  style: { children: 'name basedOn? qFormat? pPr? rPr?', attributes: 'w:type!=paragraph w:styleId! w:default=1' },
  name: VALUE,
  basedOn: VALUE,
  qFormat: {},
  pPr: { children: 'pStyle? keepNext? spacing? ind? jc? outlineLvl?' },
  pStyle: VALUE,
  keepNext: {},
  spacing: { attributes: 'w:before w:after w:line w:lineRule' },
  ind: { attributes: 'w:firstLineChars w:firstLine' },
  jc: { attributes: 'w:val!=left|center|right|both' },
  outlineLvl: VALUE,
  rPr: { children: 'rFonts? b? i? color? sz? szCs? lang?' },
  rFonts: { attributes: 'w:ascii w:hAnsi w:eastAsia w:cs' },
  b: {},
  i: {},
  color: VALUE,
  sz: VALUE,
  szCs: VALUE,
  lang: { attributes: 'w:val w:eastAsia' },
  // The package.
  Types: { children: 'Default+ Override*' },
  Default: { attributes: 'Extension! ContentType!' },
  Override: { attributes: 'PartName! ContentType!' },
  Relationships: { children: 'Relationship*' },
  Relationship: { attributes: 'Id! Type! Target!' },
  coreProperties: { children: 'title? creator? language? created? modified?' },
  title: { text: true },
  creator: { text: true },
  language: { text: true },
  created: { text: true, attributes: 'xsi:type!=dcterms:W3CDTF' },
  modified: { text: true, attributes: 'xsi:type!=dcterms:W3CDTF' },
};

const texts = { type: 'string' };
const told = (...names: readonly string[]): object => ({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name, texts])),
  },
});
const valued = { ...told('role', 'contentType', 'value') };

/** ninjs 3.1 as far as it is used: nothing else may stand there, in an item or in what is associated with it. */
export const NINJS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: {
    item: {
      type: 'object',
      properties: {
        standard: {
          type: 'object',
          additionalProperties: false,
          properties: { name: texts, version: texts, schema: { type: 'string', pattern: '^https?://' } },
        },
        uri: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>"{}|\\\\^`]+$' },
        type: { enum: ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event', 'planning'] },
        representationType: { enum: ['full', 'partial'] },
        contentCreated: {
          type: 'string',
          pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})$',
        },
        pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
        language: texts,
        title: texts,
        by: texts,
        located: texts,
        headlines: { ...valued, items: { ...(valued as { items: object }).items, required: ['value'] } },
        bodies: { ...valued, items: { ...(valued as { items: object }).items, required: ['value'] } },
        descriptions: { ...valued, items: { ...(valued as { items: object }).items, required: ['value'] } },
        infoSources: told('name', 'role', 'uri', 'literal'),
        genres: told('name', 'uri', 'literal'),
        altIds: told('role', 'value'),
        associations: {
          type: 'array',
          items: {
            $ref: '#/$defs/item',
            properties: { name: texts, rel: texts },
            required: ['name', 'uri'],
            unevaluatedProperties: false,
          },
        },
      },
    },
  },
  $ref: '#/$defs/item',
  required: ['uri'],
  unevaluatedProperties: false,
} as const;
