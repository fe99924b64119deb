/**
 * All points that the engine of coordinates gives, set by hand while looking at real and set pages; none was fitted. The bench of sensitivity moves
 * each by a quarter. Below 0: speaks against.
 */
export const WEIGHTS = {
  /** Is a line a head: see `heads.ts`. */
  head: {
    /** Points from which it is one; fewer where the file's blocks say nothing. */
    enough: 3,
    enoughWithoutBlocks: 2.5,
    height: 2.5,
    /** Type that is larger beyond doubt, by however little. */
    larger: 1,
    size: 1,
    capitals: 1.2,
    spaced: 1.4,
    wide: 0.8,
    centred: 1,
    free: 1.8,
    across: 2,
    white: 0.6,
    ownBlock: 2,
    bold: 0.4,
    full: -2,
    /** Set like the text around it: white and a block of its own make no head of it. */
    plain: -1.5,
    inBrackets: -2.5,
    readsOn: -1.2,
    beginsOpen: -1,
    long: -1.5,
    short: -2,
    signature: -2.5,
    dated: 1,
    afterOpenLine: -1,
    textBeginsUnder: 0.5,
    figures: -1.5,
    /** What a head speaks for a line that stands with it. */
    withHead: 1,
  },
  /** Does a head begin an article: see `starts.ts`. */
  start: {
    base: -3,
    ownBlock: 3,
    inText: -1.5,
    blocksUnknown: 1,
    free: 0.8,
    wide: 0.4,
    beside: 0.8,
    sameLevel: 0.8,
    lower: -1,
    muchLower: -2,
    lowest: -3,
    /** Where the file gives a head a block of its own, its level says less. */
    levelInBlock: 0.35,
    rubric: 1,
    underRubric: -2.3,
    large: 2,
    larger: 1.2,
    hardlyLarger: 0.5,
    capitals: 0.4,
    whiteAbove: 0.7,
    whiteBelow: 0.4,
    across: 3,
    ruled: 1.2,
    afterClosed: 0.5,
    afterOpen: -0.8,
    secondInMiddle: -1,
    first: 2,
    underClaim: -3,
  },
  /** Is a run of lines an advertisement: see `ads.ts`. */
  ad: { sure: 2.2, among: 1.1, mostly: 1.4, trade: 5, heads: 10, spread: 8, poor: 5, ragged: 2 },
  /** Is white a border of bands: see `bands.ts`. */
  band: { enough: 5, wide: 1, open: 1, level: 1 },
  /** Does a text run over to the next page: see `join-pages.ts`. */
  run: {
    enough: 2,
    endsOpen: 1.5,
    endsClosed: -0.5,
    breaksWord: 0.5,
    startsOpen: 1.5,
    startsFlush: 0.5,
    sameBand: 0.7,
    otherBand: -0.5,
    otherMeasure: -1,
    serial: 2,
  },
} as const;
