/** The same pages as other readers would give them: worse boxes, less said, more wrong. Deterministic, so that a run can be repeated. */
import type { Box, Source, SourceLine } from '../core/model/edition.ts';

/** A little generator of its own: the same noise in every run. */
function noise(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const seedOf = (source: Source): number => [...source.name].reduce((n, letter) => n * 31 + letter.charCodeAt(0), 7);

type Change = (line: SourceLine, source: Source, random: () => number) => SourceLine | null;
const each =
  (change: Change) =>
  (source: Source): Source => {
    const random = noise(seedOf(source));
    return { ...source, lines: source.lines.flatMap((line) => change(line, source, random) ?? []) };
  };

const less =
  (...keys: readonly ('block' | 'size' | 'bold' | 'confidence')[]): Change =>
  (line) =>
    Object.fromEntries(
      Object.entries(line).filter(([key]) => !(keys as readonly string[]).includes(key)),
    ) as unknown as SourceLine;

const bare = less('block', 'size', 'bold', 'confidence');

/** How high most lines are, or how wide where they run down: noise is in proportion to it. */
function bodyOf(source: Source): number {
  const heights = source.lines
    .flatMap((line) => (line.box ? [Math.min(line.box[2], line.box[3])] : []))
    .sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 1;
}

const moved =
  (move: (box: Box, body: number, random: () => number) => Box) =>
  (source: Source): Source => {
    const body = bodyOf(source);
    return each((line, _, random) => (line.box ? { ...line, box: move(line.box, body, random) } : line))(source);
  };

function shuffled(source: Source): Source {
  const random = noise(seedOf(source));
  const lines = [...source.lines];
  for (let i = lines.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [lines[i], lines[j]] = [lines[j] as SourceLine, lines[i] as SourceLine];
  }
  return { ...source, lines };
}

const alike = (sources: readonly Source[], act: (source: Source) => Source): Source[] => sources.map(act);

/** Lines in larger type drawn as low as body text, their middle where it was: heads that size does not tell. */
const lowHeads = (source: Source): Source => {
  const body = bodyOf(source);
  return moved(([x, y, w, h]) => (h > 1.2 * body ? [x, y + (h - body) / 2, w, body] : [x, y, w, h]))(source);
};

/** The file's blocks two by two in one, as they follow each other from left to right: blocks over two columns. */
function pairedBlocks(source: Source): Source {
  const left = new Map<string, number>();
  for (const { block, box } of source.lines)
    if (block !== undefined && box) left.set(block, Math.min(left.get(block) ?? Infinity, box[0]));
  const order = [...left].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([block]) => block);
  const number = new Map(order.map((block, i) => [block, `pair ${i >> 1}`]));
  return each((line) => ({ ...line, block: number.get(line.block ?? '') ?? 'pair' }))(source);
}

/** Only the left half of the page, or a little more: cut where fewest lines are crossed. */
function halved(source: Source): Source {
  const boxes = source.lines.flatMap((line) => line.box ?? []);
  const right = Math.max(...source.lines.map(({ box }) => (box ? box[0] + box[2] : 0)));
  const crossed = (x: number): number =>
    source.lines.filter(({ box }) => box && box[0] < x && box[0] + box[2] > x).length;
  const edges = [...new Set(source.lines.flatMap(({ box }) => (box ? [box[0] - 2] : [])))]
    .filter((x) => x > 0.35 * right && x < 0.65 * right)
    .sort((a, b) => crossed(a) - crossed(b) || a - b);
  const cut = edges[0] ?? right;
  return boxes.length === 0
    ? source
    : each((line) => (line.box && line.box[0] + line.box[2] > cut ? null : line))(source);
}

const withText =
  (change: (letter: string) => string) =>
  (source: Source): Source => ({
    ...source,
    // Offsets stay: what would become two letters is left.
    text: [...source.text]
      .map((letter) => (change(letter).length === letter.length ? change(letter) : letter))
      .join(''),
  });

export const VARIANTS: Readonly<Record<string, (sources: readonly Source[]) => readonly Source[]>> = {
  'as read': (sources) => sources,
  'no blocks': (sources) => alike(sources, each(less('block'))),
  'no sizes': (sources) => alike(sources, each(less('size', 'bold'))),
  'boxes alone': (sources) => alike(sources, each(bare)),
  'lines shuffled, boxes alone': (sources) => alike(sources, (source) => shuffled(each(bare)(source))),
  'a block in ten lost': (sources) =>
    alike(sources, (source) => {
      const random = noise(seedOf(source));
      const lost = new Map<string, boolean>();
      return each((line) => {
        const block = line.block ?? '';
        if (!lost.has(block)) lost.set(block, random() < 0.1);
        return lost.get(block) ? null : line;
      })(source);
    }),
  'boxes jittered': (sources) =>
    alike(
      sources,
      moved(([x, y, w, h], body, random) => {
        const off = (): number => (random() + random() - 1) * 0.25 * body;
        return [x + off(), y + off(), Math.max(1, w + off()), Math.max(1, h + off())];
      }),
    ),
  'askew by 0.7 degrees': (sources) =>
    alike(
      sources,
      moved(([x, y, w, h]) => [x + 0.012 * y, y - 0.012 * x, w, h]),
    ),
  'words run together': (sources) =>
    alike(sources, (source) => {
      const random = noise(seedOf(source));
      // A letter takes the space's place: offsets stay, what was two words is one.
      return { ...source, text: source.text.replace(/ /gu, () => (random() < 0.15 ? '_' : ' ')) };
    }),
  'no rules, no pictures': (sources) => alike(sources, ({ separators: _, pictures: __, ...source }) => source),
  'heads as low as text, no sizes': (sources) =>
    alike(sources, (source) => lowHeads(each(less('size', 'bold'))(source))),
  'blocks two in one': (sources) => alike(sources, pairedBlocks),
  'half of each page cut off': (sources) => alike(sources, halved),
  'all in small letters': (sources) =>
    alike(
      sources,
      withText((letter) => letter.toLowerCase()),
    ),
  'all in capitals': (sources) =>
    alike(
      sources,
      withText((letter) => letter.toUpperCase()),
    ),
};
