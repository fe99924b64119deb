/** The jump inbox at work: which jumps are listed, which is in hand, and what is done to it. */
import {
  borderOf,
  bridgeOf,
  bridgeRows,
  call,
  jumpInbox,
  linkCall,
  linkSafe,
  moveJumpBorder,
  pagesOf,
  samePage,
  type JumpBorderMove,
  type Bridge,
  type Edition,
  type JumpRow,
  type JumpStatus,
} from '../core/index.ts';
import type { Editor } from './editor.svelte.ts';

export type JumpFilter = 'all' | 'open' | JumpStatus;

const OPEN: ReadonlySet<JumpStatus> = new Set(['ready', 'one-way', 'ambiguous', 'pending', 'number-lost']);
/** Not joined, and in want of it. */
export const isOpenJump = (row: JumpRow): boolean => !row.linked && OPEN.has(row.status);

export class Jumps {
  readonly #editor: Editor;
  filter = $state<JumpFilter>('all');
  pageOnly = $state(false);
  /** The jump line in hand: it is the same before and after it is joined. */
  #line = $state<string | null>(null);
  /** Which of its candidates the bridge shows. */
  choice = $state(0);

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  get all(): readonly JumpRow[] {
    return jumpInbox(this.#editor.edition);
  }

  fits(row: JumpRow, filter: JumpFilter): boolean {
    return filter === 'all' ? true : filter === 'open' ? isOpenJump(row) : row.status === filter;
  }

  /** Those of the page in view alone, where that is asked for. */
  #inScope = $derived.by((): readonly JumpRow[] => {
    const { page } = this.#editor.session;
    return this.pageOnly ? this.all.filter((row) => row.fromSheet === page || row.toSheet === page) : this.all;
  });
  get inScope(): readonly JumpRow[] {
    return this.#inScope;
  }
  #rows = $derived.by((): readonly JumpRow[] => this.#inScope.filter((row) => this.fits(row, this.filter)));
  get rows(): readonly JumpRow[] {
    return this.#rows;
  }
  get safe(): readonly JumpRow[] {
    return this.#rows.filter((row) => row.safe);
  }

  #inHand = $derived.by((): JumpRow | undefined => {
    const line = this.#line;
    return line === null
      ? undefined
      : (this.all.find((row) => row.line === line) ??
          this.all.find((row) => row.fromFragment === line || row.toFragment === line));
  });
  get inHand(): JumpRow | undefined {
    return this.#inHand;
  }

  /** Takes one in hand and shows its jump line on the sheet. */
  look(row: JumpRow): void {
    this.#line = row.line;
    this.choice = 0;
    this.#editor.show(row.line);
  }

  /** Joins it with its likeliest other side, or with the one that is given. */
  link(row: JumpRow, candidate = row.candidates[0]): void {
    const made = linkCall(this.#editor.edition, row, candidate);
    this.#line = row.line;
    if (made) this.#editor.run(made);
    else this.#editor.refuse({ code: row.linked ? 'refuse.already-linked' : 'refuse.jump-no-candidate' });
  }

  unlink(row: JumpRow): void {
    this.#line = row.line;
    if (row.linked) this.#editor.run(call('continuation.unlink', { id: row.line }));
    else this.#editor.refuse({ code: 'refuse.not-linked' });
  }

  linkSafe(): void {
    const { safe } = this;
    if (!safe.length) return this.#editor.refuse({ code: 'refuse.no-safe-jumps' });
    const outcome = linkSafe(this.#editor.edition, safe);
    if (outcome.ok) this.#editor.take(outcome);
    else this.#editor.refuse(outcome.refusal);
  }

  /** To the other side: of a joined one its end, of an open one its likeliest candidate. */
  go(row: JumpRow): void {
    const here = row.line;
    const there = row.linked
      ? here === row.fromFragment
        ? row.toFragment
        : row.fromFragment
      : row.candidates[0]?.fragment;
    if (there == null) return this.#editor.refuse({ code: 'refuse.no-other-end' });
    this.#line = row.line;
    // Pressed again it comes back.
    this.#editor.show(this.#editor.session.focus === there ? here : there);
  }

  /** How many jumps waited for the pages that the edition has now and had not before. */
  arrived(before: Edition): number {
    const waiting = jumpInbox(before).filter((row) => row.status === 'pending');
    const pages = pagesOf(this.#editor.edition).filter((page) => !before.pages[page.id]);
    return waiting.filter((row) => {
      const label = row.direction === 'to' ? row.toPage : row.fromPage;
      return pages.some((page) => samePage(page.label, label));
    }).length;
  }

  // —— the bridge ——

  get bridges(): readonly JumpRow[] {
    return bridgeRows(this.#editor.edition);
  }

  #bridge = $derived.by((): Bridge | null => {
    const row = this.inHand;
    return row ? bridgeOf(this.#editor.edition, row, this.choice) : null;
  });
  get bridge(): Bridge | null {
    return this.#bridge;
  }

  /** The one in hand, else that of the selected jump line or article, else the first that is not confirmed. */
  openBridge(): boolean {
    const { current, edition } = this.#editor;
    const rows = this.bridges;
    const near = rows.find(
      (row) =>
        current !== undefined &&
        (row.line === current.id || row.fromFragment === current.id || row.toFragment === current.id),
    );
    const row =
      near ??
      rows.find((one) => one.line === this.#line) ??
      rows.find((one) => one.article !== null && one.article === current?.article?.id) ??
      rows.find((one) => !bridgeOf(edition, one)?.confirmed) ??
      rows[0];
    if (!row) return false;
    this.#line = row.line;
    this.choice = 0;
    this.#editor.session.dialog = 'bridge';
    return true;
  }

  stepBridge(by: 1 | -1): void {
    const rows = this.bridges;
    const line = this.inHand?.line;
    const at = rows.findIndex((row) => row.line === line);
    const next = rows[at < 0 ? 0 : at + by];
    if (!next) return this.#editor.refuse({ code: 'refuse.at-the-end' });
    this.#line = next.line;
    this.choice = 0;
  }

  /** Joins an open one; of a joined one, pins what stands at the border. Then on to the next. */
  confirm(): void {
    const { bridge } = this;
    if (!bridge) return;
    if (!bridge.row.linked) return this.link(bridge.row, bridge.row.candidates[this.choice]);
    const ids = borderOf(bridge).map((f) => f.id);
    if (!bridge.confirmed && !this.#editor.run(call('fragment.confirm', { ids, confirmed: true })).ok) return;
    const rows = this.bridges;
    if (rows.findIndex((row) => row.line === bridge.row.line) < rows.length - 1) this.stepBridge(1);
  }

  move(how: JumpBorderMove): void {
    const { bridge } = this;
    if (!bridge) return;
    if (this.#editor.readOnly) return this.#editor.refuse({ code: 'refuse.read-only' });
    const outcome = moveJumpBorder(this.#editor.edition, bridge, how);
    if (outcome.ok) this.#editor.take(outcome);
    else this.#editor.refuse(outcome.refusal);
  }
}
