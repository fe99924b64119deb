/** What the formats with positions (PAGE, ALTO, METS, hOCR) have in common: all of them are written from `layPages`. */
import type { Message } from '../model/message.ts';
import { messagesOf } from './messages-of.ts';

const CARRIES = [
  'raw-text',
  'lines',
  'boxes',
  'roles',
  'articles',
  'order',
  'continuations',
  'jumps',
  'pages',
  'discarded-boxes',
] as const;

export const laidCarries = (...more: readonly string[]): Message[] => messagesOf('carries', ...CARRIES, ...more);
export const LAID_LOSES = messagesOf('loses', 'source', 'columns', 'unplaced-boxes', 'review');
