/** The colours of the sheet and the desk. Dark dims the paper; type is never inverted. */
import type { Scene } from '../editor/scene.ts';

export type Theme = Scene['theme'];

export interface Palette {
  readonly desk: string;
  readonly paper: string;
  /** Red, green and blue of the shadow that the sheet throws. */
  readonly shadow: string;
  readonly ink: string;
  readonly quiet: string;
  /** Lines between columns, and the guides of an empty one. */
  readonly rule: string;
  readonly guide: string;
  readonly greek: string;
  readonly greekBold: string;
  readonly selection: string;
  readonly tint: string;
  /** The same without an outline around it. */
  readonly tintStrong: string;
  readonly hover: string;
  /** Laid over a fragment that is being carried elsewhere. */
  readonly veil: string;
  /** Laid over what is only suggested; the line round what is suggested without being sure; the marker over words that speak for it. */
  readonly ghost: string;
  readonly doubt: string;
  readonly marker: string;
  /** A slip of paper in the hand. */
  readonly slip: string;
  /** Marks of what the checks found. */
  readonly findings: Readonly<Record<'error' | 'warning' | 'note', string>>;
  /** What differs from another version, and words on it. */
  readonly changed: string;
  readonly onChanged: string;
}

/** One an article, again from the first when they run out. White digits on any of them have at least 4.5 : 1. */
export const HUES = [
  '#9c2f22',
  '#2c6e63',
  '#8a6412',
  '#3f4f9e',
  '#6b3f87',
  '#5b5b52',
  '#a12c68',
  '#4c6a1f',
  '#0f6580',
  '#a8481a',
  '#7a4a2e',
  '#55607a',
] as const;

export const hueOf = (index: number): string => HUES[((index % HUES.length) + HUES.length) % HUES.length] ?? HUES[0];

const LIGHT: Palette = {
  desk: '#d9d5cc',
  paper: '#fbf8f0',
  shadow: '58, 50, 38',
  ink: '#1d1b18',
  quiet: '#77716a',
  rule: 'rgba(29, 27, 24, 0.11)',
  guide: 'rgba(29, 27, 24, 0.2)',
  greek: 'rgba(29, 27, 24, 0.22)',
  greekBold: 'rgba(29, 27, 24, 0.52)',
  selection: '#1f5fae',
  tint: 'rgba(31, 95, 174, 0.09)',
  tintStrong: 'rgba(31, 95, 174, 0.26)',
  hover: 'rgba(31, 95, 174, 0.5)',
  veil: 'rgba(251, 248, 240, 0.72)',
  ghost: 'rgba(251, 248, 240, 0.42)',
  doubt: '#a3600a',
  marker: 'rgba(240, 186, 40, 0.5)',
  slip: '#fffdf8',
  findings: { error: '#a3261a', warning: '#a86f05', note: '#77716a' },
  changed: '#a1460f',
  onChanged: '#fffdf8',
};

const DARK: Palette = {
  ...LIGHT,
  desk: '#1b1a18',
  paper: '#d8d3c6',
  shadow: '0, 0, 0',
  ink: '#191815',
  quiet: '#625d55',
  rule: 'rgba(25, 24, 21, 0.17)',
  guide: 'rgba(25, 24, 21, 0.3)',
  greek: 'rgba(25, 24, 21, 0.27)',
  greekBold: 'rgba(25, 24, 21, 0.55)',
  selection: '#1b5296',
  tint: 'rgba(27, 82, 150, 0.13)',
  tintStrong: 'rgba(27, 82, 150, 0.3)',
  hover: 'rgba(27, 82, 150, 0.6)',
  veil: 'rgba(216, 211, 198, 0.74)',
  ghost: 'rgba(216, 211, 198, 0.42)',
  doubt: '#8a4a00',
  marker: 'rgba(222, 152, 0, 0.5)',
  slip: '#e4dfd3',
  changed: '#8f3d0c',
};

export const paletteOf = (theme: Theme): Palette => (theme === 'dark' ? DARK : LIGHT);
