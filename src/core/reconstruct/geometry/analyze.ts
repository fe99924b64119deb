/** One page with coordinates: its pieces, roles, articles, columns and reading order, each with a confidence and a reason. */
import type { Box, Source, Span } from '../../model/edition.ts';
import type { RoleId } from '../../model/role.ts';
import { repairParagraph, vocabularyOf } from '../../repair/index.ts';
import type { PagePart, PageParts } from '../page-parts.ts';
import type { Piece } from '../proposal.ts';
import { findAds } from './ads.ts';
import { groupArticles, type Group, type Unit } from './articles.ts';
import { cutFragments, type Fragment } from './fragments.ts';
import type { LineTraits } from './line-traits.ts';
import { layoutOf } from './page-layout.ts';
import { endsOf, type PartEnds } from './part-ends.ts';
import { placeOf, sheetColumns } from './place.ts';
import { roleOfBody, rolesOfStack, type Judged } from './roles.ts';

export interface GeometryPart extends PagePart {
  /** What its ends tell of going on on another page: see `runsOver`. */
  readonly ends: PartEnds;
}
export interface GeometryPage extends PageParts {
  readonly parts: readonly GeometryPart[];
}

const HEADS: ReadonlySet<RoleId> = new Set(['headline', 'kicker', 'subhead', 'crosshead', 'section', 'jump-head']);

/** Consecutive lines of advertisements, or of none, of one flow. */
function byAd(
  lines: readonly LineTraits[],
  ads: ReadonlyMap<number, string>,
): { ad: string | null; lines: LineTraits[] }[] {
  const runs: { ad: string | null; lines: LineTraits[] }[] = [];
  for (const line of lines) {
    const ad = ads.get(line.placed.line.index) ?? null;
    const last = runs.at(-1);
    if (last && last.ad === ad) last.lines.push(line);
    else runs.push({ ad, lines: [line] });
  }
  return runs;
}

/** Roles for a group's fragments, in their order. */
function judge(group: Group, pictures: readonly Box[]): Judged[] {
  if (group.kind === 'advertisement')
    return group.units.map(() => ({ role: 'ad', confidence: group.confidence, reason: group.reason }));
  const judged: Judged[] = [];
  const fragments = group.units.map(({ fragment }) => fragment);
  for (let i = 0; i < fragments.length;) {
    const fragment = fragments[i] as Fragment;
    if (fragment.kind === 'body') {
      judged.push(roleOfBody(fragment, fragments[i - 1]?.kind === 'head', pictures));
      i++;
      continue;
    }
    const stack: Fragment[] = [];
    const first = i === 0;
    while (fragments[i]?.kind === 'head') stack.push(fragments[i++] as Fragment);
    judged.push(...rolesOfStack(stack, first && group.headed));
  }
  return judged;
}

/** `source` has boxes. Lines without one come out as pieces without a place. */
export function analyzeGeometry(source: Source): GeometryPage {
  const { flows, measures, strips, furniture, frame, pictures } = layoutOf(source);
  const ads = findAds(
    flows.map(({ lines }) => lines),
    measures,
  );
  const units = flows.flatMap(({ lines, opensBand }): Unit[] =>
    byAd(lines, ads).flatMap((run, r) =>
      cutFragments(run.lines, measures).map((fragment, i) => ({
        fragment,
        ad: run.ad,
        opensBand: opensBand && r === 0 && i === 0,
      })),
    ),
  );
  const columns = frame.vertical ? [{ x: 0, width: Math.max(1, frame.height) }] : sheetColumns(strips, frame.width);
  const vocabulary = vocabularyOf(source.lines.map(({ start, end }) => source.text.slice(start, end)));
  const pieces: Piece[] = [];
  const tops: number[] = [];
  const add = (
    indexes: readonly number[],
    judged: Judged,
    place: Piece['place'],
    top: number,
    continues: boolean,
  ): number => {
    const spans = indexes.map((i): Span => [source.lines[i]?.start ?? 0, source.lines[i]?.end ?? 0]);
    const { text, repairs } = repairParagraph(
      spans.map(([start, end]) => source.text.slice(start, end)),
      { vocabulary, head: HEADS.has(judged.role) },
    );
    const { role, confidence, reason, jump } = judged;
    pieces.push({
      sourceId: source.id,
      spans,
      text,
      repairs,
      role,
      confidence,
      reason,
      place,
      ...(jump ? { jump } : {}),
      ...(continues ? { continues } : {}),
    });
    tops.push(top);
    return pieces.length - 1;
  };

  for (const { line, role } of furniture)
    add(
      [line.index],
      { role, confidence: 0.8, reason: { code: 'geometry.furniture' } },
      frame.vertical ? { column: 0, span: 1 } : placeOf([line], columns),
      line.y0,
      false,
    );
  for (const index of frame.unplaced)
    add([index], { role: 'unknown', confidence: 0.3, reason: { code: 'geometry.no-box' } }, null, Infinity, false);
  const groups = groupArticles(units, measures.fineBlocks, strips);
  const parts = groups.map((group): GeometryPart => {
    const judged = judge(group, pictures);
    let before: Fragment | null = null;
    const own = group.units.map(({ fragment }, i) => {
      const continues = before !== null && fragment.began === 'flow' && readsOn(before, fragment);
      if (judged[i]?.role === 'body') before = fragment;
      const place = frame.vertical ? { column: 0, span: 1 } : placeOf(fragment.lines, columns);
      return add(
        fragment.lines.map(({ placed }) => placed.line.index),
        judged[i] as Judged,
        place,
        Math.min(...fragment.lines.map(({ placed }) => placed.y0)),
        continues,
      );
    });
    const reasons = own.map((piece) => ({
      piece,
      confidence: group.confidence,
      reason: pieces[piece]?.continues ? { code: 'geometry.reads-on' } : group.reason,
    }));
    return { pieces: own, confidence: group.confidence, reasons, ends: endsOf(group, groups) };
  });
  const order = pieces
    .map((_, i) => i)
    .sort(
      (a, b) =>
        (tops[a] ?? 0) - (tops[b] ?? 0) || (pieces[a]?.place?.column ?? 0) - (pieces[b]?.place?.column ?? 0) || a - b,
    );
  return { sourceId: source.id, pieces, parts, columns, order, notes: [] };
}

/** The paragraph goes on over the end of a column. */
function readsOn(before: Fragment, fragment: Fragment): boolean {
  const [last, first] = [before.lines.at(-1), fragment.lines[0]];
  return last !== undefined && first !== undefined && fragment.kind === 'body' && !last.closed && last.right < 1.5;
}
