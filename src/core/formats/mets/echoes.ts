/** Pointers of an opened map that say again what another one named before: they stay in their divs, and follow their blocks. */
import type { XmlElement } from '../xml-writer.ts';
import { escapeAttribute } from '../xml-writer.ts';
import type { KeptMets } from './kept.ts';
import { takeOver, within, type Slice } from './slices.ts';
import type { Areas } from './write-logical.ts';

export interface Echoes {
  readonly asItStands: (slice: Slice) => XmlElement;
  /** The map with its echoes at the blocks' new names. One that would come to stand before what it repeats goes: readers take the first. */
  readonly settled: (map: XmlElement) => XmlElement;
}

export function echoesIn(kept: KeptMets, areas: Areas): Echoes {
  const waiting = new Map<XmlElement, Slice>();
  const asItStands = (slice: Slice): XmlElement => {
    const element = takeOver(slice, kept.into);
    if ([...within(slice)].some((one) => kept.echoes.has(one))) waiting.set(element, slice);
    return element;
  };
  const settled = (map: XmlElement): XmlElement => {
    const named = new Set<string>();
    const again = (slice: Slice): XmlElement => {
      const instead = new Map<Slice, string>();
      for (const area of within(slice)) {
        const echo = kept.echoes.get(area);
        if (!echo) continue;
        const places = echo.fragments.flatMap((fragment) => areas.of(fragment) ?? []);
        const known = places.filter(({ file, region }) => named.has(`${file}\n${region}`));
        instead.set(echo.slot, known.map((place, i) => pointing(echo.slot, area, place, i === 0)).join(''));
      }
      return takeOver(slice, kept.into, instead);
    };
    const walk = (element: XmlElement): XmlElement => {
      const slice = waiting.get(element);
      if (slice) return again(slice);
      const { FILEID, BEGIN } = element.attributes;
      if (element.name === 'area') named.add(`${String(FILEID)}\n${String(BEGIN)}`);
      if (!element.children.length) return element;
      return { ...element, children: element.children.map((one) => (typeof one === 'string' ? one : walk(one))) };
    };
    return walk(map);
  };
  return { asItStands, settled };
}

/** The pointer's own text, at another block. */
function pointing(
  slot: Slice,
  area: Slice,
  to: { readonly file: string; readonly region: string },
  isFirst: boolean,
): string {
  const at = area.from - slot.from;
  const set = (text: string, name: string, value: string): string => {
    const one = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'u');
    const spelled = `"${escapeAttribute(value)}"`;
    return one.test(text)
      ? text.replace(one, (_, before: string) => before + spelled)
      : text.replace(/\s*\/?>/u, (end) => ` ${name}=${spelled}${end.trim()}`);
  };
  const tag = /^<[^>]*>/u.exec(area.text)?.[0] ?? '';
  const ended = 'END' in area.attributes ? set(tag, 'END', to.region) : tag;
  const now = set(set(ended, 'BEGIN', to.region), 'FILEID', to.file);
  const text = slot.text.slice(0, at) + now + slot.text.slice(at + tag.length);
  return isFirst ? text : text.replace(/\sID\s*=\s*(?:"[^"]*"|'[^']*')/gu, '');
}
