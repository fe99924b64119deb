import { zlibSync } from 'fflate';
import { SAMPLES } from '../src/core/formats/samples.test-support.ts';
import { tiffOf } from '../src/core/formats/tiff/tiff.test-support.ts';
import { expect, test, type PasteupApp } from './app.ts';
import { drop, png, textFile } from './drop.ts';

const files = (id: string) => SAMPLES.find((sample) => sample.id === id)?.files ?? [];
const scan = (name: string, grey = 30) => ({ name, bytes: png(100, 200, grey) });
const slider = (app: PasteupApp) => app.page.getByRole('slider', { name: 'Facsimile' });

/** How light the middle of the sheet is, 0 to 255. */
async function lightness(app: PasteupApp): Promise<number> {
  return app.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.paper canvas');
    const ctx = canvas?.getContext('2d');
    if (!canvas || !ctx) throw new Error('no canvas');
    const { data } = ctx.getImageData(Math.floor(canvas.width / 2), Math.floor(canvas.height * 0.6), 1, 1);
    return data[0] ?? -1;
  });
}

test('the picture that comes with a page shines through, is seen alone, and is there after a reload', async ({
  app,
}) => {
  await app.start();
  await drop(app.page, [...files('alto'), scan('p1.png')]);
  await expect(app.page.getByText('1 picture is kept with its page.').first()).toBeVisible();
  const bare = await lightness(app);
  await app.page.keyboard.press('Shift+I');
  await expect(slider(app)).toBeVisible();
  await expect.poll(() => lightness(app)).toBeLessThan(bare - 20);
  const through = await lightness(app);
  expect(through).toBeGreaterThan(60);
  await app.page.keyboard.down('i');
  await expect.poll(() => lightness(app)).toBeLessThan(40);
  await app.page.keyboard.up('i');
  await expect.poll(() => lightness(app)).toBe(through);
  await app.kept();
  await app.page.reload();
  await expect(slider(app)).toBeVisible();
  await expect.poll(() => lightness(app)).toBe(through);
  await app.page.keyboard.press('Shift+I');
  await expect(slider(app)).toBeHidden();
  await expect.poll(() => lightness(app)).toBe(bare);
});

test('a picture that comes later is matched by its name; one that fits no page is said', async ({ app }) => {
  await app.start();
  await drop(app.page, [textFile('p1.txt', 'Ferry runs'), textFile('p2.txt', 'Market moves')]);
  await expect(app.tray).toContainText('Market moves');
  await app.page.keyboard.press('Shift+I');
  await expect(app.page.getByText('There is no picture of this page.')).toBeVisible();
  await drop(app.page, [scan('p2.png'), scan('elsewhere.png')]);
  await expect(app.page.getByText(/elsewhere\.png: no page of this edition/u).first()).toBeVisible();
  await expect(slider(app)).toBeHidden();
  await app.page.getByRole('button', { name: /^Page 2(?:,|$)/u }).click();
  await expect(slider(app)).toBeVisible();
});

test('a saved edition whose picture is not here says so, and takes it', async ({ app }) => {
  await app.start();
  await drop(app.page, files('hocr'));
  await expect(app.tray).toContainText('Ferry runs');
  await app.page.keyboard.press('Shift+I');
  await expect(app.page.getByText('The picture of this page, p.png, is not in this browser.')).toBeVisible();
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: 'Add it…' }).click();
  await (await choosing).setFiles({ name: 'p.png', mimeType: 'image/png', buffer: Buffer.from(png(100, 200)) });
  await expect(slider(app)).toBeVisible();
  // The file names the picture and does not hold it; who opens it here finds it again.
  const { text } = await app.save();
  expect(text).toContain('"image": "p.png"');
  await app.page.getByRole('button', { name: 'All editions' }).click();
  await drop(app.page, [textFile('again.pasteup.json', text)]);
  await expect(app.tray).toContainText('Ferry runs');
  await expect(slider(app)).toBeVisible();
});

test('a page of a PDF is its own picture', async ({ app }) => {
  await app.start();
  await drop(app.page, files('pdf'));
  await expect(app.tray).toContainText('Ferry to run');
  await app.page.keyboard.press('Shift+I');
  await expect(slider(app)).toBeVisible();
});

/** Grey pictures of 100 × 200 pixels, one a page, which no browser but Safari draws by itself. */
const tiff = (...greys: readonly number[]): Uint8Array =>
  tiffOf(
    ...greys.map((grey) => ({
      tags: { 256: 100, 257: 200, 258: 8, 259: 8, 262: 1, 278: 200 },
      strips: [zlibSync(new Uint8Array(20_000).fill(grey))],
    })),
  );

