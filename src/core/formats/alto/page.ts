/** One page as an ALTO 4.4 document. */
import { pageOfFragment } from '../../continuations.ts';
import type { Box, Edition, Fragment } from '../../model/edition.ts';
import { articlesOf, readingOrder } from '../../model/selectors.ts';
import { languageOf } from '../edition-facts.ts';
import { isSynthetic, unionOf, type LaidFragment, type LaidLine, type LaidPage } from '../laid-page.ts';
import type { ArticleOnPage } from '../page-order.ts';
import { el, layXml, type Attributes, type XmlElement } from '../xml-writer.ts';
import type { KeptFiles } from '../markup.ts';
import { breaksIn } from '../paragraphs.ts';
import { xmlIds, type XmlIds } from '../xml-ids.ts';
import { childrenOf } from '../xml-tree.ts';
import { keptAlto, saysStill, type KeptAlto } from './kept.ts';
import { openTagBook, type TagBook } from './tag-book.ts';
import { wordsIn } from '../laid-words.ts';

const NAMESPACE = 'http://www.loc.gov/standards/alto/ns-v4#';

interface Measure {
  readonly unit: 'pixel' | 'mm10' | 'inch1200';
  /** Page units to file units. */
  readonly scale: number;
}

const POINT = 1200 / 72;

/** ALTO knows pixels, tenths of a millimetre and 1/1200 inch; the rebuilt sheet and PDFs are in points. */
export function measureOf({ source }: LaidPage): Measure {
  const unit = source ? (source.unit ?? 'px') : 'pt';
  if (unit === 'mm10' || unit === 'inch1200') return { unit, scale: 1 };
  return unit === 'pt' ? { unit: 'inch1200', scale: POINT } : { unit: 'pixel', scale: 1 };
}

const rounded = (n: number): number => Math.round(n * 100) / 100;

const place = ([x, y, width, height]: Box, { scale }: Pick<Measure, 'scale'>): Attributes => ({
  HPOS: rounded(x * scale),
  VPOS: rounded(y * scale),
  WIDTH: rounded(width * scale),
  HEIGHT: rounded(height * scale),
});

/** A block is as large as its lines are written: so it is the same when they are read again. */
function placeBlock({ box, lines }: LaidFragment, { scale }: Measure): Attributes {
  const written = lines.map(({ box: [x, y, width, height] }): Box => [
    rounded(x * scale),
    rounded(y * scale),
    rounded(width * scale),
    rounded(height * scale),
  ]);
  return place(unionOf(written) ?? box, { scale: written.length ? 1 : scale });
}

const SPACE = el('SP');

function textLine(line: LaidLine, id: string, measure: Measure, kept: KeptAlto | null): XmlElement {
  const before = line.whole && line.ref !== undefined ? kept?.lines.get(line.ref) : undefined;
  if (before && saysStill(before, line.text)) return { ...before, attributes: { ...before.attributes, ID: id } };
  const words = wordsIn(line.text, line.box).map(({ text, box }) =>
    el('String', { ...place(box, measure), CONTENT: text, WC: line.confidence }),
  );
  return el(
    'TextLine',
    { ...before?.attributes, ID: id, ...place(line.box, measure) },
    before && childrenOf(before, 'Shape'),
    words.flatMap((word, i) => (i ? [SPACE, word] : [word])),
  );
}

function tagRefs({ fragment, text, synthetic }: LaidFragment, tags: TagBook): string {
  const { placement, jump } = fragment;
  const refs = [tags.role(fragment.role)];
  if (placement.at === 'discarded') refs.push(tags.tag('LayoutTag', 'press-discarded', 'Noise', placement.reason));
  if (placement.at === 'unplaced') refs.push(tags.tag('OtherTag', 'press-placement', 'Unplaced'));
  if (fragment.continues) refs.push(tags.tag('OtherTag', 'press-state', 'Continues'));
  if (fragment.confirmed) refs.push(tags.tag('OtherTag', 'press-state', 'Confirmed'));
  if (jump) refs.push(tags.tag('OtherTag', 'press-jump', jump.page ?? ''));
  const breaks = breaksIn(text);
  if (breaks !== undefined) refs.push(tags.tag('OtherTag', 'press-paragraphs', breaks));
  if (synthetic) refs.push(tags.tag('OtherTag', 'press-positions', 'Synthetic'));
  return refs.join(' ');
}

