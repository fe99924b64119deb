/** Stray indents and trailing white space, line by line. Blank lines stay, so that the rhythm of the page can still be seen. */
export const trimLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .join('\n');
