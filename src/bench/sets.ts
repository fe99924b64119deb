/** The sets that the engine is measured on, each edition with what is true of it and how many pages it has; read when asked for. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../core/model/edition.ts';
import { frontHan } from './relay/front/front-han.ts';
import { frontLatin } from './relay/front/front-latin.ts';
import { relay } from './relay/relay.ts';
import { storiesOf } from './relay/stories.ts';
import type { Kind, Manner } from './relay/style.ts';
import { sourceOf } from './source.ts';

export interface TestEdition {
  readonly set: string;
  readonly name: string;
  readonly sources: readonly Source[];
  readonly truth: unknown;
}

const KINDS: readonly Kind[] = ['zh-Hans', 'zh-Hant', 'en', 'zh-Hans-woven', 'en-woven'];
const ORDER = ['front-page', ...KINDS];

/** An edition that lies in a folder: pages and truth.json. */
function inFolder(set: string, name: string, folder: string, truthFile = join(folder, 'truth.json')): TestEdition {
  const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as { files: readonly string[] };
  const sources = truth.files.map((file, i) => sourceOf(`s${i + 1}`, file, readFileSync(join(folder, file), 'utf8')));
  return { set, name, sources, truth };
}

export function madeEditions(corpus: string): TestEdition[] {
  const made = join(corpus, 'made-pages');
  const editions = [
    ...(existsSync(join(corpus, 'front-page'))
      ? [inFolder('front-page', 'front-page', join(corpus, 'front-page'))]
      : []),
    ...(existsSync(made)
      ? readdirSync(made)
          .sort()
          .map((name) => inFolder(name.replace(/-\d+$/u, ''), name, join(made, name)))
      : []),
  ];
  return editions.sort((a, b) => ORDER.indexOf(a.set) - ORDER.indexOf(b.set) || (a.name < b.name ? -1 : 1));
}

/** Re-laid editions: `seeds` of them of each kind. */
export function relaidEditions(corpus: string, manner: Manner, seeds: number, from = 1): TestEdition[] {
  const made = join(corpus, 'made-pages');
  if (!existsSync(made)) return [];
  return KINDS.flatMap((kind) => {
    const stories = storiesOf(made, kind.replace('-woven', ''));
    return Array.from({ length: seeds }, (_, n) => {
      const { name, pages, truth } = relay(kind, manner, from + n, stories);
      return {
        set: `${kind}, re-laid ${manner}`,
        name,
        sources: pages.map((page, i) => sourceOf(`s${i + 1}`, page.name, page.text)),
        truth,
      };
    });
  });
}

/** Front pages made anew, Chinese and English: `seeds` of each. Those below 1000 were looked at while rules were mended. */
export function frontEditions(corpus: string, seeds: number, from = 1001): TestEdition[] {
  const made = join(corpus, 'made-pages');
  if (!existsSync(made)) return [];
  return [
    { set: 'front, zh-Hans made anew', script: 'zh-Hans', make: frontHan },
    { set: 'front, en made anew', script: 'en', make: frontLatin },
  ].flatMap(({ set, script, make }) => {
    const stories = storiesOf(made, script);
    return Array.from({ length: seeds }, (_, n) => {
      const { name, pages, truth } = make(from + n, stories);
      return { set, name, sources: pages.map((page, i) => sourceOf(`s${i + 1}`, page.name, page.text)), truth };
    });
  });
}

/** The project's own samples. */
export const sampleEditions = (): TestEdition[] =>
  ['zh', 'en'].map((language) =>
    inFolder(
      'own samples',
      `sample-${language}`,
      `public/samples/${language}`,
      `e2e/fixtures/sample-${language}.truth.json`,
    ),
  );
