import { el, type XmlElement } from '../xml-writer.ts';

/** Facts that PAGE XML has no attribute for, as labels: the key is the label's type. */
export function labels(facts: { readonly [type: string]: string | undefined }): XmlElement | undefined {
  const told = Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== undefined);
  return told.length
    ? el(
        'Labels',
        {},
        told.map(([type, value]) => el('Label', { value, type })),
      )
    : undefined;
}
