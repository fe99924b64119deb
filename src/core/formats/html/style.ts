/** The page's style: a reading column, the paper's hierarchy of heads. Holds no character that XML escapes. */
const LATIN = '"Source Serif 4", Charter, Georgia, "Times New Roman", "Liberation Serif", Tinos';
const HAN = '"Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, SimSun';
const HAN_TW = '"Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", PMingLiU';
const HAN_JP = '"Noto Serif CJK JP", "Source Han Serif JP", "Hiragino Mincho ProN", "Yu Mincho"';
const BRUSH = '"Kaiti SC", STKaiti, KaiTi, "AR PL UKai CN"';

export const STYLE = `
:root { color-scheme: light dark; --ink: #1d1b18; --soft: #675f56; --line: #d9d2c7; --paper: #fdfcf9; --mark: #9c2f22; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e5de; --soft: #aca396; --line: #3f3a34; --paper: #1b1917; --mark: #e0796b; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
body { max-width: 40rem; margin: 0 auto; padding: 2.5rem 1.25rem 6rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.65 ${LATIN}, ${HAN}, serif; overflow-wrap: break-word; line-break: strict; text-autospace: normal; }
body:lang(zh), body:lang(ja) { font-family: ${HAN}, ${LATIN}, serif; line-height: 1.85; }
body:lang(zh-Hant), body:lang(zh-TW), body:lang(zh-HK) { font-family: ${HAN_TW}, ${LATIN}, serif; }
body:lang(ja) { font-family: ${HAN_JP}, ${LATIN}, serif; }
p, h1, h2, h3, h4, figure, blockquote { margin: 0; }
h1, h2, h3, h4, .kicker, .subhead, .masthead { line-height: 1.3; text-align: center; text-wrap: balance; }
h1, .masthead { font-size: 2.75rem; font-weight: 900; line-height: 1.15; letter-spacing: .01em; }
header time { display: block; margin-top: .5rem; color: var(--soft); font-size: .9rem; text-align: center; }
header { padding-bottom: 1.25rem; border-bottom: 3px double var(--ink); }
.told { display: flex; gap: .75rem; justify-content: space-between; align-items: baseline; padding-bottom: .5rem; border-bottom: 1px solid var(--line); }
.told h1 { font-size: 1rem; font-weight: 600; line-height: 1.5; text-align: start; }
.told time { margin: 0; white-space: nowrap; }
nav ol { display: grid; gap: .3rem; margin: 1.5rem 0 0; padding: 0; list-style: none; counter-reset: story; font-size: .95rem; line-height: 1.45; }
nav li { display: grid; grid-template-columns: 2rem 1fr; counter-increment: story; }
nav li::before { content: counter(story); color: var(--mark); font-weight: 600; font-variant-numeric: tabular-nums; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .22em; }
a:hover { text-decoration-color: currentcolor; }
h2 { display: flex; gap: 1rem; align-items: center; margin: 3.5rem 0 2rem; color: var(--soft); font-size: .95rem; font-weight: 600; letter-spacing: .08em; }
h2::before, h2::after { content: ""; flex: 1; border-top: 1px solid var(--line); }
article { margin: 0 0 2.5rem; padding: 0 0 2.5rem; border-bottom: 1px solid var(--line); }
article:last-child { border-bottom: 0; }
h3 { margin: .35rem 0 .9rem; font-size: 1.85rem; font-weight: 900; }
h4 { margin: 1.5rem 0 .4rem; font-size: 1.1rem; text-align: start; }
.kicker { font-size: 1.15rem; }
.subhead { margin-bottom: .9rem; font-size: 1.2rem; }
.masthead { margin: 0 0 1rem; }
article p:not([class]), .lead, .unknown, .notice { text-align: justify; hyphens: auto; text-indent: 1.3em; }
:lang(zh) article p:not([class]), :lang(ja) article p:not([class]), :lang(zh) .lead, :lang(zh) .notice { text-indent: 2em; }
.lead { font-weight: 700; }
.section { margin-bottom: 1rem; color: var(--mark); font-size: .95rem; font-weight: 700; letter-spacing: .06em; text-align: center; }
.byline, .dateline, .source, .photo-credit, .folio, .imprint, .pages { color: var(--soft); font-size: .9rem; line-height: 1.5; }
.byline, .dateline { margin-bottom: .9rem; text-align: center; }
.source, .photo-credit { text-align: end; }
.folio, .imprint { text-align: center; }
.pages { margin-top: 1rem; text-align: end; }
.given { color: var(--soft); font-style: italic; }
:lang(zh) .given, :lang(ja) .given { font-style: normal; }
figure { margin: 1.5rem 0 .75rem; padding: .6rem 0 0; border-top: 1px solid var(--line); color: var(--soft); font: .9rem/1.55 system-ui, sans-serif; }
blockquote { margin: 1.75rem 2rem; font-size: 1.3rem; font-style: italic; line-height: 1.5; text-align: center; text-wrap: balance; }
:lang(zh) blockquote, :lang(ja) blockquote, :lang(zh) .editor-note { font-family: ${BRUSH}, ${HAN}, serif; font-style: normal; }
aside { margin: 1.5rem 0; padding: .8rem 1.1rem; border: 1px solid var(--line); font-size: .95rem; }
.editor-note { border-width: 0 0 0 3px; }
.loose { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 3px double var(--line); font-size: .95rem; }
.loose p { margin-bottom: .6rem; }
.table { white-space: pre-wrap; }
@media print {
  @page { margin: 18mm 20mm; }
  body { max-width: none; padding: 0; background: none; color: #000; font-size: 10.5pt; }
  nav { display: none; }
  h2, h3, h4, .kicker, .subhead, .byline { break-after: avoid; }
  figure, aside, blockquote { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
}
`;
