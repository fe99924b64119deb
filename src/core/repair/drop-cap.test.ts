import { describe, expect, it } from 'vitest';
import { isDropCap, joinDropCap } from './drop-cap.ts';

describe('joinDropCap', () => {
  it('joins a letter by itself with the rest of its word', () => {
    expect(joinDropCap('S\neveral boats put to sea\nat dawn.')).toBe('Several boats put to sea\nat dawn.');
    expect(joinDropCap('T\n\nhe mayor spoke.')).toBe('The mayor spoke.');
  });
  it('keeps A and I as words before a word of the page', () => {
    expect(joinDropCap('A\nferry sank.', new Set(['ferry']))).toBe('A ferry sank.');
    expect(joinDropCap('I\nn the harbor', new Set(['in', 'n']))).toBe('In the harbor');
  });
  it.each(['A\nFerry sank', 'AB\nsea', '2\nsea', 'One line only'])('leaves %j alone', (text) => {
    expect(joinDropCap(text)).toBe(text);
  });
  it('asks for the line that follows', () => {
    expect(isDropCap('S', 'everal boats')).toBe(true);
    expect(isDropCap('S', 'Several boats')).toBe(false);
    expect(isDropCap('SO', 'everal')).toBe(false);
  });
});
