/** Names for written files: safe on every file system, told apart by their number. */

const KEPT = 40;

/** User text as a part of a name: letters, marks and digits, everything else a hyphen. */
export const nameFrom = (text: string): string =>
  Array.from(
    text
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/gu, ''),
  )
    .slice(0, KEPT)
    .join('')
    .replace(/-+$/u, '');

/** `07-title.txt`; as many digits as the highest number needs, so that names sort as they count. */
export function numberedName(number: number, most: number, title: string, extension: string): string {
  const digits = String(number).padStart(Math.max(2, String(most).length), '0');
  const name = nameFrom(title);
  return `${digits}${name ? `-${name}` : ''}${extension}`;
}

/** The edition's own file: its title, else its date, else `edition`. */
export const editionName = (edition: { readonly title: string; readonly date?: string }, extension: string): string =>
  `${nameFrom([edition.title, edition.date ?? ''].join(' ')) || 'edition'}${extension}`;
