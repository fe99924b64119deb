/** Heads that a page's make-up put into the middle of a sentence. */
import { expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { setHan, setLatin, sourceOf } from './testing.ts';

const cut = (lines: readonly string[]): string[] =>
  cutText(sourceOf(lines.join('\n\n'))).map(
    ({ role, startsOpen, endsOpen }) => `${startsOpen ? '~' : ''}${role}${endsOpen ? '~' : ''}`,
  );

const MILL =
  '老磨坊建在两条溪水汇合的地方，木轮转了近百年，村里的老人都记得磨面时整座房子会跟着轻轻颤动，孩子们喜欢趴在窗台上看水花，冬天结冰以后轮子停下来，磨坊主就修补筛子和麻袋，等到开春再把闸门提起。';
const FERRY =
  'The ferry at the lower landing will stay in dock for two weeks while its engine is replaced, the harbour office said, and buses will run from the church to the upper bridge every half hour until the boat is back in the water.';

it('are seen where the sentence goes on after them', () => {
  const mill = setHan(MILL, 17);
  expect(cut([...mill.slice(0, 3), '小学屋顶种出菜园', ...mill.slice(3), ...mill])).toContain('headline');
  const ferry = setLatin(FERRY, 38);
  expect(cut([...ferry.slice(0, 3), 'A wet weekend', ...ferry.slice(3), ...ferry]).slice(0, 3)).toEqual([
    'body~',
    'headline',
    '~body',
  ]);
});

it('trap: a line as wide as the column is a line of the paragraph', () => {
  const mill = setHan(MILL, 17);
  expect(cut([...mill, ...mill])).not.toContain('headline');
});

it('trap: a foreign name longer than the column is no head', () => {
  const lines = ['他的三篇论文收在文集里，书名叫', 'Observationesdemolendinisaquaticis', '，后来译成几种文字。'];
  expect(cut([...setHan(MILL, 16), ...lines, ...setHan(MILL, 16)])).not.toContain('headline');
});
