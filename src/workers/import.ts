/** Reads files off the main thread, and cuts what they leave open. One worker reads one batch and gives all or nothing; to call it off, end it. */
import {
  cutReading,
  FormatError,
  readFiles,
  readPasteup,
  readText,
  type BatchReading,
  type Edition,
  type EncodingChoice,
  type InputFile,
  type Message,
  type Reading,
} from '../core/index.ts';
import { buffersOf, packReading, type PackedReading } from './packed-reading.ts';

export interface ImportFile {
  /** Its path, with `/`, where it came from a folder. */
  readonly name: string;
  readonly blob: Blob;
}

export type ImportRequest =
  | { readonly type: 'read'; readonly files: readonly ImportFile[]; readonly assets?: string }
  /** The answer to `ask`. */
  | { readonly type: 'encoding'; readonly encoding: string };

export interface ImportProgress {
  readonly doing: 'reading' | 'cutting';
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

/** A picture of a page, and the file that it is in: a picture by itself, or a PDF of which it is one page. */
export interface ImportedPicture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly file: string;
  readonly blob: Blob;
}

export interface ImportedPages {
  readonly kind: 'pages';
  /** Nothing in it is left to be cut. */
  readonly reading: Reading;
  readonly files: BatchReading['files'];
  readonly failures: BatchReading['failures'];
  readonly pictures: readonly ImportedPicture[];
  /** For each source the index of its picture, or -1. */
  readonly pictureOf: readonly number[];
}

export type Imported =
  ImportedPages | { readonly kind: 'edition'; readonly edition: Edition; readonly readOnly: boolean };

/** Lines go packed. */
export type ImportedAway =
  Exclude<Imported, ImportedPages> | (Omit<ImportedPages, 'reading'> & { readonly packed: PackedReading });

export type ImportReply =
  | ({ readonly type: 'progress' } & ImportProgress)
  | { readonly type: 'ask'; readonly file: string; readonly choice: EncodingChoice }
  | { readonly type: 'done'; readonly imported: ImportedAway }
  | { readonly type: 'refused'; readonly error: Message };

/** The worker's end, as far as it is used: the DOM's types know only a window's. */
interface Port {
  postMessage(reply: ImportReply, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ImportRequest }) => void): void;
}

/** Milliseconds between two reports; a busy reader has thousands to tell. */
const REPORT = 50;

export function serveImports(port: Port): void {
  let answered: (encoding: string) => void = () => undefined;
  const ask = (file: string, choice: EncodingChoice): Promise<string> => {
    port.postMessage({ type: 'ask', file, choice });
    return new Promise((resolve) => (answered = resolve));
  };
  let last = -Infinity;
  const report = (progress: ImportProgress): void => {
    const now = performance.now();
    if (now - last < REPORT && progress.done < progress.total) return;
    last = now;
    port.postMessage({ type: 'progress', ...progress });
  };
  port.addEventListener('message', ({ data }) => {
    if (data.type === 'encoding') return answered(data.encoding);
    void read(data.files, { report, ask, ...(data.assets === undefined ? {} : { assets: data.assets }) })
      .then((imported): ImportReply => ({ type: 'done', imported: packed(imported) }))
      .catch((error: unknown): ImportReply => ({ type: 'refused', error: said(error, data.files[0]?.name ?? '') }))
      .then((reply) => port.postMessage(reply, buffersIn(reply)));
  });
}

function packed(imported: Imported): ImportedAway {
  if (imported.kind === 'edition') return imported;
  const { reading, ...rest } = imported;
  return { ...rest, packed: packReading(reading) };
}
const buffersIn = (reply: ImportReply): ArrayBuffer[] =>
  reply.type === 'done' && reply.imported.kind === 'pages' ? buffersOf(reply.imported.packed) : [];

interface Told {
  readonly report: (progress: ImportProgress) => void;
  readonly ask: (file: string, choice: EncodingChoice) => Promise<string>;
  readonly assets?: string;
}

async function read(files: readonly ImportFile[], { report, ask, assets }: Told): Promise<Imported> {
  const failures: { name: string; error: Message }[] = [];
  const input: InputFile[] = [];
  for (const { name, blob } of files) {
    try {
      input.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
    } catch (error) {
      failures.push({ name, error: { code: 'file.unreadable', params: { file: name, why: reason(error) } } });
    }
  }
  const saved = input.filter(isSaved);
  if (saved[0] && input.length === 1) {
    const { name, bytes } = saved[0];
    return { kind: 'edition', ...readPasteup(readText(bytes, name).text, name) };
  }
  for (const { name } of saved)
    failures.push({ name, error: { code: 'file.edition-among-others', params: { file: name } } });
  let file = '';
  const batch = await readFiles(
    input.filter((one) => !saved.includes(one)),
    {
      begins: (name) => (file = name),
      progress: (done, total) => report({ doing: 'reading', file, done, total }),
      chooseEncoding: ask,
      ...(assets === undefined ? {} : { assets }),
    },
  );
  const named = { ...batch.reading, sources: namePictures(batch) };
  const reading = cutReading(named, (done, total) =>
    report({ doing: 'cutting', file: named.sources[done]?.name ?? '', done, total }),
  );
  return {
    kind: 'pages',
    reading,
    files: batch.files,
    failures: [...failures, ...batch.failures],
    pictures: picturesOf(batch),
    pictureOf: batch.facsimileOf,
  };
}

const PASTEUP = /"format"\s*:\s*"pasteup-edition"/u;

/** A saved edition, or what claims to be one by its name. */
const isSaved = ({ name, bytes }: InputFile): boolean =>
  /\.pasteup\.json$/iu.test(name) ||
  (bytes[0] === 0x7b && PASTEUP.test(new TextDecoder().decode(bytes.subarray(0, 4096))));

const fileOf = (picture: string): string => picture.replace(/#page=\d+$/u, '');

/** A source remembers the name of the picture that was found for it; a page of a PDF is its own. */
const namePictures = ({ reading, facsimileOf }: BatchReading): Reading['sources'] =>
  reading.sources.map((source, i) => {
    const picture = reading.facsimiles?.[facsimileOf[i] ?? -1];
    if (!picture || picture.name === source.name || source.image !== undefined) return source;
    return { ...source, image: fileOf(picture.name).split('/').at(-1) ?? picture.name };
  });

function picturesOf({ reading, pictures }: BatchReading): ImportedPicture[] {
  const types = new Map(reading.facsimiles?.map(({ name, mediaType }) => [fileOf(name), mediaType]));
  const blobs = new Map(
    [...pictures].map(([name, bytes]) => [
      name,
      new Blob([bytes as Uint8Array<ArrayBuffer>], { type: types.get(name) ?? '' }),
    ]),
  );
  return (reading.facsimiles ?? []).flatMap(({ name, width, height }) => {
    const blob = blobs.get(fileOf(name));
    return blob ? [{ name, width, height, file: fileOf(name), blob }] : [];
  });
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const said = (error: unknown, file: string): Message =>
  error instanceof FormatError
    ? error.said
    : { code: 'format.crashed', params: { file, format: '—', why: reason(error) } };

if (typeof document === 'undefined' && 'postMessage' in globalThis) serveImports(globalThis as unknown as Port);
