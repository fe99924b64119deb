/** What a PAGE file that was opened holds beyond the model: polygons, baselines, words, styles, metadata, other regions. It goes out again. */
import { countCharacters } from '../../model/characters.ts';
import type { Source } from '../../model/edition.ts';
import type { KeptFiles } from '../markup.ts';
import { foreignId } from '../xml-ids.ts';
import { childrenOf, descendants, idsIn, isElement, textIn } from '../xml-tree.ts';
import type { Attributes, XmlElement } from '../xml-writer.ts';

export interface KeptPage {
  /** A line as it was, by its id in the opened file. */
  readonly lines: ReadonlyMap<string, XmlElement>;
  readonly regions: ReadonlyMap<string, XmlElement>;
  /** Metadata of other hands. */
  readonly metadata: readonly XmlElement[];
  readonly attributes: Attributes;
  /** Children of the page by their names: what has one place in the schema. */
  readonly parts: (name: string) => readonly XmlElement[];
  /** What lies over what: its references are to regions of the opened file. */
  readonly layers: (idOf: (region: string) => string | undefined) => XmlElement | undefined;
  /** Regions without text. */
  readonly pictures: readonly XmlElement[];
  readonly ids: ReadonlySet<string>;
}

const OUR_FACTS: ReadonlySet<string> = new Set([
  'edition-title',
  'edition-date',
  'edition-language',
  'page-label',
  'page-number',
]);

/** Scripts as they were named up to 2013, and since. */
const SCRIPTS: Readonly<Record<string, string>> = {
  Latin: 'Latn - Latin',
  Greek: 'Grek - Greek',
  Cyrillic: 'Cyrl - Cyrillic',
  Arabic: 'Arab - Arabic',
  Hebrew: 'Hebr - Hebrew',
  Han: 'Hani - Han (Hanzi, Kanji, Hanja)',
};

function modernAttributes(attributes: Attributes): Record<string, Attributes[string]> {
  const kept: Record<string, Attributes[string]> = { ...attributes };
  for (const name of ['primaryScript', 'secondaryScript']) {
    const value = kept[name];
    if (typeof value !== 'string' || value.includes(' - ')) continue;
    const now = SCRIPTS[value];
    if (now === undefined) delete kept[name];
    else kept[name] = now;
  }
  if (typeof kept['id'] === 'string') kept['id'] = foreignId(kept['id']);
  return kept;
}

/** As the schema of 2019 has it: points in an attribute, frames as regions of their own kind; and with ids that none of ours can be. */
function modern({ name, attributes, children }: XmlElement): XmlElement {
  const points = childrenOf({ name, attributes, children }, 'Point').map(
    (point) => `${String(point.attributes['x'])},${String(point.attributes['y'])}`,
  );
  const inside = children
    .filter((child) => !isElement(child) || child.name !== 'Point')
    .map((child) => (isElement(child) ? modern(child) : child));
  const own: Record<string, Attributes[string]> = {
    ...modernAttributes(attributes),
    ...(points.length ? { points: points.join(' ') } : {}),
  };
  if (name !== 'FrameRegion') return { name, attributes: own, children: inside };
  return {
    name: 'CustomRegion',
    attributes: { id: own['id'], custom: own['custom'], comments: own['comments'], type: 'frame' },
    children: inside,
  };
}

const hasText = (element: XmlElement): boolean =>
  descendants(element, 'Unicode').some((one) => countCharacters(textIn(one)) > 0);

/** null where the source was not read from a PAGE file. */
export function keptPage(files: KeptFiles, source: Source): KeptPage | null {
  const file = files.of(source, 'application/vnd.prima.page+xml');
  const page = file?.root.name === 'PcGts' ? childrenOf(file.root, 'Page')[file.page] : undefined;
  if (!file || !page) return null;
  const { root } = file;
  const byId = (name: RegExp): Map<string, XmlElement> => {
    const found = new Map<string, XmlElement>();
    const walk = (element: XmlElement): void => {
      for (const child of childrenOf(element)) {
        const { id } = child.attributes;
        if (name.test(child.name) && typeof id === 'string') found.set(id, modern(child));
        walk(child);
      }
    };
    walk(page);
    return found;
  };
  const regions = childrenOf(page).filter((child) => child.name.endsWith('Region'));
  const pictures = regions
    .filter((one) => one.name !== 'TextRegion' && !hasText(one) && one.attributes['id'] !== undefined)
    .map(modern);
  const pictureIds = new Set(pictures.map((one) => one.attributes['id']));
  const lines = byId(/^TextLine$/u);
  const wordIds = [...lines.values()].flatMap((line) => childrenOf(line).flatMap((child) => idsIn(child, 'id')));
  const metadata = childrenOf(root, 'Metadata').flatMap((one) => childrenOf(one));
  return {
    lines,
    regions: byId(/^TextRegion$/u),
    metadata: metadata
      .filter((one) => one.name !== 'MetadataItem' || !OUR_FACTS.has(String(one.attributes['name'])))
      .map(modern),
    attributes: page.attributes,
    parts: (name) => childrenOf(page, name).map(modern),
    layers: (idOf) => layersOf(childrenOf(page, 'Layers')[0], idOf, pictureIds),
    pictures,
    ids: new Set([...pictures.flatMap((one) => idsIn(one, 'id')), ...wordIds]),
  };
}

/** With the regions' new ids, and without those that are no more. */
function layersOf(
  layers: XmlElement | undefined,
  idOf: (region: string) => string | undefined,
  pictures: ReadonlySet<unknown>,
): XmlElement | undefined {
  const kept = (layers ? childrenOf(layers, 'Layer') : []).flatMap((layer): XmlElement[] => {
    const refs = childrenOf(layer, 'RegionRef').flatMap(({ name, attributes }): XmlElement[] => {
      const before = String(attributes['regionRef']);
      const now = idOf(before) ?? (pictures.has(foreignId(before)) ? foreignId(before) : undefined);
      return now === undefined ? [] : [{ name, attributes: { ...attributes, regionRef: now }, children: [] }];
    });
    return refs.length ? [{ ...modern(layer), children: refs }] : [];
  });
  return kept.length ? { name: 'Layers', attributes: {}, children: kept } : undefined;
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** The line's own text, of its first TextEquiv, else its words'. */
function lineText(line: XmlElement): string {
  const own = childrenOf(line, 'TextEquiv')[0];
  const text = own ? childrenOf(own, 'Unicode').map(textIn).join('') : '';
  return text.trim() === ''
    ? childrenOf(line, 'Word')
        .map((word) => childrenOf(word, 'TextEquiv').slice(0, 1).map(textIn).join(''))
        .join('')
    : text;
}

/** The line with its place, baseline and style; with its words too, as long as they still say what it says. */
export function keptLine(line: XmlElement, id: string, text: string, textEquiv: XmlElement): XmlElement {
  const attributes = { ...line.attributes, id };
  if (bare(lineText(line)) === bare(text)) return { ...line, attributes };
  const others = childrenOf(line).filter((child) => child.name !== 'Word' && child.name !== 'TextEquiv');
  const after = others.findIndex((child) => ['TextStyle', 'UserDefined', 'Labels'].includes(child.name));
  const at = after < 0 ? others.length : after;
  return { ...line, attributes, children: [...others.slice(0, at), textEquiv, ...others.slice(at)] };
}
