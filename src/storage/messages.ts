/** What storage says, in every language. */
import type { Catalogue } from '../core/index.ts';

export const storageMessages: Catalogue = {
  'storage.open-elsewhere': {
    en: 'It is open in another tab. Close it there first.',
    zh: '它在另一标签页中打开，请先在那里关闭。',
  },
  'storage.would-be-lost': {
    en: 'The last steps could not be stored in the browser and would be lost. Save the edition to a file first; to leave it all the same, do so again.',
    zh: '最近的步骤未能存入浏览器，离开会丢失。请先把报纸存为文件；若仍要离开，请再操作一次。',
  },
  'storage.take-over-refused': {
    en: 'The other tab has steps that it could not save; they would be lost. Take over again to do it all the same.',
    zh: '另一标签页有未能保存的步骤，接管会丢失它们。再点一次则强行接管。',
  },
  'storage.snapshot-broken': {
    en: 'A stored copy of the edition (step {seq}) is damaged; an older one was used.',
    zh: '一份存储的副本（第 {seq} 步）已损坏，改用了较早的副本。',
  },
  'storage.copy-used': {
    en: 'The browser’s storage of this edition is damaged. It was opened from a second copy, as it was after step {seq}; what came before cannot be undone.',
    zh: '浏览器中这份报纸的存储已损坏，已从备用副本打开（第 {seq} 步时的状态），之前的步骤无法撤销。',
  },
  'storage.undo-cut': {
    en: 'Step {seq} of the history is damaged: steps before it cannot be undone.',
    zh: '历史记录第 {seq} 步已损坏，其之前的步骤无法撤销。',
  },
  'storage.steps-missing': {
    en: '{n} step(s) from step {seq} on are missing from the browser’s storage. What is shown is the state before them.',
    zh: '从第 {seq} 步起有 {n} 步不在浏览器存储中，显示的是之前的状态。',
  },
  'storage.step-broken': {
    en: 'Step {seq} is damaged in the browser’s storage: it and the steps after it ({n}) were left out. The rescue page can download them.',
    zh: '浏览器存储中第 {seq} 步已损坏，该步及其后共 {n} 步未载入，可在救援页面下载。',
  },
  'storage.step-unfit': {
    en: 'Step {seq} does not fit the state before it: it and the steps after it ({n}) were left out. The rescue page can download them.',
    zh: '第 {seq} 步与之前的状态不符，该步及其后共 {n} 步未载入，可在救援页面下载。',
  },
  'storage.snapshot-failed': {
    en: 'No full copy could be stored: {reason} All steps are kept.',
    zh: '未能存储完整副本：{reason}所有步骤均已保存。',
  },
  'storage.follow-failed': {
    en: 'What the other tab does could not be read: {reason}',
    zh: '无法读取另一标签页的修改：{reason}',
  },
  'storage.reason.quota': { en: 'The browser has no room left.', zh: '浏览器存储空间已满。' },
  'storage.reason.aborted': { en: 'The browser called the write off.', zh: '浏览器中止了写入。' },
  'storage.reason.unavailable': { en: 'The browser’s storage cannot be used.', zh: '浏览器存储不可用。' },
  'storage.reason.no-answer': { en: 'The browser’s storage does not answer.', zh: '浏览器存储没有响应。' },
  'storage.reason.newer-version': {
    en: 'A newer Pasteup is open. Reload this page.',
    zh: '已打开更新版本的 Pasteup，请刷新本页。',
  },
  'storage.reason.other-writer': { en: 'Another tab has taken over this edition.', zh: '另一标签页已接管本报纸。' },
  'storage.reason.gone': {
    en: 'The edition is no longer in the browser’s storage.',
    zh: '浏览器存储中已没有这份报纸。',
  },
  'storage.reason.unreadable': {
    en: 'No stored copy of the edition is intact. The rescue page can download what is left.',
    zh: '这份报纸没有完好的副本，可在救援页面下载残余数据。',
  },
  'storage.reason.no-storage': {
    en: 'This browser keeps nothing here: save to a file.',
    zh: '此浏览器不保存数据，请存为文件。',
  },
  'storage.reason.unknown': { en: 'The browser’s storage failed.', zh: '浏览器存储出错。' },
  'storage.not-created': {
    en: 'The edition could not be stored in the browser yet: {reason} Save it to a file.',
    zh: '尚未能把报纸存入浏览器：{reason}请存为文件。',
  },
  'storage.missing': {
    en: 'The edition “{title}” should be in this browser and is not: its storage was emptied or damaged. The rescue page shows what is left.',
    zh: '报纸“{title}”本应在此浏览器中，现已不在：存储被清空或损坏。救援页面列出残余数据。',
  },
  'file.nothing-to-rescue': { en: '{file}: no edition in it is intact.', zh: '{file}：其中没有完好的报纸。' },
  'storage.pasted': { en: 'Pasted text', zh: '粘贴的文本' },
};
