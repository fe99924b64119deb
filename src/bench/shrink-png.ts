/** The same picture in fewer bytes: screenshots have large even areas, which deflate best without any of PNG's filters. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  body.copy(made, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}

/** Takes 8-bit RGB or RGBA that is not interlaced, as browsers make it; whatever else comes back as it was. */
export function shrinkPng(png: Buffer): Buffer {
  let header: Buffer | undefined;
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IHDR') header = body;
    if (name === 'IDAT') data.push(body);
  }
  const bytes = header?.[9] === 2 ? 3 : header?.[9] === 6 ? 4 : 0;
  if (!header || !bytes || header[8] !== 8 || header[12] !== 0) return png;
  const plain = unfilter(
    inflateSync(Buffer.concat(data)),
    header.readUInt32BE(0) * bytes,
    header.readUInt32BE(4),
    bytes,
  );
  const small = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(plain, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return small.length < png.length ? small : png;
}

/** Rows with filter 0: each byte as it is. */
function unfilter(raw: Buffer, row: number, height: number, bytes: number): Buffer {
  const plain = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y++) {
    const at = y * (row + 1) + 1;
    const filter = raw[at - 1] ?? 0;
    for (let x = 0; x < row; x++) {
      const left = x < bytes ? 0 : (plain[at + x - bytes] ?? 0);
      const up = y ? (plain[at + x - row - 1] ?? 0) : 0;
      const corner = y && x >= bytes ? (plain[at + x - row - 1 - bytes] ?? 0) : 0;
      plain[at + x] = (raw[at + x] ?? 0) + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
    }
  }
  return plain;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
