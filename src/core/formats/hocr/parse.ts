/** hOCR to pages of lines. Text that stands in no line of the file is a line of its own: nothing is lost. */
import type { Box } from '../../model/edition.ts';
import { FormatError } from '../format-error.ts';
import type { ReadLine } from '../lay-lines.ts';
import { placeIn } from '../place-in.ts';
import type { ReadContext } from '../reading.ts';
import { refuseCancelled } from '../xml/stream.ts';
import { readHtml, VOID } from '../html-tokens.ts';
import { parseTitle, type HocrTitle } from './title.ts';

export interface HocrPage {
  readonly title: HocrTitle;
  readonly lines: ReadLine[];
  readonly separators: Box[];
  readonly pictures: Box[];
  /** What the file says of a block besides its place, by its id. */
  readonly blocks: Map<string, ReadonlyMap<string, string>>;
}

interface OpenLine {
  text: string;
  readonly id: string | undefined;
  readonly title: HocrTitle;
  readonly block: string | undefined;
  confidences: number[];
  boldLetters: number;
}
interface Element {
  readonly name: string;
  readonly at: number;
  readonly bold: boolean;
  readonly block?: string | undefined;
  readonly line?: OpenLine | undefined;
  /** The line round it, taken up again when it closes. */
  readonly outer?: OpenLine | null;
}

const LINE = /\b(?:ocrx?_line|ocr_header|ocr_footer|ocr_caption|ocr_textfloat|ocr_pageno)\b/u;
const BLOCK = /\b(?:ocr_par|ocr_carea|ocrx_block)\b/u;
const PICTURE = /\bocr_(?:photo|image|linedrawing)\b/u;
/** Elements that HTML lets one leave open. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'html',
  'head',
  'body',
  'p',
  'li',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'dt',
  'dd',
]);
/** A line of a page without line markup ends here. */
const BREAKS: ReadonlySet<string> = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
]);
const DEPTH_LIMIT = 200;
const CHUNK = 1 << 18;

export async function parseHocr(html: string, file: string, context: ReadContext): Promise<HocrPage[]> {
  const pages: HocrPage[] = [];
  const stack: Element[] = [];
  let line: OpenLine | null = null;
  let loose: OpenLine | null = null;
  let inHead = false;

  const fail = (code: string, at: number, params: Readonly<Record<string, string | number>> = {}): never => {
    throw new FormatError(code, { file, ...placeIn(html, at), ...params });
  };
  const pageNow = (): HocrPage => {
    const last = pages.at(-1);
    if (last) return last;
    const first = newPage({});
    pages.push(first);
    return first;
  };
  const finish = (done: OpenLine | null): void => {
    const text = done?.text.replace(/[\s\u0085]+/gu, ' ').trim();
    if (!done || !text) return;
    const { id, title, block, confidences, boldLetters } = done;
    const sure = title.confidence === undefined ? confidences : [title.confidence];
    pageNow().lines.push({
      text,
      ...(id === undefined ? {} : { ref: id }),
      ...(title.box ? { box: title.box } : {}),
      ...(sure.length ? { confidence: Math.round((sure.reduce((a, b) => a + b, 0) / sure.length) * 1e4) / 1e4 } : {}),
      ...(title.size === undefined ? {} : { size: title.size }),
      ...(block === undefined ? {} : { block }),
      ...(boldLetters * 2 > text.length ? { bold: true as const } : {}),
    });
  };
  const endLoose = (): void => {
    finish(loose);
    loose = null;
  };
  const newLine = (title: HocrTitle, id: string | undefined): OpenLine => ({
    text: '',
    id,
    title,
    block: stack.findLast((e) => e.block !== undefined)?.block,
    confidences: [],
    boldLetters: 0,
  });

  const closeTop = (): void => {
    const element = stack.pop();
    if (!element) return;
    if (BREAKS.has(element.name)) endLoose();
    if (element.line) {
      finish(element.line);
      line = element.outer ?? null;
    }
    if (element.name === 'head') inHead = false;
  };

  const handlers = {
    open(name: string, attributes: ReadonlyMap<string, string>, at: number): void {
      if (BREAKS.has(name)) {
        endLoose();
        if (name === 'br' && line) line.text += ' ';
      }
      if (VOID.has(name)) return;
      const classes = attributes.get('class') ?? '';
      const title = classes.includes('ocr') ? parseTitle(attributes.get('title') ?? '') : {};
      if (!title) return fail('hocr.bad-bbox', at, { value: (attributes.get('title') ?? '').slice(0, 60) });
      const id = attributes.get('id');
      if (/\bocr_page\b/u.test(classes)) {
        endLoose();
        pages.push(newPage(title));
      }
      if (/\bocr_separator\b/u.test(classes) && title.box) pageNow().separators.push(title.box);
      if (PICTURE.test(classes) && title.box) pageNow().pictures.push(title.box);
      if (BLOCK.test(classes) && id !== undefined && title.facts?.has('x_role')) pageNow().blocks.set(id, title.facts);
      if (/\bocrx_word\b/u.test(classes) && title.confidence !== undefined) line?.confidences.push(title.confidence);
      const bold = name === 'b' || name === 'strong' || (stack.at(-1)?.bold ?? false);
      const opened = LINE.test(classes) ? newLine(title, id) : undefined;
      if (opened) endLoose();
      stack.push({
        name,
        at,
        bold,
        ...(BLOCK.test(classes) && id !== undefined ? { block: id } : {}),
        ...(opened ? { line: opened, outer: line } : {}),
      });
      if (opened) line = opened;
      if (name === 'head') inHead = true;
      if (name === 'body') inHead = false;
      if (stack.length > DEPTH_LIMIT) fail('xml.too-deep', at, { limit: DEPTH_LIMIT });
    },
    close(name: string): void {
      const open = stack.findLastIndex((element) => element.name === name);
      if (open < 0) return; // browsers pass over it too
      while (stack.length > open) closeTop();
    },
    text(text: string): void {
      if (inHead) return;
      if (line) {
        line.text += text;
        if (stack.at(-1)?.bold) line.boldLetters += text.trim().length;
      } else if (loose || text.trim() !== '') {
        loose ??= newLine({}, undefined);
        loose.text += text;
      }
    },
  };

  let at = 0;
  while (at < html.length) {
    refuseCancelled(context, file);
    const next = readHtml(html, at, at + CHUNK, handlers);
    if (next < 0)
      fail('xml.cut-off', -1 - next, { element: html.slice(-next, 12 - next).replace(/[^\w].*$/su, '') || '?' });
    at = next;
    context.progress?.(at, html.length);
    if (at < html.length) await context.pause?.();
  }
  const open = stack.findLast((element) => !OPTIONAL.has(element.name));
  if (open) fail('xml.cut-off', html.length, { element: open.name });
  endLoose();
  return pages;
}

const newPage = (title: HocrTitle): HocrPage => ({ title, lines: [], separators: [], pictures: [], blocks: new Map() });
