/** ALTO 1.0 to 4.4 as a stream of tags, in any namespace or none, brought to a plain tree of pages, lines and words. */
import type { Box } from '../../model/edition.ts';
import { FormatError } from '../format-error.ts';
import { readXml, type Fail } from '../xml/stream.ts';

export interface AltoWord {
  /** As printed: the CONTENT of a String or a HYP. */
  readonly text: string;
  readonly box: Box | null;
  readonly confidence: number | null;
  readonly styles: readonly string[];
  readonly bold: boolean | null;
  /** A SP stood before it. */
  spaced: boolean;
  readonly hyphen: boolean;
}
export interface AltoLine {
  readonly id: string | null;
  readonly box: Box | null;
  readonly styles: readonly string[];
  words: AltoWord[];
}
export interface AltoBlock {
  readonly id: string | null;
  readonly styles: readonly string[];
  readonly lines: AltoLine[];
}
export interface AltoPage {
  readonly width: number | null;
  readonly height: number | null;
  readonly blocks: AltoBlock[];
  readonly separators: Box[];
  readonly pictures: Box[];
  /** Does the file mark spaces at all? Some leave every SP out. */
  marksSpaces: boolean;
}
export interface AltoFile {
  unit: string;
  image: string | null;
  readonly styles: Map<string, { readonly size: number | null; readonly bold: boolean }>;
  readonly pages: AltoPage[];
}

/** What is wrong with any XML, said of ALTO. */
const ALTO_CODES: ReadonlyMap<string, string> = new Map([
  ['xml.not-well-formed', 'alto.not-xml'],
  ['xml.cut-off', 'alto.cut-off'],
  ['xml.other-root', 'alto.not-alto'],
  ['xml.entities', 'alto.entities'],
  ['xml.too-deep', 'alto.too-deep'],
]);
function asAlto({ said: { code, params = {} } }: FormatError): FormatError {
  const { detail, ...rest } = params;
  return new FormatError(ALTO_CODES.get(code) ?? code, { ...rest, ...(detail === undefined ? {} : { why: detail }) });
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['pixel', 'px'],
  ['mm10', 'mm10'],
  ['inch1200', 'inch1200'],
]);

type Attributes = Readonly<Record<string, string>>;

/** @throws FormatError with line and column; nothing half-read comes out. */
export function parseAlto(text: string, name: string): AltoFile {
  const file: AltoFile = { unit: 'px', image: null, styles: new Map(), pages: [] };
  const path: string[] = [];
  let page: AltoPage | null = null;
  let block: AltoBlock | null = null;
  let line: AltoLine | null = null;
  let spaced = false;
  let words = '';

  let fail: Fail = (code, params = {}) => {
    throw new FormatError(code, { file: name, line: 1, column: 1, ...params });
  };
  const number = (attributes: Attributes, key: string): number | null => {
    const value = attributes[key];
    if (value === undefined || value.trim() === '') return null;
    const read = Number(value);
    if (!Number.isFinite(read)) fail('alto.number', { attribute: key, value: value.slice(0, 40) });
    return Math.abs(read) > 1e9 ? null : read;
  };
  const box = (a: Attributes): Box | null => {
    const [x, y, w, h] = [number(a, 'HPOS'), number(a, 'VPOS'), number(a, 'WIDTH'), number(a, 'HEIGHT')];
    return x === null || y === null ? null : [x, y, Math.max(0, w ?? 0), Math.max(0, h ?? 0)];
  };
  const styles = (a: Attributes): readonly string[] => a['STYLEREFS']?.split(/\s+/u).filter(Boolean) ?? [];
  const openBlock = (a: Attributes): AltoBlock => {
    const opened: AltoBlock = { id: a['ID'] ?? null, styles: styles(a), lines: [] };
    page?.blocks.push(opened);
    return opened;
  };
  const openLine = (a: Attributes): AltoLine => {
    const opened: AltoLine = { id: a['ID'] ?? null, box: box(a), styles: styles(a), words: [] };
    block ??= openBlock({});
    block.lines.push(opened);
    return opened;
  };
  const addWord = (a: Attributes, hyphen: boolean): void => {
    const content = a['CONTENT'] ?? '';
    if (content === '' || !page) return;
    line ??= openLine({});
    const wc = number(a, 'WC');
    line.words.push({
      text: content,
      box: box(a),
      confidence: wc !== null && wc >= 0 && wc <= 1 ? wc : null,
      styles: styles(a),
      bold: a['STYLE'] === undefined ? null : /\bbold\b/u.test(a['STYLE']),
      spaced,
      hyphen,
    });
    spaced = false;
  };

  const open: { readonly [element: string]: ((a: Attributes) => void) | undefined } = {
    TextStyle: (a) => {
      if (a['ID'] !== undefined)
        file.styles.set(a['ID'], { size: number(a, 'FONTSIZE'), bold: /\bbold\b/u.test(a['FONTSTYLE'] ?? '') });
    },
    Page: (a) => {
      page = {
        width: number(a, 'WIDTH'),
        height: number(a, 'HEIGHT'),
        blocks: [],
        separators: [],
        pictures: [],
        marksSpaces: false,
      };
      file.pages.push(page);
    },
    TextBlock: (a) => {
      block = openBlock(a);
    },
    TextLine: (a) => {
      line = openLine(a);
      spaced = false;
    },
    String: (a) => addWord(a, false),
    HYP: (a) => addWord(a, true),
    SP: () => {
      spaced = true;
      if (page) page.marksSpaces = true;
    },
    GraphicalElement: (a) => {
      const at = box(a);
      if (at) page?.separators.push(at);
    },
    Illustration: (a) => {
      const at = box(a);
      if (at) page?.pictures.push(at);
    },
  };

  try {
    readXml(text, name, {
      roots: ['alto', 'ALTO', 'Alto'],
      open(element, attributes, failHere) {
        fail = failHere;
        path.push(element);
        words = '';
        if (Object.hasOwn(open, element)) open[element]?.(attributes);
      },
      close() {
        const element = path.pop();
        if (element === 'TextLine') line = null;
        else if (element === 'TextBlock') block = line = null;
        else if (element === 'Page') page = null;
        else if (element === 'MeasurementUnit') file.unit = UNITS.get(words.trim().toLowerCase()) ?? file.unit;
        else if (element === 'fileName' && file.image === null) file.image = words.trim() || null;
      },
      text(part) {
        if (path.at(-1) === 'MeasurementUnit' || path.at(-1) === 'fileName') words += part;
      },
    });
  } catch (error) {
    throw error instanceof FormatError ? asAlto(error) : error;
  }
  if (file.pages.length === 0) fail('alto.no-page');
  return file;
}
