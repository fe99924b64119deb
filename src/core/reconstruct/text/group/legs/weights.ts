/** What speaks for and against a reading of a woven page as legs of articles: log-odds, set by hand and then moved one at a time. */
export const LEG_WEIGHTS = {
  /** A leg's words against those of its article so far. */
  affinity: 1.6,
  /** The lines on both sides of a border speak of the same: then no leg ends there. */
  alike: 0.7,
  /** A leg as deep as the article's first, one that differs by a line, and a shorter one, which is its last. */
  sameDepth: 0.9,
  nearDepth: -2.5,
  lastLeg: -2.4,
  /** A last leg that ends in mid-sentence. */
  lastOpen: -4,
  /** For each line that a first leg lacks to the least that a column holds. */
  scant: -1.5,
  /** Two legs of one article one after the other; and one taken up before others that were left earlier. */
  again: -2.5,
  fifo: -1.5,
  leftOpen: -2.4,
  /** An article that begins inside a paragraph, and one that begins in mid-sentence. */
  newInside: -2,
  small: -4,
  /** Each article more, and each one less, than the page has heads for. */
  extra: -2.5,
  lacking: -1,
  /** The sentence reads on. */
  join: 0.6,
  /** A leg's end inside a paragraph, between whole paragraphs, where a sentence is open, and beside a head. */
  endsInside: -2.5,
  endsClosed: -1,
  endsOpen: 0.6,
  endsAtHead: 0.3,
  /** An article that goes on over the opening of another, a mismatch of sentences, a head. */
  overOpening: -7,
  overMismatch: -3.4,
  overHead: -0.6,
  /** A line wider than the measure, or with room for the next word: at the least, for each unit more, at the most. */
  wide: 1.5,
  wideEach: 2,
  wideMost: 6,
  loose: 1.5,
  looseEach: 1.5,
  looseMost: 4,
};

/** What cannot be. */
export const NEVER = -20;
