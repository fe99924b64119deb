import { describe, expect, it } from 'vitest';
import { joinHyphens, vocabularyOf } from './hyphens.ts';

describe('joinHyphens', () => {
  it('joins a broken word', () => {
    expect(joinHyphens('the old monume-\nnts of the town')).toBe('the old monuments of the town');
    expect(joinHyphens('the old monume-\n\nnts')).toBe('the old monuments');
  });
  it('keeps a real hyphen', () => {
    expect(joinHyphens('a well-\nknown mill')).toBe('a well-known mill');
    expect(joinHyphens('the ten-\nyear plan')).toBe('the ten-year plan');
    expect(joinHyphens('a self-\nclosing gate')).toBe('a self-closing gate');
  });
  it('keeps it before a capital and beside a digit', () => {
    expect(joinHyphens('the Stoke-\nUpton road')).toBe('the Stoke-Upton road');
    expect(joinHyphens('in 2017-\n18')).toBe('in 2017-18');
  });
  it('keeps it between Han characters, which need none to be broken', () => {
    expect(joinHyphens('后卫周山-\n阿河出场')).toBe('后卫周山-阿河出场');
    expect(joinHyphens('阿河-\nMiller 号')).toBe('阿河-Miller 号');
  });
  it('asks the page first', () => {
    const page = vocabularyOf(['The re-election was close.', 'They spoke of the output.']);
    expect(joinHyphens('the re-\nelection', page)).toBe('the re-election');
    expect(joinHyphens('the out-\nput', page)).toBe('the output');
  });
  it('takes soft hyphens, ¬ and ⸗ out at a line end, and keeps ⸗ inside', () => {
    expect(joinHyphens('monu\u00ad\nments and gar\u00addens')).toBe('monuments and gardens');
    expect(joinHyphens('Denk¬\nmal')).toBe('Denkmal');
    expect(joinHyphens('Denk⸗\nmal in Nord⸗Mühlen')).toBe('Denkmal in Nord⸗Mühlen');
  });
  it('leaves a dash between words alone', () => {
    expect(joinHyphens('the mill -\nan old one')).toBe('the mill -\nan old one');
  });
});

describe('vocabularyOf', () => {
  it('leaves the two halves of a broken word out', () => {
    const words = vocabularyOf(['the monume-', '', 'nts of Well-Known town']);
    expect([...words]).toEqual(['the', 'of', 'well-known', 'town']);
  });
});
