/** Writes files whole or not at all: each beside its place first, then all into their places. */
import { rmSync } from 'node:fs';
import { access, chmod, constants, mkdir, open, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FormatError } from '../core/index.ts';

export interface OutFile {
  /** `-` is standard output. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

interface Staged {
  readonly beside: string;
  readonly target: string;
}

/**
 * What is read may be the only copy: nothing that is made of it goes over it.
 * @throws FormatError
 */
export async function refuseOver(read: readonly string[], written: readonly string[]): Promise<void> {
  const real = async (path: string): Promise<string | null> => (path === '-' ? null : realpath(path).catch(() => null)); // null: there is nothing yet
  const sources = new Set(await Promise.all(read.map(real)));
  for (const path of written) {
    const target = await real(path);
    if (target !== null && sources.has(target)) throw new FormatError('import.over-source', { file: path });
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

export const writeOut = (path: string, content: OutFile['content']): Promise<void> => writeAllOut([{ path, content }]);

/** @throws FormatError, and then no file is other than it was */
export async function writeAllOut(files: readonly OutFile[]): Promise<void> {
  const staged: Staged[] = [];
  const clear = (): void => {
    for (const { beside } of staged) rmSync(beside, { force: true });
  };
  const endBy = (signal: NodeJS.Signals): void => {
    clear();
    process.kill(process.pid, signal); // heard once: this time it ends the process
  };
  const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.once(signal, endBy);
  let path = '';
  try {
    for (const file of files) {
      ({ path } = file);
      if (path === '-') await toStandardOutput(file.content);
      else await stage(file, staged);
    }
    for (const { beside, target } of staged) {
      path = target;
      await rename(beside, target);
    }
  } catch (error) {
    clear();
    throw new FormatError('file.unwritable', { file: path, why: codeOf(error) ?? String(error) });
  } finally {
    for (const signal of signals) process.removeListener(signal, endBy);
  }
}

async function stage({ path, content }: OutFile, staged: Staged[]): Promise<void> {
  const target = await targetOf(path);
  if (target.special) return writeFile(path, content); // a pipe or a device: there is nothing to put in its place
  const beside = join(dirname(target.path), `.pasteup-${process.pid}-${staged.length}.part`);
  const file = await open(beside, 'w');
  staged.push({ beside, target: target.path });
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  if (target.mode !== null) await chmod(beside, target.mode & 0o7777);
}

/** Where a link leads; what is there already keeps its rights. */
async function targetOf(path: string): Promise<{ path: string; mode: number | null; special: boolean }> {
  try {
    const at = await realpath(path);
    const there = await stat(at);
    if (there.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    await access(at, constants.W_OK);
    return { path: at, mode: there.mode, special: !there.isFile() };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await makeFolder(dirname(path));
    return { path, mode: null, special: false };
  }
}

/** Node's own recursive call never comes back where a file system refuses all folders (`/proc`). */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

/** A reader that has heard enough (`| head`) is no failure. */
export function toStandardOutput(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) =>
    process.stdout.write(content, (error) => (error && codeOf(error) !== 'EPIPE' ? reject(error) : resolve())),
  );
}
