/** What a slice of a source reads as before anyone repaired it: its lines, simply joined. */
import { isHanText } from './han.ts';
import { seam } from './seam.ts';

export interface ReadOptions {
  /** `keep` parts the lines by line breaks in place of joining them. */
  readonly breaks?: 'join' | 'keep';
}

/** Trims every line and passes over blank ones; between Han characters nothing, else one space. */
export function readLines(rawLines: readonly string[], options: ReadOptions = {}): string {
  const lines = rawLines.map((line) => line.trim()).filter((line) => line !== '');
  if (options.breaks === 'keep') return lines.join('\n');
  const solid = isHanText(lines.join('\n'));
  return lines.reduce((text, line) => (text ? text + seam(text, line, solid) + line : line), '');
}
