import { describe, expect, it } from 'vitest';
import { FormatError } from '../format-error.ts';
import { readFile } from '../readers.ts';
import type { Reading } from '../reading.ts';

const page = (body: string, title = 'image "scan/p 1.png"; bbox 0 0 1000 2000'): string =>
  `<div class='ocr_page' id='page_1' title='${title}'>${body}</div>`;
const html = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html><head><title>x</title><meta name='ocr-system' content='t'></head><body>\n${body}\n</body></html>`;
const word = (text: string, conf = 90): string =>
  `<span class='ocrx_word' title='bbox 0 0 9 9; x_wconf ${conf}'>${text}</span>`;
const line = (id: string, inner: string): string =>
  `<span class='ocr_line' id='${id}' title="bbox 10 20 110 50; x_size 30.5">${inner}</span>`;
const read = (text: string): Promise<Reading> => readFile(new TextEncoder().encode(text), 'p.hocr');

describe('hOCR', () => {
  it('reads lines with box, confidence, size and block', async () => {
    const { sources, characters, notes } = await read(
      html(
        page(
          `<p class='ocr_par' id='par1'>${line('l1', `${word('Die')} ${word('<strong>Br&uuml;cke</strong>', 80)}`)}\n${line('l2', word('auf&amp;zu'))}</p>`,
        ),
      ),
    );
    expect(sources[0]).toMatchObject({ text: 'Die Brücke\nauf&zu', width: 1000, height: 2000, image: 'p 1.png' });
    expect(sources[0]?.lines[0]).toEqual({
      start: 0,
      end: 10,
      ref: 'l1',
      box: [10, 20, 100, 30],
      confidence: 0.85,
      size: 30.5,
      block: 'par1',
      bold: true,
    });
    expect([characters, notes]).toEqual([15, []]);
  });
  it('loses no text that stands in no line', async () => {
    const { sources, notes } = await read(html(page(`<p>frei<br>stehend</p>${line('l1', 'Zeile')}<h2>Kopf</h2>Ende`)));
    expect(sources[0]?.text).toBe('frei\nstehend\nZeile\nKopf\nEnde');
    expect(notes).toEqual([]);
  });
  it('has no line of nothing but white space, the mark of the next line among it', async () => {
    const { sources } = await read(html(page(line('l1', word('\u0085')) + line('l2', word('auf\u0085zu')))));
    expect(sources[0]).toMatchObject({ text: 'auf zu', lines: [{ ref: 'l2' }] });
  });
  it('keeps rules and pictures apart', async () => {
    const { sources } = await read(
      html(
        page(
          `<div class='ocr_separator' title='bbox 1 2 300 4'></div><div class='ocr_photo' title='bbox 5 5 50 60'></div>${line('l', 'a')}`,
        ),
      ),
    );
    expect([sources[0]?.separators, sources[0]?.pictures]).toEqual([[[1, 2, 299, 2]], [[5, 5, 45, 55]]]);
  });
  it('makes a source of each page', async () => {
    const { sources } = await read(html(page(line('a', 'eins')) + page(line('b', 'zwei'))));
    expect(sources.map(({ name, text }) => `${name} ${text}`)).toEqual(['p.hocr#page=1 eins', 'p.hocr#page=2 zwei']);
  });
  it('reads HTML that is no XML, and no script', async () => {
    const { sources, notes } = await read(html(page(`<p>a<p>b<img src=x><script>if (1 < 2) "</div>"</script> 5 < 6`)));
    expect([sources[0]?.text, notes]).toEqual(['a\nb 5 < 6', []]);
  });
  it.each([
    ['a file cut off in a line', html(page(line('l', 'abc'))).slice(0, -40), 'xml.cut-off'],
    ['a tag cut off', html(page(line('l', 'abc'))) + '<div class="x', 'xml.cut-off'],
    ['a bbox that is none', html(page("<span class='ocr_line' title='bbox 1 2 x 4'>a</span>")), 'hocr.bad-bbox'],
    ['depth without end', html('<div>'.repeat(300) + page('')), 'xml.too-deep'],
  ])('refuses %s', async (_, text, code) => {
    const error: unknown = await read(text).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FormatError);
    if (error instanceof FormatError)
      expect(error.said).toMatchObject({ code, params: { line: expect.any(Number), column: expect.any(Number) } });
  });
});
