/** Names in Chinese heads: the person who speaks or comes, 周山在调研…时强调, 周山出席并讲话, is named in the article as well. */
import type { ChainPlace } from './heads.ts';
import type { CutPiece } from '../../cut-piece.ts';
import type { Laid } from './units.ts';

/** What is done under heads that begin with a person's name. */
const DOES =
  '(?:(?:在|到|赴).{1,16}(?:时|時|调研|調研)|主持|出席|会见|會見|强调|強調|调研|調研|看望|慰问|慰問|检查|檢查|率队|率隊|走访|走訪|督导|督導)';
/** A city that holds a meeting, an office that checks: no person. */
const NO_PERSON = /[市县縣区區镇鎮乡鄉省州局委办辦部厅廳院校会會社]$|^(?:我|全|本|各)/u;
const PERSON = new RegExp(`(?:^|[\\s　\\n])(\\p{Script=Han}{2,3}?)(?=${DOES})`, 'gu');

export const personsIn = (head: string): string[] =>
  [...new Set([...head.matchAll(PERSON)].map(([, name = '']) => name))].filter((name) => !NO_PERSON.test(name));

/** For every head the chains that name who it names, where some do and some do not. */
export function namesakes(
  laid: Laid,
  pieces: readonly CutPiece[],
  chains: readonly ChainPlace[],
): ReadonlySet<number>[] {
  const textOf = (list: readonly number[]): string => list.map((i) => pieces[i]!.text).join('\n');
  let texts: string[] | null = null;
  return laid.heads.map((head) => {
    const persons = personsIn(textOf(head.pieces));
    if (!persons.length) return new Set();
    texts ??= chains.map(({ units }) => textOf(units.flatMap((u) => laid.units[u]!.pieces)));
    const found = texts.flatMap((text, c) => (persons.some((name) => text.includes(name)) ? [c] : []));
    return new Set(found.length < chains.length ? found : []);
  });
}
