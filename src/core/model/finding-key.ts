/** How findings and checks are named: by ids, codes and digests, so that a name can be a key and holds nobody's text. */

/** `code/place` or `code/place/digest`; the place is a fragment's, an article's, a page's or a source's id, or `-`. */
export const FINDING_KEY = /^[a-z]+(?:-[a-z]+){0,5}\/[\w.:-]{1,120}(?:\/[0-9a-f]{8})?$/;

/** No name that objects have already. */
export const CHECK_CODE = /^(?!(?:constructor|prototype)$)[a-z]+(?:-[a-z]+){0,5}$/;

/** FNV-1a, 32 bits: tells texts apart, and nothing of them. */
export function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
