/** Rebuilds a paper with the keys alone: the hand that holds no mouse. */
import { expect } from '@playwright/test';
import type { PasteupApp, SavedEdition } from './app.ts';
import { DIGITS, LETTERS } from './rebuild.ts';
import { bare, firstCharacter, spansOf, type Segment, type Truth } from './truth.ts';

type Fragment = SavedEdition['fragments'][number];

export class KeyboardRebuild {
  readonly #app: PasteupApp;
  readonly #truth: Truth;
  edition: SavedEdition;
  /** What the live region said, in turn. */
  readonly heard: string[] = [];

  private constructor(app: PasteupApp, truth: Truth, edition: SavedEdition) {
    this.#app = app;
    this.#truth = truth;
    this.edition = edition;
  }

  static async begin(app: PasteupApp, truth: Truth): Promise<KeyboardRebuild> {
    return new KeyboardRebuild(app, truth, (await app.save()).edition);
  }

  async look(): Promise<void> {
    this.edition = (await this.#app.save()).edition;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#app.page.keyboard.press(key);
  }

  /** What was said last. */
  async listen(): Promise<string> {
    const said = (await this.#app.page.getByRole('log').textContent()) ?? '';
    this.heard.push(said);
    return said;
  }

  #sourceOf(segment: Segment): SavedEdition['sources'][number] {
    const name = segment.file ?? this.#truth.files[0] ?? '';
    const source = this.edition.sources.find((s) => s.name.endsWith(name));
    if (!source) throw new Error(`no source ${name}`);
    return source;
  }

  fragmentOf(segment: Segment): Fragment {
    const source = this.#sourceOf(segment);
    const start = firstCharacter(source.text, spansOf(segment));
    const found = this.edition.fragments.find(
      (f) => f.sourceId === source.id && firstCharacter(source.text, f.spans) === start,
    );
    if (!found) throw new Error(`no fragment begins with ${segment.text.slice(0, 20)}`);
    return found;
  }

  #tray(): Fragment[] {
    return this.edition.fragments.filter((f) => f.placement.at === 'unplaced');
  }

