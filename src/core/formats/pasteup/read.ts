/** Opens a saved file. Whatever is wrong is said with its line and column, and nothing comes of it. */
import * as v from 'valibot';
import { imbalances } from '../../ledger.ts';
import type { Edition, Extra } from '../../model/edition.ts';
import { FormatError } from '../format-error.ts';
import { isObject, parseJson, placeOfPath } from '../json/parse.ts';
import { WHOLE } from './kept.ts';
import { asKnown, isNewer } from './newer.ts';
import { editionFile, FORMAT, type EditionFile } from './schema.ts';
import { toEdition } from './to-edition.ts';

export interface OpenedEdition {
  readonly edition: Edition;
  /** Saved by a newer version: to be read, not written. */
  readonly readOnly: boolean;
}

/**
 * `unbalanced`: an edition in which characters are lost or stand twice is opened all the same, for the checks to say so.
 * @throws FormatError with line and column
 */
export function readPasteup(
  text: string,
  file: string,
  options: { readonly unbalanced?: boolean } = {},
): OpenedEdition {
  const json = parseJson(text, file);
  try {
    return openedFrom(json, file, options.unbalanced ?? false);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const path = error.said.params?.['path'];
    throw new FormatError(error.said.code, {
      ...error.said.params,
      ...placeOfPath(text, typeof path === 'string' ? path.split('.') : []),
    });
  }
}

function openedFrom(json: unknown, file: string, unbalanced: boolean): OpenedEdition {
  const format = isObject(json) ? json['format'] : undefined;
  if (!isObject(json) || format !== FORMAT)
    throw new FormatError('file.other-json', {
      file,
      found: format === undefined ? '—' : JSON.stringify(format),
      path: 'format',
    });
  const newer = isNewer(json);
  const record = newer ? asKnown(json) : json;
  const checked = v.safeParse(editionFile, record, { abortEarly: true });
  if (!checked.success) throw invalid(newer ? 'file.newer-unreadable' : 'file.invalid', file, checked.issues[0]);
  // The record itself, and not the copy that the check made: it would lack a key called `__proto__`.
  const read = toEdition(record as EditionFile, file);
  const edition = newer ? { ...read, kept: { [WHOLE]: json as Extra } } : read;
  const wrong = imbalances(edition)[0];
  if (wrong && !unbalanced) {
    const path = `sources.${Object.keys(edition.sources).indexOf(wrong.sourceId)}`;
    throw new FormatError('file.unbalanced', {
      file,
      path,
      source: wrong.sourceId,
      lost: wrong.lost,
      twice: wrong.twice,
    });
  }
  return { edition, readOnly: edition.newer !== undefined };
}

function invalid(code: string, file: string, issue: v.BaseIssue<unknown>): FormatError {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  return new FormatError(code, { file, path: path.join('.') || '(root)', why: issue.message });
}
