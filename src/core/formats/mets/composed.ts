/** Text blocks inside ALTO's composed blocks, which METS may point at as a whole. */
import type { ReadContext } from '../reading.ts';
import { pushTo } from '../push-to.ts';
import { decodeXml } from '../xml/decode.ts';
import { streamXml } from '../xml/stream.ts';

export async function composedBlocks(
  bytes: Uint8Array,
  file: string,
  context: ReadContext,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const inside = new Map<string, string[]>();
  const around: string[] = [];
  const { text } = await decodeXml(bytes, file);
  if (!text.includes('ComposedBlock')) return inside;
  await streamXml(
    text,
    file,
    {
      roots: ['alto', 'ALTO', 'Alto'],
      open(name, a) {
        const id = a.get('ID');
        if (name === 'ComposedBlock') around.push(id ?? '');
        else if (name === 'TextBlock' && id !== undefined) for (const outer of around) pushTo(inside, outer, id);
      },
      close(name) {
        if (name === 'ComposedBlock') around.pop();
      },
    },
    { ...(context.signal ? { signal: context.signal } : {}), ...(context.pause ? { pause: context.pause } : {}) },
  );
  return inside;
}
