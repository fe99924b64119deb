import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../read-files.ts';
import { readFile } from '../readers.ts';
import { pdf, show } from '../samples.test-support.ts';
import { cjkPdf } from './cjk-pdf.test-support.ts';

describe('PDF', () => {
  it('gives lines with places from the left top corner, sizes, weight and rules', async () => {
    const { sources, characters, notes, facsimiles } = await readFile(
      pdf([`${show(50, 700, 30, 'Ferry')} ${show(50, 650, 10, 'runs')} 0.5 w 50 630 m 250 630 l S`]),
      'p.pdf',
    );
    expect(sources[0]).toMatchObject({
      text: 'Ferry\nruns',
      width: 600,
      height: 800,
      unit: 'pt',
      mediaType: 'application/pdf',
    });
    expect(sources[0]?.lines.map(({ size, bold }) => [size, bold])).toEqual([
      [30, true],
      [10, true],
    ]);
    expect(sources[0]?.lines[0]?.box?.[1]).toBeGreaterThan(60);
    expect(sources[0]?.lines[0]?.box?.[1]).toBeLessThan(100);
    expect(sources[0]?.separators).toEqual([[50, 169.75, 200, 0.5]]);
    expect([characters, notes, facsimiles]).toEqual([
      9,
      [],
      [{ name: 'p.pdf', mediaType: 'application/pdf', width: 600, height: 800 }],
    ]);
  });
  it('takes text that was printed twice on one spot once', async () => {
    const { sources, characters, notes } = await readFile(
      pdf([`${show(50, 700, 30, 'Ferry')} ${show(50.3, 700, 30, 'Ferry')}`]),
      'p.pdf',
    );
    expect([sources[0]?.text, characters]).toEqual(['Ferry', 5]);
    expect(notes.map(({ code }) => code)).toEqual(['pdf.overprinted']);
  });
  it('takes hidden text like any other, and says which pages have none', async () => {
    const { sources, notes } = await readFile(pdf([`3 Tr ${show(50, 700, 10, 'hidden')}`, '']), 'p.pdf');
    expect(sources.map(({ name, text }) => `${name} ${text}`)).toEqual(['p.pdf#page=1 hidden', 'p.pdf#page=2 ']);
    expect(notes.map(({ code }) => code)).toEqual(['pdf.no-text']);
  });
  it('shows each page on its own facsimile', async () => {
    const { facsimileOf, pictures } = await readFiles([
      { name: 'p.pdf', bytes: pdf([show(1, 1, 9, 'a'), show(1, 1, 9, 'b')]) },
    ]);
    expect([facsimileOf, [...pictures.keys()]]).toEqual([[0, 1], ['p.pdf']]);
  });
  it('refuses half a file', async () => {
    const whole = pdf([show(50, 700, 30, 'Ferry')]);
    await expect(readFile(whole.slice(0, whole.length - 30), 'p.pdf')).rejects.toMatchObject({
      said: { code: 'pdf.cut-off' },
    });
  });
});

describe('a PDF that names its characters and does not bring them along', () => {
  const assets = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`;
  const text = '渡口恢复通航';
  /** The same in GBK. */
  const gbk = [0xb6c9, 0xbfda, 0xbbd6, 0xb8b4, 0xcda8, 0xbabd];
  it.each([
    ['UniGB-UCS2-H', Array.from(text, (ch) => ch.charCodeAt(0))],
    ['GBK-EUC-H', gbk],
  ] as const)('is read by the table %s', async (cmap, codes) => {
    const { sources, characters, notes } = await readFile(cjkPdf(cmap, codes), 'p.pdf', { assets });
    expect([sources[0]?.text, characters, notes]).toEqual([text, 6, []]);
    expect(sources[0]?.lines[0]?.box?.[2]).toBe(120);
  });
});
