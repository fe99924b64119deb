/** How the sheets look, on screen and on paper. Holds no character that XML escapes. */
const HAN_SERIF = '"Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Songti SC", STSong, SimSun';
const HAN_SANS = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Heiti SC"';
/** Han type has no slant: where Latin goes italic, Chinese newspapers go to the brush face. */
const HAN_BRUSH = '"Kaiti SC", STKaiti, KaiTi, "AR PL UKai CN"';
/** The layout's Latin widths are Times's. */
const LATIN_SERIF = '"Times New Roman", "Liberation Serif", Tinos, "Nimbus Roman", Times';
const LATIN_SANS = '"Helvetica Neue", Arial, "Liberation Sans"';

/**
 * `t` a fragment, `q` Chinese or Japanese type, `j` a line that fills its measure. Such a line is set a little tight, and the browser lets it
 * out to the measure again: so it fits whatever face is at hand.
 */
export const PRINT_STYLE = `
html { background: #d9d5cc; color: #1d1b18; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; padding: 24pt; }
.sheet { position: relative; margin: 0 auto 24pt; background: #fffdf8; box-shadow: 0 1pt 12pt rgb(40 30 10 / 22%); overflow: hidden; }
.rules { position: absolute; inset: 0; width: 100%; height: 100%; fill: none; stroke: currentcolor; }
.t { position: absolute; margin: 0; font-family: ${LATIN_SERIF}, ${HAN_SERIF}, serif; font-weight: 400; font-style: normal; text-align: left; white-space: nowrap; }
.t.q { font-family: ${HAN_SERIF}, ${LATIN_SERIF}, serif; }
.t.s { font-family: ${LATIN_SANS}, ${HAN_SANS}, sans-serif; }
.t.s.q { font-family: ${HAN_SANS}, ${LATIN_SANS}, sans-serif; }
.t.e { font-style: italic; }
.t.e.q { font-family: ${HAN_BRUSH}, ${HAN_SERIF}, ${LATIN_SERIF}, serif; font-style: normal; }
.t span { display: block; }
.c { text-align: center; }
.r { text-align: right; }
.t .j { text-align: justify; text-align-last: justify; word-spacing: -.06em; }
.s .j { letter-spacing: -.04em; }
.q .j { letter-spacing: -.03em; word-spacing: 0; }
.b { font-weight: 700; }
.h { font-weight: 900; }
@media print {
  html { background: none; }
  body { padding: 0; }
  .sheet { margin: 0; background: none; box-shadow: none; break-after: page; break-inside: avoid; }
  .sheet:last-child { break-after: auto; }
}
`;
