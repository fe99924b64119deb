import type { Message } from '../model/message.ts';

/** Codes of one kind as messages: `messagesOf('carries', 'text', 'order')`. */
export const messagesOf = (kind: 'carries' | 'loses', ...codes: readonly string[]): Message[] =>
  codes.map((code) => ({ code: `${kind}.${code}` }));
