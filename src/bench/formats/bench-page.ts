/** The bench's side in the browser: reads the chosen file in a worker, or walks it as a page without readers of its own would. */
import { runImport } from '../../workers/run-import.ts';
import { unpackReading } from '../../workers/packed-reading.ts';
import type { Answer } from './read-worker.ts';

export interface ReadReport {
  readonly ms: number;
  /** The longest time between two frames of the page while it was read, in milliseconds. */
  readonly gap: number;
  readonly reports: number;
  readonly lines: number;
  readonly characters: number;
  readonly problems: readonly string[];
}

function chosen(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file was chosen');
  return file;
}

/** Watches the frames of the page until it is told to stop. */
function watchFrames(): () => number {
  let last = performance.now();
  let gap = 0;
  let on = true;
  const frame = (): void => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
    if (on) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => {
    on = false;
    return Math.max(gap, performance.now() - last);
  };
}

let worker: Worker | null = null;

type Done = Extract<Answer, { readonly type: 'done' }>;

/** pdf.js speaks on the same line. */
function read(file: { readonly name: string; readonly bytes: Uint8Array }, progress: () => void): Promise<Done> {
  const at = (worker ??= new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' }));
  return new Promise((resolve, reject) => {
    at.onerror = (event) => reject(new Error(event.message));
    at.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.type === 'progress') progress();
      else if (data.type === 'done') resolve(data);
    };
    at.postMessage(file, [file.bytes.buffer as ArrayBuffer]);
  });
}

const bench = {
  /** Watching the frames costs the page a little. */
  async read(watch = false): Promise<ReadReport> {
    const { name } = chosen();
    const bytes = new Uint8Array(await chosen().arrayBuffer());
    let reports = 0;
    const stop = watch ? watchFrames() : (): number => 0;
    const began = performance.now();
    const { packed, problems } = await read({ name, bytes }, () => reports++);
    const { sources, characters } = await unpackReading(packed);
    const lines = sources.reduce((n, source) => n + source.lines.length, 0);
    return { reports, lines, characters, problems, ms: performance.now() - began, gap: stop() };
  },
  /** Milliseconds from the cancel, at half of the file, to the end of the app's import. */
  async cancel(): Promise<{ readonly ms: number; readonly heard: string }> {
    const file = chosen();
    const running = new AbortController();
    let sent = 0;
    const imported = await runImport([{ name: file.name, blob: file }], {
      signal: running.signal,
      progress({ done, total }) {
        if (sent || done < total / 2) return;
        sent = performance.now();
        running.abort();
      },
      ask: (_, { encoding }) => Promise.resolve(encoding),
    });
    return { ms: performance.now() - sent, heard: imported === null ? 'format.cancelled' : 'done' };
  },
  /** DOMParser and TreeWalker: the same words with their places. */
  async walk(): Promise<{ readonly ms: number; readonly words: number }> {
    const bytes = await chosen().arrayBuffer();
    const began = performance.now();
    const tree = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'application/xml');
    const words: { text: string; box: number[]; confidence: number; line: number }[] = [];
    const walker = tree.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
    let line = -1;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node as Element;
      if (element.localName === 'TextLine') line++;
      else if (element.localName === 'String')
        words.push({
          text: element.getAttribute('CONTENT') ?? '',
          box: ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT'].map((key) => Number(element.getAttribute(key))),
          confidence: Number(element.getAttribute('WC')),
          line,
        });
    }
    return { ms: performance.now() - began, words: words.length };
  },
};

declare global {
  interface Window {
    formats: typeof bench;
  }
}
window.formats = bench;
