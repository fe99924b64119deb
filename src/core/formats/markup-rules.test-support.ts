/** Rules of markup in our own words, for standards whose schemas are not at hand: children and their order, attributes, references. */
import { childrenOf, isElement, treeOf } from './xml-tree.ts';
import type { XmlElement } from './xml-writer.ts';

export interface Rule {
  /** Names with `|`, `?`, `*`, `+` and brackets, as in a DTD. */
  readonly children?: string;
  /** May hold text. */
  readonly text?: true;
  /** Names parted by spaces; `!` after one that must be there. A value after `=`: one of those with `|` between them. */
  readonly attributes?: string;
}
export type Rules = Readonly<Record<string, Rule>>;

const patterns = new Map<string, RegExp>();
function patternOf(model: string): RegExp {
  let made = patterns.get(model);
  if (!made) {
    const source = model.replace(/[\w.:-]+/gu, (name) => `(?:${name.replaceAll('.', '\\.')};)`).replace(/\s+/gu, '');
    patterns.set(model, (made = new RegExp(`^${source}$`, 'u')));
  }
  return made;
}

function attributesWrong({ name, attributes }: XmlElement, allowed = ''): string[] {
  const wrong: string[] = [];
  const known = new Map(
    allowed.split(/\s+/u).flatMap((one): [string, { must: boolean; values?: readonly string[] }][] => {
      const match = /^([\w:.-]+)(!?)(?:=(.+))?$/u.exec(one);
      return match?.[1]
        ? [[match[1], { must: match[2] === '!', ...(match[3] ? { values: match[3].split('|') } : {}) }]]
        : [];
    }),
  );
  for (const [key, value] of Object.entries(attributes)) {
    if (/^xmlns(?::|$)|^xsi:schemaLocation$/u.test(key)) continue;
    const rule = known.get(key);
    if (!rule) wrong.push(`${name}@${key} is not allowed`);
    else if (rule.values && !rule.values.includes(String(value)))
      wrong.push(`${name}@${key} may not be ${String(value)}`);
  }
  for (const [key, { must }] of known) if (must && attributes[key] === undefined) wrong.push(`${name} lacks @${key}`);
  return wrong;
}

/** Every breach, and `not well-formed` where that is so. */
export function breaches(xml: string, rules: Rules): string[] {
  const root = treeOf(xml);
  if (!root) return ['not well-formed'];
  const wrong = new Set<string>();
  const walk = (element: XmlElement): void => {
    const rule = rules[element.name];
    if (!rule) {
      wrong.add(`${element.name} is not known`);
      return;
    }
    const names = childrenOf(element).map((child) => child.name);
    if (!patternOf(rule.children ?? '').test(names.map((name) => `${name};`).join('')))
      wrong.add(`${element.name} may not hold ${names.join(' ') || 'nothing'}`);
    if (!rule.text && element.children.some((child) => !isElement(child) && child.trim() !== ''))
      wrong.add(`${element.name} may not hold text`);
    for (const one of attributesWrong(element, rule.attributes)) wrong.add(one);
    childrenOf(element).forEach(walk);
  };
  walk(root);
  return [...wrong];
}

/** Ids that stand twice, and references that nothing answers. `references`: attributes, whose values may begin with #. */
export function danglingIn(xml: string, id: string, references: readonly string[]): string[] {
  const values = (name: string): string[] =>
    Array.from(xml.matchAll(new RegExp(` ${name}="([^"]*)"`, 'gu')), (match) => match[1] ?? '');
  const ids = values(id);
  const known = new Set(ids);
  return [
    ...(known.size === ids.length ? [] : ['an id stands twice']),
    ...references.flatMap((name) =>
      values(name)
        .map((value) => value.replace(/^#/u, ''))
        .filter((value) => !known.has(value))
        .map((value) => `${name} points at ${value}, which is not there`),
    ),
  ];
}
