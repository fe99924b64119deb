/** Hard wraps: the lines of one paragraph become one. */
import { isHanText } from './han.ts';
import { seam } from './seam.ts';

/** `记者` and its like part names: where one ends a line and had a real gap behind it elsewhere in the paragraph, the name on the next line keeps it. */
const NAMING = /(?:记者|記者|通讯员|通訊員|特约记者|实习生)$/u;
const NAMED_WITH_GAP = /(?:记者|記者|通讯员|通訊員|实习生)[ \u3000]+\p{Script=Han}/u;

/** Joins lines: Han to Han without a space, Latin with one. Blank lines are passed over. */
export function joinLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const solid = isHanText(text);
  const gapsAtNames = solid && NAMED_WITH_GAP.test(text);
  let joined = lines[0] ?? '';
  for (const line of lines.slice(1))
    joined +=
      (gapsAtNames && NAMING.test(joined) && /^\p{Script=Han}/u.test(line) ? ' ' : seam(joined, line, solid)) + line;
  return joined;
}
