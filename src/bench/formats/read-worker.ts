/** Reads one file off the main thread: reading alone, without what the app makes of it. */
import { readFiles, type Reading } from '../../core/index.ts';

export type Answer =
  | { readonly type: 'progress' }
  | { readonly type: 'done'; readonly reading: Reading; readonly problems: readonly string[] };

addEventListener('message', ({ data }: MessageEvent<{ readonly name?: string; readonly bytes?: Uint8Array }>) => {
  const { name, bytes } = data;
  if (name !== undefined && bytes) void read(name, bytes).then((answer) => postMessage(answer));
});

async function read(name: string, bytes: Uint8Array): Promise<Answer> {
  const { reading, failures } = await readFiles([{ name, bytes }], {
    progress: () => postMessage({ type: 'progress' } satisfies Answer),
  });
  const problems = [...failures.map(({ error }) => error.code), ...reading.notes.map(({ code }) => code)];
  return { type: 'done', reading, problems };
}
