/** What is wrong with a file: a sentence to say, with its place where one is known. Nothing was changed. */
import type { Message } from '../model/message.ts';

export class FormatError extends Error {
  readonly said: Message;
  constructor(code: string, params: NonNullable<Message['params']> = {}) {
    super(code);
    this.name = 'FormatError';
    this.said = { code, params };
  }
}
