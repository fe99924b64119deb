/** Why a jump line may lead where it is said to. */
import type { Catalogue } from './catalogue.ts';

export const jumpMessages: Catalogue = {
  'jump.both-ways': { en: 'pages {from} and {to} point at each other', zh: '第{from}版与第{to}版互相指向' },
  'jump.named': { en: 'page {page} is the one named', zh: '第{page}版正是所指的版' },
  'jump.answers': { en: 'page {page} points back', zh: '第{page}版指回本版' },
  'jump.slug': { en: 'its head says {slug}', zh: '标题中有“{slug}”' },
  'jump.same-head': { en: 'the same head', zh: '标题相同' },
  'jump.words': { en: 'shares {words}', zh: '共有“{words}”' },
  'jump.sentence': { en: 'the sentence goes on', zh: '句子相接' },
  'refuse.no-border': { en: 'There is no running text on that side.', zh: '那一侧没有正文。' },
  'refuse.nothing-beside': { en: 'No text stands beside it on that page.', zh: '该版上旁边没有正文。' },
  'refuse.border-at-end': { en: 'That is all the text of this part.', zh: '这一部分只有这些正文。' },
};
