/** The bench's side in the browser: reads the chosen file in a worker, or walks it as a page without readers of its own would. */
import { runImport } from '../../workers/run-import.ts';
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

/** Until `hear` is content. pdf.js speaks on the same line. */
function read(
  file: { readonly name: string; readonly bytes: Uint8Array },
  hear: (answer: Answer) => boolean,
): Promise<void> {
  const at = (worker ??= new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' }));
  return new Promise((resolve, reject) => {
    at.onerror = (event) => reject(new Error(event.message));
    at.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (hear(data)) resolve();
    };
    at.postMessage(file, [file.bytes.buffer as ArrayBuffer]);
  });
}

const bench = {
  /** Watching the frames costs the page a little. */
  async read(watch = false): Promise<ReadReport> {
    const { name } = chosen();
    const bytes = new Uint8Array(await chosen().arrayBuffer());
    let report = { reports: 0, lines: 0, characters: 0, problems: ['no answer'] as readonly string[] };
    const stop = watch ? watchFrames() : (): number => 0;
    const began = performance.now();
    await read({ name, bytes }, (answer) => {
      if (answer.type === 'progress') report.reports++;
      if (answer.type !== 'done') return false;
      const { sources, characters } = answer.reading;
      const lines = sources.reduce((n, source) => n + source.lines.length, 0);
      report = { ...report, lines, characters, problems: answer.problems };
      return true;
    });
    return { ...report, ms: performance.now() - began, gap: stop() };
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
