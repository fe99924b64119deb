import { describe, expect, it } from 'vitest';
import { closingBalance, exportEdition } from './closing-balance.ts';
import { FormatError } from './format-error.ts';
import { sampleEdition } from './sample-edition.test-support.ts';
import { textWriter } from './text/write.ts';
import type { FormatWriter } from './writer.ts';
import { writerOf } from './writers.ts';

describe('the closing balance', () => {
  it('is written less typed plus left out', () => {
    const { balance } = exportEdition(sampleEdition(), textWriter);
    const left = balance.leftOut.reduce((n, one) => n + one.characters, 0);
    expect(balance.written - balance.typed + left).toBe(balance.characters);
    expect(balance).toMatchObject({ characters: 245, written: 229, typed: 17, unaccounted: 0 });
  });

  it('refuses an export that lost, doubled or changed the account of a character', () => {
    const spoiled = (change: (text: string) => string): FormatWriter => ({
      ...textWriter,
      write(edition) {
        const written = textWriter.write(edition);
        return { ...written, files: written.files.map((file) => ({ ...file, content: change(String(file.content)) })) };
      },
    });
    expect(() =>
      exportEdition(
        sampleEdition(),
        spoiled((text) => text.replace('儿童', '')),
      ),
    ).toThrow(FormatError);
    expect(() =>
      exportEdition(
        sampleEdition(),
        spoiled((text) => `${text}儿`),
      ),
    ).toThrow(FormatError);
    const silent: FormatWriter = { ...textWriter, write: (edition) => ({ ...textWriter.write(edition), leftOut: [] }) };
    expect(() => exportEdition(sampleEdition(), silent)).toThrow(FormatError);
    expect(closingBalance(sampleEdition(), silent.write(sampleEdition())).unaccounted).toBe(33);
  });

  it('names the formats there are', () => {
    expect(writerOf('page').id).toBe('page');
    expect(() => writerOf('papyrus')).toThrow(FormatError);
  });
});
