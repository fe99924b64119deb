/** Sources for the cutter's tests. */
import type { Source } from '../../../model/edition.ts';

/** A source of plain text. */
export function sourceOf(text: string): Source {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return { id: 's1', name: 'page.txt', mediaType: 'text/plain', encoding: 'utf-8', sha256: '', text, lines };
}

const HAN =
  '清晨的河堤上站满了人他们带着铁锹和竹筐从各个村子赶来今年的水位比往年高出许多县里决定提前加固两岸的土坝并且清理下游淤塞的沟渠';
const CLOSERS = /[，。、；：！？）》”]/u;

/** A sentence of `length` Han characters, full stop included; `seed` shifts where it begins. */
export function hanSentence(length: number, seed = 0): string {
  const letters = [...HAN];
  return (
    Array.from(
      { length: length - 1 },
      (_, i) => letters[(i * 7 + seed * 13 + Math.floor(i / 5)) % letters.length] ?? '河',
    ).join('') + '。'
  );
}

/** Sets a Han paragraph in `measure` characters, its first line two characters short, as a dump has it that lost the indent. */
export function setHan(text: string, measure: number, indent = 2): string[] {
  const lines: string[] = [];
  let line = '';
  for (const ch of text) {
    const room = lines.length ? measure : measure - indent;
    if ([...line].length >= room && !CLOSERS.test(ch)) {
      lines.push(line);
      line = '';
    }
    line += ch;
  }
  return [...lines, line];
}

/** Sets a Latin paragraph in lines of at most `measure` letters. */
export function setLatin(text: string, measure: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > measure) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
