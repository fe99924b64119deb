/** What an ALTO file that was opened holds beyond the model: words with their places, glyphs, styles, how it was made. It goes out again. */
import type { Source } from '../../model/edition.ts';
import type { KeptFiles } from '../markup.ts';
import { foreignId } from '../xml-ids.ts';
import { childrenOf, descendants, idsIn, isElement } from '../xml-tree.ts';
import type { Attributes, XmlElement } from '../xml-writer.ts';

export interface KeptAlto {
  /** Lines and blocks as they were, by their ids in the opened file. */
  readonly lines: ReadonlyMap<string, XmlElement>;
  /** With the attributes that say nothing of place, order or tags. */
  readonly blocks: ReadonlyMap<string, XmlElement>;
  readonly styles: XmlElement | undefined;
  readonly processing: readonly XmlElement[];
  /** Tags of other hands. */
  readonly tags: readonly XmlElement[];
  readonly pictures: readonly XmlElement[];
  readonly ids: ReadonlySet<string>;
}

const REFERENCES = ['STYLEREFS', 'TAGREFS', 'PROCESSINGREFS'];
const BLOCK_FACTS: ReadonlySet<string> = new Set(['STYLEREFS', 'ROTATION', 'CS', 'LANG', 'language', 'BASEDIRECTION']);

/** Drafts named their tags without the word, marked glyphs as valid, and put a variant's character inside it. */
const TAG_NAMES: ReadonlyMap<string, string> = new Map([
  ...['Layout', 'Structure', 'Role', 'NamedEntity', 'Other'].map((name) => [name, `${name}Tag`] as const),
  ['NE', 'NamedEntityTag'],
]);
const FAMILIES: ReadonlySet<string> = new Set(TAG_NAMES.values());

/** As version 4 has it; with ids that none of ours can be, and no reference to what is not kept. */
function adopt({ name, attributes, children }: XmlElement, known: ReadonlySet<string>): XmlElement {
  const own: Record<string, Attributes[string]> = { ...attributes };
  if (typeof own['ID'] === 'string') own['ID'] = foreignId(own['ID']);
  for (const key of REFERENCES) {
    if (own[key] === undefined) continue;
    const refs = String(own[key])
      .split(/\s+/u)
      .filter((ref) => known.has(ref))
      .map(foreignId);
    if (refs.length) own[key] = refs.join(' ');
    else delete own[key];
  }
  if (name === 'Glyph') delete own['VALID'];
  if (name !== 'Variant')
    return {
      name: TAG_NAMES.get(name) ?? name,
      attributes: own,
      children: children.map((child) => (isElement(child) ? adopt(child, known) : child)),
    };
  return {
    name,
    attributes: {
      CONTENT:
        own['CONTENT'] ??
        children
          .filter((child) => typeof child === 'string')
          .join('')
          .trim(),
      VC: own['VC'],
    },
    children: [],
  };
}

const isOurTag = ({ attributes }: XmlElement): boolean => {
  const type = String(attributes['TYPE'] ?? '');
  return type.startsWith('press-') || (type === 'Article' && /^\d+$/u.test(String(attributes['DESCRIPTION'] ?? '')));
};
const isOurStep = (step: XmlElement): boolean =>
  step.name === 'Processing' && descendants(step, 'softwareName').some((one) => one.children.join('') === 'Pasteup');

/** null where the source was not read from an ALTO file. */
export function keptAlto(files: KeptFiles, source: Source): KeptAlto | null {
  const file = files.of(source, 'application/alto+xml');
  const page = file?.root.name === 'alto' ? descendants(file.root, 'Page')[file.page] : undefined;
  if (!file || !page) return null;
  const { root } = file;
  const [description] = childrenOf(root, 'Description');
  const styles = childrenOf(root, 'Styles')[0];
  const steps = (description ? childrenOf(description) : []).filter(
    (one) => /Processing$/u.test(one.name) && one.attributes['ID'] !== undefined && !isOurStep(one),
  );
  const tags = childrenOf(root, 'Tags')
    .flatMap((one) => childrenOf(one))
    .filter(
      (one) =>
        one.attributes['ID'] !== undefined && FAMILIES.has(TAG_NAMES.get(one.name) ?? one.name) && !isOurTag(one),
    );
  const known = new Set([
    ...(styles ? idsIn(styles, 'ID') : []),
    ...steps.flatMap((one) => idsIn(one, 'ID')),
    ...tags.flatMap((one) => idsIn(one, 'ID')),
  ]);
  const byId = (name: string): Map<string, XmlElement> =>
    new Map(
      descendants(page, name).flatMap((one): [string, XmlElement][] =>
        typeof one.attributes['ID'] === 'string' ? [[one.attributes['ID'], adopt(one, known)]] : [],
      ),
    );
  const lines = byId('TextLine');
  const blocks = new Map(
    [...byId('TextBlock')].map(([id, one]): [string, XmlElement] => [
      id,
      {
        ...one,
        attributes: Object.fromEntries(Object.entries(one.attributes).filter(([key]) => BLOCK_FACTS.has(key))),
      },
    ]),
  );
  const pictures = ['Illustration', 'GraphicalElement']
    .flatMap((name) => descendants(page, name))
    .filter((one) => one.attributes['ID'] !== undefined)
    .map((one) => adopt(one, known));
  const kept = {
    styles: styles && adopt(styles, known),
    processing: steps.map((one) => adopt(one, known)),
    tags: tags.map((one) => adopt(one, known)),
    pictures,
  };
  const inside = [...lines.values()].flatMap((line) => childrenOf(line).flatMap((child) => idsIn(child, 'ID')));
  const outside = [...(kept.styles ? [kept.styles] : []), ...kept.processing, ...kept.tags, ...pictures].flatMap(
    (one) => idsIn(one, 'ID'),
  );
  return { lines, blocks, ...kept, ids: new Set([...inside, ...outside]) };
}

/** Do the words of a line, its hyphen with them, say this text? */
export function saysStill(line: XmlElement, text: string): boolean {
  const words = childrenOf(line).map((child) =>
    child.name === 'String' || child.name === 'HYP' ? String(child.attributes['CONTENT'] ?? '') : '',
  );
  return words.join('').replace(/\s+/gu, '') === text.replace(/\s+/gu, '');
}
