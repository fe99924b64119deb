/** A batch of files, as dropped on the window or named on the command line: what can be read is read, what cannot is said. */
import type { Message } from '../model/message.ts';
import { matchFacsimiles } from './facsimiles.ts';
import { FormatError } from './format-error.ts';
import { joinReadings } from './join-readings.ts';
import { readerFor, readFile } from './readers.ts';
import type { ReadContext, Reading } from './reading.ts';
import { expandZip, isZip } from './zip/expand.ts';

export interface InputFile {
  /** Its path, with `/`, where it came from a folder or a zip. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface BatchReading {
  /** All that could be read, in the order of the files; a METS file stands for those that it names. */
  readonly reading: Reading;
  /** What was read, and in which format. */
  readonly files: readonly {
    readonly name: string;
    readonly format: string;
    readonly sources: number;
    readonly facsimiles: number;
  }[];
  readonly failures: readonly { readonly name: string; readonly error: Message }[];
  /** For each source the index of its picture among `reading.facsimiles`, or -1. */
  readonly facsimileOf: readonly number[];
  /** The files with the pictures, by name, for whoever keeps them: images, and PDF whose pages are drawn. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** A folder that nothing stands in, called as the zip is. */
function folderFor(zip: string, taken: ReadonlySet<string>): string {
  const name = (zip.split('/').at(-1) ?? zip).replace(/\.zip$/iu, '');
  const isFree = (folder: string): boolean => ![...taken].some((path) => path.startsWith(`${folder}/`));
  let folder = name;
  for (let n = 2; !isFree(folder); n++) folder = `${name}-${n}`;
  return `${folder}/`;
}

/** Never throws for what is in a file. @throws FormatError `format.cancelled` */
export async function readFiles(input: readonly InputFile[], context: ReadContext = {}): Promise<BatchReading> {
  const failures: { name: string; error: Message }[] = [];
  const attempt = async <T>(name: string, act: () => Promise<T>): Promise<T | null> => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof FormatError) || error.said.code === 'format.cancelled') throw error;
      failures.push({ name, error: error.said });
      return null;
    }
  };
  const { progress, ...quiet } = context;
  const files: InputFile[] = [];
  const taken = new Set<string>();
  for (const file of input) {
    const inside = isZip(file.bytes)
      ? ((await attempt(file.name, () => expandZip(file.bytes, file.name, quiet))) ?? [])
      : [{ path: file.name, bytes: file.bytes }];
    // Two zips may hold files of the same names: then those of the later one stand in a folder of its name.
    const prefix = isZip(file.bytes) && inside.some(({ path }) => taken.has(path)) ? folderFor(file.name, taken) : '';
    for (const { path, bytes } of inside) {
      taken.add(prefix + path);
      files.push({ name: prefix + path, bytes });
    }
  }
  const siblings = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const formats = new Map(files.map((file) => [file, readerFor(file.bytes, file.name)?.id ?? '']));
  const total = files.reduce((n, { bytes }) => n + bytes.length, 0);
  const read = new Map<InputFile, Reading>();
  const used = new Set<string>();
  let done = 0;
  // Those first that name others.
  for (const file of [...files].sort((a, b) => Number(formats.get(b) === 'mets') - Number(formats.get(a) === 'mets'))) {
    const before = done;
    done += file.bytes.length;
    if (used.has(file.name)) continue;
    context.begins?.(file.name);
    const own: ReadContext = {
      ...quiet,
      siblings,
      ...(progress
        ? {
            progress: (part: number, whole: number) =>
              progress(before + (part / Math.max(1, whole)) * file.bytes.length, total),
          }
        : {}),
    };
    const reading = await attempt(file.name, () => readFile(file.bytes, file.name, own));
    if (!reading) continue;
    read.set(file, reading);
    reading.used?.forEach((name) => used.add(name));
    progress?.(done, total);
    await context.pause?.();
  }
  const kept = files.filter((file) => read.has(file) && !used.has(file.name));
  const reading = joinReadings(kept.flatMap((file) => read.get(file) ?? []));
  const names = new Set(reading.facsimiles?.map(({ name }) => name.replace(/#page=\d+$/u, '')));
  return {
    reading,
    files: kept.map((file) => ({
      name: file.name,
      format: formats.get(file) ?? '',
      sources: read.get(file)?.sources.length ?? 0,
      facsimiles: read.get(file)?.facsimiles?.length ?? 0,
    })),
    failures,
    facsimileOf: matchFacsimiles(reading.sources, reading.facsimiles ?? []),
    pictures: new Map(files.filter(({ name }) => names.has(name)).map(({ name, bytes }) => [name, bytes])),
  };
}
