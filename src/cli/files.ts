import { readFile as read, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FormatError } from '../core/index.ts';

/** The bytes of a file, or of standard input for "-". */
export async function bytesOf(path: string): Promise<Uint8Array> {
  if (path === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return new Uint8Array(Buffer.concat(chunks));
  }
  try {
    if ((await stat(path)).isDirectory()) throw new FormatError('file.directory', { file: path });
    return new Uint8Array(await read(path));
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('file.unreadable', {
      file: path,
      why: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}

export const inFolder = (folder: string, name: string): string => join(folder, ...name.split('/'));

/** A line on standard error that is written over, where it is a terminal. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Where pdf.js keeps its tables of characters and fonts. */
export const pdfTables = (): string => `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`;
