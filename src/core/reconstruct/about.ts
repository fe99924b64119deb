/** Title, date and sections of an edition, from masthead and folios. */
import { folioSection, paperName, readDate } from '../press/masthead.ts';
import type { Piece, Proposal } from './proposal.ts';

const FURNITURE = new Set<Piece['role']>(['masthead', 'folio']);

/** The name in the first masthead, and the day that most folios and mastheads name. */
export function aboutOf(pieces: readonly Piece[]): Proposal['about'] {
  let title: { text: string; piece: number } | undefined;
  const days = new Map<string, number[]>();
  pieces.forEach(({ role, text }, i) => {
    if (!FURNITURE.has(role)) return;
    const name = role === 'masthead' && !title ? paperName(text.split('\n')[0] ?? '') : null;
    if (name) title = { text: name, piece: i };
    const day = readDate(text);
    if (day) days.set(day, [...(days.get(day) ?? []), i]);
  });
  const [date] = [...days].sort((a, b) => b[1].length - a[1].length);
  if (!title && !date) return undefined;
  return {
    ...(title ? { title: title.text } : {}),
    ...(date ? { date: date[0] } : {}),
    pieces: [...(title ? [title.piece] : []), ...(date ? date[1].slice(0, 1) : [])],
  };
}

/** The section that a page's folio names. */
export function sectionOf(pieces: readonly Piece[], paper = ''): string | undefined {
  for (const { role, text } of pieces) {
    const section = role === 'folio' ? folioSection(text, paper) : null;
    if (section) return section;
  }
  return undefined;
}
