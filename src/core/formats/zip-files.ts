/** Written files as one zip archive, the same bytes for the same files in every time zone. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { WrittenFile } from './writer.ts';

/** Zip keeps local time without its zone: the first moment that it knows. */
const moment = (): Date => new Date(1980, 0, 1);

export const bytesOf = (file: WrittenFile): Uint8Array =>
  typeof file.content === 'string' ? strToU8(file.content) : file.content;

export const zipFiles = (files: readonly WrittenFile[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map((file) => [file.path, bytesOf(file)])), { level: 6, mtime: moment() });

/** One text file of an archive that this module made; undefined where it has none of that name. */
export function textInZip(bytes: Uint8Array, path: string): string | undefined {
  const content = unzipSync(bytes, { filter: (file) => file.name === path })[path];
  return content && strFromU8(content);
}

/** The files of an archive, with their names as they stand in it. */
export const filesInZip = (bytes: Uint8Array): WrittenFile[] =>
  Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, content }));
