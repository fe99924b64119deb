/** Why the engine of coordinates proposes what it does. */
import type { Catalogue } from '../../messages/catalogue.ts';

export const geometryMessages: Catalogue = {
  'geometry.head-size': { en: 'set larger than the text', zh: '字号比正文大' },
  'geometry.head-capitals': { en: 'capitals or wide letters', zh: '大写或加宽的字' },
  'geometry.head-centred': { en: 'centred in its column', zh: '在栏内居中' },
  'geometry.head-across': { en: 'runs across several columns', zh: '横跨数栏' },
  'geometry.head-apart': { en: 'stands apart, with white around it', zh: '独立成块，四周留白' },
  'geometry.begins-flow': { en: 'first text at the top of its column', zh: '栏首的文字' },
  'geometry.begins-head': { en: 'begins under a head', zh: '标题下的正文' },
  'geometry.begins-indent': { en: 'its first line is indented', zh: '首行缩进' },
  'geometry.begins-white': { en: 'white above it', zh: '上方留白' },
  'geometry.begins-rule': { en: 'a printed rule above it', zh: '上方有线条隔开' },
  'geometry.begins-short-line': { en: 'the line before it is short and ends a sentence', zh: '上一行未满且句子已结束' },
  'geometry.begins-size': { en: 'set in another size', zh: '字号改变' },
  'geometry.begins-block': { en: 'a block of its own in the file', zh: '文件中自成一块' },
  'geometry.byline': { en: 'worded like a byline', zh: '行文像作者署名' },
  'geometry.signature': { en: 'a name by itself at the right foot of the text', zh: '文末右侧的署名' },
  'geometry.credit': { en: 'worded like a picture credit', zh: '行文像图片署名' },
  'geometry.jump': { en: 'worded like a jump line', zh: '行文像转接行' },
  'geometry.pointer': { en: 'points to another page', zh: '指向其他版面' },
  'geometry.furniture': { en: 'place and wording of what every page carries', zh: '位置和行文如每版固有的内容' },
  'geometry.no-box': { en: 'the file gives it no place', zh: '文件没有给出位置' },
  'geometry.advertisement': {
    en: 'many sizes, heads, prices or addresses close together',
    zh: '字号多变，标题、价格或地址密集',
  },
  'geometry.under-head': { en: 'stands under this head, in its columns', zh: '位于此标题之下、所辖栏内' },
  'geometry.no-head': { en: 'goes on at the top of a column without a head', zh: '栏首无标题，接续前文' },
  'geometry.ruled-off': { en: 'a rule across the column parts it from the text above', zh: '整栏线条与上文隔开' },
  'geometry.reads-on': { en: 'reads on from the column before', zh: '接上一栏' },
  'geometry.runs-over': {
    en: 'the text breaks off at the foot of page {from} and goes on at the top of page {to}',
    zh: '文字在第 {from} 版末中断，在第 {to} 版首接续',
  },
};
