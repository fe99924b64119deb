/** Does an export hold every character, but for those left out with a reason? One that does not is refused. */
import { countCharacters } from '../model/characters.ts';
import type { Edition } from '../model/edition.ts';
import { FormatError } from './format-error.ts';
import type { FormatWriter, LeftOut, WriteOptions, Written } from './writer.ts';

export interface ClosingBalance {
  /** All characters of all sources. */
  readonly characters: number;
  /** As counted in the files. */
  readonly written: number;
  readonly typed: number;
  readonly leftOut: readonly LeftOut[];
  /** characters - (written - typed + left out): 0, or the export is refused. */
  readonly unaccounted: number;
}

/** `counted`: characters found in the files; without it the writer's own word is taken. */
export function closingBalance(edition: Edition, written: Written, counted: number = written.written): ClosingBalance {
  const characters = Object.values(edition.sources).reduce((n, source) => n + countCharacters(source.text), 0);
  const left = written.leftOut.reduce((n, one) => n + one.characters, 0);
  return {
    characters,
    written: counted,
    typed: written.typed,
    leftOut: written.leftOut,
    unaccounted: characters - (counted - written.typed + left),
  };
}

export interface Export {
  readonly written: Written;
  readonly balance: ClosingBalance;
}

/** Writes an edition and counts the files again. Throws a FormatError (`export.unbalanced`) where the two do not agree. */
export function exportEdition(edition: Edition, writer: FormatWriter, options: WriteOptions = {}): Export {
  const written = writer.write(edition, options);
  const balance = closingBalance(edition, written, writer.recount(written.files));
  if (balance.unaccounted !== 0 || balance.written !== written.written)
    throw new FormatError('export.unbalanced', {
      format: writer.name.code,
      said: written.written,
      counted: balance.written,
      unaccounted: balance.unaccounted,
    });
  return { written, balance };
}