/** Its picture is shown behind the page, and is dark where it is looked at alone. */
async function showsDark(app: PasteupApp): Promise<void> {
  await app.page.keyboard.press('Shift+I');
  await expect(slider(app)).toBeVisible();
  await app.page.keyboard.down('i');
  await expect.poll(() => lightness(app)).toBeLessThan(40);
  await app.page.keyboard.up('i');
}

test('a TIFF is drawn behind its page, and after a reload', async ({ app }) => {
  await app.start();
  await drop(app.page, [...files('alto'), { name: 'p1.tif', bytes: tiff(30) }]);
  await expect(app.page.getByText('1 picture is kept with its page.').first()).toBeVisible();
  await showsDark(app);
  await app.kept();
  await app.page.reload();
  await expect(slider(app)).toBeVisible();
});

test('JPEG in a TIFF has its own colours', async ({ app }) => {
  // By libtiff: red 30, green 200, blue 90, two strips whose tables stand apart.
  const base64 =
    'SUkqAKIAAAD/2P/AABEIACAAIANSEQBHEQBCEQD/2gAMA1IARwBCAAA/APHa9IrmaKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK//2f/Y/8AAEQgAIAAgA1IRAEcRAEIRAP/aAAwDUgBHAEIAAD8A8dr0iuZooooooooooooooooooooooooooooooooooooooooooooor//ZCwAAAQMAAQAAACAAAAABAQMAAQAAAEAAAAACAQMAAwAAACwBAAADAQMAAQAAAAcAAAAGAQMAAQAAAAIAAAARAQQAAgAAADIBAAAVAQMAAQAAAAMAAAAWAQMAAQAAACAAAAAXAQMAAgAAAE0ATQAcAQMAAQAAAAEAAABbAQcAIQEAADoBAAAAAAAACAAIAAgACAAAAFUAAAD/2P/bAEMACAYGBwYFCAcHBwkJCAoMFA0MCwsMGRITDxQdGh8eHRocHCAkLicgIiwjHBwoNyksMDE0NDQfJzk9ODI8LjM0Mv/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/Z';
  await app.start();
  await drop(app.page, [...files('alto'), { name: 'p1.tif', bytes: Uint8Array.from(Buffer.from(base64, 'base64')) }]);
  await expect(app.page.getByText('1 picture is kept with its page.').first()).toBeVisible();
  await showsDark(app);
});

test('page n of a text has the n-th picture of its TIFF; what is left over is said', async ({ app }) => {
  await app.start();
  await drop(app.page, [
    textFile('issue.txt', 'Ferry runs\fMarket moves'),
    { name: 'issue.tif', bytes: tiff(200, 30, 90) },
  ]);
  await expect(app.page.getByText(/issue\.tif: 1 of its 3 pictures shows no page/u).first()).toBeVisible();
  await app.page.getByRole('button', { name: /^Page 2(?:,|$)/u }).click();
  await showsDark(app);
});

test('a spoilt TIFF is said to be one: cut off when it is dropped, damaged when it is drawn', async ({ app }) => {
  await app.start();
  await drop(app.page, [
    textFile('p1.txt', 'Ferry runs'),
    textFile('p2.txt', 'Market moves'),
    { name: 'p1.tif', bytes: tiff(30).subarray(0, -20) },
    { name: 'p2.tif', bytes: tiff(30).map((byte, i) => (i > 20 && i < 30 ? 255 : byte)) },
  ]);
  const list = app.page.getByRole('dialog');
  await expect(list.getByText(/p1\.tif: this TIFF ends at byte \d+.*Expected a complete TIFF/u)).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.tray).toContainText('Ferry runs');
  await app.page.keyboard.press('Shift+I');
  await expect(app.page.getByText('There is no picture of this page.')).toBeVisible();
  await app.page.getByRole('button', { name: /^Page 2(?:,|$)/u }).click();
  await expect(
    app.page.getByText(/p2\.tif: row 1 of the picture cannot be unpacked.*Expected deflate data/u),
  ).toBeVisible();
});

test('the source is shown as its picture, and a line in it selects its fragment', async ({ app }) => {
  await app.start();
  await drop(app.page, [...files('alto'), scan('p1.png', 220)]);
  await expect(app.tray).toContainText('Low Quay');
  await app.page.getByRole('tab', { name: /^Source/u }).click();
  await app.page.getByRole('button', { name: 'Picture', exact: true }).click();
  const picture = app.page.getByRole('group', { name: 'Picture of p1.xml' });
  await expect(picture).toBeVisible();
  await picture.locator('rect').nth(1).click({ force: true });
  await expect(app.tray.getByRole('option', { name: /Low Quay/u })).toHaveAttribute('aria-selected', 'true');
});

test('pictures alone are no edition', async ({ app }) => {
  await app.start();
  await drop(app.page, [scan('p1.png')]);
  await expect(app.page.getByRole('alert')).toContainText('Pictures alone hold no text');
  await expect(app.tray).toBeHidden();
});
