/** Reads files off the main thread. One worker reads one batch; it tells how far it is, hears a cancel, and gives all or nothing. */
import { FormatError, readFiles, type BatchReading, type InputFile, type Message } from '../core/index.ts';

export type ImportRequest =
  | {
      readonly type: 'read';
      readonly files: readonly InputFile[];
      readonly encoding?: string;
      readonly assets?: string;
    }
  | { readonly type: 'cancel' };
export type ImportReply =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly batch: BatchReading }
  | { readonly type: 'refused'; readonly error: Message };

/** The worker's end, as far as it is used: the DOM's types know only a window's. */
interface Port {
  postMessage(reply: ImportReply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ImportRequest }) => void): void;
}

/** Milliseconds between two reports; a busy reader has thousands to tell. */
const REPORT = 50;

export function serveImports(port: Port): void {
  let running: { aborted: boolean } | null = null;
  port.addEventListener('message', ({ data }) => {
    if (data.type === 'cancel') {
      if (running) running.aborted = true;
      return;
    }
    const signal = { aborted: false };
    running = signal;
    void answer(data, signal, port).then((reply) => {
      if (running === signal) running = null;
      port.postMessage(reply);
    });
  });
}

async function answer(
  request: Extract<ImportRequest, { type: 'read' }>,
  signal: { aborted: boolean },
  port: Port,
): Promise<ImportReply> {
  let last = -Infinity;
  try {
    const batch = await readFiles(request.files, {
      signal,
      pause: macrotask,
      progress(done, total) {
        const now = performance.now();
        if (now - last < REPORT && done < total) return;
        last = now;
        port.postMessage({ type: 'progress', done, total });
      },
      ...(request.encoding === undefined ? {} : { encoding: request.encoding }),
      ...(request.assets === undefined ? {} : { assets: request.assets }),
    });
    return { type: 'done', batch };
  } catch (error) {
    if (error instanceof FormatError) return { type: 'refused', error: error.said };
    return {
      type: 'refused',
      error: {
        code: 'format.crashed',
        params: {
          file: request.files[0]?.name ?? '',
          format: '—',
          why: error instanceof Error ? error.message : String(error),
        },
      },
    };
  }
}

/** Messages are heard between tasks; a timer would wait four milliseconds each time. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

if (typeof document === 'undefined' && 'postMessage' in globalThis) serveImports(globalThis as unknown as Port);
