/** A picture made smaller while its rows come: each pixel is the mean of the area that it stands for. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, opaque. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

export interface Shrinking {
  /** Takes the next row, of `channels` bytes a pixel. */
  readonly add: (row: Uint8Array) => void;
  readonly pixels: () => Pixels;
}

/** `channels`: 1, grey, or 3, red, green and blue. `most`: pixels of what comes out; it is never larger than what goes in. */
export function shrinking(width: number, height: number, channels: 1 | 3, most: number): Shrinking {
  const scale = Math.min(1, Math.sqrt(most / (width * height)));
  const [w, h] = [Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale))];
  const data = new Uint8ClampedArray(w * h * 4);
  const narrow = w === width ? null : spans(width, w);
  const lines = spans(height, h);
  const sums = new Float32Array(w * channels);
  const part = new Float32Array(w * channels);
  let read = 0;
  let written = 0;

  const write = (): void => {
    const area = height / h;
    for (let x = 0, to = written * w * 4; x < w; x++, to += 4) {
      const from = x * channels;
      data[to] = (sums[from] ?? 0) / area;
      data[to + 1] = (sums[channels === 1 ? from : from + 1] ?? 0) / area;
      data[to + 2] = (sums[channels === 1 ? from : from + 2] ?? 0) / area;
      data[to + 3] = 255;
    }
    sums.fill(0);
    written++;
  };
  const weigh = (weight: number): void => {
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (part[i] ?? 0) * weight;
  };

  return {
    add(row) {
      if (narrow) narrowed(row, narrow, channels, part);
      else part.set(row);
      const y = read++;
      // All of a row belongs to one line, or its first part to that and the rest to the next.
      const ends = lines.edges[written + 1] ?? height;
      const inside = Math.min(1, ends - y);
      weigh(inside);
      if (ends > y + 1 && y + 1 < height) return;
      write();
      if (inside < 1 && written < h) weigh(1 - inside);
    },
    pixels: () => ({ width: w, height: h, data }),
  };
}

interface Spans {
  /** Where each of the fewer begins among the many; one more than there are. */
  readonly edges: Float64Array;
  readonly size: number;
}

const spans = (many: number, few: number): Spans => ({
  edges: Float64Array.from({ length: few + 1 }, (_, i) => (i * many) / few),
  size: many / few,
});

function narrowed(row: Uint8Array, { edges, size }: Spans, channels: 1 | 3, to: Float32Array): void {
  for (let x = 0; x + 1 < edges.length; x++) {
    const [from, end] = [edges[x] ?? 0, edges[x + 1] ?? 0];
    const [first, last] = [Math.floor(from), Math.min(Math.floor(end), row.length / channels - 1)];
    for (let c = 0; c < channels; c++) {
      let sum = (row[first * channels + c] ?? 0) * (first + 1 - from) + (row[last * channels + c] ?? 0) * (end - last);
      for (let at = (first + 1) * channels + c; at < last * channels; at += channels) sum += row[at] ?? 0;
      to[x * channels + c] = sum / size;
    }
  }
}
