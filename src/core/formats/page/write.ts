/** PAGE XML of 2019-07-15, one file a page. */
import { countCharacters } from '../../model/characters.ts';
import type { Box, Edition } from '../../model/edition.ts';
import { momentOf } from '../edition-facts.ts';
import { numberedName } from '../file-names.ts';
import { isSynthetic, layPages, type LaidFragment, type LaidLine, type LaidPage } from '../laid-page.ts';
import { keptFiles, type KeptFiles } from '../markup.ts';
import { LAID_LOSES, laidCarries } from '../laid-facts.ts';
import { breaksIn } from '../paragraphs.ts';
import { openTally } from '../tally.ts';
import { contentOf, type FormatWriter, type Written, type WrittenFile } from '../writer.ts';
import { xmlIds, type XmlIds } from '../xml-ids.ts';
import { childrenOf } from '../xml-tree.ts';
import { el, layXml, unescapeXml, type Attributes, type XmlElement } from '../xml-writer.ts';
import { keptLine, keptPage, type KeptPage } from './kept.ts';
import { labels } from './labels.ts';
import { orderOf, relationsOf } from './write-order.ts';
import { languageName, REGION_AROUND, textTypeOf } from './types.ts';

const NAMESPACE = 'http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15';

const whole = (n: number): number => Math.max(0, Math.round(n));

function coords([x, y, width, height]: Box): XmlElement {
  const [left, top, right, bottom] = [whole(x), whole(y), whole(x + width), whole(y + height)];
  return el('Coords', { points: `${left},${top} ${right},${top} ${right},${bottom} ${left},${bottom}` });
}

const textEquiv = (text: string, conf?: number): XmlElement => el('TextEquiv', { conf }, el('Unicode', {}, text));

/** Facts of an opened file's region that the model has no word for. */
const REGION_FACTS = [
  'orientation',
  'leading',
  'readingDirection',
  'textLineOrder',
  'readingOrientation',
  'indented',
  'align',
  'primaryLanguage',
  'secondaryLanguage',
  'primaryScript',
  'secondaryScript',
  'production',
  'comments',
];

function region(laid: LaidFragment, ids: XmlIds, kept: KeptPage | null): XmlElement {
  const { fragment, text, box, lines, synthetic } = laid;
  const before = laid.block === undefined ? undefined : kept?.regions.get(laid.block);
  const parts = (...names: readonly string[]): XmlElement[] =>
    before ? childrenOf(before).filter((child) => names.includes(child.name)) : [];
  const facts = Object.fromEntries(
    REGION_FACTS.flatMap((name) => (before?.attributes[name] === undefined ? [] : [[name, before.attributes[name]]])),
  );
  const id = ids.regions.get(fragment.id) ?? '';
  const { placement, role, jump } = fragment;
  const off = placement.at === 'discarded' ? placement : undefined;
  const told = labels({
    'press-role': role,
    'press-placement': placement.at === 'page' ? undefined : placement.at,
    'press-discarded': off?.reason,
    'press-note': off?.note,
    'press-jump': jump && (jump.page ?? ''),
    'press-confirmed': fragment.confirmed && 'true',
    'press-paragraphs': breaksIn(text),
  });
  const around = off ? 'NoiseRegion' : REGION_AROUND[role];
  const own = {
    id,
    custom: synthetic ? 'positions {synthetic:true;}' : undefined,
    continuation: fragment.continues,
  };
  const inner = el(
    'TextRegion',
    { ...own, id: around ? `${id}_t` : id, type: textTypeOf(role, text), ...facts },
    parts('AlternativeImage'),
    parts('Coords')[0] ?? coords(box),
    parts('UserDefined'),
    told,
    lines.map((line, n) => textLine(line, ids.line(fragment.id, n), kept)),
    textEquiv(text),
    parts('TextStyle'),
  );
  return around ? el(around, own, coords(box), told, inner) : inner;
}

function textLine(line: LaidLine, id: string, kept: KeptPage | null): XmlElement {
  const equiv = textEquiv(line.text, line.confidence);
  const before = line.whole && line.ref !== undefined ? kept?.lines.get(line.ref) : undefined;
  return before ? keptLine(before, id, line.text, equiv) : el('TextLine', { id }, coords(line.box), equiv);
}