/** The blocks that a paragraph goes on in, by the block it goes on from. */
function nextBlocks(edition: Edition, laid: LaidPage, ids: XmlIds): Map<string, string> {
  const next = new Map<string, string>();
  const here = (f: Fragment): boolean => pageOfFragment(f) === laid.page.id;
  for (const article of articlesOf(edition)) {
    const members = readingOrder(edition, article.id);
    members.forEach((f, i) => {
      const before = f.continues && here(f) ? members.slice(0, i).findLast((one) => one.role === f.role) : undefined;
      const id = ids.regions.get(f.id);
      if (before && here(before) && id !== undefined) next.set(before.id, id);
    });
  }
  return next;
}

function readingOrderOf({ order }: LaidPage, ids: XmlIds, tags: TagBook): XmlElement | undefined {
  let count = 0;
  const refs = (fragments: readonly Fragment[]): XmlElement[] =>
    fragments.map((f) => el('ElementRef', { ID: `o${++count}`, REF: ids.regions.get(f.id) }));
  const group = ({ article, number, title, part, parts, places, members }: ArticleOnPage): XmlElement => {
    const told = [tags.tag('StructureTag', 'Article', title, String(number))];
    if (part > 0 && parts > 1) told.push(tags.tag('OtherTag', 'press-part', `${part}/${parts}`));
    if (places) told.push(tags.tag('OtherTag', 'press-places', places.join(' ')));
    if (article.kind !== 'article') told.push(tags.tag('OtherTag', 'press-kind', article.kind));
    return el('OrderedGroup', { ID: `a${number}`, TAGREFS: told.join(' ') }, refs(members));
  };
  const groups = [...refs(order.first), ...order.articles.map(group), ...refs(order.last)];
  return groups.length ? el('ReadingOrder', {}, el('UnorderedGroup', { ID: 'ro' }, groups)) : undefined;
}

export function altoPage(edition: Edition, laid: LaidPage, files: KeptFiles): string {
  const { page, source } = laid;
  const measure = measureOf(laid);
  const kept = source && measure.scale === 1 ? keptAlto(files, source) : null;
  const ids = xmlIds(laid, kept?.ids);
  const tags = openTagBook(kept?.tags);
  const next = nextBlocks(edition, laid, ids);
  const blocks = laid.fragments.map((one) => {
    const before = one.block === undefined ? undefined : kept?.blocks.get(one.block);
    return el(
      'TextBlock',
      {
        ...before?.attributes,
        ID: ids.regions.get(one.fragment.id),
        TAGREFS: tagRefs(one, tags),
        ...placeBlock(one, measure),
        IDNEXT: next.get(one.fragment.id),
      },
      before && childrenOf(before, 'Shape'),
      one.lines.map((line, n) => textLine(line, ids.line(one.fragment.id, n), measure, kept)),
    );
  });
  const order = readingOrderOf(laid, ids, tags);
  const whole = place([0, 0, laid.width, laid.height], measure);
  const description = isSynthetic(laid)
    ? 'Positions are synthetic: taken from the rebuilt page.'
    : 'Structure edited; text and positions of lines as read or corrected; positions of words are shares of their lines.';
  return layXml(
    el(
      'alto',
      {
        xmlns: NAMESPACE,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${NAMESPACE} http://www.loc.gov/standards/alto/v4/alto-4-4.xsd`,
        SCHEMAVERSION: '4.4',
      },
      el(
        'Description',
        {},
        el('MeasurementUnit', {}, measure.unit),
        source?.image !== undefined && el('sourceImageInformation', {}, el('fileName', {}, source.image)),
        kept?.processing.filter(({ name }) => name === 'OCRProcessing'),
        kept?.processing.filter(({ name }) => name === 'Processing'),
        el(
          'Processing',
          { ID: 'w1' },
          el('processingCategory', {}, 'contentModification'),
          el('processingStepDescription', {}, description),
          el('processingSoftware', {}, el('softwareName', {}, 'Pasteup')),
        ),
      ),
      kept?.styles,
      tags.elements(),
      order,
      el(
        'Layout',
        {},
        el(
          'Page',
          {
            ID: `p${laid.number}`,
            PHYSICAL_IMG_NR: laid.number,
            PRINTED_IMG_NR: page.label,
            WIDTH: whole['WIDTH'],
            HEIGHT: whole['HEIGHT'],
            LANG: languageOf(edition),
          },
          el(
            'PrintSpace',
            whole,
            blocks,
            kept?.pictures ?? [
              ...(source?.pictures ?? []).map((box, i) =>
                el('Illustration', { ID: `img${i + 1}`, ...place(box, measure) }),
              ),
              ...(source?.separators ?? []).map((box, i) =>
                el('GraphicalElement', { ID: `sep${i + 1}`, ...place(box, measure) }),
              ),
            ],
          ),
        ),
      ),
    ),
  );
}
