/** ALTO 1.0 to 4.4 as a stream of tags, in any namespace or none, brought to pages of lines. Words are let go as soon as their block is read. */
import type { Box } from '../../model/edition.ts';
import { attributeNumber } from '../xml/numbers.ts';
import { NO_ATTRIBUTES, type Attributes } from '../xml/attributes.ts';
import type { Fail, XmlHandlers } from '../xml/stream.ts';
import { altoFonts } from './fonts.ts';
import { readBlock, type AltoBlock, type AltoLine, type AltoRead } from './lines.ts';
import { altoSayings, type Said } from './sayings.ts';

export interface AltoPage {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly lines: readonly AltoRead[];
  readonly separators: readonly Box[];
  readonly pictures: readonly Box[];
}
export interface AltoFile {
  readonly unit: string;
  readonly image: string | undefined;
  readonly language: string | undefined;
  readonly pages: readonly AltoPage[];
  readonly said: Said;
}
interface OpenPage extends AltoPage {
  readonly separators: Box[];
  readonly pictures: Box[];
  /** Blocks with words whose gaps are not known yet, or their lines. */
  readonly blocks: (AltoBlock | readonly AltoRead[])[];
  /** Does the file mark spaces at all? Some leave every SP out. */
  marksSpaces: boolean;
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['pixel', 'px'],
  ['mm10', 'mm10'],
  ['inch1200', 'inch1200'],
]);
const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/u;

/** Takes what `streamXml` tells; `result` gives it once all is told. */
export function altoParser(): { readonly handlers: XmlHandlers; readonly result: () => AltoFile } {
  const fonts = altoFonts();
  const pages: OpenPage[] = [];
  const sayings = altoSayings();
  let unit = 'px';
  let image: string | undefined;
  let language: string | undefined;
  let page: OpenPage | null = null;
  let block: AltoBlock | null = null;
  let line: AltoLine | null = null;
  let spaced = false;
  let words = '';

  const styles = (a: Attributes): readonly string[] => fonts.idsIn(a.get('STYLEREFS'));
  const box = (a: Attributes, fail: Fail): Box | null => {
    const [x, y] = [attributeNumber(a, 'HPOS', fail), attributeNumber(a, 'VPOS', fail)];
    const [w = 0, h = 0] = [attributeNumber(a, 'WIDTH', fail), attributeNumber(a, 'HEIGHT', fail)];
    return x === undefined || y === undefined ? null : [x, y, Math.max(0, w), Math.max(0, h)];
  };
  const openBlock = (a: Attributes): AltoBlock => {
    const opened: AltoBlock = { id: a.get('ID'), styles: styles(a), lines: [] };
    page?.blocks.push(opened);
    return opened;
  };
  const closeBlock = (): void => {
    if (page?.marksSpaces && block && page.blocks.at(-1) === block)
      page.blocks[page.blocks.length - 1] = readBlock(block, true, fonts);
    block = line = null;
  };
  const openLine = (a: Attributes, fail: Fail): AltoLine => {
    const opened: AltoLine = { id: a.get('ID'), box: box(a, fail), styles: styles(a), words: [] };
    block ??= openBlock(NO_ATTRIBUTES);
    block.lines.push(opened);
    return opened;
  };
  const addWord = (a: Attributes, hyphen: boolean, fail: Fail): void => {
    const text = a.get('CONTENT') ?? '';
    if (text === '' || !page) return;
    line ??= openLine(NO_ATTRIBUTES, fail);
    const sure = attributeNumber(a, 'WC', fail);
    const style = a.get('STYLE');
    line.words.push({
      text,
      x: attributeNumber(a, 'HPOS', fail),
      y: attributeNumber(a, 'VPOS', fail),
      width: attributeNumber(a, 'WIDTH', fail) ?? 0,
      height: attributeNumber(a, 'HEIGHT', fail) ?? 0,
      confidence: sure !== undefined && sure >= 0 && sure <= 1 ? sure : undefined,
      styles: styles(a),
      bold: style === undefined ? undefined : /\bbold\b/u.test(style),
      spaced,
      hyphen,
    });
    spaced = false;
  };
  const openPage = (a: Attributes, fail: Fail): void => {
    page = {
      width: attributeNumber(a, 'WIDTH', fail),
      height: attributeNumber(a, 'HEIGHT', fail),
      lines: [],
      separators: [],
      pictures: [],
      blocks: [],
      marksSpaces: false,
    };
    pages.push(page);
    const said = a.get('LANG');
    if (said !== undefined && LANGUAGE.test(said)) language ??= said;
  };

  const open = (name: string, a: Attributes, fail: Fail): void => {
    words = '';
    switch (name) {
      case 'String':
        return addWord(a, false, fail);
      case 'HYP':
        return addWord(a, true, fail);
      case 'SP':
        spaced = true;
        if (page) page.marksSpaces = true;
        return;
      case 'TextLine':
        line = openLine(a, fail);
        spaced = false;
        return;
      case 'TextBlock':
        block = openBlock(a);
        break;
      case 'Page':
        openPage(a, fail);
        break;
      case 'TextStyle':
        fonts.add(a.get('ID') ?? '', {
          size: attributeNumber(a, 'FONTSIZE', fail),
          bold: /\bbold\b/u.test(a.get('FONTSTYLE') ?? ''),
        });
        break;
      case 'GraphicalElement':
      case 'Illustration': {
        const at = box(a, fail);
        if (at) page?.[name === 'Illustration' ? 'pictures' : 'separators'].push(at);
      }
    }
    sayings.open(name, a);
  };
  const close = (name: string): void => {
    if (name === 'String' || name === 'SP') return;
    if (name === 'TextLine') line = null;
    else if (name === 'TextBlock') closeBlock();
    else if (name === 'Page') page = block = line = null;
    else if (name === 'MeasurementUnit') unit = UNITS.get(words.trim().toLowerCase()) ?? unit;
    else if (name === 'fileName') image ??= words.trim() || undefined;
    else sayings.close(name);
  };
  return {
    handlers: {
      roots: ['alto', 'ALTO', 'Alto'],
      textOf: new Set(['MeasurementUnit', 'fileName']),
      open,
      close,
      text(part) {
        words += part;
      },
    },
    result: () => ({
      unit,
      image,
      language,
      said: sayings.said,
      pages: pages.map(({ width, height, separators, pictures, blocks, marksSpaces }) => ({
        width,
        height,
        separators,
        pictures,
        lines: blocks.flatMap((one) => ('lines' in one ? readBlock(one, marksSpaces, fonts) : one)),
      })),
    }),
  };
}
