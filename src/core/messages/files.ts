/** What is wrong with a file, and what was expected. */
import type { Catalogue } from './catalogue.ts';

export const fileMessages: Catalogue = {
  'file.empty': { en: '{file} is empty: there is no text in it.', zh: '{file} 是空的，里面没有文字。' },
  'file.binary': {
    en: '{file} is not a text file: it holds bytes that no text has. Expected text, or a saved edition (.pasteup.json).',
    zh: '{file} 不是文本文件：含有文本中不会出现的字节。需要文本或已存的报纸（.pasteup.json）。',
  },
  'file.directory': { en: '{file} is a folder. Choose the files in it.', zh: '{file} 是文件夹，请选择其中的文件。' },
  'file.unreadable': { en: '{file} could not be read: {why}', zh: '无法读取 {file}：{why}' },
  'file.not-utf8': {
    en: '{file}: byte {offset} is no UTF-8. Expected text in UTF-8 or UTF-16.',
    zh: '{file}：第 {offset} 字节不是 UTF-8。需要 UTF-8 或 UTF-16 文本。',
  },
  'file.not-json': {
    en: '{file}:{line}:{column}: this is no JSON: {why}',
    zh: '{file}:{line}:{column}：不是 JSON：{why}',
  },
  'file.other-json': {
    en: '{file} is JSON of another kind: its "format" is {found}, expected "pasteup-edition".',
    zh: '{file} 是另一种 JSON：“format” 是 {found}，应为 “pasteup-edition”。',
  },
  'file.newer': {
    en: '{file} was saved by a newer Pasteup (version {found}; this one knows {known}). It is opened for reading only.',
    zh: '{file} 由更新的 Pasteup 保存（版本 {found}，本程序支持 {known}），只能阅读。',
  },
  'file.invalid': { en: '{file}:{line}:{column}: {path}: {why}', zh: '{file}:{line}:{column}：{path}：{why}' },
  'file.reference': {
    en: '{file}: {path} names {id}, which the file lacks.',
    zh: '{file}：{path} 引用了 {id}，但文件中没有。',
  },
  'file.unbalanced': {
    en: '{file}: source {source} does not balance: {lost} characters are in no fragment, {twice} in more than one.',
    zh: '{file}：来源 {source} 不平衡：{lost} 个字符不在任何片段中，{twice} 个在多个片段中。',
  },
  'file.duplicate-id': { en: '{file}: {path}: the id {id} is used twice.', zh: '{file}：{path}：标识 {id} 用了两次。' },
  'file.edition-among-others': {
    en: '{file} is a saved edition: open it alone.',
    zh: '{file} 是已存的报纸，请单独打开。',
  },
  'file.span': {
    en: '{file}: {path}: the span {span} lies outside its source.',
    zh: '{file}：{path}：范围 {span} 超出来源。',
  },
};
