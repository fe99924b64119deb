/** What takes long for a large edition, a little at a time: between, the page may breathe. */

/** Milliseconds of work before that. */
const SLICE = 8;
const LINES = 256;
const CHARACTERS = 1 << 18;

/** Answers a promise where it is time to breathe. */
function breather(): () => Promise<void> | null {
  let since = performance.now();
  return () => {
    if (performance.now() - since < SLICE) return null;
    return new Promise((resolve) =>
      setTimeout(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}

/** The same text as `JSON.stringify` makes of plain data. */
export async function stringifySlowly(value: unknown): Promise<string> {
  const breath = breather();
  const parts: string[] = [];
  for (const part of jsonParts(value)) {
    parts.push(part);
    const wait = breath();
    if (wait) await wait;
  }
  return parts.join('');
}

/** The same bytes as `TextEncoder` makes of them, one below the other. */
export async function encodeSlowly(texts: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const breath = breather();
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (const [i, text] of texts.entries()) {
    if (i) parts.push(encoder.encode('\n'));
    for (const slice of slicesOf(text)) {
      parts.push(encoder.encode(slice));
      const wait = breath();
      if (wait) await wait;
    }
  }
  const bytes = new Uint8Array(parts.reduce((n, { length }) => n + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const isHigh = (code: number): boolean => (code & 0xfc00) === 0xd800;

/** No pair of surrogates is parted. */
function* slicesOf(text: string): Generator<string> {
  for (let from = 0, to: number; from < text.length; from = to) {
    to = Math.min(text.length, from + CHARACTERS);
    if (to < text.length && isHigh(text.charCodeAt(to - 1))) to++;
    yield from === 0 && to === text.length ? text : text.slice(from, to);
  }
}

/** `depth` levels of objects are taken apart. */
function* jsonParts(value: unknown, depth = 4): Generator<string> {
  if (typeof value === 'string' && value.length > CHARACTERS) {
    yield '"';
    for (const slice of slicesOf(value)) yield JSON.stringify(slice).slice(1, -1);
    yield '"';
  } else if (Array.isArray(value)) {
    yield '[';
    for (let from = 0; from < value.length; from += LINES) {
      if (from) yield ',';
      yield JSON.stringify(value.slice(from, from + LINES)).slice(1, -1);
    }
    yield ']';
  } else if (typeof value === 'object' && value !== null && depth > 0) {
    let mark = '{';
    for (const [key, part] of Object.entries(value)) {
      if (part === undefined) continue;
      yield `${mark}${JSON.stringify(key)}:`;
      yield* jsonParts(part, depth - 1);
      mark = ',';
    }
    yield mark === '{' ? '{}' : '}';
  } else yield JSON.stringify(value);
}
