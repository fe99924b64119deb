/** ABBYY FineReader XML, versions 6 to 10: pages of blocks, paragraphs, lines and characters. */
import type { Box } from '../../model/edition.ts';
import type { RoleId } from '../../model/role.ts';
import type { ReadLine } from '../lay-lines.ts';
import type { ReadContext } from '../reading.ts';
import { attributeNumber } from '../xml/numbers.ts';
import type { Attributes } from '../xml/attributes.ts';
import { streamXml, type Fail } from '../xml/stream.ts';

export interface AbbyyPage {
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly lines: ReadLine[];
  readonly roles: (RoleId | undefined)[];
  readonly separators: Box[];
  readonly pictures: Box[];
}
interface Line {
  text: string;
  readonly box: Box | null;
  readonly block: string;
  readonly role: RoleId | undefined;
  sizes: number[];
  bold: number;
  sure: number[];
}

/** Paragraph styles of documentData that are roles of ours. */
const STYLE_ROLES: ReadonlyMap<string, RoleId> = new Map([
  ['heading', 'headline'],
  ['title', 'headline'],
  ['caption', 'caption'],
  ['picturecaption', 'caption'],
  ['tablecaption', 'caption'],
  ['text', 'body'],
  ['normal', 'body'],
  ['garb', 'unknown'],
]);

const VARIANTS: ReadonlySet<string> = new Set(['charRecVariants', 'wordRecVariants']);

export async function parseAbbyy(text: string, file: string, context: ReadContext): Promise<AbbyyPage[]> {
  const pages: AbbyyPage[] = [];
  const styles = new Map<string, RoleId>();
  let line: Line | null = null;
  let blocks = 0;
  let kind = '';
  let inTable = false;
  let style: RoleId | undefined;
  let format: { size: number | undefined; bold: boolean } = { size: undefined, bold: false };
  /** Text stands in characters, or in old files straight in the formatting. */
  let take = false;
  let resolution = 300;

  const boxOf = (a: Attributes, fail: Fail): Box | null => {
    const [l, t, r, b] = ['l', 't', 'r', 'b'].map((key) => attributeNumber(a, key, fail));
    return l === undefined || t === undefined || r === undefined || b === undefined
      ? null
      : [l, t, Math.max(0, r - l), Math.max(0, b - t)];
  };
  const finish = (): void => {
    const page = pages.at(-1);
    const done = line;
    line = null;
    const words = done?.text.replace(/\s+/gu, ' ').trim();
    if (!page || !done || !words) return;
    const size = done.sizes.toSorted((a, b) => a - b)[done.sizes.length >> 1];
    page.lines.push({
      text: words,
      ...(done.box ? { box: done.box } : {}),
      ...(done.sure.length
        ? { confidence: Math.round((done.sure.reduce((a, b) => a + b, 0) / done.sure.length) * 100) / 10000 }
        : {}),
      ...(size === undefined ? {} : { size: Math.round((size * resolution) / 7.2) / 10 }),
      block: done.block,
      ...(done.bold * 2 > words.length ? { bold: true as const } : {}),
    });
    page.roles.push(done.role);
  };
  const newLine = (box: Box | null): Line => ({
    text: '',
    box,
    block: `b${blocks}`,
    role: inTable ? 'table' : style,
    sizes: [],
    bold: 0,
    sure: [],
  });

  const open: Readonly<Record<string, (a: Attributes, fail: Fail) => void>> = {
    paragraphStyle: (a) => {
      const role = STYLE_ROLES.get((a.get('role') ?? '').toLowerCase());
      const id = a.get('id');
      if (id !== undefined && role && role !== 'unknown') styles.set(id, role);
    },
    page: (a, fail) => {
      resolution = attributeNumber(a, 'resolution', fail) || 300;
      pages.push({
        width: attributeNumber(a, 'width', fail),
        height: attributeNumber(a, 'height', fail),
        lines: [],
        roles: [],
        separators: [],
        pictures: [],
      });
      blocks = 0;
    },
    block: (a, fail) => {
      blocks++;
      kind = a.get('blockType') ?? '';
      inTable = kind === 'Table';
      const box = boxOf(a, fail);
      if (box && kind === 'Picture') pages.at(-1)?.pictures.push(box);
      if (box && kind === 'Separator') pages.at(-1)?.separators.push(box);
    },
    par: (a) => {
      style = styles.get(a.get('style') ?? '');
    },
    line: (a, fail) => {
      finish();
      line = newLine(boxOf(a, fail));
    },
    formatting: (a, fail) => {
      const size = attributeNumber(a, 'fs', fail);
      format = { size: size && size > 0 ? size : undefined, bold: a.get('bold') === '1' || a.get('bold') === 'true' };
      take = true;
    },
    charParams: (a, fail) => {
      take = true;
      const sure = attributeNumber(a, 'charConfidence', fail);
      if (sure !== undefined && sure >= 0 && sure <= 100) line?.sure.push(sure);
    },
  };
  let inCharacter = false;
  /** What a character or a word might have been instead: no text. */
  let variants = 0;
  let separator: { a: [number, number] | null; thickness: number } | null = null;

  await streamXml(
    text,
    file,
    {
      roots: ['document'],
      open(name, a, fail) {
        if (VARIANTS.has(name)) variants++;
        if (variants) return;
        if (name === 'charParams') inCharacter = true;
        if (name === 'separator') separator = { a: null, thickness: attributeNumber(a, 'thickness', fail) ?? 1 };
        if (separator && (name === 'start' || name === 'end')) {
          const [x, y] = [attributeNumber(a, 'x', fail), attributeNumber(a, 'y', fail)];
          if (x !== undefined && y !== undefined) {
            if (name === 'start') separator.a = [x, y];
            else if (separator.a)
              pages
                .at(-1)
                ?.separators.push([
                  Math.min(x, separator.a[0]),
                  Math.min(y, separator.a[1]),
                  Math.max(separator.thickness, Math.abs(x - separator.a[0])),
                  Math.max(separator.thickness, Math.abs(y - separator.a[1])),
                ]);
          }
        }
        if (Object.hasOwn(open, name)) open[name]?.(a, fail);
      },
      close(name) {
        if (VARIANTS.has(name)) variants--;
        else if (variants) return;
        else if (name === 'line' || name === 'block') finish();
        else if (name === 'formatting') take = false;
        else if (name === 'charParams') inCharacter = false;
        else if (name === 'separator') separator = null;
        else if (name === 'par') style = undefined;
      },
      text(part) {
        if (!take || variants || (!inCharacter && part.trim() === '')) return;
        line ??= newLine(null);
        line.text += part;
        if (format.size !== undefined) line.sizes.push(format.size);
        if (format.bold) line.bold += part.length;
      },
    },
    context,
  );
  return pages;
}
