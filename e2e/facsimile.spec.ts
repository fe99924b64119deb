import { SAMPLES } from '../src/core/formats/samples.test-support.ts';
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

test('a TIFF that the browser cannot draw is said to be one', async ({ app }) => {
  // Little-endian, one directory: width and height, and nothing to draw.
  const tiff = Uint8Array.of(
    ...[0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 2, 0],
    ...[0, 1, 3, 0, 1, 0, 0, 0, 100, 0, 0, 0],
    ...[1, 1, 3, 0, 1, 0, 0, 0, 200, 0, 0, 0],
    ...[0, 0, 0, 0],
  );
  await app.start();
  await drop(app.page, [textFile('p1.txt', 'Ferry runs'), { name: 'p1.tif', bytes: tiff }]);
  await expect(app.tray).toContainText('Ferry runs');
  await app.page.keyboard.press('Shift+I');
  await expect(app.page.getByText(/p1\.tif: this browser cannot draw it \(image\/tiff\)/u)).toBeVisible();
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
