/** Questions as heads, and talk that is text. */
import { expect, test } from 'vitest';
import { cutText } from './cut-text.ts';
import { hanSentence, setHan, sourceOf } from './testing.ts';

/** The role of `line` between two paragraphs of other articles. */
const roleOf = (line: string): string | undefined => {
  const text = [
    ...setHan(`本报讯（记者 周山）${hanSentence(50)}`, 16),
    line,
    ...setHan(`本报讯（记者 陈河）${hanSentence(61, 3)}`, 16),
  ].join('\n\n');
  return cutText(sourceOf(text)).find((piece) => piece.text.includes(line))?.role;
};

test.each(['堤坝何时修？', '旧磨坊，谁来守？'])('a bare question is a head: %s', (line) => {
  expect(roleOf(line)).toBe('headline');
});

test.each(['问：堤坝今年还修吗？', '答：钱已经到了镇里', '“堤坝今年还修吗？”他问。'])(
  'trap: what somebody says is text: %s',
  (line) => {
    expect(roleOf(line)).toBe('body');
  },
);
