import { describe, expect, it } from 'vitest';
import { serveImports, type ImportReply, type ImportRequest } from './import.ts';

function worker(): {
  readonly send: (request: ImportRequest) => void;
  readonly until: (type: ImportReply['type']) => Promise<ImportReply>;
  readonly replies: ImportReply[];
} {
  const replies: ImportReply[] = [];
  const waiting: { type: string; resolve: (reply: ImportReply) => void }[] = [];
  let listener: (event: { readonly data: ImportRequest }) => void = () => undefined;
  serveImports({
    postMessage(reply) {
      replies.push(reply);
      waiting.filter(({ type }) => type === reply.type).forEach(({ resolve }) => resolve(reply));
    },
    addEventListener: (_, added) => {
      listener = added;
    },
  });
  return {
    send: (data) => listener({ data }),
    until: (type) => new Promise((resolve) => waiting.push({ type, resolve })),
    replies,
  };
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A PAGE file of some megabytes. */
const large = (): Uint8Array =>
  bytes(
    `<PcGts><Page imageWidth="9" imageHeight="9">${'<TextRegion id="r"><TextLine id="l"><TextEquiv><Unicode>Ferry runs from Low Quay</Unicode></TextEquiv></TextLine></TextRegion>\n'.repeat(20_000)}</Page></PcGts>`,
  );

describe('the import worker', () => {
  it('reads a batch, and says how far it is', async () => {
    const { send, until, replies } = worker();
    const done = until('done');
    send({
      type: 'read',
      files: [
        { name: 'a.txt', bytes: bytes('Ferry runs') },
        { name: 'bad.xml', bytes: bytes('<?xml version="1.0"?><PcGts>') },
      ],
    });
    const reply = await done;
    expect(reply.type === 'done' && [reply.batch.reading.sources.length, reply.batch.failures.length]).toEqual([1, 1]);
    expect(replies[0]).toMatchObject({ type: 'progress' });
  });
  it('hears a cancel in the middle of a file, and then nothing comes of it', async () => {
    const { send, until, replies } = worker();
    const [progress, refused] = [until('progress'), until('refused')];
    send({ type: 'read', files: [{ name: 'a.xml', bytes: large() }] });
    await progress;
    send({ type: 'cancel' });
    expect(await refused).toMatchObject({ error: { code: 'format.cancelled' } });
    expect(replies.some(({ type }) => type === 'done')).toBe(false);
  });
  it('decodes as it is told', async () => {
    const { send, until } = worker();
    const done = until('done');
    send({ type: 'read', files: [{ name: 'a.txt', bytes: Uint8Array.of(0xb0, 0xa1) }], encoding: 'gbk' });
    const reply = await done;
    expect(reply.type === 'done' && reply.batch.reading.sources[0]?.text).toBe('啊');
  });
});
