/** What each check is called, and what it looks for: for the choice of checks, SARIF and docs/checks.md. */
import type { Catalogue } from './catalogue.ts';

export const checkNames: Catalogue = {
  'check-name.ledger': { en: 'Ledger', zh: '账目' },
  'check-help.ledger': {
    en: 'Every character of a source is placed, in the tray or discarded, exactly once.',
    zh: '来源的每个字符都已放置、待排或弃用，且只有一次。',
  },
  'check-name.unplaced': { en: 'In the tray', zh: '待排片段' },
  'check-help.unplaced': {
    en: 'A fragment that stands on no page and was not discarded.',
    zh: '既未上版也未弃用的片段。',
  },
  'check-name.unplaced-source': { en: 'Page not finished', zh: '版面未完成' },
  'check-help.unplaced-source': {
    en: 'Many fragments of one source are still in the tray.',
    zh: '同一来源还有许多片段待排。',
  },
  'check-name.empty-fragment': { en: 'Empty fragment', zh: '空片段' },
  'check-help.empty-fragment': {
    en: 'A placed fragment of marks alone: most often dirt on the scan.',
    zh: '只有符号的片段，多为扫描污点。',
  },
  'check-name.unknown-role': { en: 'No role', zh: '未定角色' },
  'check-help.unknown-role': { en: 'A fragment on a page without a role.', zh: '版面上尚未定角色的片段。' },
  'check-name.no-article': { en: 'In no article', zh: '无归属' },
  'check-help.no-article': { en: 'Text on a page that is read with no article.', zh: '版面上不属于任何稿件的文字。' },
  'check-name.empty-article': { en: 'Empty article', zh: '空稿件' },
  'check-help.empty-article': { en: 'An article without a single fragment.', zh: '没有任何片段的稿件。' },
  'check-name.no-headline': { en: 'No head', zh: '缺标题' },
  'check-help.no-headline': {
    en: 'An article with neither a head nor a title of its own.',
    zh: '既无标题片段也无自定标题的稿件。',
  },
  'check-name.no-body': { en: 'No body', zh: '缺正文' },
  'check-help.no-body': { en: 'An article of heads alone.', zh: '只有标题的稿件。' },
  'check-name.body-starts-open': { en: 'Starts in mid-sentence', zh: '句中开头' },
  'check-help.body-starts-open': {
    en: 'A body that begins with a small letter or a comma, and nothing before it that it reads on from.',
    zh: '正文以小写字母或逗号开头，前面又没有可接的文字。',
  },
  'check-name.body-ends-open': { en: 'Ends in mid-sentence', zh: '句中结尾' },
  'check-help.body-ends-open': {
    en: 'A body that ends without a full stop, and nothing that it goes on in.',
    zh: '正文没有句末标点，又没有下文。',
  },
  'check-name.order-back': { en: 'Order jumps back', zh: '顺序回跳' },
  'check-help.order-back': {
    en: 'A fragment that is read after one that stands further on in the column.',
    zh: '排在前面却读在后面的片段。',
  },
  'check-name.order-page': { en: 'Order jumps to an earlier page', zh: '版序回跳' },
  'check-help.order-page': {
    en: 'The reading order goes back to an earlier page, and no jump line says so.',
    zh: '阅读顺序回到前面的版面，而没有转接行说明。',
  },
  'check-name.head-late': { en: 'Head after the text', zh: '标题在后' },
  'check-help.head-late': {
    en: 'The article’s headline comes after its text in reading order.',
    zh: '阅读顺序中标题在正文之后。',
  },
  'check-name.head-far': { en: 'Head far from its text', zh: '标题不合正文' },
  'check-help.head-far': {
    en: 'A head whose rare words are in another article’s text and not in its own.',
    zh: '标题的少见词出现在另一篇稿件，而不在本篇。',
  },
  'check-name.paragraph-far': { en: 'Paragraph far from its article', zh: '段落不合本篇' },
  'check-help.paragraph-far': {
    en: 'A paragraph whose rare words are another article’s and not its own’s.',
    zh: '段落的少见词属于另一篇稿件。',
  },
  'check-name.mixed-measures': { en: 'Mixed measures', zh: '栏宽不一' },
  'check-help.mixed-measures': {
    en: 'Lines of another width than the rest of the article has on that page.',
    zh: '与本篇在同一版的其余部分行宽不同。',
  },
  'check-name.duplicate-text': { en: 'Duplicated text', zh: '重复文字' },
  'check-help.duplicate-text': {
    en: 'A passage of a line and more that stands twice. That a caption repeats its article is a note.',
    zh: '超过一行的文字出现两次。图说重复正文只作提示。',
  },
  'check-name.jump-pending': { en: 'Jump out of the edition', zh: '转接出报' },
  'check-help.jump-pending': {
    en: 'A jump line to a page that the edition does not have.',
    zh: '转接行指向报纸中没有的版面。',
  },
  'check-name.jump-no-target': { en: 'Jump without target', zh: '转接无着' },
  'check-help.jump-no-target': {
    en: 'The page of the jump line is here, but nothing of the article stands on it.',
    zh: '转接行所指版面在报中，但那里没有本篇的内容。',
  },
  'check-name.jump-one-way': { en: 'Jump said at one end', zh: '转接只有一端' },
  'check-help.jump-one-way': { en: 'The other end does not point back.', zh: '另一端没有指回来。' },
  'check-name.jump-number-lost': { en: 'Jump without number', zh: '转接缺号' },
  'check-help.jump-number-lost': { en: 'A jump line whose page number was not read.', zh: '没有读出版号的转接行。' },
  'check-name.jump-no-article': { en: 'Jump line in no article', zh: '转接行无归属' },
  'check-help.jump-no-article': { en: 'A jump line that no article has.', zh: '不属于任何稿件的转接行。' },
  'check-name.jump-loop': { en: 'Jump loop', zh: '转接循环' },
  'check-help.jump-loop': {
    en: 'Jump lines of one article that lead back to where they came from.',
    zh: '同一稿件的转接行回到起点。',
  },
  'check-name.jump-unmarked': { en: 'Jump without a line', zh: '转接无标记' },
  'check-help.jump-unmarked': {
    en: 'An article that goes on on a page that is not the next one, without a jump line.',
    zh: '稿件跳到不相邻的版面，却没有转接行。',
  },
  'check-name.jump-place': { en: 'Jump line not at the end', zh: '转接行位置' },
  'check-help.jump-place': {
    en: 'A jump line that is not the last (or first) of its page’s part.',
    zh: '转接行不在本版部分的末尾（或开头）。',
  },
  'check-name.overlapping-boxes': { en: 'Overlapping boxes', zh: '区域重叠' },
  'check-help.overlapping-boxes': {
    en: 'By the source’s coordinates a line of this fragment stands between lines of another.',
    zh: '按来源坐标，本片段的行夹在另一片段的行之间。',
  },
  'check-name.unknown-glyph': { en: 'Unknown glyph', zh: '未知字形' },
  'check-help.unknown-glyph': { en: 'A private-use or replacement character.', zh: '私用区字符或替换字符。' },
  'check-name.doubled-glyph': { en: 'Doubled glyphs', zh: '叠字' },
  'check-help.doubled-glyph': {
    en: 'Overprinted bold that was read as each character twice.',
    zh: '叠印粗体被读成每字两次。',
  },
  'check-name.letter-spacing': { en: 'Leftover letter-spacing', zh: '残留字距' },
  'check-help.letter-spacing': {
    en: 'Single letters with gaps between, as a justified line is read.',
    zh: '撑开的行被读成单字加空格。',
  },
  'check-name.mixed-scripts': { en: 'Mixed scripts', zh: '文字混用' },
  'check-help.mixed-scripts': {
    en: 'A word of two alphabets, or a few traditional characters in simplified text and the other way round.',
    zh: '一词混用两种字母，或简体文中夹繁体、繁体文中夹简体。',
  },
  'check-name.odd-digits': { en: 'Suspicious digits', zh: '可疑数字' },
  'check-help.odd-digits': {
    en: 'O for 0, l for 1, 0 for 〇 inside a number or a word.',
    zh: '数字或单词中 O 与 0、l 与 1、0 与 〇 混淆。',
  },
  'check-name.role-length': { en: 'Too long for its role', zh: '长度不合角色' },
  'check-help.role-length': {
    en: 'A head or a line of furniture as long as a paragraph.',
    zh: '标题或版面装饰长如段落。',
  },
  'check-name.role-text': { en: 'Text does not fit the role', zh: '内容不合角色' },
  'check-help.role-text': {
    en: 'A jump line that says nothing of a page, or text that is a jump line, a folio or a byline.',
    zh: '不像转接行的转接行，或其实是转接行、报眉、署名的文字。',
  },
  'check-name.folio-place': { en: 'Folio in the middle', zh: '报眉位置' },
  'check-help.folio-place': { en: 'A folio with text above and below it.', zh: '上下都有正文的报眉。' },
  'check-name.folio-label': { en: 'Folio and label differ', zh: '版号不符' },
  'check-help.folio-label': {
    en: 'The number that is printed is not the page’s label.',
    zh: '印出的版号与版面标签不同。',
  },
  'check-name.no-folio': { en: 'No folio', zh: '缺报眉' },
  'check-help.no-folio': {
    en: 'A page without its number, where most pages of the edition have one.',
    zh: '多数版面有报眉，而本版没有。',
  },
  'check-name.same-label': { en: 'Same label twice', zh: '版号重复' },
  'check-help.same-label': { en: 'Two pages of one label.', zh: '两个版面标签相同。' },
};
