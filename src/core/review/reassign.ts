/** Which article a fragment may belong to instead: those that speak of the same, those that stand on its page. */
import { pagesIn } from '../continuations.ts';
import type { Edition, Fragment } from '../model/edition.ts';
import { articlesOf, isPlaced, readingOrder, textOf } from '../model/selectors.ts';
import { cosine, termsOf, vocabularyOf } from '../reconstruct/similarity.ts';

export interface Home {
  readonly article: string;
  /** 0 to 1: how much it speaks of the same. */
  readonly alike: number;
  /** It stands on the fragment's page. */
  readonly here: boolean;
}

/** On one page the right article is rarely far away. */
const HERE = 0.15;

/** Every article but its own, the likeliest first. */
export function homesFor(edition: Edition, fragment: Fragment): Home[] {
  const page = isPlaced(fragment) ? fragment.placement.page : null;
  const others = articlesOf(edition).filter((a) => a.id !== fragment.article?.id);
  const texts = others.map(({ id }) =>
    readingOrder(edition, id)
      .map((f) => textOf(edition, f))
      .join('\n'),
  );
  const vocabulary = vocabularyOf([textOf(edition, fragment), ...texts], termsOf);
  const homes = others.map(({ id }, i): Home => ({
    article: id,
    alike: cosine(vocabulary, 0, i + 1),
    here: page !== null && pagesIn(edition, id).includes(page),
  }));
  const score = ({ alike, here }: Home): number => alike + (here ? HERE : 0);
  return homes.sort((a, b) => score(b) - score(a));
}
