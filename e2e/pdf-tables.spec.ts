import { expect, test } from './app.ts';
import { cjkPdf } from '../src/core/formats/pdf/cjk-pdf.test-support.ts';

test('a PDF that names its characters without bringing them along is read with a table of our own', async ({ app }) => {
  const asked: string[] = [];
  app.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await app.start();
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.getByRole('button', { name: /^Open files/ }).click();
  const buffer = Buffer.from(cjkPdf('GBK-EUC-H', [0xb6c9, 0xbfda, 0xbbd6, 0xb8b4, 0xcda8, 0xbabd]));
  await (await choosing).setFiles([{ name: 'page.pdf', mimeType: 'application/pdf', buffer }]);
  await expect(app.slip('渡口恢复通航').first()).toBeVisible();
  expect(asked.filter((path) => path.includes('/pdf/'))).toContain('/pdf/cmaps/GBK-EUC-H.bcmap');
});
