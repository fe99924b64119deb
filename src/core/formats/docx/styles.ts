/** Word styles: one for each role, so that a whole kind of text can be restyled at once. */
import type { RoleId } from '../../model/role.ts';
import { ROLES } from '../../model/role.ts';
import { el, layXml, type Attributes, type XmlElement } from '../xml-writer.ts';

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Styles of lines that are ours and not the edition's. */
export const OUR_STYLES = ['Title', 'Heading1', 'Given'] as const;

interface Look {
  /** In points. */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Outline level from 0, for the navigation pane. */
  readonly level?: number;
  readonly grey?: true;
  /** Space above and below in points. */
  readonly space?: readonly [before: number, after: number];
  readonly indent?: true;
}

const SMALL: Look = { size: 9.5, grey: true, space: [0, 4] };

const LOOKS: Partial<Record<RoleId, Look>> = {
  masthead: { size: 26, bold: true, align: 'center', space: [0, 12] },
  section: { size: 12, bold: true, space: [12, 6] },
  kicker: { size: 12, space: [14, 2] },
  headline: { size: 19, bold: true, level: 1, space: [10, 8] },
  subhead: { size: 13, space: [0, 8] },
  crosshead: { size: 12, bold: true, level: 2, space: [10, 4] },
  lead: { bold: true, space: [0, 6] },
  byline: { size: 10, space: [0, 6] },
  dateline: { size: 10, space: [0, 6] },
  caption: { size: 9.5, space: [4, 4] },
  quote: { size: 14, italic: true, space: [8, 8] },
  'editor-note': { italic: true, space: [6, 6] },
  'photo-credit': SMALL,
  source: SMALL,
  folio: SMALL,
  imprint: SMALL,
  teaser: { space: [0, 4] },
  body: { align: 'both', space: [0, 4], indent: true },
};

/** headline → RoleHeadline */
export const styleOf = (role: RoleId): string =>
  `Role${role.replace(/(?:^|-)(\w)/gu, (_, ch: string) => ch.toUpperCase())}`;

const w = (name: string, attributes: Attributes = {}, ...children: (XmlElement | false | undefined)[]): XmlElement =>
  el(
    `w:${name}`,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.includes(':') ? key : `w:${key}`, value])),
    children,
  );

function style(id: string, name: string, look: Look, square: boolean): XmlElement {
  const half = look.size === undefined ? undefined : Math.round(look.size * 2);
  const [before, after] = look.space ?? [0, 4];
  return w(
    'style',
    { type: 'paragraph', styleId: id },
    w('name', { val: name }),
    w('basedOn', { val: 'Normal' }),
    w('qFormat'),
    w(
      'pPr',
      {},
      look.level !== undefined && w('keepNext'),
      w('spacing', { before: before * 20, after: after * 20 }),
      look.indent && square && w('ind', { firstLineChars: 200, firstLine: 420 }),
      look.align && w('jc', { val: look.align }),
      look.level !== undefined && w('outlineLvl', { val: look.level }),
    ),
    w(
      'rPr',
      {},
      look.bold && w('b'),
      look.italic && w('i'),
      look.grey && w('color', { val: '666666' }),
      half !== undefined && w('sz', { val: half }),
      half !== undefined && w('szCs', { val: half }),
    ),
  );
}

/** `square`: a Chinese or Japanese edition, whose paragraphs begin two characters in. */
export function stylesXml(language: string | undefined, square: boolean): string {
  return layXml(
    el(
      'w:styles',
      { 'xmlns:w': WORD },
      w(
        'docDefaults',
        {},
        w(
          'rPrDefault',
          {},
          w(
            'rPr',
            {},
            w('rFonts', {
              ascii: 'Times New Roman',
              hAnsi: 'Times New Roman',
              eastAsia: 'SimSun',
              cs: 'Times New Roman',
            }),
            w('sz', { val: 21 }),
            w('szCs', { val: 21 }),
            language !== undefined && w('lang', square ? { eastAsia: language } : { val: language }),
          ),
        ),
      ),
      w('style', { type: 'paragraph', default: 1, styleId: 'Normal' }, w('name', { val: 'Normal' }), w('qFormat')),
      style('Title', 'Title', { size: 24, bold: true, space: [0, 6] }, square),
      style('Heading1', 'heading 1', { size: 12, bold: true, level: 0, grey: true, space: [24, 8] }, square),
      style('Given', 'Given title', { size: 19, level: 1, grey: true, space: [10, 8] }, square),
      ROLES.map((role) => style(styleOf(role), `Press ${role}`, LOOKS[role] ?? {}, square)),
    ),
  );
}
