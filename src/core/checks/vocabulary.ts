/** Words tell whose a head or a paragraph is: it shares rare ones with its own article, and not with another on the page. */
import { opensArticle } from '../press/openings.ts';
import { call } from '../transact.ts';
import type { PageCheck, PageSubject } from './check.ts';
import type { Found, Mend } from './finding.ts';
import { wordsOfPage, type PageWords, type Unit, type Words } from './page-words.ts';
import { weightOf } from './prose.ts';

/** Under this a head has too few words, a paragraph too little text, to be told by them. */
const LEAST_TERMS = 3;
const LEAST_WEIGHT = 60;

function run(subject: PageSubject): Found[] {
  const page = wordsOfPage(subject);
  if (page.units.filter((unit) => unit.size > 0).length < 2) return [];
  return [...headsOf(page), ...paragraphsOf(page, subject)];
}

interface Cover {
  readonly unit: Unit;
  /** Of the words' weight, what the article has too; and how many of them. */
  readonly share: number;
  readonly n: number;
}

/** How much of these words each article has. */
function covers(words: Words, { units, spread, from, who }: PageWords): Cover[] {
  const shares = new Float64Array(units.length);
  const counts = new Int32Array(units.length);
  let all = 0;
  for (const word of words) {
    // What stands in all articles tells nothing.
    const weight = Math.max(0, Math.log((units.length + 1) / ((spread[word] ?? 0) + 0.5)) + 0.1);
    all += weight;
    for (let i = from[word] ?? 0; i < (from[word + 1] ?? 0); i++) {
      const unit = who[i] ?? 0;
      shares[unit] = (shares[unit] ?? 0) + weight;
      counts[unit] = (counts[unit] ?? 0) + 1;
    }
  }
  return units.map((unit, i) => ({ unit, share: all > 0 ? (shares[i] ?? 0) / all : 0, n: counts[i] ?? 0 }));
}

function headsOf(page: PageWords): Found[] {
  const { units } = page;
  return units.flatMap((unit, at): Found[] => {
    const lead = unit.heads[0];
    if (!lead || unit.head.length < LEAST_TERMS || !unit.size) return [];
    const all = covers(unit.head, page);
    const own = all[at];
    const other = all.filter((one) => one !== own).sort((a, b) => b.share - a.share)[0];
    if (!own || !other || other.n < 2 || own.share > 0.12 || other.share < 0.2 || other.share < own.share * 3)
      return [];
    const mend = swap(unit, other.unit, page);
    return [{ code: 'head-far', fragmentId: lead.id, articleId: unit.id, ...(mend ? { mend } : {}) }];
  });
}

/** Two heads that each fit the other's body better change places. */
function swap(a: Unit, b: Unit, page: PageWords): Mend | null {
  const fit = covers(b.head, page);
  const [own, other] = [page.units.indexOf(b), page.units.indexOf(a)];
  if (!b.heads.length || (fit[other]?.share ?? 0) <= (fit[own]?.share ?? 0)) return null;
  const ids = (unit: Unit): string[] => unit.heads.map((f) => f.id);
  return {
    label: { code: 'mend.swap-heads' },
    calls: [
      call('article.add', { ids: ids(a), article: b.id, after: null }),
      call('article.add', { ids: ids(b), article: a.id, after: null }),
    ],
  };
}

/**
 * Measured on true pages: where another article has twice as much of the paragraph's words as its own has (for their sizes),
 * 85 of 100 misplaced paragraphs are seen, and 1 to 3 of 100 that are in their place; at three times 75, and fewer than 2.
 */
const DOUBTFUL = 2;
const SURE = 3;

function paragraphsOf({ units, from, who, times }: PageWords, { text }: PageSubject): Found[] {
  const weights = new Float64Array(units.length);
  const counts = new Int32Array(units.length);
  return units.flatMap((unit, own) => {
    if (unit.bodies.length < 2 && !unit.repeats) return [];
    return unit.bodies.flatMap(({ f, words }, place): Found[] => {
      const said = text(f);
      if (weightOf(said) < LEAST_WEIGHT) return [];
      // A report's own opening, under its head: what is said there is often said of everything.
      if (place === 0 && unit.heads.length > 0 && opensArticle(said)) return [];
      weights.fill(0);
      counts.fill(0);
      let all = 0;
      for (const word of words) {
        const [start, end] = [from[word] ?? 0, from[word + 1] ?? 0];
        let mine = start;
        while (mine < end && who[mine] !== own) mine++;
        // The paragraph itself is no witness.
        const alone = mine === end || (times[mine] ?? 0) < 2;
        const spread = end - start - (alone ? 1 : 0);
        if (spread < 1) continue;
        const weight = Math.log((units.length + 1) / (spread + 0.5)) + 0.1;
        all += weight;
        for (let i = start; i < end; i++) {
          const unit = who[i] ?? 0;
          if (alone && unit === own) continue;
          weights[unit] = (weights[unit] ?? 0) + weight;
          counts[unit] = (counts[unit] ?? 0) + 1;
        }
      }
      if (!all) return [];
      const fit = (i: number): number => (weights[i] ?? 0) / all / Math.sqrt(Math.max(50, units[i]?.size ?? 0));
      let best = own === 0 ? 1 : 0;
      for (let i = 0; i < units.length; i++) if (i !== own && fit(i) > fit(best)) best = i;
      const other = units[best];
      const ratio = fit(best) / (fit(own) + 0.002);
      if (!other || (counts[best] ?? 0) < 4 || ratio < DOUBTFUL) return [];
      return [
        {
          code: 'paragraph-far',
          level: ratio < SURE ? 'note' : 'warning',
          fragmentId: f.id,
          mend: {
            label: { code: 'mend.to-article' },
            calls: [call('article.add', { ids: [f.id], article: other.id })],
          },
        },
      ];
    });
  });
}

export const vocabulary: PageCheck = {
  scope: 'page',
  rules: [
    { code: 'head-far', level: 'warning' },
    { code: 'paragraph-far', level: 'warning' },
  ],
  run,
};
