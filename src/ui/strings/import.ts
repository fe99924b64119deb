/** Words of opening files, and of the pictures that come with them. */
export const importStrings = {
  'notice.more': { en: 'Show all', zh: '查看全部' },

  'importing.title': { en: 'Opening files', zh: '正在打开文件' },
  'importing.reading': { en: 'Reading {file}', zh: '正在读取 {file}' },
  'importing.cutting': { en: 'Cutting {file} into fragments', zh: '正在切分 {file}' },
  'importing.opening': { en: 'Opening {n} {n, plural, one {file} other {files}}', zh: '正在打开 {n} 个文件' },
  'importing.progress': { en: 'Progress', zh: '进度' },
  'importing.waiting': { en: '{n} more to come after this', zh: '之后还有 {n} 批' },

  'encoding.title': { en: 'In which encoding is this text?', zh: '这段文字是哪种编码？' },
  'encoding.about': {
    en: '{file} does not say, and it can be read in several ways. Choose the one that reads right.',
    zh: '{file} 没有注明编码，有几种读法。请选择读得通的一种。',
  },
  'encoding.choices': { en: 'Encodings', zh: '编码' },
  'encoding.likeliest': { en: 'likeliest', zh: '最可能' },
  'encoding.other': { en: 'Other encodings ({n})…', zh: '其他编码（{n} 种）…' },
  'encoding.unreadable': { en: 'cannot read all of it', zh: '有读不出的字' },
  'encoding.blank': { en: '(no line to show)', zh: '（没有可以显示的行）' },
  'encoding.all': { en: 'For all files like this', zh: '同类文件都按此读取' },
  'encoding.do': { en: 'Read it so', zh: '按此读取' },
  'encoding.keys': { en: '↑ ↓ change · Enter confirms', zh: '↑ ↓ 切换 · 回车确认' },

  'import-report.title': { en: 'What was opened', zh: '导入结果' },
  'import-report.nothing': { en: 'Nothing could be opened.', zh: '没有文件可以打开。' },
  'import-report.failed': { en: 'Could not be opened ({n})', zh: '未能打开（{n}）' },
  'import-report.skipped': { en: 'Left aside, for they are of no known kind ({n})', zh: '无法识别，未打开（{n}）' },
  'import-report.notes': { en: 'Good to know ({n})', zh: '说明（{n}）' },
  'facsimile.label': { en: 'Facsimile', zh: '原版图像' },
  'facsimile.opacity': { en: 'Facsimile', zh: '原版图像' },
  'facsimile.hold': { en: 'Hold I to see it alone', zh: '按住 I 只看图像' },
  'facsimile.looking': { en: 'Looking for the picture of this page…', zh: '正在查找本版图像…' },
  'facsimile.missing': {
    en: 'The picture of this page, {name}, is not in this browser.',
    zh: '本版图像 {name} 不在此浏览器中。',
  },
  'facsimile.none': { en: 'There is no picture of this page.', zh: '本版没有图像。' },
  'facsimile.add': { en: 'Add it…', zh: '添加…' },

  'source.as': { en: 'Show the source as', zh: '原文显示为' },
  'source.as-text': { en: 'Text', zh: '文字' },
  'source.as-picture': { en: 'Picture', zh: '图像' },
  'source.zoom': { en: 'Zoom', zh: '缩放' },
  'source.picture-of': { en: 'Picture of {name}', zh: '{name} 的图像' },

  'import-report.copy': { en: 'Copy', zh: '复制' },
} as const;
