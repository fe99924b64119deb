/** Paragraphs as the content of a TEI division: heads stand at the top, and a later head opens a division of its own inside. */
import type { Fragment } from '../../model/edition.ts';
import { el, type XmlElement } from '../xml-writer.ts';
import type { Item } from './items.ts';
import { formeWork, headOf, isHead, partOf, topOf } from './roles.ts';

export type JumpTarget = (fragment: Fragment) => string | undefined;

const isJump = (item: Item): boolean => item.role === 'jump-to' || item.role === 'jump-from';

function jumpLine({ role, fragment, content }: Item, targetOf: JumpTarget): XmlElement {
  const target = targetOf(fragment);
  const label = target === undefined ? (fragment.jump?.page ?? undefined) : undefined;
  return el('fw', { type: role }, '', el('ref', { type: 'jump', target: target && `#${target}`, n: label }, content));
}

function paragraph({ content, id, next, prev }: Item): XmlElement {
  const part =
    next !== undefined && prev !== undefined ? 'M' : next !== undefined ? 'I' : prev !== undefined ? 'F' : undefined;
  return el('p', { 'xml:id': id, part, next: next && `#${next}`, prev: prev && `#${prev}` }, content);
}

export function divisionContent(items: readonly Item[], targetOf: JumpTarget): XmlElement[] {
  const divisions: XmlElement[][] = [[]];
  /** Has the division a paragraph yet? Then nothing may stand at its top any more. */
  let begun = false;
  for (const item of items) {
    const { role, content } = item;
    const add = (element: XmlElement): void => void divisions.at(-1)?.push(element);
    const forme = isJump(item) ? jumpLine(item, targetOf) : formeWork(role, content);
    const top = begun ? undefined : topOf(role, content);
    if (forme) add(forme);
    else if (isHead(role)) {
      if (begun) divisions.push([]);
      begun = false;
      add(headOf(role, content));
    } else if (top) add(top);
    else {
      begun = true;
      add(role === 'body' ? paragraph(item) : partOf(role, content));
    }
  }
  const [first = [], ...inner] = divisions;
  return [...first, ...inner.map((elements) => el('div', { type: 'part' }, elements))];
}
