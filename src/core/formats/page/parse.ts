/** PAGE XML 2009 to 2024 as a stream of tags, brought to a plain list of regions with their lines. */
import type { Box } from '../../model/edition.ts';
import type { ReadContext } from '../reading.ts';
import { attributeNumber, Bounds, boxOfPoints } from '../xml/numbers.ts';
import { NO_ATTRIBUTES, type Attributes } from '../xml/attributes.ts';
import { streamXml, type Fail } from '../xml/stream.ts';
import { customOf, type Custom } from './custom.ts';
import type { OrderGroup, OrderItem } from './order.ts';

/** Whatever may have a TextEquiv: the one of the lowest index counts. */
export interface Holder {
  text: string;
  rank: number;
  confidence?: number;
}
export interface PageWord extends Holder {
  glyphs: string;
}
export interface PageLine extends Holder {
  readonly id: string | undefined;
  readonly index: number | undefined;
  readonly custom: Custom;
  readonly words: PageWord[];
  box: Box | null;
  size?: number;
  bold?: true;
}
export interface PageRegion extends Holder {
  readonly id: string | undefined;
  /** Element name. */
  readonly kind: string;
  readonly type: string | undefined;
  readonly custom: Custom;
  readonly continues: boolean;
  readonly parent: PageRegion | null;
  readonly lines: PageLine[];
  readonly labels: { readonly type: string; readonly value: string }[];
  cell?: { readonly row: number; readonly column: number };
  box: Box | null;
  size?: number;
  bold?: true;
}
export interface PageRelation {
  readonly type: 'join' | 'link';
  readonly refs: string[];
}
export interface ParsedPage {
  readonly image: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly custom: Custom;
  readonly regions: PageRegion[];
  order: OrderGroup | null;
  readonly relations: PageRelation[];
}

const RANK_NONE = Infinity;
const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1';

export interface ParsedFile {
  readonly pages: readonly ParsedPage[];
  /** The file's MetadataItems by their names. */
  readonly facts: ReadonlyMap<string, string>;
}

