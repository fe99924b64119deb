/** The app as a user meets it, under guard: no broken policy, no request off the origin, no error that nobody saw. */
import { readFile } from 'node:fs/promises';
import { expect, test as base, type Locator, type Page } from '@playwright/test';

export interface SavedEdition {
  readonly fragments: readonly {
    id: string;
    sourceId: string;
    spans: [number, number][];
    text: string;
    role: string;
    articleId: string | null;
    placement: { at: string; page?: string; column?: string };
  }[];
  readonly articles: readonly { id: string; fragmentIds: string[] }[];
  readonly sources: readonly { id: string; name: string; text: string }[];
  readonly continuations: readonly { articleId: string; fromPage: string; toPage: string; status: string }[];
  readonly ledger: readonly { characters: number; placed: number; unplaced: number; discarded: number }[];
  readonly pages: readonly { id: string; label: string }[];
}

export class PasteupApp {
  readonly page: Page;
  readonly tray: Locator;
  readonly sheet: Locator;
  readonly outline: Locator;
  constructor(page: Page) {
    this.page = page;
    this.tray = page.getByRole('listbox', { name: 'Tray' });
    this.sheet = page.getByRole('listbox', { name: /^Page / });
    this.outline = page.getByRole('tabpanel', { name: 'Articles' });
  }

  async start(): Promise<void> {
    await this.page.goto('./');
    await expect(this.page.getByRole('heading', { name: 'Pasteup' })).toBeVisible();
  }

  /** The English sample is open, and kept. */
  async openSample(): Promise<void> {
    await this.start();
    await this.page.getByRole('button', { name: /^English/ }).click();
    await expect(this.tray).toBeVisible();
    await this.kept();
  }

  async open(...files: readonly string[]): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /^Open files/ }).click();
    await (await choosing).setFiles([...files]);
  }

  /** Saves and reads what was saved. */
  async save(): Promise<{ text: string; edition: SavedEdition; path: string }> {
    const downloading = this.page.waitForEvent('download');
    await this.page.keyboard.press('Control+s');
    const path = await (await downloading).path();
    const text = await readFile(path, 'utf8');
    return { text, edition: JSON.parse(text) as SavedEdition, path };
  }

  /** Waits until everything that was done is on disk. */
  async kept(): Promise<void> {
    await expect(this.page.locator('[data-state]')).toHaveAttribute('data-state', 'saved');
  }

  slip(text: string): Locator {
    return this.tray.getByRole('option', { name: text });
  }

  /** Brings a slip of the long tray into view, as a user scrolls for it. */
  async scrollTo(slip: Locator): Promise<void> {
    if (await slip.count()) return slip.first().scrollIntoViewIfNeeded();
    await this.tray.hover();
    await this.page.mouse.wheel(0, -100_000);
    for (let i = 0; i < 60; i++) {
      await this.page.waitForTimeout(40);
      if (await slip.count()) return slip.first().scrollIntoViewIfNeeded();
      await this.page.mouse.wheel(0, 450);
    }
    throw new Error(`the tray has no ${slip}`);
  }
}

export const test = base.extend<{ app: PasteupApp }>({
  app: async ({ page, baseURL }, use) => {
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? '') && !url.startsWith('blob:') && !url.startsWith('data:'))
        wrong.push(`request: ${url}`);
    });
    // Heard from the beginning: begun at a key press, the listening may come after the picker.
    page.on('filechooser', () => undefined);
    // Without the browser's own file pickers a file input and a download take their place, which a test can hold.
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'showOpenFilePicker');
      Reflect.deleteProperty(window, 'showSaveFilePicker');
      Reflect.deleteProperty(window, 'showDirectoryPicker');
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await use(new PasteupApp(page));
    expect(wrong).toEqual([]);
  },
});

export { expect } from '@playwright/test';
