/** What our own writer says in the titles of hOCR areas: roles, articles over pages, and the rest. Other writers leave all of it open. */
import { DISCARD_REASONS, type SourceLine } from '../../model/edition.ts';
import { isRole, type RoleId } from '../../model/role.ts';
import { spansOfLines } from '../lay-lines.ts';
import { pushTo } from '../push-to.ts';
import type { GivenFragment, GivenPage, GivenStructure } from '../reading.ts';
import type { HocrArea, HocrPage } from './parse.ts';

type More = ReadonlyMap<string, string>;

function saidOf({ id, title }: HocrArea, more: More): Omit<GivenFragment, 'source' | 'spans'> {
  const told = more.get('x_role') ?? '';
  const role: RoleId | undefined = isRole(told) ? told : undefined;
  const page = more.get('x_jump');
  const reason = DISCARD_REASONS.find((r) => r === more.get('x_discarded'));
  return {
    ...(id === undefined ? {} : { ref: id }),
    ...(role ? { role } : {}),
    ...(title.box ? { box: title.box } : {}),
    ...(more.has('x_continues') ? { continues: true as const } : {}),
    ...(more.has('x_confirmed') ? { confirmed: true as const } : {}),
    ...(page !== undefined && (role === 'jump-to' || role === 'jump-from') ? { jump: { direction: role === 'jump-to' ? ('to' as const) : ('from' as const), page: page || null } } : {}),
    ...(reason ? { placement: { at: 'discarded' as const, reason } } : more.has('x_unplaced') ? { placement: { at: 'unplaced' as const } } : {}),
  };
}

export function hocrStructure(pages: readonly HocrPage[], laid: readonly (readonly SourceLine[])[]): GivenStructure | null {
  const fragments: GivenFragment[] = [];
  const flows = new Map<string, { readonly fragment: number; readonly order: number }[]>();
  pages.forEach((page, source) => {
    const lines = new Map<HocrArea, number[]>();
    page.areas.forEach((area, i) => { if (area?.title.more?.has('x_role') || area?.title.more?.has('cflow')) pushTo(lines, area, i); });
    for (const [area, own] of lines) {
      const more: More = area.title.more ?? new Map();
      const flow = more.get('cflow');
      if (flow !== undefined) pushTo(flows, flow, { fragment: fragments.length, order: Number(more.get('order') ?? NaN) || 0 });
      fragments.push({ source, spans: spansOfLines(laid[source] ?? [], own), ...saidOf(area, more) });
    }
  });
  const labels = pages.flatMap(({ title }, source): GivenPage[] => (title.page ? [{ source, label: title.page, order: [] }] : []));
  if (fragments.length === 0 && labels.length === 0) return null;
  const articles = [...flows.values()].map((members) => ({ fragments: members.toSorted((a, b) => a.order - b.order).map(({ fragment }) => fragment), ordered: true }));
  return { fragments, articles, pages: labels, relations: [] };
}
