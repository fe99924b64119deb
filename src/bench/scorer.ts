/** The scorer and the test pages, which are not part of the project: found above the working directory, or not at all. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Figures = { readonly [figure: string]: number | null } & {
  readonly articles: { readonly [id: string]: number };
};
export type Score = (out: unknown, truth: unknown) => Figures;

export function findShared(): string | null {
  for (let at = process.cwd(), up = 0; up < 4; at = resolve(at, '..'), up++)
    if (existsSync(join(at, 'shared/tools/score.mjs'))) return join(at, 'shared');
  return null;
}

export async function scorerOf(shared: string): Promise<Score> {
  const { score } = (await import(pathToFileURL(join(shared, 'tools/score.mjs')).href)) as { score: Score };
  return score;
}
