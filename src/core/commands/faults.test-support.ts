import { generateKeyBetween } from 'fractional-indexing';
import { imbalances } from '../ledger.ts';
import type { Edition } from '../model/edition.ts';
import { fragmentsOf, readingOrder, sourceOf } from '../model/selectors.ts';

const isKey = (key: string): boolean => {
  try {
    return generateKeyBetween(key, null) > key;
  } catch {
    return false; // the library says "no key" by throwing
  }
};

/** Whatever an edition may never be. */
export function faults(edition: Edition): string[] {
  const wrong: string[] = imbalances(edition).map((i) => `${i.sourceId}: ${i.lost} lost, ${i.twice} twice`);
  const seen = new Set<string>();
  for (const f of fragmentsOf(edition)) {
    const say = (what: string): number => wrong.push(`${f.id} ${what}`);
    if (seen.has(f.id)) say('is there twice');
    seen.add(f.id);
    const { text } = sourceOf(edition, f);
    if (!f.spans.length) say('has no span');
    for (const [start, end] of f.spans) {
      if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length))
        say(`has the span ${start}-${end}`);
      for (const at of [start, end])
        if (/[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? ''))
          say(`cuts a character at ${at}`);
    }
    if (f.corrected?.trim() === '') say('reads as nothing');
    if (f.article && f.placement.at === 'discarded') say('is discarded and in an article');
    if (f.article && !(Object.hasOwn(edition.articles, f.article.id) && isKey(f.article.order)))
      say('is in no known article');
    if (f.jump && f.role !== 'jump-to' && f.role !== 'jump-from') say('says a page and is no jump line');
    if (f.placement.at === 'page') {
      const { page, column, span, order } = f.placement;
      const columns = Object.hasOwn(edition.pages, page) ? (edition.pages[page]?.columns ?? []) : [];
      const at = columns.findIndex((c) => c.id === column);
      if (at < 0 || !Number.isInteger(span) || span < 1 || at + span > columns.length || !isKey(order))
        say(`stands at ${page}/${column}+${span} (${order})`);
    }
  }
  for (const page of Object.values(edition.pages)) {
    if (
      !isKey(page.order) ||
      !page.columns.every((c) => Number.isFinite(c.x) && c.width > 0 && Number.isFinite(c.width))
    )
      wrong.push(`${page.id} is not a page`);
    if (new Set(page.columns.map((c) => c.id)).size < Math.max(1, page.columns.length))
      wrong.push(`${page.id} has a column twice, or none`);
  }
  const labels = Object.values(edition.pages).map((p) => p.label);
  if (new Set(labels).size < labels.length) wrong.push(`two pages of one label: ${labels.join()}`);
  for (const id of Object.keys(edition.articles))
    if (!readingOrder(edition, id).length) wrong.push(`article ${id} has no fragment`);
  return wrong;
}
