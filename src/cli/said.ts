/** What is wrong, as compilers say it: `file:line:column: sentence`, so that editors and scripts can go there. */
import { say, type Message } from '../core/index.ts';

export function saidAt(message: Message): string {
  const sentence = say(message, 'en');
  const { file } = message.params ?? {};
  if (typeof file !== 'string' || message.code === 'file.unwritable') return sentence;
  const rest = sentence.startsWith(file) ? sentence.slice(file.length) : `: ${sentence}`;
  return /^:\d+:\d+: /u.test(rest) ? sentence : `${file}:1:1: ${rest.replace(/^[:,]? /u, '')}`;
}