const boxes = ({ source }: LaidPage): XmlElement[] => [
  ...(source?.pictures ?? []).map((box, i) => picture('ImageRegion', `img${i + 1}`, box)),
  ...(source?.separators ?? []).map((box, i) => picture('SeparatorRegion', `sep${i + 1}`, box)),
];

/** Facts of an opened file's page that we say nothing of ourselves. */
const pageFacts = (kept: KeptPage | null): Attributes =>
  Object.fromEntries(
    Object.entries(kept?.attributes ?? {}).filter(
      ([name]) => !['imageFilename', 'imageWidth', 'imageHeight'].includes(name),
    ),
  );

function picture(kind: 'ImageRegion' | 'SeparatorRegion', id: string, box: Box): XmlElement {
  return el(kind, { id }, coords(box));
}

export function pageXml(edition: Edition, laid: LaidPage, files: KeptFiles): string {
  const { page, source } = laid;
  const kept = source ? keptPage(files, source) : null;
  const ids = xmlIds(laid, kept?.ids);
  const nowOf = new Map(
    laid.fragments.flatMap(({ fragment, block }): [string, string | undefined][] =>
      block === undefined ? [] : [[block, ids.regions.get(fragment.id)]],
    ),
  );
  const moment = momentOf(edition);
  const parts = (...names: readonly string[]): XmlElement[] => names.flatMap((name) => kept?.parts(name) ?? []);
  const said = (name: string): XmlElement | undefined => kept?.metadata.find((one) => one.name === name);
  const facts = {
    'edition-title': edition.title,
    'edition-date': edition.date,
    'edition-language': edition.language,
    'page-label': page.label,
    'page-number': String(laid.number),
  };
  const root = el(
    'PcGts',
    {
      xmlns: NAMESPACE,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${NAMESPACE} ${NAMESPACE}/pagecontent.xsd`,
    },
    el(
      'Metadata',
      {},
      said('Creator') ?? el('Creator', {}, 'Pasteup'),
      said('Created') ?? el('Created', {}, moment),
      said('LastChange') ?? el('LastChange', {}, moment),
      kept?.metadata.filter(({ name }) => name === 'Comments' || name === 'UserDefined'),
      kept?.metadata.filter(({ name }) => name === 'MetadataItem'),
      Object.entries(facts)
        .map(([name, value]) => value && el('MetadataItem', { type: 'other', name, value }))
        .filter((item) => item !== ''),
    ),
    el(
      'Page',
      {
        imageFilename: source?.image ?? '',
        imageWidth: whole(laid.width),
        imageHeight: whole(laid.height),
        custom: isSynthetic(laid) ? 'positions {synthetic:true;}' : undefined,
        type: 'content',
        primaryLanguage: languageName(edition.language),
        ...pageFacts(kept),
      },
      parts('AlternativeImage', 'Border', 'PrintSpace'),
      orderOf(laid, ids.regions),
      kept?.layers((before) => nowOf.get(before)),
      relationsOf(edition, laid, ids.regions),
      parts('TextStyle', 'UserDefined', 'Labels'),
      laid.fragments.map((one) => region(one, ids, kept)),
      kept ? kept.pictures : boxes(laid),
    ),
  );
  return layXml(root);
}
function write(edition: Edition): Written {
  const tally = openTally(edition);
  const pages = layPages(edition, tally);
  const kept = keptFiles(edition);
  const files = pages.map((laid) => ({
    path: `page/${numberedName(laid.number, pages.length, laid.page.label, '.xml')}`,
    content: pageXml(edition, laid, kept),
  }));
  return tally.close(files);
}

/** Regions' own text, lines aside: the lines say the same again. */
const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => {
    const regions = contentOf(file).replace(/<TextLine [^]*?<\/TextLine>/gu, '');
    const texts = Array.from(regions.matchAll(/<Unicode>([^<]*)<\/Unicode>/gu), (match) => unescapeXml(match[1] ?? ''));
    return n + countCharacters(texts.join('\n'));
  }, 0);

export const pageXmlWriter: FormatWriter = {
  id: 'page',
  name: { code: 'writer.page' },
  extension: '.xml',
  mediaType: 'application/vnd.prima.page+xml',
  carries: laidCarries('markup'),
  loses: LAID_LOSES,
  parts: ['page'],
  write,
  recount,
};
