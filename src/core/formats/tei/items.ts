/** An article's parts as paragraphs: joined inside a part with a column break, linked by next and prev from part to part. */
import type { Fragment } from '../../model/edition.ts';
import { joinTwo } from '../../model/reading-text.ts';
import type { RoleId } from '../../model/role.ts';
import type { Tally } from '../tally.ts';
import { el, type Child } from '../xml-writer.ts';
import { isHead } from './roles.ts';

export interface Item {
  readonly role: RoleId;
  readonly fragment: Fragment;
  readonly content: Child[];
  /** The last of its words, to know what goes between them and the next. */
  end: string;
  /** Reads on from a paragraph that is not in its part. */
  goesOn: boolean;
  id?: string;
  next?: string;
  prev?: string;
}

/** The paragraph that text of a role reads on from: the last of the role with no head after it, jump heads aside. */
function openItem(items: readonly Item[], role: RoleId): Item | undefined {
  for (let i = items.length - 1; i >= 0; i--) {
    const one = items[i];
    if (!one || one.role === role) return one;
    if (isHead(one.role) && one.role !== 'jump-head') return undefined;
  }
  return undefined;
}

export function itemsOf(fragments: readonly Fragment[], tally: Tally): Item[] {
  const items: Item[] = [];
  for (const fragment of fragments) {
    const texts = tally
      .write(fragment)
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '');
    texts.forEach((text, i) => {
      const goesOn = i === 0 && fragment.continues === true;
      const open = goesOn ? openItem(items, fragment.role) : undefined;
      if (!open) {
        items.push({ role: fragment.role, fragment, content: [text], end: text, goesOn });
        return;
      }
      if (joinTwo(open.end, text).length > open.end.length + text.length) open.content.push(' ');
      open.content.push(el('cb'), text);
      open.end = text;
    });
  }
  return items;
}

/** Gives ids and pointers to paragraphs that a page cut. */
export function linkItems(parts: readonly (readonly Item[])[], idPrefix: string): void {
  let count = 0;
  const before: Item[] = [];
  for (const part of parts) {
    for (const item of part) {
      const open = item.goesOn && item.role === 'body' ? openItem(before, item.role) : undefined;
      if (!open || open.next !== undefined) continue;
      open.id ??= `${idPrefix}-p${++count}`;
      item.id ??= `${idPrefix}-p${++count}`;
      open.next = item.id;
      item.prev = open.id;
    }
    before.push(...part);
  }
}