  async #focused(id: string): Promise<void> {
    await expect(this.#app.page.locator('[data-fragments][aria-activedescendant]').first()).toHaveAttribute(
      'aria-activedescendant',
      new RegExp(`^(?:slip|at)-${id}$`, 'u'),
    );
  }

  /** Over the page's first slip in the tray to this one. */
  async go(fragment: Fragment): Promise<void> {
    await this.press('q');
    const first = (await this.#app.tray.getAttribute('aria-activedescendant'))?.slice('slip-'.length);
    const tray = this.#tray();
    const by = tray.findIndex((f) => f.id === fragment.id) - tray.findIndex((f) => f.id === first);
    await this.press(...Array.from({ length: Math.abs(by) }, () => (by < 0 ? 'ArrowUp' : 'ArrowDown')));
    await this.#focused(fragment.id);
  }

  /** Walks on from one slip to another, keeping what is selected. */
  async #roam(from: Fragment, to: Fragment): Promise<void> {
    const tray = this.#tray();
    const by = tray.findIndex((f) => f.id === to.id) - tray.findIndex((f) => f.id === from.id);
    await this.press(...Array.from({ length: Math.abs(by) }, () => (by > 0 ? 'Control+ArrowDown' : 'Control+ArrowUp')));
    await this.#focused(to.id);
  }

  async cut(): Promise<void> {
    for (const segment of [...this.#truth.segments].reverse()) await this.#splitAt(segment);
    for (;;) {
      const halves = this.#halves();
      if (!halves) return;
      const [before, here] = halves;
      await this.go(before);
      await this.#roam(before, here);
      await this.press('Space', 'j');
      await this.look();
    }
  }

  /** A fragment that begins no segment, and the one before it. */
  #halves(): [Fragment, Fragment] | null {
    for (const source of this.edition.sources) {
      const starts = new Set(
        this.#truth.segments
          .filter((s) => this.#sourceOf(s).id === source.id)
          .map((s) => firstCharacter(source.text, spansOf(s))),
      );
      const own = this.edition.fragments
        .filter((f) => f.sourceId === source.id)
        .sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
      for (let i = own.length - 1; i > 0; i--) {
        const [before, here] = [own[i - 1], own[i]];
        if (before && here && !starts.has(firstCharacter(source.text, here.spans))) return [before, here];
      }
    }
    return null;
  }

  async #splitAt(segment: Segment): Promise<void> {
    const source = this.#sourceOf(segment);
    const start = firstCharacter(source.text, spansOf(segment));
    const fragment = this.edition.fragments.find(
      (f) => f.sourceId === source.id && f.spans.some(([a, b]) => a <= start && start < b),
    );
    if (!fragment || firstCharacter(source.text, fragment.spans) === start) return;
    const before = bare(
      fragment.spans.map(([a, b]) => source.text.slice(a, Math.max(a, Math.min(b, start)))).join(''),
    ).length;
    await this.go(fragment);
    await this.press('Enter');
    const field = this.#app.page.getByRole('textbox', { name: /^Text of/ });
    await expect(field).toBeFocused();
    await this.press('Control+Home');
    let seen = 0;
    for (const ch of fragment.text) {
      if (/\S/u.test(ch) && seen++ === before) break;
      await this.press('ArrowRight');
    }
    await this.press('Control+Enter');
    await expect(field).toBeHidden();
    await this.look();
  }

  /** Down the tray, a digit or a letter of the role menu for each. */
  async roles(): Promise<void> {
    const roleOf = new Map(this.#truth.segments.map((segment) => [this.fragmentOf(segment).id, segment.role]));
    await this.press('q');
    for (const fragment of this.#tray()) {
      await this.#focused(fragment.id);
      const role = roleOf.get(fragment.id) ?? 'unknown';
      const digit = DIGITS[role];
      if (digit) await this.press(digit);
      else {
        await this.press('t');
        await expect(this.#app.page.getByRole('dialog')).toBeVisible();
        await this.press(LETTERS[role] ?? 'u');
        await expect(this.#app.page.getByRole('dialog')).toBeHidden();
      }
      await this.press('ArrowDown');
    }
    await this.look();
  }

  async texts(): Promise<void> {
    await this.press('Control+Shift+a', 'r');
    await this.look();
    for (const segment of this.#truth.segments) {
      const fragment = this.fragmentOf(segment);
      if (fragment.text === segment.text) continue;
      await this.go(fragment);
      await this.press('F2');
      const field = this.#app.page.getByRole('textbox', { name: /^Text of/ });
      await expect(field).toBeFocused();
      await this.press('Control+a');
      await this.#app.page.keyboard.insertText(segment.text);
      await this.press('Enter');
      await expect(field).toBeHidden();
    }
    await this.look();
  }

  /** The parts of every article, page by page. */
  parts(): { article: string; file: string; segments: Segment[] }[] {
    return this.#truth.articles.flatMap(({ id, reading }) => {
      const parts: { article: string; file: string; segments: Segment[] }[] = [];
      for (const segment of reading.flatMap((index) => this.#truth.segments[index] ?? [])) {
        const file = segment.file ?? this.#truth.files[0] ?? '';
        const last = parts.at(-1);
        if (last?.file === file) last.segments.push(segment);
        else parts.push({ article: id, file, segments: [segment] });
      }
      return parts;
    });
  }

  /** Where the tray's own order is the reading order they are gathered; else the order is painted. */
  async articles(): Promise<void> {
    for (const { segments } of this.parts()) {
      const wanted = segments.map((s) => this.fragmentOf(s));
      const places = wanted.map((f) => this.#tray().findIndex((t) => t.id === f.id));
      const straight = places.every((at, i) => i === 0 || at > (places[i - 1] ?? 0));
      const [first] = wanted;
      if (!first) continue;
      if (straight) {
        await this.go(first);
        let here = first;
        for (const fragment of wanted.slice(1)) {
          await this.#roam(here, fragment);
          await this.press('Space');
          here = fragment;
        }
        await this.press('g');
      } else await this.#paint(wanted);
      await this.look();
      // Gathered, a jump line comes before its head: where the paper has it the other way round the order is painted.
      if (this.#membersWith(first).join() !== wanted.map((f) => f.id).join()) await this.#paint(wanted);
      await this.look();
      expect(this.#membersWith(first)).toEqual(wanted.map((f) => f.id));
    }
  }

  async #paint(wanted: readonly Fragment[]): Promise<void> {
    await this.press('o');
    for (const fragment of wanted) {
      await this.go(fragment);
      await this.press('Space');
    }
    expect(await this.listen()).toContain(String(wanted.length));
    await this.press('Enter');
    await this.look();
  }

  #membersWith({ id }: Fragment): readonly string[] {
    return this.edition.articles.find((a) => a.fragmentIds.includes(id))?.fragmentIds ?? [];
  }

  async page(file: string): Promise<void> {
    await this.press('Shift+PageUp', ...Array.from({ length: this.#truth.files.indexOf(file) }, () => 'PageDown'));
  }

  /** Every part laid over columns in one step. */
  async flow(columns: number): Promise<void> {
    for (const { file, segments } of this.parts()) {
      const [first] = segments;
      if (!first) continue;
      await this.page(file);
      await this.go(this.fragmentOf(first));
      await this.press('a', 'f');
      await expect(this.#app.page.getByRole('dialog')).toBeVisible();
      await this.press(String(columns), 'Enter');
      await expect(this.#app.page.getByRole('dialog')).toBeHidden();
      await this.look();
    }
  }

  /** What is in no article is picked up and put down with the arrows. */
  async carryLoose(): Promise<void> {
    for (const segment of this.#truth.segments) {
      const fragment = this.fragmentOf(segment);
      if (fragment.placement.at !== 'unplaced') continue;
      await this.page(segment.file ?? this.#truth.files[0] ?? '');
      await this.go(fragment);
      await this.press('p', 'ArrowRight', 'ArrowUp');
      expect(await this.listen()).toMatch(/^column 2, position \d+ of \d+/u);
      await this.press('Enter');
      expect(await this.listen()).toMatch(/^moved .+ to column 2, position \d+ of \d+/u);
      await this.look();
      expect(this.fragmentOf(segment).placement).toMatchObject({ at: 'page', column: 'c2' });
    }
  }

  /** Jump lines are linked to their other side, the likeliest being offered first. */
  async link(): Promise<void> {
    for (const article of this.#truth.articles) {
      const [first, second] = this.parts().filter((part) => part.article === article.id);
      const jump = first?.segments.find((s) => s.role === 'jump-to');
      if (!first || !second || !jump) continue;
      const { id } = this.fragmentOf(jump);
      await this.page(first.file);
      await this.press('Escape', 'Tab');
      const desk = this.#app.page.locator('[data-desk-focus]');
      for (let i = 0; i < 80 && (await desk.getAttribute('aria-activedescendant')) !== `at-${id}`; i++)
        await this.press('Tab');
      await this.#focused(id);
      await this.press('k');
      await expect(this.#app.page.getByRole('dialog')).toBeVisible();
      await this.press('Enter');
      await expect(this.#app.page.getByRole('dialog')).toBeHidden();
      await this.look();
    }
  }
}
