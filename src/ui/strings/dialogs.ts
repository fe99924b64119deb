/** Words of the dialogs. */
export const dialogStrings = {
  'dialog.close': { en: 'Close', zh: '关闭' },
  'dialog.cancel': { en: 'Cancel', zh: '取消' },
  'dialog.ok': { en: 'Done', zh: '确定' },
} as const;
