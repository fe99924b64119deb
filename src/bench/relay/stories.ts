/** Whole articles out of the truth of made pages: material for pages that nobody looked at. Read at run time, nothing of it is kept. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Story {
  readonly kicker?: string;
  readonly headline: string;
  readonly subhead?: string;
  readonly byline?: string;
  readonly paragraphs: readonly string[];
  /** The edition that it comes from: stories of one edition share no words by chance only. */
  readonly edition: string;
}

interface TruthSegment {
  readonly role: string;
  readonly text?: string;
}

/** The articles of the editions in `folder` whose names begin with `script`. */
export function storiesOf(folder: string, script: string): Story[] {
  const found: Story[] = [];
  for (const edition of readdirSync(folder).sort()) {
    if (!edition.startsWith(script)) continue;
    const truth = JSON.parse(readFileSync(join(folder, edition, 'truth.json'), 'utf8')) as {
      articles: { reading: number[] }[];
      segments: TruthSegment[];
    };
    for (const { reading } of truth.articles) {
      const segments = reading.map((i) => truth.segments[i]!);
      const first = (role: string): { [key: string]: string } => {
        const text = segments.find((segment) => segment.role === role)?.text;
        return text ? { [role]: text } : {};
      };
      const paragraphs = segments.flatMap(({ role, text }) => (role === 'body' && text ? [text] : []));
      const headline = segments.find(({ role }) => role === 'headline')?.text;
      // A slug is the head of a second part, not a headline.
      if (!headline || !paragraphs.length || /^[\p{Lu}\p{N}'’-]+$/u.test(headline)) continue;
      found.push({ headline, paragraphs, edition, ...first('kicker'), ...first('subhead'), ...first('byline') });
    }
  }
  return found;
}
