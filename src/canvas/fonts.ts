/** Newsprint faces. Chinese text takes its own marks and figures from the Han face; Latin text comes from a text serif first. */
import type { TypeStyle } from '../core/index.ts';

const HAN_SERIF = '"Noto Serif CJK SC","Source Han Serif SC","Source Han Serif CN","Songti SC","STSong","SimSun"';
const HAN_SANS = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei","Heiti SC"';
/** Han type has no slant: where Latin goes italic, Chinese newspapers go to the brush face. */
const HAN_BRUSH = '"Kaiti SC","STKaiti","KaiTi","AR PL UKai CN"';
/** The layout's Latin widths are Times's. */
const LATIN_SERIF = '"Times New Roman","Liberation Serif","Tinos","Nimbus Roman","Times"';
const LATIN_SANS = '"Helvetica Neue","Arial","Liberation Sans"';

export const UI_SANS = `"Inter",${LATIN_SANS},${HAN_SANS},system-ui,sans-serif`;

/** As `ctx.font` takes it; `size` in the units of the drawing. */
export function fontOf(style: TypeStyle, square: boolean, size: number): string {
  const slant = style.italic && !square ? 'italic ' : '';
  const han = style.sans ? HAN_SANS : style.italic ? `${HAN_BRUSH},${HAN_SERIF}` : HAN_SERIF;
  const latin = style.sans ? LATIN_SANS : LATIN_SERIF;
  const generic = style.sans ? 'sans-serif' : 'serif';
  return `${slant}${style.weight} ${size}px ${square ? `${han},${latin}` : `${latin},${han}`},${generic}`;
}
