import { describe, expect, it } from 'vitest';
import { HUES, hueOf, paletteOf } from './palette.ts';

const channel = (hex: string, at: number): number => {
  const c = parseInt(hex.slice(at, at + 2), 16) / 255;
  return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
/** WCAG 2.2, 1.4.3. */
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe('palette', () => {
  it('has ten hues and more, no two alike, on which white digits can be read', () => {
    expect(new Set(HUES).size).toBeGreaterThanOrEqual(10);
    for (const hue of HUES) expect(contrast(hue, '#ffffff'), hue).toBeGreaterThanOrEqual(4.5);
  });

  it('begins again when the hues run out', () => {
    expect(hueOf(HUES.length + 2)).toBe(HUES[2]);
    expect(hueOf(-1)).toBe(HUES.at(-1));
  });

  it('keeps type readable on both papers, and never inverts it', () => {
    for (const theme of ['light', 'dark'] as const) {
      const { ink, paper, quiet, selection } = paletteOf(theme);
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(7);
      expect(contrast(quiet, paper)).toBeGreaterThanOrEqual(4);
      expect(contrast(selection, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(selection, '#ffffff')).toBeGreaterThanOrEqual(4.5);
      expect(luminance(ink)).toBeLessThan(luminance(paper));
    }
  });

  it('shows an article on dimmed paper too', () => {
    for (const hue of HUES) expect(contrast(hue, paletteOf('dark').paper), hue).toBeGreaterThanOrEqual(3);
  });
});
