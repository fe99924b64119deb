import type { Message } from '../model/message.ts';

/** Where in a file: both from 1. */
export interface FilePlace {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** A file that cannot be read: what is wrong and what was expected instead, both as codes. Nothing of the file has been taken over when this is thrown. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly wrong: Message;
  readonly expected: Message;
  readonly place: FilePlace;

  constructor(wrong: Message, expected: Message, place: FilePlace) {
    super(`${place.name}:${place.line}:${place.column}: ${wrong.code} ${JSON.stringify(wrong.params ?? {})}, expected ${expected.code}`);
    this.wrong = wrong;
    this.expected = expected;
    this.place = place;
  }
}
