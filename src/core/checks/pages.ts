/** Every page has its number, printed and ours, and no two have one. */
import { call } from '../transact.ts';
import type { Fragment, Page } from '../model/edition.ts';
import { folioLabel } from '../press/furniture.ts';
import { normalizeLabel, samePage } from '../press/page-label.ts';
import type { EditionCheck, EditionSubject } from './check.ts';
import type { Found } from './finding.ts';

function run({ pages, shards, text, continuations }: EditionSubject): Found[] {
  const found: Found[] = [];
  const linked = new Set(
    [...continuations.values()].flat().flatMap((c) => (c.status === 'matched' ? [c.fromPage, c.toPage] : [])),
  );
  const seen = new Map<string, Page>();
  for (const page of pages) {
    const label = normalizeLabel(page.label).toLowerCase() || page.label;
    if (seen.has(label)) found.push({ code: 'same-label', pageId: page.id, params: { page: page.label } });
    seen.set(label, page);
  }
  const folios = foliosByPage(shards);
  const standing = pages.filter((page) => folios.standing.has(page.id));
  const numbered = standing.filter((page) => folios.of.get(page.id)?.length).length;
  for (const page of standing) {
    const own = folios.of.get(page.id) ?? [];
    // Where most pages have none, the paper does not print any.
    if (!own.length && numbered * 2 >= standing.length && numbered > 0)
      found.push({ code: 'no-folio', pageId: page.id, params: { page: page.label } });
    const says = own.flatMap((f) => {
      const label = folioLabel(text(f));
      return label === null ? [] : [{ f, label }];
    });
    const [first] = says;
    if (!first || says.some(({ label }) => samePage(label, page.label))) continue;
    const free = !seen.has(normalizeLabel(first.label).toLowerCase());
    // Where jump lines call the page as we do, its folio counts something else.
    const called = linked.has(page.label);
    found.push({
      code: 'folio-label',
      ...(called ? { level: 'note' as const } : {}),
      pageId: page.id,
      fragmentId: first.f.id,
      params: { page: page.label, folio: first.label },
      about: first.label,
      ...(free && !called
        ? {
            mend: {
              label: { code: 'mend.label', params: { page: normalizeLabel(first.label) } },
              calls: [call('page.label', { page: page.id, label: normalizeLabel(first.label) })],
            },
          }
        : {}),
    });
  }
  return found;
}

/** Folios by page; one that is discarded as furniture is the page's where most of its source stands. `standing`: pages with anything on them. */
function foliosByPage(shards: EditionSubject['shards']) {
  const of = new Map<string, Fragment[]>();
  const standing = new Set<string>();
  for (const shard of shards) {
    const [main] = shard.standing;
    for (const page of shard.standing) standing.add(page);
    for (const f of shard.folios) {
      const page = f.placement.at === 'page' ? f.placement.page : f.placement.at === 'discarded' ? main : undefined;
      if (page !== undefined) of.set(page, [...(of.get(page) ?? []), f]);
    }
  }
  return { of, standing };
}

export const pages: EditionCheck = {
  scope: 'edition',
  rules: [
    { code: 'same-label', level: 'error' },
    { code: 'folio-label', level: 'warning' },
    { code: 'no-folio', level: 'warning' },
  ],
  sees: ({ edition, shards, continuations }) => [
    edition.pages,
    continuations,
    ...shards.flatMap(({ folios, standing }) => [folios, standing]),
  ],
  run,
};
