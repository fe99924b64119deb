/** Our own format among the others. It holds the sources whole, so its balance is theirs. */
import { countCharacters } from '../../model/characters.ts';
import type { Edition } from '../../model/edition.ts';
import { editionName } from '../file-names.ts';
import { messagesOf } from '../messages-of.ts';
import { contentOf, type FormatWriter, type Written, type WrittenFile } from '../writer.ts';
import { writePasteup } from './write.ts';

const write = (edition: Edition): Written => ({
  files: [{ path: editionName(edition, '.pasteup.json'), content: writePasteup(edition) }],
  written: Object.values(edition.sources).reduce((n, source) => n + countCharacters(source.text), 0),
  leftOut: [],
  typed: 0,
});

const recount = (files: readonly WrittenFile[]): number =>
  files.reduce((n, file) => {
    const { sources } = JSON.parse(contentOf(file)) as { sources: { text: string }[] };
    return sources.reduce((sum, source) => sum + countCharacters(source.text), n);
  }, 0);

export const pasteupWriter: FormatWriter = {
  id: 'pasteup',
  name: { code: 'writer.pasteup' },
  extension: '.pasteup.json',
  mediaType: 'application/json',
  carries: messagesOf('carries', 'everything'),
  loses: [],
  parts: [],
  write,
  recount,
};
