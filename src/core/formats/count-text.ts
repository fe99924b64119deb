/** The opening balance's own count: runs of what is not white space, each surrogate pair once. */
export function countText(text: string): number {
  let n = 0;
  for (const [run] of text.matchAll(/\S+/gu)) {
    n += run.length;
    for (let i = 1; i < run.length; i++)
      if ((run.charCodeAt(i) & 0xfc00) === 0xdc00 && (run.charCodeAt(i - 1) & 0xfc00) === 0xd800) n--;
  }
  return n;
}
