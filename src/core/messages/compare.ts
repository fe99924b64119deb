/** What the comparison of two versions says. */
import type { Catalogue } from './catalogue.ts';

export const compareMessages: Catalogue = {
  'editor.compared': {
    en: 'compared with {name}: {n} {n, plural, one {difference} other {differences}}',
    zh: '与“{name}”比较：{n} 处差异',
  },
  'compare.source': { en: 'source', zh: '原文' },
  'compare.cut': { en: 'cut', zh: '切分' },
  'compare.text': { en: 'text', zh: '文字' },
  'compare.role': { en: 'role', zh: '角色' },
  'compare.place': { en: 'moved', zh: '移动' },
  'compare.group': { en: 'article', zh: '归属' },
  'compare.order': { en: 'order', zh: '顺序' },
  'compare.confirmed': { en: 'confirmed', zh: '确认' },
  'compare.article': { en: 'article', zh: '稿件' },
  'compare.page': { en: 'page', zh: '版面' },
  'compare.about': { en: 'edition', zh: '报纸' },
  'compare.fragments': { en: '{n} {n, plural, one {fragment} other {fragments}}: {text}…', zh: '{n} 个片段：{text}…' },
  'compare.no-article': { en: 'in no article', zh: '不属于任何稿件' },
  'compare.no-page': { en: 'no such page', zh: '没有这一版' },
  'compare.confirmed-yes': { en: 'confirmed', zh: '已确认' },
  'compare.confirmed-no': { en: 'not confirmed', zh: '未确认' },
  'compare.order-place': { en: 'read as number {n}', zh: '第 {n} 个读到' },
  'compare.page-facts': {
    en: 'page {page}, number {n}, {columns} {columns, plural, one {column} other {columns}}',
    zh: '第 {page} 版，排第 {n}，{columns} 栏',
  },
  'compare.article-open': { en: '{n}. {title}, open {note}', zh: '{n}. {title}，待审 {note}' },
  'compare.article-approved': { en: '{n}. {title}, approved {note}', zh: '{n}. {title}，通过 {note}' },
  'compare.article-rejected': { en: '{n}. {title}, rejected {note}', zh: '{n}. {title}，退回 {note}' },
  'compare.at-page': { en: 'page {page}, column {column}, number {n}', zh: '第 {page} 版第 {column} 栏第 {n} 个' },
  'compare.at-page-span': {
    en: 'page {page}, columns {column} to {last}, number {n}',
    zh: '第 {page} 版第 {column} 至 {last} 栏第 {n} 个',
  },
  'compare.at-unplaced': { en: 'in the tray', zh: '在待排区' },
  'compare.at-discarded': { en: 'discarded', zh: '不用' },
  'refuse.nothing-compared': { en: 'No version is compared. Choose one first.', zh: '没有正在比较的版本，请先选择。' },
  'refuse.no-differences': { en: 'The two versions do not differ.', zh: '两个版本没有差异。' },
  'refuse.no-difference-in-hand': { en: 'No difference is in hand. Press F7.', zh: '没有当前差异，请按 F7。' },
};
