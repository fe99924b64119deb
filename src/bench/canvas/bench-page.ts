/** The bench's side in the browser: opens an engine over so many fragments and runs gestures in it, a frame at a time. */
import { begin, type Gesture, type Hand } from './gestures.ts';
import { openNaive } from './engine-naive.ts';
import { openOurs } from './engine-ours.ts';
import { manyFragments } from './many-fragments.ts';

export interface Engine extends Hand {
  /** The state in the middle of a gesture, so that the driver sees that something happened. */
  told(): string;
  close(): void | Promise<void>;
}

const bench = {
  engine: null as Engine | null,
  running: null as Awaited<ReturnType<typeof begin>> | null,
  open(name: 'ours' | 'naive', n: number, fit: boolean): void {
    const target = document.querySelector('#canvas');
    if (!target) throw new Error('no place for the canvas');
    bench.engine = (name === 'ours' ? openOurs : openNaive)(manyFragments(n), target, fit);
  },
  async begin(gesture: Gesture): Promise<void> {
    if (bench.engine) bench.running = await begin(gesture, bench.engine);
  },
  async run(from: number, frames: number): Promise<string> {
    for (let i = from; i < from + frames; i++) await bench.running?.step(i);
    return bench.engine?.told() ?? '';
  },
  async end(): Promise<void> {
    await bench.running?.end();
    bench.running = null;
  },
  async close(): Promise<void> {
    await bench.engine?.close();
    bench.engine = null;
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
