/**
 * Which blocks of an opened file have positions that were made up on a rebuilt page. What our own writers say of it must survive: that a
 * position was read back from a file does not make it true.
 */
import type { Source } from '../model/edition.ts';
import { remember } from '../model/selectors.ts';
import { keptMarkup } from './markup.ts';

/** Under this key a reader keeps the ids of such blocks, where the file's markup is not kept. */
export const SYNTHETIC = 'synthetic';

const PAGE_REGION = /<\w+Region\b[^>]*? custom="[^"]*positions \{synthetic:true;\}[^>]*>/gu;
const ALTO_TAG = /<OtherTag\b[^>]*? TYPE="press-positions"[^>]*>/u;

const idIn = (tag: string): string | undefined => / (?:id|ID)="([^"]*)"/u.exec(tag)?.[1];

function inAlto(markup: string): string[] {
  const tag = idIn(ALTO_TAG.exec(markup)?.[0] ?? '');
  if (tag === undefined) return [];
  return Array.from(markup.matchAll(/<TextBlock\b[^>]*>/gu)).flatMap(([block]) => {
    const refs = / TAGREFS="([^"]*)"/u.exec(block)?.[1]?.split(' ') ?? [];
    return refs.includes(tag) ? (idIn(block) ?? []) : [];
  });
}

export const syntheticBlocks = remember((source: Source): ReadonlySet<string> => {
  const told = source.extra?.[SYNTHETIC];
  if (Array.isArray(told)) return new Set(told.filter((id) => typeof id === 'string'));
  const markup = keptMarkup(source);
  if (markup === null) return new Set();
  const regions = Array.from(markup.matchAll(PAGE_REGION)).flatMap(([region]) => idIn(region) ?? []);
  return new Set(regions.length ? regions : inAlto(markup));
});
