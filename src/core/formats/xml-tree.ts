/** A whole XML document as the tree that `xml-writer` lays: for files that were opened, whose unknown content goes out again. */
import { SaxesParser } from 'saxes';
import { localName } from './xml/stream.ts';
import type { XmlElement } from './xml-writer.ts';

interface Growing {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

/**
 * null where it is no XML. Prefixes of element names are dropped; white space between elements is none of the text.
 * The text must have been read once before, with its limits of depth and entities kept.
 */
export function treeOf(text: string): XmlElement | null {
  const open: Growing[] = [];
  let root: Growing | null = null;
  let failed = false;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => (failed = true));
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name: localName(name), attributes: { ...attributes }, children: [] };
    if (open.length) open.at(-1)?.children.push(element);
    else root = element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const take = (part: string): void => {
    const into = open.at(-1);
    if (into && (part.trim() !== '' || typeof into.children.at(-1) === 'string')) into.children.push(part);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(text.replace(/^\ufeff/u, '')).close();
  return failed ? null : root;
}

export const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';
export const childrenOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement => isElement(child) && (name === undefined || child.name === name),
  );

/** All elements of a name, wherever they stand, in file order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (one: XmlElement): void => {
    for (const child of childrenOf(one)) {
      if (child.name === name) found.push(child);
      walk(child);
    }
  };
  walk(element);
  return found;
}

export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textIn(child) : child)).join('');

/** Every id in a tree, by the attribute that holds ids in its format. */
export function idsIn(element: XmlElement, attribute: string): string[] {
  const own = element.attributes[attribute];
  return [
    ...(typeof own === 'string' ? [own] : []),
    ...childrenOf(element).flatMap((child) => idsIn(child, attribute)),
  ];
}
