/** What the editor says aloud and why it declines. */
import type { Catalogue } from './catalogue.ts';

export const editorMessages: Catalogue = {
  'editor.undo': { en: 'Undone: {what}', zh: '已撤销：{what}' },
  'editor.redo': { en: 'Redone: {what}', zh: '已重做：{what}' },
  'editor.placed': {
    en: 'moved {what} to column {column}, position {position} of {of}',
    zh: '{what}移到第 {column} 栏第 {position} 位，共 {of} 位',
  },
  'editor.drop-here': {
    en: 'column {column}, position {position} of {of}',
    zh: '第 {column} 栏第 {position} 位，共 {of} 位',
  },
  'editor.page': { en: 'page {page}', zh: '第 {page} 版' },
  'editor.painted': { en: '{n} in order', zh: '已排 {n} 个' },
  'editor.selected': { en: '{n} selected', zh: '选中 {n} 个' },
  'badge.to-matched': { en: '→ p. {page}', zh: '→ {page}版' },
  'badge.to-one-way': { en: '→ p. {page} one-way', zh: '→ {page}版 单向' },
  'badge.to-pending': { en: '→ p. {page} pending', zh: '→ {page}版 待接' },
  'badge.to-number-lost': { en: '→ page lost', zh: '→ 版号缺失' },
  'badge.from-matched': { en: '← p. {page}', zh: '← {page}版' },
  'badge.from-one-way': { en: '← p. {page} one-way', zh: '← {page}版 单向' },
  'badge.from-pending': { en: '← p. {page} pending', zh: '← {page}版 待接' },
  'badge.from-number-lost': { en: '← page lost', zh: '← 版号缺失' },
  'suggest.text': { en: 'repairs the text: {repairs}', zh: '修复文字：{repairs}' },
  'suggest.cuts': { en: 'cuts {n} fragment(s) into {pieces}', zh: '把 {n} 个片段切成 {pieces} 个' },
  'suggest.joins': {
    en: 'joins {n} fragments that one sentence runs through into {pieces}',
    zh: '把同一句话贯穿的 {n} 个片段合成 {pieces} 个',
  },
  'suggest.article': { en: 'read as one article', zh: '读来是一篇' },
  'suggest.page': { en: 'lays the page in {n} columns', zh: '按 {n} 栏排版' },
  'suggest.failed': { en: 'The reconstruction failed: {why}', zh: '自动重建失败：{why}' },
  'editor.suggested': { en: '{n} suggestions', zh: '{n} 条建议' },
  'refuse.no-suggestions': { en: 'There are no suggestions. Reconstruct first.', zh: '没有建议，请先自动重建。' },
  'refuse.no-suggestion-in-hand': {
    en: 'No suggestion is in hand. Press N for the next one.',
    zh: '没有当前建议，按 N 转到下一条。',
  },
  'refuse.no-findings': { en: 'There is nothing to show: nothing was found.', zh: '没有可显示的问题。' },
  'refuse.still-checking': { en: 'The checks are still running.', zh: '检查还在进行。' },
  'refuse.no-finding-in-hand': {
    en: 'No finding is in hand. Press F8 for the next one.',
    zh: '没有当前问题，按 F8 转到下一条。',
  },
  'refuse.no-mend': {
    en: 'Nobody can mend that by a key: it needs your judgement.',
    zh: '这条不能一键修正，需要你来判断。',
  },
  'refuse.read-only': { en: 'This edition is open for reading only.', zh: '这份报纸以只读方式打开。' },
  'refuse.no-other-end': { en: 'The other end is not in this edition.', zh: '另一端不在这份报纸里。' },
  'refuse.no-edition': { en: 'No edition is open.', zh: '没有打开的报纸。' },
  'refuse.nothing-to-undo': { en: 'There is nothing to undo.', zh: '没有可撤销的操作。' },
  'refuse.nothing-to-redo': { en: 'There is nothing to redo.', zh: '没有可重做的操作。' },
  'refuse.select-one': { en: 'Select one fragment.', zh: '请选中一个片段。' },
  'refuse.no-page': { en: 'There is no such page.', zh: '没有这样的版面。' },
  'refuse.at-the-end': { en: 'There is nothing further that way.', zh: '那个方向没有了。' },
  'refuse.tray-empty': { en: 'The tray is empty.', zh: '待排区是空的。' },
  'refuse.no-open-text': {
    en: 'Put the pointer on the text, or split while editing it.',
    zh: '请把指针放在文字上，或在编辑时拆分。',
  },
};
