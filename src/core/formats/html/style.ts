/** The page's style: a reading column, the paper's hierarchy of heads. Holds no character that XML escapes. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d1b18; --soft: #6b655d; --line: #d9d2c7; --paper: #fdfcf9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e5de; --soft: #a49c91; --line: #3c3832; --paper: #1b1917; } }
body { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.75 "Source Serif 4", Georgia, "Noto Serif CJK SC", "Songti SC", SimSun, serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.3; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0; }
h2 { margin: 3.5rem 0 1.5rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); font-size: 1rem; letter-spacing: .04em; }
h3 { margin: .25rem 0 .75rem; font-size: 1.6rem; }
h4 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; }
p { margin: 0 0 .85em; }
:lang(zh) article p:not([class]), :lang(ja) article p:not([class]) { text-indent: 2em; }
article { margin: 0 0 2.5rem; padding-bottom: 2rem; border-bottom: 1px solid var(--line); }
.kicker, .section { margin-bottom: 0; font-weight: 600; }
.subhead { font-size: 1.15rem; font-weight: 600; }
.lead { font-weight: 600; }
.byline, .dateline, .source, .photo-credit, .folio, .imprint, .pages { color: var(--soft); font-size: .9rem; }
.masthead { font-size: 2.25rem; font-weight: 800; line-height: 1.2; }
.given, .unknown { color: var(--soft); }
figure { margin: 1.25rem 0; padding-left: 1rem; border-left: 3px solid var(--line); font-size: .9rem; }
blockquote { margin: 1.5rem 0; font-size: 1.25rem; font-style: italic; }
aside { margin: 1.25rem 0; padding: .75rem 1rem; border: 1px solid var(--line); }
aside p, blockquote p { margin: 0; }
nav ol { margin: 1.5rem 0; padding: 0 0 0 1.5rem; }
a { color: inherit; text-underline-offset: .2em; }
.loose { color: var(--soft); }
@media print { body { max-width: none; padding: 0; } article { break-inside: avoid-page; } }
`;
