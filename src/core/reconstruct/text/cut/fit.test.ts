import { describe, expect, it } from 'vitest';
import { fitOf } from './fit.ts';
import { readPage } from './lines.ts';
import { sourceOf } from './testing.ts';

const fit = (lines: readonly string[], strict = false, spacedKeepMeasure = true) =>
  fitOf(readPage(sourceOf(lines.join('\n'))), { strict, spacedKeepMeasure });

describe('fitOf', () => {
  it('takes a line for full where the next character would not have fitted', () => {
    expect(fit(['河堤上站满了人', '带着铁锹']).goesOn(0, 7)).toBe(0);
    expect(fit(['河堤上站满了人', '带着铁锹']).goesOn(0, 9)).toBeGreaterThan(2);
  });
  it('allows for a character that draws its punctuation along', () => {
    expect(fit(['河堤上站满了', '人，带着铁锹']).goesOn(0, 7)).toBe(0);
    expect(fit(['河堤上站满了', '人带着铁锹']).goesOn(0, 7)).toBeGreaterThan(1);
  });
  it('allows for a word or number that is not broken', () => {
    expect(fit(['河堤建于', '1931年那一年']).goesOn(0, 5)).toBe(0);
  });
  it('lets punctuation hang, and squeezes it', () => {
    expect(fit(['河堤上站满了人，', '带着铁锹']).fits(0, 7)).toBeLessThan(0.5);
    expect(fit(['“河堤”，站满了人，都', '带着铁锹']).fits(0, 9)).toBeLessThan(3);
    expect(fit(['河堤上站满了人都带', '着铁锹']).fits(0, 7)).toBeGreaterThan(4);
  });
  it('holds a stretched line to the measure only where the page does', () => {
    const lines = ['河 堤 上 站', '带着铁锹'];
    expect(fit(lines, false, true).goesOn(0, 8)).toBeGreaterThan(fit(lines, false, false).goesOn(0, 8));
  });
  it('is harder on loose lines of a page that has none', () => {
    expect(fit(['河堤上站满了人', '带着铁锹'], true).goesOn(0, 8)).toBeGreaterThan(
      fit(['河堤上站满了人', '带着铁锹']).goesOn(0, 8),
    );
  });
  it('asks in Latin whether the next word would have fitted, a hyphenated one whole', () => {
    expect(fit(['The mill on the', 'river burnt.']).goesOn(0, 9)).toBe(0);
    expect(fit(['The mill on the', 'river burnt.']).goesOn(0, 13)).toBeGreaterThan(2);
    expect(fit(['The mill on the', 'low-lying bank.']).goesOn(0, 10)).toBe(0);
    expect(fit(['The mill on the monu-', 'ments road']).goesOn(0, 10.5)).toBe(0);
  });
});
