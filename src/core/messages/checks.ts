/** What the checks find. */
import type { Catalogue } from './catalogue.ts';

export const checkMessages: Catalogue = {
  'check.format': {
    en: '{format} is no layout of findings; known: {known}.',
    zh: '没有 {format} 这种输出格式，可用：{known}。',
  },
  'check.ledger': {
    en: 'source {source} does not balance: {lost} characters lost, {twice} twice',
    zh: '来源 {source} 不平衡：丢失 {lost} 个字符，重复 {twice} 个',
  },
  'check.unplaced': { en: '{n} fragment(s) are still in the tray', zh: '还有 {n} 个片段待排' },
  'check.no-headline': { en: 'article {article} has no headline', zh: '稿件 {article} 没有标题' },
  'check.empty-article': { en: 'article {article} has no fragment', zh: '稿件 {article} 没有片段' },
  'check.jump-one-way': {
    en: 'the jump from page {from} to page {to} has one end only',
    zh: '第 {from} 版到第 {to} 版的转接只有一端',
  },
  'check.jump-pending': {
    en: 'the jump from page {from} to page {to} leads out of the edition',
    zh: '第 {from} 版到第 {to} 版的转接指向报纸之外',
  },
  'check.jump-number-lost': { en: 'a jump line has lost its page number', zh: '转接行缺版号' },
  'check.unknown-glyph': {
    en: 'fragment {fragment} holds a glyph that no font knows',
    zh: '片段 {fragment} 含无法识别的字形',
  },
  'check.unknown-role': { en: 'fragment {fragment} has no role yet', zh: '片段 {fragment} 还没有角色' },
  'check.same-label': { en: 'two pages are labelled {page}', zh: '两个版面都标为 {page}' },
  'journal.format': {
    en: '{file} is no journal: expected "format": "pasteup-journal" with "start" and "steps".',
    zh: '{file} 不是操作日志：需要 “format”: “pasteup-journal” 及 “start”、“steps”。',
  },
  'journal.step': { en: '{file}: step {step} cannot be taken: {why}', zh: '{file}：第 {step} 步无法执行：{why}' },
  'file.unwritable': { en: '{file} could not be written: {why}', zh: '无法写入 {file}：{why}' },
};
