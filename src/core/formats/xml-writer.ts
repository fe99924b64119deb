/** XML as a tree of plain values, and the tree as text. What XML cannot carry is taken out and told. */
import { carriable, uncarriable } from './carriable.ts';

const NONE: readonly never[] = [];

export type Attributes = { readonly [name: string]: string | number | boolean | undefined };
export type Child = XmlElement | string | undefined | false;

export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (XmlElement | string)[];
  /** Markup of another hand, laid as it stands in place of all the rest. */
  readonly asIs?: string;
}

/** An element that is laid as it stood in the file that it came from. */
export const elAsIs = (name: string, asIs: string): XmlElement => ({ name, attributes: {}, children: NONE, asIs });

/** An element. Attributes that are undefined and children that are undefined or false are passed over. */
export function el(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): XmlElement {
  if (!children.length) return { name, attributes, children: NONE };
  const kept: (XmlElement | string)[] = [];
  const keep = (child: Child): void => {
    if (child !== undefined && child !== false) kept.push(child);
  };
  for (const child of children) {
    if (typeof child === 'object' && !('name' in child)) child.forEach(keep);
    else keep(child);
  }
  return { name, attributes, children: kept };
}

const TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const ATTRIBUTE: Record<string, string> = { ...TEXT, '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };

// Most texts hold nothing to escape: one look is all they cost.
const SPECIAL = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/u;

export const escapeText = (text: string): string =>
  SPECIAL.test(text) ? carriable(text).replace(/[&<>\r]/gu, (ch) => TEXT[ch] ?? ch) : text;
export const escapeAttribute = (text: string): string =>
  SPECIAL.test(text) ? carriable(text).replace(/[&<>"\r\n\t]/gu, (ch) => ATTRIBUTE[ch] ?? ch) : text;

/** What an entity that this writer writes stands for. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/gu, (whole, code: string | undefined, name: string | undefined) =>
    code !== undefined
      ? String.fromCodePoint(Number(code))
      : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[name ?? ''] ?? whole),
  );

export interface XmlOptions {
  /** What stands before the root in place of the XML declaration. */
  readonly prolog?: string;
  /** Hears of every text or attribute that held what XML cannot carry. */
  readonly report?: (characters: readonly string[], element: string) => void;
}

/** A document: elements on lines of their own, but for those among text, where white space would be text. */
export function layXml(
  root: XmlElement,
  { prolog = '<?xml version="1.0" encoding="UTF-8"?>', report }: XmlOptions = {},
): string {
  let out = `${prolog}\n`;
  const heard = (text: string, name: string): void => {
    const lost = report ? uncarriable(text) : [];
    if (lost.length) report?.(lost, name);
  };
  const lay = ({ name, attributes, children, asIs }: XmlElement, indent: string, inline: boolean): void => {
    if (asIs !== undefined) {
      out += indent + asIs;
      return;
    }
    out += `${indent}<${name}`;
    for (const key in attributes) {
      const value = attributes[key];
      if (value === undefined) continue;
      if (typeof value !== 'string') out += ` ${key}="${value}"`;
      else {
        heard(value, name);
        out += ` ${key}="${escapeAttribute(value)}"`;
      }
    }
    if (!children.length) {
      out += '/>';
      return;
    }
    out += '>';
    const flat = inline || children.some((child) => typeof child === 'string');
    for (const child of children) {
      if (typeof child === 'string') {
        heard(child, name);
        out += escapeText(child);
      } else if (flat) lay(child, '', true);
      else {
        out += '\n';
        lay(child, `${indent}  `, false);
      }
    }
    out += flat ? `</${name}>` : `\n${indent}</${name}>`;
  };
  lay(root, '', false);
  return `${out}\n`;
}

const NAME = /^[A-Za-z_][\w.-]*$/u;

/** May this be an xsd:ID? Kept to ASCII, without a colon. */
export const isXmlId = (id: string): boolean => NAME.test(id);
