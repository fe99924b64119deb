import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { replayJournal, writePasteup } from '../core/index.ts';
import { textOf } from './open-edition.ts';
import { refuseOver, toStandardOutput, writeOut } from './write-out.ts';

/** Runs a journal and prints the SHA-256 of the saved file that its last state makes; `out` is where that file goes. */
export async function replayTo(file: string, out?: string): Promise<void> {
  const saved = writePasteup(replayJournal(await textOf(file), file));
  if (out !== undefined) {
    await refuseOver([file], [out]);
    await writeOut(out, saved);
  }
  if (out !== '-') await toStandardOutput(`${bytesToHex(sha256(new TextEncoder().encode(saved)))}\n`);
}
