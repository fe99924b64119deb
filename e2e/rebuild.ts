/** Rebuilds a paper by hand, as a copy editor does with mouse and keys, towards a truth. */
import { expect, type Locator } from '@playwright/test';
import type { PasteupApp, SavedEdition } from './app.ts';
import { bare, firstCharacter, spansOf, type Segment, type Truth } from './truth.ts';

export const DIGITS: Readonly<Record<string, string>> = {
  headline: '1',
  kicker: '2',
  subhead: '3',
  body: '4',
  crosshead: '5',
  byline: '6',
  caption: '7',
  'jump-to': '8',
  'jump-from': '9',
};
/** In the role menu that T opens. */
export const LETTERS: Readonly<Record<string, string>> = {
  lead: 'l',
  dateline: 'd',
  'photo-credit': 'p',
  source: 'o',
  'editor-note': 'e',
  section: 'k',
  'jump-head': 'j',
  quote: 'q',
  teaser: 'r',
  table: 'b',
  ad: 'a',
  notice: 'n',
  masthead: 'h',
  folio: 'f',
  imprint: 'i',
  unknown: 'u',
};

type Fragment = SavedEdition['fragments'][number];

export class Rebuild {
  readonly #app: PasteupApp;
  readonly #truth: Truth;
  edition: SavedEdition;

  private constructor(app: PasteupApp, truth: Truth, edition: SavedEdition) {
    this.#app = app;
    this.#truth = truth;
    this.edition = edition;
  }

  static async begin(app: PasteupApp, truth: Truth): Promise<Rebuild> {
    return new Rebuild(app, truth, (await app.save()).edition);
  }

  async look(): Promise<void> {
    this.edition = (await this.#app.save()).edition;
  }

  #sourceOf(segment: Segment): SavedEdition['sources'][number] {
    const name = segment.file ?? this.#truth.files[0] ?? '';
    const source = this.edition.sources.find((s) => s.name.endsWith(name));
    if (!source) throw new Error(`no source ${name}`);
    return source;
  }

  #startOf(segment: Segment): number {
    return firstCharacter(this.#sourceOf(segment).text, spansOf(segment));
  }

