/** What is wrong with a file, and what was expected. */
import type { Catalogue } from './catalogue.ts';

export const fileMessages: Catalogue = {
  'file.empty': { en: '{file} is empty. Expected text in it.', zh: '{file} 是空的，里面没有文字。' },
  'file.binary': {
    en: '{file} is not a text file: it holds bytes that no text has. Expected text, or a saved edition (.pasteup.json).',
    zh: '{file} 不是文本文件：含有文本中不会出现的字节。需要文本或已存的报纸（.pasteup.json）。',
  },
  'file.directory': {
    en: '{file} is a folder. Expected a file: choose those in it.',
    zh: '{file} 是文件夹，请选择其中的文件。',
  },
  'file.unreadable': {
    en: '{file} could not be read: {why, select, ENOENT {there is no such file} ENOTDIR {a file is taken for a folder in its path} EACCES {it may not be read} ENAMETOOLONG {the name is too long} other {{why}}}. Expected a file that is there and may be read.',
    zh: '无法读取 {file}：{why, select, ENOENT {没有这个文件} ENOTDIR {路径中有一处是文件而非文件夹} EACCES {没有读取权限} ENAMETOOLONG {名称过长} other {{why}}}。需要存在且可读的文件。',
  },
  'file.not-utf8': {
    en: '{file}: byte {offset} is no UTF-8. Expected text in UTF-8 or UTF-16.',
    zh: '{file}：第 {offset} 字节不是 UTF-8。需要 UTF-8 或 UTF-16 文本。',
  },
  'file.not-json': {
    en: '{file}:{line}:{column}: this is no JSON: {why, select, PropertyNameExpected {a key in quotes is missing} ColonExpected {a colon is missing} CommaExpected {a comma is missing} ValueExpected {a value is missing} CloseBraceExpected {a closing brace is missing} CloseBracketExpected {a closing bracket is missing} UnexpectedEndOfString {a string is not closed} InvalidSymbol {this is no value} InvalidNumberFormat {this is no number} InvalidCharacter {a string holds a control character} InvalidEscapeCharacter {this is no escape} InvalidUnicode {this is no escaped character} InvalidCommentToken {JSON has no comments} EndOfFileExpected {something comes after its end} other {{why}}}. Expected well-formed JSON.',
    zh: '{file}:{line}:{column}：不是 JSON：{why, select, PropertyNameExpected {缺少带引号的键} ColonExpected {缺少冒号} CommaExpected {缺少逗号} ValueExpected {缺少值} CloseBraceExpected {缺少右花括号} CloseBracketExpected {缺少右方括号} UnexpectedEndOfString {字符串没有结束} InvalidSymbol {这不是值} InvalidNumberFormat {这不是数} InvalidCharacter {字符串中有控制字符} InvalidEscapeCharacter {转义不正确} InvalidUnicode {转义的字符不正确} InvalidCommentToken {JSON 没有注释} EndOfFileExpected {结尾之后还有内容} other {{why}}}。需要格式正确的 JSON。',
  },
  'file.other-json': {
    en: '{file}:{line}:{column}: this is JSON of another kind: its "format" is {found}. Expected "pasteup-edition".',
    zh: '{file}:{line}:{column}：这是另一种 JSON：“format” 是 {found}，应为 “pasteup-edition”。',
  },
  'file.newer': {
    en: '{file} was saved by a newer Pasteup (version {found}; this one knows {known}). It is opened for reading only.',
    zh: '{file} 由更新的 Pasteup 保存（版本 {found}，本程序支持 {known}），只能阅读。',
  },
  'file.invalid': { en: '{file}:{line}:{column}: {path}: {why}', zh: '{file}:{line}:{column}：{path}：{why}' },
  'file.reference': {
    en: '{file}:{line}:{column}: {path} is {id}. Expected an id that the file has; article and member name each other.',
    zh: '{file}:{line}:{column}：{path} 是 {id}，应为文件中存在的标识，且稿件与片段相互引用。',
  },
  'file.order-key': {
    en: '{file}:{line}:{column}: {path} is "{key}". Expected a fractional index key, such as "a0".',
    zh: '{file}:{line}:{column}：{path} 是 “{key}”，应为 “a0” 这样的分数序键。',
  },
  'file.newer-unreadable': {
    en: '{file}:{line}:{column}: {path}: {why}. The file was saved by a newer Pasteup. Expected one that this version can read.',
    zh: '{file}:{line}:{column}：{path}：{why}。文件由更新的 Pasteup 保存，本版本无法读取。',
  },
  'file.unbalanced': {
    en: '{file}:{line}:{column}: source {source} does not balance: {lost} {lost, plural, one {character is} other {characters are}} in no fragment, {twice} in more than one. Expected each in one.',
    zh: '{file}:{line}:{column}：来源 {source} 不平衡：{lost} 个字符不在任何片段中，{twice} 个在多个片段中，应各在一个片段中。',
  },
  'file.duplicate-id': {
    en: '{file}:{line}:{column}: {path}: the id {id} is used twice. Expected it once.',
    zh: '{file}:{line}:{column}：{path}：标识 {id} 用了两次，应只用一次。',
  },
  'file.edition-among-others': {
    en: '{file} is a saved edition: open it alone.',
    zh: '{file} 是已存的报纸，请单独打开。',
  },
  'import.over-source': {
    en: '{file} is one of the files to be read. Expected another place for the edition.',
    zh: '{file} 是要读取的文件之一，请把报纸存到别处。',
  },
  'import.broke-down': {
    en: '{file}: reading broke down ({why}). Nothing was taken over. If the file is very large, try its parts.',
    zh: '{file}：读取中断（{why}），未作任何改动。文件很大时，请分成几部分再试。',
  },
  'import.no-text': {
    en: 'There is no text in {n, plural, one {this file} other {these {n} files}}.',
    zh: '这 {n} 个文件中没有文字。',
  },
  'import.pictures-alone': {
    en: 'Pictures alone hold no text that can be read. Open the text of the page first, or together with its picture.',
    zh: '图片本身没有可读取的文字。请先打开版面的文字，或与图片一起打开。',
  },
  'import.picture-of-no-page': {
    en: '{file}: no page of this edition has a picture of that name.',
    zh: '{file}：这份报纸没有与此同名的版面。',
  },
  'import.pictures-left': {
    en: '{file}: {n} of its {all} pictures {n, plural, one {shows} other {show}} no page of this edition.',
    zh: '{file}：共 {all} 张图片，其中 {n} 张不是这份报纸的版面。',
  },
  'import.cancelled': {
    en: 'Cancelled: nothing of {n, plural, one {the file} other {the {n} files}} was taken over.',
    zh: '已取消：{n} 个文件均未导入。',
  },
  'import.pictures': {
    en: '{n} {n, plural, one {picture is kept with its page} other {pictures are kept with their pages}}.',
    zh: '{n} 张图片已随版面保存。',
  },
  'import.notes': { en: '{n} remarks.', zh: '{n} 条说明。' },
  'import.pictures-not-kept': {
    en: 'The pictures of the pages could not be kept: {why} The text is here.',
    zh: '未能保存版面图片：{why}文字已导入。',
  },
  'picture.undrawable': {
    en: '{file}: this browser cannot draw it ({kind}). A copy as PNG, JPEG or WebP under the same name will do.',
    zh: '{file}：此浏览器无法显示（{kind}）。请添加同名的 PNG、JPEG 或 WebP。',
  },
  'picture.not-read': { en: 'The picture could not be read: {why}', zh: '无法读取图像：{why}' },
  'refuse.no-report': { en: 'Nothing was imported yet.', zh: '还没有导入过文件。' },
  'file.span': {
    en: '{file}:{line}:{column}: {path}: the span {span} is empty or lies outside its source. Expected one within its text.',
    zh: '{file}:{line}:{column}：{path}：范围 {span} 为空或超出来源，应在其文字之内。',
  },
};
