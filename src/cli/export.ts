import { exportEdition, say, writerOf } from '../core/index.ts';
import { open } from './check.ts';
import { inFolder, writeOut } from './files.ts';

/** Writes an edition in another format; says the closing balance and what the format cannot carry. */
export async function exportTo(file: string, to: string, out: string): Promise<void> {
  const writer = writerOf(to === 'json' ? 'pasteup' : to);
  const { written, balance } = exportEdition(await open(file), writer);
  const [only] = written.files;
  if (written.files.length === 1 && only) await writeOut(out, only.content);
  else for (const one of written.files) await writeOut(inFolder(out, one.path), one.content);
  const note = (text: string): void => void process.stderr.write(`${text}\n`);
  note(`${balance.written} characters written, ${balance.typed} of them typed; ${balance.unaccounted} unaccounted`);
  for (const left of balance.leftOut) note(`${left.characters} characters left out: ${say(left.reason, 'en')}`);
  for (const loss of writer.loses) note(`not carried: ${say(loss, 'en')}`);
}
