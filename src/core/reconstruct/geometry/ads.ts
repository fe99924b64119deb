/**
 * Where a page carries advertisements: type of many sizes close together, heads every few lines, prices and addresses, poor recognition, ragged lines.
 * Judged by the file's blocks where they are small enough, else by windows of lines; each advertisement is an article of its own.
 */
import { headLines } from './head-runs.ts';
import { isHead } from './heads.ts';
import type { LineTraits, PageMeasures } from './line-traits.ts';
import { WEIGHTS } from './weights.ts';

const WINDOW = 16;
/** `sure`: points for one by itself; between others, and on a page that is full of them, less is asked for. */
const W = WEIGHTS.ad;

/** Words of buying and selling, in a form that a poor reading still shows; and prices. */
const TRADE =
  /(?<!\p{L})(?:francs?|frs?|centimes?|prix|rue|boulevard|avenue|vendre|vente|louer|achat|acheter|s['’]adresser|notaires?|étude|maison|pharmac\p{L}*|dépôt|gros|détail|catalogue|guéri\p{L}*|pilules?|pastilles?|flacons?|boîtes?|adjudication|échantillons?|verkau\p{L}*|vermiet\p{L}*|versteiger\p{L}*|empf[ei]\p{L}+|preis\p{L}*|mark|thlr|gulden|zu haben|gesucht|handlung|for sale|to let|wanted|apply|price[sd]?|street|stores?|dealers?|cure[sd]?|bottles?|per box|agents?|drug\p{L}*|sold by|venta|se vende|precio|calle|vendita|prezzo|vendesi)(?!\p{L})|\d+\s*(?:fr|f|cts|c|sh|d|mk|fl)\b|[$£]\s*\d|\d+(?:元|折)|电话[:：]?\s*\d|熱線|热线/giu;

/** At most, where neither trade nor heads speak. */
const UNSAID = 1.7;

/** Heights of lines of one type differ by no more. */
const ONE_TYPE = 0.12;

interface Chunk {
  readonly key: string;
  readonly lines: LineTraits[];
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * How much a run of lines looks like an advertisement. `tells` is false where the reader gives every line the same confidence. A mere window of lines
 * may hold the ends of two articles and their heads: there only trade words count as said.
 */
export function adPoints(lines: readonly LineTraits[], tells: boolean, isBlock = true): number {
  const isHeads = headLines(lines);
  // The head over all of it is not of many sizes yet, however large; nor is a head of several lines many heads.
  const firstText = isHeads.indexOf(false);
  const under = isBlock && firstText > 0 && firstText <= lines.length - 5 ? lines.slice(firstText) : lines;
  const heights = under.map((line) => Math.log(Math.max(0.2, line.height)));
  const middle = mean(heights);
  const spread = Math.sqrt(mean(heights.map((height) => (height - middle) ** 2)));
  const letters = lines.reduce((sum, line) => sum + line.placed.line.letters, 0);
  const digits = lines.reduce((sum, line) => sum + (line.placed.line.text.match(/\d/gu)?.length ?? 0), 0);
  if (lines.length < 5 || digits > 0.12 * letters) return 0;
  const trade = mean(lines.map((line) => line.placed.line.text.match(TRADE)?.length ?? 0));
  const heads = mean(isHeads.map((head, i) => (head && !isHeads[i - 1] ? 1 : 0)));
  const ragged = mean(lines.map((line) => (line.left > 0.6 || line.right > 0.6 ? 1 : 0)));
  const sure = tells ? mean(lines.map((line) => line.placed.line.confidence ?? 0.8)) : 0.8;
  const said = clamp((trade - 0.1) * W.trade, 0, 1.5) + (isBlock ? clamp((heads - 0.03) * W.heads, 0, 1.5) : 0);
  const looks =
    clamp((spread - 0.12) * W.spread, 0, isBlock ? 2.5 : 1.2) +
    clamp((0.8 - sure) * W.poor, -0.5, 1) +
    clamp((ragged - 0.35) * W.ragged, 0, 0.6);
  // Lines that are all of one head are no advertisement yet.
  if (firstText < 0 && spread < ONE_TYPE) return 0;
  // Neither a poor reading nor heads of several articles make an advertisement by themselves.
  return said < 0.3 || trade === 0 ? Math.min(UNSAID, said + looks) : said + looks;
}

function chunksOf(flow: readonly LineTraits[], asBlock: (block: string) => boolean, number: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (const line of flow) {
    const last = chunks.at(-1);
    const { block } = line.placed.line;
    const key = block !== null && asBlock(block) ? `b${block}` : null;
    if (last && (key === null ? last.lines.length < WINDOW && !last.key.startsWith('b') : last.key === key))
      last.lines.push(line);
    else chunks.push({ key: key ?? `w${number}.${chunks.length}`, lines: [line] });
  }
  return chunks;
}

function addTo(groups: Map<string, LineTraits[]>, key: string, lines: readonly LineTraits[]): void {
  const own = groups.get(key);
  if (own) own.push(...lines);
  else groups.set(key, [...lines]);
}

/** For each line (by its index in the source) of an advertisement: which one. */
export function findAds(flows: readonly (readonly LineTraits[])[], page: PageMeasures): ReadonlyMap<number, string> {
  const sure = flows.flat().flatMap((line) => line.placed.line.confidence ?? []);
  const average = mean(sure);
  const tells = sure.length > 0 && mean(sure.map((value) => Math.abs(value - average))) > 0.02;
  const blocks = new Map<string, LineTraits[]>();
  if (page.blocks || page.fineBlocks)
    for (const line of flows.flat()) {
      const { block } = line.placed.line;
      if (block !== null) addTo(blocks, block, [line]);
    }
  const total = flows.reduce((sum, flow) => sum + flow.length, 0);
  // Blocks that are whole columns are looked at by windows, unless they are advertisements altogether.
  const judged = new Map<string, boolean>();
  const asBlock = (block: string): boolean => {
    let small = judged.get(block);
    if (small === undefined) judged.set(block, (small = isSmall(blocks.get(block))));
    return small;
  };
  const isSmall = (lines: readonly LineTraits[] | undefined): boolean =>
    lines !== undefined &&
    (page.fineBlocks || lines.length <= 40 || (lines.length <= 0.5 * total && adPoints(lines, tells) >= W.mostly));
  const chunks = flows.flatMap((flow, f) => chunksOf(flow, asBlock, f));
  const whole = new Map<string, LineTraits[]>();
  for (const { key, lines } of chunks) addTo(whole, key, lines);
  const isBlock = (chunk: Chunk): boolean => chunk.key.startsWith('b');
  const points = chunks.map((chunk) =>
    chunk.lines.length < (isBlock(chunk) ? 1 : WINDOW / 2)
      ? 0
      : adPoints(whole.get(chunk.key) ?? [], tells, isBlock(chunk)),
  );
  const isAd = points.map((p) => p >= W.sure);
  const share =
    chunks.reduce((sum, { lines }, i) => sum + ((points[i] ?? 0) >= W.mostly ? lines.length : 0), 0) /
    Math.max(
      1,
      chunks.reduce((sum, { lines }) => sum + lines.length, 0),
    );
  for (let pass = 0; pass < 3; pass++)
    points.forEach((p, i) => {
      if (isAd[i]) return;
      const [before, after] = [isAd[i - 1] ?? null, isAd[i + 1] ?? null];
      const among = before !== false && after !== false && (before === true || after === true);
      isAd[i] =
        (among && p >= W.among) ||
        (before === true && after === true && (chunks[i]?.lines.length ?? 0) < 5) ||
        (share > 0.6 && p >= W.mostly);
    });
  const ads = new Map<number, string>();
  let window = '';
  chunks.forEach((chunk, i) => {
    if (!isAd[i]) return void (window = '');
    // Windows of one run are one stretch of advertisements: a head with white above begins the next.
    for (const line of chunk.lines) {
      if (!isBlock(chunk) && (window === '' || (line.above > 0.9 && isHead(line, undefined))))
        window = `w${line.placed.line.index}`;
      ads.set(line.placed.line.index, isBlock(chunk) ? chunk.key : window);
    }
  });
  return ads;
}
