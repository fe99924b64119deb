/** Counting characters straight off markup: what is not a tag, with each reference as one character. */
import { countText } from './count-text.ts';

const WHITE_REFERENCES =
  /&(?:#(?:9|10|13|32|133|160|8232|8233|12288)|#x(?:9|a|d|20|85|a0|2028|2029|3000)|nbsp|ensp|emsp|thinsp);/giu;

/** Characters of a piece of markup without tags. */
export const countReferences = (markup: string): number =>
  countText(
    markup.includes('&') ? markup.replace(WHITE_REFERENCES, ' ').replace(/&(?:#\d+|#x[\da-f]+|\w+);/giu, 'x') : markup,
  );

export const countMarkup = (markup: string): number =>
  countReferences(markup.replace(/<!--[^]*?-->|<[/?!\p{L}_][^>]*>/gu, ' '));
