/** ImageWidth and ImageLength of a TIFF's first directory. */
export function tiffSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const at = view.getUint32(4, little);
  if (at + 2 > bytes.length) return null;
  const count = view.getUint16(at, little);
  let [width, height] = [0, 0];
  for (let i = 0, entry = at + 2; i < count && entry + 12 <= bytes.length; i++, entry += 12) {
    const tag = view.getUint16(entry, little);
    if (tag !== 256 && tag !== 257) continue;
    const value =
      view.getUint16(entry + 2, little) === 3 ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little);
    if (tag === 256) width = value;
    else height = value;
  }
  return width && height ? { width, height } : null;
}
