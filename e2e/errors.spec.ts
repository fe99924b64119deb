import type { FileChooser } from '@playwright/test';
import { expect, test, type PasteupApp } from './app.ts';

interface Wrong {
  readonly what: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** The sentence begins or holds this. */
  readonly says: RegExp;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** A saved edition as the program writes it, to be spoilt. */
async function savedSample(app: PasteupApp): Promise<Record<string, unknown>> {
  return JSON.parse((await app.save()).text) as Record<string, unknown>;
}

function wrongFiles(saved: Record<string, unknown>): Wrong[] {
  const text = JSON.stringify(saved);
  const fragments = saved['fragments'] as object[];
  return [
    {
      what: 'bytes that are no text',
      name: 'scan.txt',
      bytes: Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 0, 0, 9]),
      says: /scan\.txt .*(?:not a text file|no format)/iu,
    },
    { what: 'an empty file', name: 'empty.txt', bytes: Buffer.alloc(0), says: /empty\.txt is empty/u },
    { what: 'nothing but white space', name: 'blank.txt', bytes: Buffer.from(' \n\t\n'), says: /blank\.txt is empty/u },
    {
      what: 'JSON of another kind',
      name: 'package.json',
      bytes: json({ name: 'x', version: '1.0.0' }),
      says: /package\.json/u,
    },
    {
      what: 'JSON of another kind under our name',
      name: 'other.pasteup.json',
      bytes: json({ format: 'other', version: 1 }),
      says: /other\.pasteup\.json:\d+:\d+: this is JSON of another kind: its "format" is "other"/u,
    },
    {
      what: 'truncated JSON',
      name: 'half.pasteup.json',
      bytes: Buffer.from(text.slice(0, text.length / 2)),
      says: /half\.pasteup\.json:\d+:\d+: this is no JSON/u,
    },
    {
      what: 'a file that does not balance',
      name: 'lost.pasteup.json',
      bytes: json({ ...saved, fragments: fragments.slice(1) }),
      says: /lost\.pasteup\.json/u,
    },
    {
      what: 'a wrong value',
      name: 'wrong.pasteup.json',
      bytes: json({ ...saved, pages: 'none' }),
      says: /wrong\.pasteup\.json:\d+:\d+: pages/u,
    },
    {
      what: 'a value that is a trap',
      name: 'trap.pasteup.json',
      bytes: Buffer.from(text.replace(/"id":"f1"/u, '"id":"__proto__"')),
      says: /trap\.pasteup\.json/u,
    },
  ];
}

async function choose(app: PasteupApp, files: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  const choosing = app.page.waitForEvent('filechooser');
  await app.page.keyboard.press('Control+o');
  await (await choosing).setFiles(files);
}

test('a wrong file is called wrong in a sentence, and nothing changes', async ({ app }) => {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  const saved = await savedSample(app);
  const before = (await app.save()).text;
  for (const { what, name, bytes, says } of wrongFiles(saved)) {
    await test.step(what, async () => {
      await choose(app, { name, mimeType: 'application/octet-stream', buffer: bytes });
      await expect(app.page.getByRole('alert')).toContainText(says);
      expect((await app.save()).text, what).toBe(before);
    });
  }
  // On the start screen neither: no edition comes of it.
  await app.page.getByRole('button', { name: 'All editions' }).click();
  await expect(app.page.getByRole('heading', { name: 'Pasteup' })).toBeVisible();
  for (const { name, bytes, says } of wrongFiles(saved).slice(0, 4)) {
    await choose(app, { name, mimeType: 'application/octet-stream', buffer: bytes });
    await expect(app.page.getByRole('alert')).toContainText(says);
    await expect(app.tray).toBeHidden();
  }
  expect(await app.page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
});

test('what a newer version saved is opened for reading only, and says so', async ({ app }) => {
  await app.start();
  await app.page.getByRole('button', { name: /^English/ }).click();
  await expect(app.tray).toBeVisible();
  const saved = await savedSample(app);
  await choose(app, {
    name: 'newer.pasteup.json',
    mimeType: 'application/json',
    buffer: json({ ...saved, version: 2, invention: { kept: true } }),
  });
  await expect(app.page.getByRole('status').filter({ hasText: /^Reading only/u })).toBeVisible();
  await expect(app.page.getByText('This edition was saved by a newer Pasteup.')).toBeVisible();
  const before = await app.save();
  await app.page.keyboard.press('q');
  await app.page.keyboard.press('1');
  await expect(app.page.getByRole('status').filter({ hasText: /read/iu }).first()).toBeVisible();
  expect((await app.save()).text).toBe(before.text);
  expect(JSON.parse(before.text)).toMatchObject({ invention: { kept: true } });
  // A reload does not make it writable.
  await app.page.reload();
  await expect(app.page.getByRole('status').filter({ hasText: /^Reading only/u })).toBeVisible();
});

test('hostile text is text wherever it is shown', async ({ app }) => {
  let dialogs = 0;
  app.page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "javascript:alert('1')",
    '{{constructor.constructor("alert(1)")()}}',
    '<a href="javascript:alert(1)">x</a>',
    '__proto__',
    '\u202eright to left',
    'a\u2028b',
  ];
  await app.start();
  await choose(app, {
    name: '"><img src=x onerror=alert(1)>.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(payloads.map((p) => `${p} stands in this paragraph.`).join('\n\n')),
  });
  await expect(app.tray).toBeVisible();
  for (const key of ['Control+Shift+a', '1', 'g', 'f']) await app.page.keyboard.press(key);
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('2');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await app.page.keyboard.press('v');
  await expect(app.page.getByText('<img src=x onerror=alert(1)> stands').first()).toBeVisible();
  expect(await app.page.locator('img[src="x"], svg[onload], a[href^="javascript"]').count()).toBe(0);
  const saved = await app.save();
  await app.page.keyboard.press('v');
  await choose(app, { name: 'again.pasteup.json', mimeType: 'application/json', buffer: Buffer.from(saved.text) });
  await app.kept();
  expect((await app.save()).text).toBe(saved.text);
  expect(dialogs).toBe(0);
});
