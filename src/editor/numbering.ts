/** Another number for an article: who may be asked for one, and the order as it would be. */
import { articlesOf, articleTitle, call, type Call, type Edition, type Message } from '../core/index.ts';
import { hueOf } from './article-marks.ts';
import type { Editor } from './editor.svelte.ts';

export function canNumber(editor: Editor, article: string | null): true | Message {
  if (!editor.isOpen) return { code: 'refuse.no-edition' };
  if (article === null) return { code: 'refuse.in-no-article' };
  const may = editor.check(call('article.move', { article, after: null }));
  return may === true && articlesOf(editor.edition).length < 2 ? { code: 'refuse.one-article' } : may;
}

/** Opens the dialog for the article in hand, or says why not. */
export function askNumber(editor: Editor, article: string | null): void {
  const may = canNumber(editor, article);
  if (may === true) editor.session.dialog = 'number';
  else editor.refuse(may);
}

/** What was typed as a number from 1 to `last`, in wide digits too; null: it is none. */
export function numberIn(typed: string, last: number): number | null {
  const plain = typed.normalize('NFKC').trim();
  const number = /^\d{1,9}$/u.test(plain) ? Number(plain) : 0;
  return number >= 1 && number <= last ? number : null;
}

/** The step that gives an article this number; null: it has it. */
export function numberCall(edition: Edition, article: string, number: number): Call | null {
  const all = articlesOf(edition);
  if (all[number - 1]?.id === article) return null;
  const after = all.filter((a) => a.id !== article)[number - 2];
  return call('article.move', { article, after: after?.id ?? null });
}

export interface Numbered {
  readonly id: string;
  readonly number: number;
  /** The number that it has now. */
  readonly was: number;
  readonly title: string;
  readonly hue: number;
}
/** So many that nobody needs to see. */
export interface Unseen {
  readonly unseen: number;
  readonly id: string;
}

/** As many are shown whole; of a longer order both ends of what moves, with so many beside them. */
const WHOLE = 12;
const BESIDE = 2;

/** The order as it would be with the article at this number. */
export function orderWith(edition: Edition, article: string, number: number): readonly (Numbered | Unseen)[] {
  const now = articlesOf(edition);
  const was = now.findIndex((a) => a.id === article) + 1;
  const next = now.filter((a) => a.id !== article).map((a, i) => ({ id: a.id, was: i + 1 < was ? i + 1 : i + 2 }));
  next.splice(number - 1, 0, { id: article, was });
  const near = (at: number): boolean =>
    next.length <= WHOLE || Math.abs(at - number) <= BESIDE || Math.abs(at - was) <= BESIDE;
  const inside = (at: number): boolean => at >= 1 && at <= next.length;
  // One alone takes no more room than to say that it is not shown.
  const isShown = (at: number): boolean =>
    near(at) || [at - 1, at + 1].every((beside) => !inside(beside) || near(beside));
  const rows: (Numbered | Unseen)[] = [];
  for (const [i, one] of next.entries()) {
    const last = rows.at(-1);
    if (isShown(i + 1)) rows.push({ ...one, number: i + 1, title: articleTitle(edition, one.id), hue: hueOf(one.id) });
    else if (last && 'unseen' in last) rows[rows.length - 1] = { ...last, unseen: last.unseen + 1 };
    else rows.push({ unseen: 1, id: `before ${i + 1}` });
  }
  return rows;
}
