/** XML as a tree of plain values, and the tree as text. What XML cannot carry is taken out and told. */
import { carriable, uncarriable } from './carriable.ts';

export type Attributes = { readonly [name: string]: string | number | boolean | undefined };
export type Child = XmlElement | string | undefined | false;

export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (XmlElement | string)[];
}

/** An element. Attributes that are undefined and children that are undefined or false are passed over. */
export const el = (name: string, attributes: Attributes = {}, ...children: readonly (Child | readonly Child[])[]): XmlElement => ({
  name,
  attributes,
  children: children.flat().filter((child): child is XmlElement | string => child !== undefined && child !== false),
});

const TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const ATTRIBUTE: Record<string, string> = { ...TEXT, '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };

export const escapeText = (text: string): string => carriable(text).replace(/[&<>\r]/gu, (ch) => TEXT[ch] ?? ch);
export const escapeAttribute = (text: string): string => carriable(text).replace(/[&<>"\r\n\t]/gu, (ch) => ATTRIBUTE[ch] ?? ch);

/** What an entity that this writer writes stands for. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/gu, (whole, code: string | undefined, name: string | undefined) =>
    code !== undefined ? String.fromCodePoint(Number(code)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[name ?? ''] ?? whole),
  );

export interface XmlOptions {
  /** What stands before the root in place of the XML declaration. */
  readonly prolog?: string;
  /** Hears of every text or attribute that held what XML cannot carry. */
  readonly report?: (characters: readonly string[], element: string) => void;
}

/** A document: elements on lines of their own, but for those among text, where white space would be text. */
export function layXml(root: XmlElement, options: XmlOptions = {}): string {
  const out: string[] = [`${options.prolog ?? '<?xml version="1.0" encoding="UTF-8"?>'}\n`];
  lay(root, '', false, out, options.report);
  out.push('\n');
  return out.join('');
}

function lay(element: XmlElement, indent: string, inline: boolean, out: string[], report: XmlOptions['report']): void {
  const { name, attributes, children } = element;
  const heard = (text: string): void => {
    const lost = report ? uncarriable(text) : [];
    if (lost.length) report?.(lost, name);
  };
  out.push(indent, '<', name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    heard(String(value));
    out.push(' ', key, '="', escapeAttribute(String(value)), '"');
  }
  if (!children.length) {
    out.push('/>');
    return;
  }
  out.push('>');
  const flat = inline || children.some((child) => typeof child === 'string');
  for (const child of children) {
    if (typeof child === 'string') {
      heard(child);
      out.push(escapeText(child));
    } else if (flat) lay(child, '', true, out, report);
    else {
      out.push('\n');
      lay(child, `${indent}  `, false, out, report);
    }
  }
  if (!flat) out.push('\n', indent);
  out.push('</', name, '>');
}

const NAME = /^[A-Za-z_][\w.-]*$/u;

/** May this be an xsd:ID? Kept to ASCII, without a colon. */
export const isXmlId = (id: string): boolean => NAME.test(id);
