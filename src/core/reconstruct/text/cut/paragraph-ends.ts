/**
 * Ends of paragraphs that lines alone do not show: the last line is full, a sentence ends in it, and the dump lost the indent. Latin only;
 * Chinese first lines are two characters short. About one in three such places is an end. What tells: how long the paragraph is by then and how
 * much is left, how the next sentence begins, how long it is, whether speech ended. Weights are of a logistic regression over the sentences of
 * whole articles, found with whole articles left out.
 */
import type { CutPage } from './lines.ts';
import { endsSentence } from './sentence.ts';

const PRONOUN =
  /^["“‘]?(?:He|She|It|They|We|I|You|His|Her|Hers|Their|Its|Our|My|Er|Sie|Es|Il|Elle|Ils|Elles|Ce|Él|Ella|Ellos)(?![\p{L}])/u;
const POINTS_BACK =
  /^["“‘]?(?:This|These|That|Those|There|Here|Such|Both|Each|All|Another|Other|Some|Many|Most|One|Two|At the time|At least|During|Of the|Among|Das|Dies|Diese|Cette|Esto)(?![\p{L}])/u;
const JOINS =
  /^["“‘]?(?:Then|Later|However|Additionally|Instead|Also|But|And|Or|So|Though|Although|Ultimately|Unfortunately|Reportedly|First|Second|Earlier|Still|Yet|Nevertheless|Furthermore|Moreover|Thus|Therefore|Afterwards?|Eventually|Finally|Previously|Aber|Und|Doch|Mais|Et|Y|Pero)(?![\p{L}])/u;
const FORWARD =
  /^["“‘]?(?:According to|While|Per|With|Speaking|Commenting|Meanwhile|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|On \p{Lu}\p{L}+ \d|Yesterday|Last (?:week|month|year|night)|In \d{4}|In \p{Lu}|In a |By |As of|Since|After|For |Unlike|Because|When|Recently|Laut|Nach|Selon|D'après|Según)/u;

const WEIGHT = {
  bias: -1.78,
  under100: -0.97,
  from200: 0.8,
  from300: 1.6,
  oneSentence: -0.71,
  oneLeft: -1.47,
  left60: -1.04,
  left120: -0.42,
  quoteBefore: 1.33,
  quoteNext: 0.96,
  /** For each hundred characters of the next sentence, three at the most. */
  nextLength: 0.93,
  pronoun: -1.6,
  joins: -0.8,
  pointsBack: -0.62,
  forward: 0.21,
};
/** A missed end joins two paragraphs, a false one parts a sentence pair: the missed one is worse. */
const LEAST = -1.1;

/** Sentences that end inside a text, not at its end. */
const INNER = /[.!?…]["”’)\]]*\s+(?=["“‘(]?[\p{Lu}\p{N}])/gu;

/** Where sentences begin in a text, its own beginning left out. */
function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  for (const { 0: end, index } of text.matchAll(INNER))
    if (!ABBREVIATED.test(text.slice(Math.max(0, index - 8), index + end.trimEnd().length)))
      starts.push(index + end.length);
  return starts;
}

/** `before`: the paragraph so far; `after`: what is left of the block. */
function weigh(before: string, after: string): number {
  let sum = WEIGHT.bias;
  const chars = before.length + 1;
  if (chars < 100) sum += WEIGHT.under100;
  else if (chars >= 300) sum += WEIGHT.from300;
  else if (chars >= 200) sum += WEIGHT.from200;
  if (!sentenceStarts(before).length) sum += WEIGHT.oneSentence;
  if (after.length < 60) sum += WEIGHT.left60;
  if (after.length < 120) sum += WEIGHT.left120;
  const [second] = sentenceStarts(after);
  if (second === undefined) sum += WEIGHT.oneLeft;
  sum += WEIGHT.nextLength * Math.min(3, (second ?? after.length) / 100);
  if (/["”’]$/u.test(before)) sum += WEIGHT.quoteBefore;
  if (/^["“]/u.test(after)) sum += WEIGHT.quoteNext;
  if (PRONOUN.test(after)) sum += WEIGHT.pronoun;
  else if (JOINS.test(after)) sum += WEIGHT.joins;
  else if (POINTS_BACK.test(after)) sum += WEIGHT.pointsBack;
  else if (FORWARD.test(after)) sum += WEIGHT.forward;
  return sum;
}

/** Abbreviations that stand before a name or number: no sentence ends there. */
const ABBREVIATED =
  /(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nr|Gen|Gov|Sen|Rep|Rev|Lt|Col|Capt|Sgt|Mt|vs|U\.S|U\.K|E\.U|[A-Z])\.$/u;

/** Where paragraphs begin in the lines `first`..`last`, `first` itself left out. */
export function hiddenStarts(page: CutPage, first: number, last: number): number[] {
  if (page.han) return [];
  const starts: number[] = [];
  const textOf = (from: number, to: number): string =>
    page.lines
      .slice(from, to + 1)
      .map((line) => line.text)
      .join(' ');
  let begun = first;
  let speech = 0;
  for (let i = first; i < last; i++) {
    const text = page.lines[i]?.text ?? '';
    speech = openSpeech(text, speech);
    if (speech || !endsSentence(text) || ABBREVIATED.test(text) || /\[(?:\.\.\.|…)\]$/u.test(text)) continue;
    if (!/^["“‘(]?[\p{Lu}\p{N}]/u.test(page.lines[i + 1]?.text ?? '')) continue;
    if (weigh(textOf(begun, i), textOf(i + 1, last)) < LEAST) continue;
    starts.push(i + 1);
    begun = i + 1;
  }
  return starts;
}

/** Whether speech is open at the line's end: a paragraph seldom ends in the middle of it. Straight quotes count by pairs. */
function openSpeech(text: string, before: number): number {
  const straight = text.match(/"/gu)?.length ?? 0;
  const curly = (text.match(/“/gu)?.length ?? 0) - (text.match(/”/gu)?.length ?? 0);
  const open = straight % 2 ? (before ? 0 : 1) : before;
  return curly ? Math.max(0, Math.min(1, open + curly)) : open;
}
