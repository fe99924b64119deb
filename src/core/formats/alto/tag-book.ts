/** How each role is told in ALTO: a tag of one of its families. The exact role is always the tag's description. */
import type { RoleId } from '../../model/role.ts';
import { el, type XmlElement } from '../xml-writer.ts';

export type TagFamily = 'LayoutTag' | 'StructureTag' | 'RoleTag' | 'OtherTag';

const ROLE_TAGS: Record<RoleId, readonly [family: TagFamily, label: string]> = {
  headline: ['StructureTag', 'Headline'],
  kicker: ['StructureTag', 'Overline'],
  subhead: ['StructureTag', 'Subheadline'],
  lead: ['StructureTag', 'Lead'],
  body: ['StructureTag', 'BodyText'],
  crosshead: ['StructureTag', 'Crosshead'],
  byline: ['RoleTag', 'Author'],
  dateline: ['RoleTag', 'Dateline'],
  caption: ['StructureTag', 'Caption'],
  'photo-credit': ['RoleTag', 'PhotoCredit'],
  source: ['RoleTag', 'Source'],
  'editor-note': ['StructureTag', 'EditorNote'],
  quote: ['StructureTag', 'PullQuote'],
  'jump-to': ['RoleTag', 'JumpTo'],
  'jump-from': ['RoleTag', 'JumpFrom'],
  'jump-head': ['StructureTag', 'JumpHead'],
  section: ['StructureTag', 'Section'],
  teaser: ['StructureTag', 'Teaser'],
  table: ['StructureTag', 'Table'],
  ad: ['LayoutTag', 'Advertisement'],
  notice: ['LayoutTag', 'Notice'],
  masthead: ['LayoutTag', 'Masthead'],
  folio: ['LayoutTag', 'Folio'],
  imprint: ['LayoutTag', 'Imprint'],
  unknown: ['OtherTag', 'Unknown'],
};

export interface TagBook {
  readonly role: (role: RoleId) => string;
  /** The tag's id, made when it is first asked for. */
  readonly tag: (family: TagFamily, type: string, label: string, description?: string) => string;
  readonly elements: () => XmlElement | undefined;
}

/** Tags in the order in which they were asked for, after `others`; the same tag is written once. */
export function openTagBook(others: readonly XmlElement[] = []): TagBook {
  const known = new Map<string, { id: string; element: XmlElement }>();
  const tag: TagBook['tag'] = (family, type, label, description) => {
    const key = JSON.stringify([family, type, label, description]);
    let one = known.get(key);
    if (!one) {
      const id = `tag_${known.size + 1}`;
      one = { id, element: el(family, { ID: id, TYPE: type, LABEL: label, DESCRIPTION: description }) };
      known.set(key, one);
    }
    return one.id;
  };
  return {
    tag,
    role(role) {
      const [family, label] = ROLE_TAGS[role];
      return tag(family, 'press-role', label, role);
    },
    elements: () =>
      known.size || others.length
        ? el(
            'Tags',
            {},
            others,
            [...known.values()].map((one) => one.element),
          )
        : undefined,
  };
}
