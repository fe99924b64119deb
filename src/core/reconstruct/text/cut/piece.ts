/** A block of lines as pieces: spans, repaired text, and the jump markers that stand on a line of running text cut off. */
import type { Jump, Source } from '../../../model/edition.ts';
import type { RoleId } from '../../../model/role.ts';
import { jumpOf } from './jump.ts';
import { readLines, repairParagraph } from '../../../repair/index.ts';
import type { CutPiece } from '../../cut-piece.ts';
import type { Block } from './blocks.ts';
import type { CutPage } from './lines.ts';

const FURNITURE = new Set<RoleId>(['masthead', 'folio', 'imprint']);

interface Part {
  readonly start: number;
  readonly end: number;
  readonly role: RoleId;
  readonly jump?: Jump;
}

/** Running text whose last line ends with 下转, or whose first begins with 上接, is parted there. */
function partsOf(page: CutPage, block: Block): Part[] {
  const head = page.lines[block.first];
  const tail = page.lines[block.last];
  if (!head || !tail) return [];
  let { start } = head;
  let { end } = tail;
  const direction = block.mark.jump?.direction;
  if (block.kind !== 'text') {
    const jump =
      block.kind === 'alone' && (direction === 'to' || direction === 'from')
        ? { jump: { direction, page: block.mark.jump?.page ?? null } }
        : {};
    return [{ start, end, role: block.role, ...jump }];
  }
  const parts: Part[] = [];
  const from = head.jump && jumpOf(head.raw);
  if (from?.at === 'start' && from.kind === 'from') {
    parts.push({
      start,
      end: start + from.end,
      role: 'jump-from',
      jump: { direction: 'from', page: from.pages[0] ?? null },
    });
    start += from.end;
  }
  const to = tail.jump && jumpOf(tail.raw);
  const after: Part[] = [];
  if (to?.at === 'end' && to.kind === 'to' && tail.start + to.start > start) {
    after.push({
      start: tail.start + to.start,
      end,
      role: 'jump-to',
      jump: { direction: 'to', page: to.pages[0] ?? null },
    });
    end = tail.start + to.start;
  }
  return [...parts, { start, end, role: block.role }, ...after];
}

export function piecesOf(
  source: Source,
  page: CutPage,
  block: Block,
  vocabulary: ReadonlySet<string>,
  pairs: ReadonlySet<string>,
): CutPiece[] {
  const head = page.lines[block.first];
  const tail = page.lines[block.last];
  return partsOf(page, block).flatMap((part): CutPiece[] => {
    const raw = source.text.slice(part.start, part.end);
    if (!raw.trim()) return [];
    const start = part.start + raw.length - raw.trimStart().length;
    const end = part.start + raw.trimEnd().length;
    const own = part.role === block.role;
    const context = {
      head: block.kind !== 'text',
      vocabulary,
      pairs,
      fields: FURNITURE.has(part.role),
      keepLatinSpacing: block.kind === 'head' && page.solidLatin,
    };
    const lines = source.text.slice(start, end).split(/\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/u);
    // a table's gaps part its cells
    const { text, repairs } =
      part.role === 'table'
        ? { text: readLines(lines, { breaks: 'keep' }), repairs: [] }
        : repairParagraph(lines, context);
    return [
      {
        sourceId: source.id,
        spans: [[start, end]],
        text,
        repairs,
        role: part.role,
        confidence: block.confidence,
        reason: own ? block.reason : { code: `cut.${part.role}` },
        ...(part.jump ? { jump: part.jump } : {}),
        place: null,
        measure: own ? block.measure : null,
        firstLine: (part.role === 'jump-to' ? tail : head)?.sourceLine ?? 0,
        lastLine: (part.role === 'jump-from' ? head : tail)?.sourceLine ?? 0,
        startsOpen: own && block.startsOpen,
        endsOpen: own && block.endsOpen,
        glued: own && !!head?.parted && head.glued,
      },
    ];
  });
}
