/** The bench's side in the browser: reads the chosen file in the import worker, or walks it as a page without readers of its own would. */
import type { ImportReply, ImportRequest } from '../../workers/import.ts';

export interface ReadReport {
  readonly ms: number;
  /** The longest time between two frames of the page while it was read, in milliseconds. */
  readonly gap: number;
  readonly reports: number;
  readonly lines: number;
  readonly characters: number;
  readonly problems: readonly string[];
}

async function chosen(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('no file was chosen');
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
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
const theWorker = (): Worker =>
  (worker ??= new Worker(new URL('../../workers/import.ts', import.meta.url), { type: 'module' }));

function answer(send: (worker: Worker) => void, hear: (reply: ImportReply, worker: Worker) => boolean): Promise<void> {
  const at = theWorker();
  return new Promise((resolve, reject) => {
    at.onerror = (event) => reject(new Error(event.message));
    at.onmessage = ({ data }: MessageEvent<ImportReply>) => {
      if (hear(data, at)) resolve();
    };
    send(at);
  });
}
const request = (worker: Worker, file: { readonly name: string; readonly bytes: Uint8Array }): void =>
  worker.postMessage({ type: 'read', files: [file] } satisfies ImportRequest, [file.bytes.buffer as ArrayBuffer]);

const bench = {
  /** Watching the frames costs the page a little. */
  async read(watch = false): Promise<ReadReport> {
    const file = await chosen();
    let report: Omit<ReadReport, 'gap' | 'ms'> = { reports: 0, lines: 0, characters: 0, problems: ['no answer'] };
    let reports = 0;
    const stop = watch ? watchFrames() : (): number => 0;
    const began = performance.now();
    await answer(
      (at) => request(at, file),
      (reply) => {
        if (reply.type === 'progress') {
          reports++;
          return false;
        }
        if (reply.type === 'refused') report = { ...report, problems: [reply.error.code] };
        else {
          const { reading, failures } = reply.batch;
          report = {
            reports,
            lines: reading.sources.reduce((n, { lines }) => n + lines.length, 0),
            characters: reading.characters,
            problems: [...failures.map(({ error }) => error.code), ...reading.notes.map(({ code }) => code)],
          };
        }
        return true;
      },
    );
    return { ...report, ms: performance.now() - began, gap: stop() };
  },
  /** Milliseconds from the cancel, sent at half of the file, to its being heard. */
  async cancel(): Promise<{ readonly ms: number; readonly heard: string }> {
    const file = await chosen();
    let sent = 0;
    let heard = '';
    await answer(
      (at) => request(at, file),
      (reply, at) => {
        if (reply.type === 'progress' && sent === 0 && reply.done >= reply.total / 2) {
          sent = performance.now();
          at.postMessage({ type: 'cancel' } satisfies ImportRequest);
        }
        if (reply.type === 'refused') heard = reply.error.code;
        if (reply.type === 'done') heard = 'done';
        return heard !== '';
      },
    );
    return { ms: performance.now() - sent, heard };
  },
  /** DOMParser and TreeWalker: the same words with their places. */
  async walk(): Promise<{ readonly ms: number; readonly words: number }> {
    const { bytes } = await chosen();
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
  /** So that each measure begins with a worker, and a heap, of its own. */
  end(): void {
    worker?.terminate();
    worker = null;
  },
};

declare global {
  interface Window {
    formats: typeof bench;
  }
}
window.formats = bench;
