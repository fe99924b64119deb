/** What a picture's caption says of whose picture it is, in Chinese: the person whom it points out; and what says nothing of it: who took it. */

const CREDIT =
  /(?:(?:新华社|新華社|本[报報])[发發])?[（(](?:[^（()）。]{0,20}(?:摄|攝|供图|供圖)|(?:资料|資料)(?:[图圖]片?|照片))[）)]\s*$|(?<=[。”！？）)])[\p{Script=Han}·、\s]{2,30}(?:摄影报道|攝影報道|摄影|攝影|摄|攝|供图|供圖)\s*$/u;

/** A caption's text without its credit: a photographer's name is rare, and would weigh as much as all that is to be seen. */
export const withoutCredit = (text: string): string => text.replace(CREDIT, '');

const POINTED_OUT =
  /(?<=^|[：:，,、。；\s]|[图圖][为為])(?![图圖][为為])(\p{Script=Han}{2,4})[（(](?:[左右前后後中][一二三四五]?|[左右][起]?\p{Script=Han}{1,2}|[前后後中]排\p{Script=Han}{0,3})[）)]/gu;
/** No name is longer; what stands before is a post, 镇长周山（左）. */
const NAME = 3;

/** The people whom a caption points out, 周山（中）: each as his name may be written in an article. */
export const peopleIn = (text: string): string[][] =>
  [...text.matchAll(POINTED_OUT)].map(([, name = '']) =>
    name.length > NAME ? [name, name.slice(-NAME), name.slice(1 - NAME)] : [name],
  );
