/** Words of the dialog that replaces a page's source. */
export const replaceStrings = {
  'replace.title': { en: 'Replace the page’s source', zh: '替换本版原文' },
  'replace.what': { en: '“{now}” takes the place of “{was}”.', zh: '用“{now}”替换“{was}”。' },
  'replace.summary': { en: 'What comes of it', zh: '替换结果' },
  'replace.same': { en: 'Fragments that read as before: {n}', zh: '{n} 个片段文字不变' },
  'replace.changed': { en: 'Fragments that read differently: {n}', zh: '{n} 个片段文字有变' },
  'replace.fresh': { en: 'New characters, for the tray: {n}', zh: '{n} 个新字符放入待排区' },
  'replace.gone': { en: 'Fragments that have nothing left: {n}', zh: '{n} 个片段无对应文字' },
  'replace.details': { en: 'What changes', zh: '变动详情' },
  'replace.from': { en: 'was', zh: '原为' },
  'replace.to': { en: 'becomes', zh: '改为' },
  'replace.rebased': { en: 'The correction is kept.', zh: '已作的修改予以保留。' },
  'replace.conflict': {
    en: 'The correction is kept, though the new text differs in the same place: look at it again.',
    zh: '已作的修改予以保留，但新文字在同一处不同，请复核。',
  },
  'replace.more': { en: 'and {n} more', zh: '另有 {n} 项' },
  'replace.undo': {
    en: 'Roles, places and articles stay. One undo brings the old source back.',
    zh: '角色、位置与稿件不变。撤销一次即可恢复原来的原文。',
  },
  'replace.do': { en: 'Replace', zh: '替换' },
  'replace.done': { en: 'The source was replaced.', zh: '已替换原文。' },
} as const;
