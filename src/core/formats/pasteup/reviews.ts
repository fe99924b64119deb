/** Reviews of an opened file. Its `state` is what counts, whoever wrote it; but an approval never covers what changed under it. */
import type { Edition, Review, ReviewState } from '../../model/edition.ts';
import { digestOf, reviewOf, whatStands, type Subject } from '../../model/review.ts';
import type { EditionFile } from './schema.ts';

type ReviewRecord = EditionFile['articles'][number]['review'];

const pick = <T extends object>(from: T, keys: readonly string[]): T =>
  Object.fromEntries(Object.entries(from).filter(([key, value]) => keys.includes(key) && value !== undefined)) as T;

export function toReview(record: ReviewRecord): Review {
  const { note, decisions, seen } = record;
  const last = decisions?.at(-1);
  return {
    state: last?.state ?? record.state,
    ...(note === undefined ? {} : { note }),
    ...(decisions ? { decisions: decisions.map((d) => pick(d, ['state', 'by', 'at', 'note', 'of'])) } : {}),
    ...(seen ? { seen: seen.map((s) => pick(s, ['id', 'role', 'text', 'continues'])) } : {}),
  } as Review;
}

/** Another program's word is taken down as a decision: what it approved is what the file holds. */
export function withHonestReviews(edition: Edition, record: EditionFile): Edition {
  const told = (
    kind: Subject['kind'],
    own: { id: string; review?: ReviewRecord | undefined },
  ): [string, Review] | null => {
    const said = own.review?.state ?? 'open';
    const subject: Subject = { kind, id: own.id };
    const standing = reviewOf(edition, subject);
    const decided = standing.last !== undefined;
    if (decided ? said === standing.state || said === 'approved' : said === 'open') return null;
    return [own.id, withDecision(edition, subject, said, standing.note)];
  };
  const articles = record.articles.map((a) => told('article', a)).filter((one) => one !== null);
  const pages = record.pages.map((p) => told('page', p)).filter((one) => one !== null);
  if (!articles.length && !pages.length) return edition;
  const into = <T extends { readonly review?: Review }>(
    all: Readonly<Record<string, T>>,
    changed: readonly [string, Review][],
  ): Record<string, T> => {
    const made = { ...all };
    for (const [id, review] of changed) {
      const own = made[id];
      if (own) made[id] = { ...own, review };
    }
    return made;
  };
  return { ...edition, articles: into(edition.articles, articles), pages: into(edition.pages, pages) };
}

function withDecision(edition: Edition, subject: Subject, state: ReviewState, note: string | undefined): Review {
  const own = subject.kind === 'article' ? edition.articles[subject.id]?.review : edition.pages[subject.id]?.review;
  const seen = whatStands(edition, subject);
  const noted = note === undefined ? {} : { note };
  return { state, ...noted, decisions: [...(own?.decisions ?? []), { state, ...noted, of: digestOf(seen) }], seen };
}
