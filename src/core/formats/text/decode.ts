/** Bytes of a text file to text: by its byte order mark, as UTF-8 where that is what it strictly is, else the likeliest of many. */
import type { EncodingCandidate, EncodingChoice, ReadContext } from '../reading.ts';
import { FormatError } from '../format-error.ts';
import { decoderFor, encodingName, ENCODINGS, GUESSES } from './encodings.ts';
import { plausibility } from './plausibility.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}
export interface DecodedText extends Decoded {
  readonly choice: EncodingChoice;
}

/** A second candidate nearer than this leaves the choice open. */
const CLEAR = 0.25;
const LIKELY = 0.6;
const SAMPLE = 65_536;
const OTHERS_SAMPLE = 8192;

function marked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-8, or UTF-16 by its byte order mark, and nothing else. */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length === 0) throw new FormatError('file.empty', { file });
  const mark = marked(bytes);
  if (mark) return { text: new TextDecoder(mark).decode(bytes), encoding: mark };
  if (mostlyControls(bytes)) throw new FormatError('file.binary', { file });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    throw new FormatError('file.not-utf8', { file, offset: firstBadByte(bytes) });
  }
}

/** Any supported encoding. @throws FormatError */
export async function decodeAnyText(
  bytes: Uint8Array,
  file: string,
  context: Pick<ReadContext, 'encoding'> = {},
): Promise<DecodedText> {
  if (bytes.length === 0) throw new FormatError('file.empty', { file });
  if (context.encoding !== undefined) return forced(bytes, file, context.encoding);
  const mark = marked(bytes);
  if (mark || !mostlyControls(bytes)) {
    const known = mark ?? 'utf-8';
    const decode = await decoderFor(known);
    const text = decode?.(bytes, true);
    if (typeof text === 'string') {
      return { text, encoding: known, choice: { encoding: known, certain: true, candidates: [] } };
    }
    if (mark) throw new FormatError('format.undecodable', { file, encoding: mark });
  }
  return guessed(bytes, file);
}

async function forced(bytes: Uint8Array, file: string, label: string): Promise<DecodedText> {
  const encoding = encodingName(label);
  const decode = await decoderFor(encoding);
  const text = decode?.(bytes, false);
  if (typeof text !== 'string') throw new FormatError('format.no-such-encoding', { file, encoding: label });
  return { text, encoding, choice: { encoding, certain: true, candidates: [] } };
}

async function guessed(bytes: Uint8Array, file: string): Promise<DecodedText> {
  const nul = hasNul(bytes);
  if (!nul && looksBinary(bytes)) throw new FormatError('file.binary', { file });
  const sample = cutSample(bytes);
  const found: (EncodingCandidate & { readonly text: string })[] = [];
  for (const encoding of GUESSES) {
    const utf16 = encoding.startsWith('utf-16');
    if (nul !== utf16 && (nul || bytes.length % 2 === 1)) continue;
    const decode = await decoderFor(encoding);
    const head = utf16
      ? decode?.(bytes.subarray(0, Math.min(bytes.length & ~1, SAMPLE)), false)
      : decode?.(sample, true);
    if (typeof head !== 'string') continue;
    const score = round(plausibility(encoding, head));
    if (score > 0.05 && (!utf16 || score >= LIKELY)) found.push({ encoding, score, preview: '', text: head });
  }
  const lossy = damagedUtf8(sample);
  if (lossy) found.push(lossy);
  found.sort((a, b) => b.score - a.score);
  const first = found[0];
  if (!first || (nul && first.score < LIKELY))
    throw nul
      ? new FormatError('file.binary', { file })
      : new FormatError('file.not-utf8', { file, offset: firstBadByte(bytes) });
  const previews = previewsOf(found.slice(0, 6));
  for (const candidate of found) {
    const decode = await decoderFor(candidate.encoding);
    const text = decode?.(bytes, candidate.encoding !== 'utf-8');
    if (typeof text !== 'string') continue;
    const rival = found.find((other) => other !== candidate && other.text !== candidate.text);
    const certain =
      candidate === first &&
      candidate.encoding !== 'utf-8' &&
      candidate.score >= LIKELY &&
      candidate.score - (rival?.score ?? 0) >= CLEAR;
    const others = certain ? {} : { others: await othersFor(sample, previews) };
    return {
      text,
      encoding: candidate.encoding,
      choice: { encoding: candidate.encoding, certain, candidates: previews, ...others },
    };
  }
  throw new FormatError('file.not-utf8', { file, offset: firstBadByte(bytes) });
}

/** UTF-8 with a few broken bytes, as a copy over a bad line leaves it. */
function damagedUtf8(sample: Uint8Array): (EncodingCandidate & { readonly text: string }) | null {
  const text = new TextDecoder('utf-8').decode(sample);
  const bad = text.match(/\ufffd+/gu)?.length ?? 0;
  const good = text.match(/[\u0080-\ufffc]/gu)?.length ?? 0;
  return good > bad * 20 ? { encoding: 'utf-8', score: 0.95, preview: '', text } : null;
}

/** How a text looks in the encodings that it hardly can be in. */
async function othersFor(sample: Uint8Array, named: readonly EncodingCandidate[]): Promise<EncodingCandidate[]> {
  const left = ENCODINGS.filter((encoding) => !named.some((one) => one.encoding === encoding));
  const found: EncodingCandidate[] = [];
  for (const encoding of left) {
    const text = (await decoderFor(encoding))?.(sample.subarray(0, OTHERS_SAMPLE), false);
    if (typeof text === 'string') found.push(...previewsOf([{ encoding, score: 0, preview: '', text }]));
  }
  return found;
}

/** The first lines with something to tell apart. */
function previewsOf(found: readonly (EncodingCandidate & { readonly text: string })[]): EncodingCandidate[] {
  const rows = found.map(({ text }) => text.split(/[\r\n\f]+/u).filter((line) => line.trim() !== ''));
  const telling = (rows[0] ?? []).flatMap((line, i) => (/[^\u0000-\u007f]/u.test(line) ? [i] : [])).slice(0, 3);
  return found.map(({ encoding, score }, n) => ({
    encoding,
    score,
    preview: telling.map((i) => (rows[n]?.[i] ?? '').slice(0, 120)).join('\n'),
  }));
}

/** Cut after a line break, so that no character is cut. */
function cutSample(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const at = bytes.subarray(0, SAMPLE).lastIndexOf(10);
  return at > 0 ? bytes.subarray(0, at + 1) : bytes;
}

const hasNul = (bytes: Uint8Array): boolean => bytes.subarray(0, SAMPLE).includes(0);
const round = (n: number): number => Math.round(n * 1000) / 1000;

/** Control bytes that a text rightly has none of. */
const isControl = (b: number): boolean => b < 9 || (b > 13 && b < 32 && b !== 27 && b !== 26) || b === 127;
const looksBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, SAMPLE).some(isControl);

/** What is UTF-8 by the letter may hold some: broken fonts of a PDF leave them in what is taken out of it. */
const mostlyControls = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, SAMPLE);
  return head.reduce((n, b) => n + Number(isControl(b)), 0) * 4 > head.length;
};

/** The offset of the first byte that is not part of a UTF-8 sequence, from 0. */
function firstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    let end = middle;
    while (end < bytes.length && end - middle < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
    try {
      decoder.decode(bytes.subarray(0, end));
      low = middle;
    } catch {
      high = middle - 1; // the bad byte lies before `middle`
    }
  }
  return low;
}
