/** Sentences for the reasons that grouping gives. */
export const GROUP_MESSAGES: Record<string, { readonly en: string; readonly zh: string }> = {
  'group.words': { en: 'shares {words} with the article', zh: '与本文共有“{words}”' },
  'group.head-words': { en: 'shares {words} with the body', zh: '与正文共有“{words}”' },
  'group.sentence': { en: 'the sentence goes on from the piece before', zh: '承接上一段未完的句子' },
  'group.follows': { en: 'follows directly in the file, in the same measure', zh: '在文件中紧接上一段，栏宽相同' },
  'group.opening': { en: 'opens an article: {words}', zh: '以“{words}”开篇' },
  'group.from': { en: 'opens the part that is continued from another page', zh: '为转版文章的续篇开头' },
  'group.head-before': {
    en: 'stands right over the body; heads on this page come before their bodies',
    zh: '紧接在正文之前；本版标题先于正文',
  },
  'group.head-after': {
    en: 'stands right after the body; heads on this page come after their bodies',
    zh: '紧接在正文之后；本版标题后于正文',
  },
  'group.head-left': { en: 'the head that fits this body best among those left', zh: '余下标题中与本文最相合' },
  'group.mark': { en: 'stands beside the body that it belongs to', zh: '紧挨所属正文' },
  'group.begins': { en: 'begins an article', zh: '另起一篇' },
  'group.weak': { en: 'nothing speaks for another article', zh: '未见属于他文的迹象' },
  'group.masked-body': {
    en: 'begins or breaks off in the middle of a sentence, as no head does',
    zh: '起止于句中，不是标题',
  },
  'group.masked-head': {
    en: 'breaks off right above a byline, in a line that is not full',
    zh: '紧接作者署名之上，末行未满而无句号',
  },
  'group.jump-head': { en: 'says the head on page {page} again', zh: '重复第{page}版的标题' },
  'group.teaser': { en: 'a head without a body, pointing at another page', zh: '无正文的标题，指向他版' },
  'link.both-ways': { en: 'pages {from} and {to} point at each other', zh: '第{from}版与第{to}版互相指向' },
  'link.number-lost': {
    en: 'a page number is lost; pages {from} and {to} fit each other',
    zh: '版次缺失；第{from}版与第{to}版内容相接',
  },
  'link.lost': { en: 'the page number of this jump line is lost', zh: '此转接语的版次缺失' },
  'link.pending': { en: 'page {page} is not in this edition', zh: '本期中没有第{page}版' },
  'link.one-way': { en: 'page {page} does not point back', zh: '第{page}版没有对应的转接语' },
  'link.ambiguous': { en: 'more than one part on page {page} could be meant', zh: '第{page}版有不止一篇可能与之相接' },
};