  #fragmentOf(segment: Segment): Fragment {
    const source = this.#sourceOf(segment);
    const start = this.#startOf(segment);
    const found = this.edition.fragments.find(
      (f) => f.sourceId === source.id && firstCharacter(source.text, f.spans) === start,
    );
    if (!found) throw new Error(`no fragment begins with ${segment.text.slice(0, 20)}`);
    return found;
  }

  #slipOf(fragment: Fragment): Locator {
    const source = this.edition.sources.find((s) => s.id === fragment.sourceId);
    const text = source?.text ?? '';
    const line = (offset: number): number => text.slice(0, offset).split('\n').length;
    const from = line(Math.min(...fragment.spans.map(([a]) => a)));
    const to = line(Math.max(...fragment.spans.map(([, b]) => b)) - 1);
    const start = fragment.text
      .slice(0, 12)
      .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
      .replace(/\s+/gu, '\\s+');
    const lines = from === to ? `line ${from}` : `lines ${from} to ${to}`;
    return this.#app.tray.getByRole('option', { name: new RegExp(`${lines}: ${start}`, 'u') });
  }

  async #press(fragment: Fragment, modifiers: readonly ('Control' | 'Shift')[] = []): Promise<void> {
    const slip = this.#slipOf(fragment);
    await this.#app.scrollTo(slip);
    await slip.first().click({ modifiers: [...modifiers], position: { x: 12, y: 12 } });
  }

  /** Splits what holds two segments and joins what holds half of one. */
  async cut(): Promise<void> {
    const starts = new Map<string, Set<number>>();
    for (const segment of this.#truth.segments) {
      const id = this.#sourceOf(segment).id;
      starts.set(id, (starts.get(id) ?? new Set()).add(this.#startOf(segment)));
    }
    for (const segment of [...this.#truth.segments].reverse())
      await this.#splitAt(this.#sourceOf(segment), this.#startOf(segment));
    await this.look();
    for (const source of this.edition.sources) {
      const own = this.edition.fragments
        .filter((f) => f.sourceId === source.id)
        .sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
      for (let i = own.length - 1; i > 0; i--) {
        const [before, here] = [own[i - 1], own[i]];
        if (!before || !here || starts.get(source.id)?.has(firstCharacter(source.text, here.spans))) continue;
        await this.#press(before);
        await this.#press(here, ['Control']);
        await this.#app.page.keyboard.press('j');
        await this.look();
        i = Math.min(i, own.length);
        own.splice(i - 1, 2, this.edition.fragments.find((f) => f.id === before.id) ?? before);
      }
    }
  }

  async #splitAt(source: SavedEdition['sources'][number], start: number): Promise<void> {
    const fragment = this.edition.fragments.find(
      (f) => f.sourceId === source.id && f.spans.some(([a, b]) => a <= start && start < b),
    );
    if (!fragment || firstCharacter(source.text, fragment.spans) === start) return;
    const before = bare(
      fragment.spans.map(([a, b]) => source.text.slice(a, Math.max(a, Math.min(b, start)))).join(''),
    ).length;
    await this.#press(fragment);
    await this.#app.page.keyboard.press('Enter');
    const field = this.#app.page.getByRole('textbox', { name: /^Text of/ });
    await expect(field).toBeFocused();
    await this.#app.page.keyboard.press('Control+Home');
    let seen = 0;
    for (const ch of fragment.text) {
      if (/\S/u.test(ch) && seen++ === before) break;
      await this.#app.page.keyboard.press('ArrowRight');
    }
    await this.#app.page.keyboard.press('Control+Enter');
    await expect(field).toBeHidden();
    await this.look();
  }

  async roles(): Promise<void> {
    for (const segment of this.#truth.segments) {
      await this.#press(this.#fragmentOf(segment));
      const digit = DIGITS[segment.role];
      if (digit) await this.#app.page.keyboard.press(digit);
      else {
        await this.#app.page.keyboard.press('t');
        await expect(this.#app.page.getByRole('dialog')).toBeVisible();
        await this.#app.page.keyboard.press(LETTERS[segment.role] ?? 'u');
        await expect(this.#app.page.getByRole('dialog')).toBeHidden();
      }
    }
    await this.look();
  }

  /** One repair for all, then by hand what no rule can know. */
  async texts(): Promise<void> {
    await this.#app.page.keyboard.press('Control+Shift+a');
    await this.#app.page.keyboard.press('r');
    await this.look();
    for (const segment of this.#truth.segments) {
      const fragment = this.#fragmentOf(segment);
      if (fragment.text === segment.text) continue;
      const field = this.#app.page.getByRole('textbox', { name: /^Text of/ });
      await this.#press(fragment);
      await this.#app.page.keyboard.press('F2');
      await field.fill(segment.text);
      await this.#app.page.keyboard.press('Enter');
      await expect(field).toBeHidden();
    }
    await this.look();
  }

  /** The parts of every article, page by page, painted in reading order. */
  parts(): { article: string; file: string; segments: Segment[] }[] {
    return this.#truth.articles.flatMap(({ id, reading }) => {
      const parts: { article: string; file: string; segments: Segment[] }[] = [];
      for (const index of reading) {
        const segment = this.#truth.segments[index];
        if (!segment) continue;
        const file = segment.file ?? this.#truth.files[0] ?? '';
        const last = parts.at(-1);
        if (last?.file === file) last.segments.push(segment);
        else parts.push({ article: id, file, segments: [segment] });
      }
      return parts;
    });
  }

  async articles(): Promise<void> {
    const n = await this.#countArticles();
    let made = n;
    for (const part of this.parts()) {
      await this.#app.page.keyboard.press('o');
      for (const segment of part.segments) await this.#press(this.#fragmentOf(segment));
      await this.#app.page.keyboard.press('Enter');
      made++;
      await expect(this.#app.outline.getByRole('button', { name: new RegExp(`^Article ${made}:`) })).toBeVisible();
    }
    await this.look();
  }

  async #countArticles(): Promise<number> {
    return this.edition.articles.length;
  }

  async goToPage(file: string): Promise<void> {
    const at = this.#truth.files.indexOf(file);
    const label = this.edition.pages[at]?.label ?? '';
    await this.#app.page.getByRole('button', { name: new RegExp(`^Page ${label}(?:,|$)`, 'u') }).click();
  }

  /** Each article flowed over columns in one step. */
  async flow(columns = 3): Promise<void> {
    const parts = this.parts();
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (!part) continue;
      await this.goToPage(part.file);
      await this.#app.outline.getByRole('button', { name: new RegExp(`^Article ${i + 1}:`) }).click();
      await this.#app.page.keyboard.press('f');
      await expect(this.#app.page.getByRole('dialog')).toBeVisible();
      await this.#app.page.keyboard.press(String(columns));
      await this.#app.page.keyboard.press('Enter');
      await expect(this.#app.page.getByRole('dialog')).toBeHidden();
      await expect(this.#app.outline.getByRole('button', { name: new RegExp(`^Article ${i + 1}:`) })).not.toContainText(
        'in the tray',
      );
    }
    await this.look();
  }

  /** What belongs to no article is dragged onto its page. */
  async dragLoose(): Promise<void> {
    for (const segment of this.#truth.segments) {
      const fragment = this.#fragmentOf(segment);
      if (fragment.placement.at !== 'unplaced') continue;
      await this.goToPage(segment.file ?? this.#truth.files[0] ?? '');
      const slip = this.#slipOf(fragment);
      await this.#app.scrollTo(slip);
      const from = await slip.first().boundingBox();
      const desk = await this.#app.sheet.boundingBox();
      if (!from || !desk) throw new Error('nothing to drag, or nowhere to drag it to');
      await this.#app.page.mouse.move(from.x + 14, from.y + 14);
      await this.#app.page.mouse.down();
      await this.#app.page.mouse.move(from.x + 60, from.y + 40, { steps: 3 });
      await this.#app.page.mouse.move(desk.x + desk.width / 2, desk.y + 60, { steps: 4 });
      await this.#app.page.mouse.up();
      await expect(slip).toHaveCount(0);
    }
    await this.look();
  }

  /** Jump lines whose other side stands on another page of the edition are linked to it. */
  async link(): Promise<void> {
    for (const article of this.#truth.articles) {
      const parts = this.parts().filter((part) => part.article === article.id);
      const [first, second] = parts;
      const jump = first?.segments.find((s) => s.role === 'jump-to');
      if (!first || !second || !jump) continue;
      const title = second.segments.find((s) => ['headline', 'jump-head', 'kicker'].includes(s.role))?.text ?? '';
      await this.#app.page.getByRole('tab', { name: /^Jumps/ }).click();
      await this.goToPage(first.file);
      await this.#selectOnSheet(jump);
      await this.#app.page.keyboard.press('k');
      await expect(this.#app.page.getByRole('dialog')).toBeVisible();
      await this.#app.page
        .getByRole('dialog')
        .getByRole('option', { name: title ? new RegExp(title.slice(0, 8)) : /./ })
        .first()
        .click();
      const choose = this.#app.page.getByRole('dialog').getByRole('button', { name: /^Link/ });
      if (await choose.count()) await choose.click();
      await expect(this.#app.page.getByRole('dialog')).toBeHidden();
    }
    await this.#app.page.getByRole('tab', { name: /^Articles/ }).click();
    await this.look();
  }

  async #selectOnSheet(segment: Segment): Promise<void> {
    const number = this.parts().findIndex((part) => part.segments.includes(segment)) + 1;
    await this.#app.page.getByRole('tab', { name: /^Articles/ }).click();
    const row = this.#app.outline.getByRole('button', { name: new RegExp(`^Article ${number}:`) });
    await row.click();
    await this.#app.outline
      .getByRole('button', { name: new RegExp(segment.text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').slice(0, 20)) })
      .last()
      .click();
  }
}
