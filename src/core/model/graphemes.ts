/** Characters as a reader sees them: a letter with its accents, a family of emoji. No cut goes through one. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Would a cut here part what a reader sees as one character? */
export function cutsGrapheme(text: string, at: number): boolean {
  return graphemeBound(text, at) !== at;
}

/** The offset moved back to a bound between two characters that a reader sees. */
export function graphemeBound(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  return segmenter.segment(text).containing(at)?.index ?? at;
}
