/** Faults of the text itself: said twice, spoilt characters, spaces between letters. */
import { textOf } from '../core/index.ts';
import { bodies, fault, replaced, type Seed } from './fault.ts';

export const doubled: Seed = (edition, dice) => {
  const all = bodies(edition, 120);
  const [a, b] = [dice.of(all), dice.of(all)];
  if (!a || !b) return null;
  const [text, own] = [textOf(edition, a), textOf(edition, b)];
  const from = dice.below(Math.max(1, text.length - 90));
  const part = text.slice(from, from + 70 + dice.below(60));
  return fault(replaced(edition, b, `${own} ${part}`), [a.id, b.id], ['duplicate-text']);
};

/** Characters as scanners and encodings spoil them. */
export const characters: Seed = (edition, dice) => {
  const f = dice.of(bodies(edition));
  if (!f) return null;
  const text = textOf(edition, f);
  const han = /\p{Script=Han}{8}/u.exec(text);
  const put = (found: RegExpExecArray | null, as: (part: string) => string): string | null =>
    found && text.slice(0, found.index) + as(found[0]) + text.slice(found.index + found[0].length);
  const from = dice.below(Math.max(1, text.length - 20));
  const kinds: readonly (() => readonly [string | null, string])[] = [
    () => [`${text.slice(0, from)}${dice.of(['\ue123', '\ufffd', '\uf8f0'])}${text.slice(from + 1)}`, 'unknown-glyph'],
    () => [put(han ?? /\p{L}{6,}/u.exec(text), (part) => [...part].map((ch) => ch + ch).join('')), 'doubled-glyph'],
    () => [put(/\d{4}/u.exec(text), (part) => `${part[0]}O${part.slice(2)}`), 'odd-digits'],
    () => [put(/1\d{2,}/u.exec(text), (part) => `l${part.slice(1)}5`), 'odd-digits'],
    () => [
      put(
        /[a-z]{2}[aceop][a-z]{2}/u.exec(text),
        (part) =>
          part.slice(0, 2) + ({ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р' }[part[2] ?? 'a'] ?? 'а') + part.slice(3),
      ),
      'mixed-scripts',
    ],
  ];
  const [now, code] = dice.of(kinds)?.() ?? [null, ''];
  return now === null || now === text ? null : fault(replaced(edition, f, now), [f.id], [code]);
};

export const spacing: Seed = (edition, dice) => {
  const f = dice.of(bodies(edition));
  if (!f) return null;
  const text = textOf(edition, f);
  const runs = Array.from(text.matchAll(/\p{Script=Han}{5,12}|(?<![\p{L}’'])[\p{Script=Latin}]{5,12}(?![\p{L}’'])/gu));
  const one = dice.of(runs);
  if (!one) return null;
  const now = text.slice(0, one.index) + [...one[0]].join(' ') + text.slice(one.index + one[0].length);
  return fault(replaced(edition, f, now), [f.id], ['letter-spacing']);
};
