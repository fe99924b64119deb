/** Reads one file off the main thread: reading alone, without what the app makes of it. */
import { readFiles } from '../../core/index.ts';
import { buffersOf, packReading, type PackedReading } from '../../workers/packed-reading.ts';

export type Answer =
  | { readonly type: 'progress' }
  | { readonly type: 'done'; readonly packed: PackedReading; readonly problems: readonly string[] };

addEventListener('message', ({ data }: MessageEvent<{ readonly name?: string; readonly bytes?: Uint8Array }>) => {
  const { name, bytes } = data;
  if (name !== undefined && bytes)
    void read(name, bytes).then((answer) =>
      postMessage(answer, { transfer: answer.type === 'done' ? buffersOf(answer.packed) : [] }),
    );
});

async function read(name: string, bytes: Uint8Array): Promise<Answer> {
  const { reading, failures } = await readFiles([{ name, bytes }], {
    progress: () => postMessage({ type: 'progress' } satisfies Answer),
  });
  const problems = [...failures.map(({ error }) => error.code), ...reading.notes.map(({ code }) => code)];
  return { type: 'done', packed: packReading(reading), problems };
}