export async function parsePage(text: string, file: string, context: ReadContext): Promise<ParsedFile> {
  const pages: ParsedPage[] = [];
  const facts = new Map<string, string>();
  let page: ParsedPage | null = null;
  let region: PageRegion | null = null;
  let line: PageLine | null = null;
  let word: PageWord | null = null;
  let glyph: Holder | null = null;
  let equiv: { index: number; confidence: number | undefined; unicode: string; plain: string } | null = null;
  let capture: string[] | null = null;
  let bounds: Bounds | null = null;
  let relation: PageRelation | null = null;
  const groups: OrderGroup[] = [];

  const newHolder = (): Holder => ({ text: '', rank: RANK_NONE });
  const openRegion = (kind: string, a: Attributes): void => {
    region = {
      ...newHolder(),
      id: a.get('id'),
      kind,
      type: a.get('type'),
      custom: customOf(a.get('custom')),
      continues: isTrue(a.get('continuation')),
      parent: region,
      lines: [],
      labels: [],
      box: null,
    };
    page?.regions.push(region);
  };
  const openGroup = (name: string, a: Attributes, fail: Fail): void => {
    const group: OrderGroup = {
      ordered: name.startsWith('Ordered'),
      index: attributeNumber(a, 'index', fail),
      region: a.get('regionRef'),
      type: a.get('type'),
      caption: a.get('caption'),
      continued: isTrue(a.get('continuation')),
      labels: [],
      items: [],
    };
    const above = groups.at(-1);
    if (above) above.items.push(group);
    else if (page) page.order = group;
    groups.push(group);
  };
  const style = (a: Attributes, fail: Fail): void => {
    const holder = word ? null : (line ?? region);
    if (!holder) return;
    const size = attributeNumber(a, 'fontSize', fail);
    if (size !== undefined && size > 0) holder.size = size;
    if (a.get('bold') === 'true') holder.bold = true;
  };
  const place = (box: Box | null): void => {
    if (glyph || word) return;
    if (line) line.box = box;
    else if (region) region.box = box;
  };
  const confidence = (a: Attributes, fail: Fail): number | undefined => {
    const n = attributeNumber(a, 'conf', fail);
    return n !== undefined && n >= 0 && n <= 1 ? n : undefined;
  };

  const open: Readonly<Record<string, (a: Attributes, fail: Fail) => void>> = {
    Page: (a, fail) => {
      page = {
        image: a.get('imageFilename'),
        width: attributeNumber(a, 'imageWidth', fail),
        height: attributeNumber(a, 'imageHeight', fail),
        custom: customOf(a.get('custom')),
        regions: [],
        order: null,
        relations: [],
      };
      pages.push(page);
      region = null;
    },
    TextLine: (a, fail) => {
      if (!region) openRegion('TextRegion', NO_ATTRIBUTES);
      line = {
        ...newHolder(),
        id: a.get('id'),
        index: attributeNumber(a, 'index', fail),
        custom: customOf(a.get('custom')),
        words: [],
        box: null,
      };
      region?.lines.push(line);
    },
    Word: () => {
      word = { ...newHolder(), glyphs: '' };
      line?.words.push(word);
    },
    Glyph: () => {
      glyph = newHolder();
    },
    TextEquiv: (a, fail) => {
      equiv = {
        index: attributeNumber(a, 'index', fail) ?? 0,
        confidence: confidence(a, fail),
        unicode: '',
        plain: '',
      };
    },
    Unicode: () => {
      capture = [];
    },
    PlainText: () => {
      capture = [];
    },
    Coords: (a, fail) => {
      const points = a.get('points');
      if (points !== undefined) place(boxOfPoints(points, fail));
      else bounds = new Bounds();
    },
    Point: (a, fail) => {
      const [x, y] = [attributeNumber(a, 'x', fail), attributeNumber(a, 'y', fail)];
      if (x !== undefined && y !== undefined) bounds?.add(x, y);
    },
    TextStyle: style,
    Label: (a) => {
      (region ?? groups.at(-1))?.labels.push({ type: a.get('type') ?? '', value: a.get('value') ?? '' });
    },
    MetadataItem: (a) => {
      const [name, value] = [a.get('name'), a.get('value')];
      if (name !== undefined && value !== undefined) facts.set(name, value);
    },
    TableCellRole: (a, fail) => {
      const [row, column] = [attributeNumber(a, 'rowIndex', fail), attributeNumber(a, 'columnIndex', fail)];
      if (region && row !== undefined && column !== undefined) region.cell = { row, column };
    },
    Relation: (a) => {
      relation = { type: a.get('type') === 'join' ? 'join' : 'link', refs: [] };
    },
  };
  const regionRef = (a: Attributes, fail: Fail): void => {
    const ref = a.get('regionRef');
    if (ref === undefined) return;
    const item: OrderItem = { region: ref, index: attributeNumber(a, 'index', fail) };
    if (relation) relation.refs.push(ref);
    else groups.at(-1)?.items.push(item);
  };

  await streamXml(
    text,
    file,
    {
      roots: ['PcGts'],
      open(name, a, fail) {
        if (name.endsWith('Region')) openRegion(name, a);
        else if (name.startsWith('RegionRef') || name.endsWith('RegionRef')) regionRef(a, fail);
        else if (/^(?:Uno|O)rderedGroup(?:Indexed)?$/u.test(name)) openGroup(name, a, fail);
        else if (Object.hasOwn(open, name)) open[name]?.(a, fail);
      },
      close(name) {
        if (name.endsWith('Region')) region = region?.parent ?? null;
        else if (name === 'TextLine') line = null;
        else if (name === 'Word') word = null;
        else if (name === 'Glyph') {
          if (word && glyph) word.glyphs += glyph.text;
          glyph = null;
        } else if (name === 'Unicode' || name === 'PlainText') {
          if (equiv && capture) equiv[name === 'Unicode' ? 'unicode' : 'plain'] += capture.join('');
          capture = null;
        } else if (name === 'TextEquiv') {
          const holder = glyph ?? word ?? line ?? region;
          if (holder && equiv && equiv.index < holder.rank) {
            holder.text = equiv.unicode.trim() === '' ? equiv.plain : equiv.unicode;
            holder.rank = equiv.index;
            if (equiv.confidence !== undefined) holder.confidence = equiv.confidence;
          }
          equiv = null;
        } else if (name === 'Coords') {
          if (bounds) place(bounds.box());
          bounds = null;
        } else if (name === 'Relation') {
          if (page && relation) page.relations.push(relation);
          relation = null;
        } else if (name.endsWith('Group') || name.endsWith('GroupIndexed')) groups.pop();
      },
      text(part) {
        capture?.push(part);
      },
    },
    context,
  );
  return { pages, facts };
}
