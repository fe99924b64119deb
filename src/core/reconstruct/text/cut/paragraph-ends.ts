/**
 * Ends of paragraphs that lines alone do not show: the last line is full, a sentence ends in it, and the dump lost the indent. Latin only;
 * Chinese first lines are two characters short. About one in three such places is an end. What tells: how long the paragraph is by then, how
 * the next sentence begins, whether speech ended. Weights are of a logistic regression, found with whole editions left out.
 */
import type { CutPage } from './lines.ts';
import { endsSentence } from './sentence.ts';

const BACKWARD =
  /^["“‘]?(?:He|She|It|They|We|I|You|His|Her|Hers|Their|Its|Our|My|This|These|Those|That|There|Then|Other|Both|Another|Later|However|Additionally|Instead|Also|But|And|Or|So|Some|Many|Most|At the time|During|Though|All|Each|Such|Here|Ultimately|Unfortunately|Reportedly|First|Second|Earlier|Er|Sie|Es|Das|Dies|Diese|Aber|Und|Doch|Il|Elle|Ils|Elles|Ce|Cette|Mais|Et|Él|Ella|Ellos|Esto|Pero|Y)(?![\p{L}])/u;
const FORWARD =
  /^["“‘]?(?:According to|While|Per|With|Speaking|Commenting|Meanwhile|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|On \p{Lu}\p{L}+ \d|Yesterday|Last (?:week|month|year|night)|In \d{4}|In \p{Lu}|In a |By |As of|Since|After|For |Unlike|Because|When|Recently|Laut|Nach|Selon|D'après|Según)/u;
const SPEECH = /\b(?:said|says|told|wrote|noted|remarked|stated|tweeted|added|announced|called|sagte|déclare|dijo)\b/u;

const WEIGHT = {
  bias: -1.08,
  under60: -1.5,
  under100: -0.55,
  from200: 0.67,
  from300: 1.7,
  from450: 1.62,
  short: -1.92,
  quoteBefore: 0.6,
  backward: -1.79,
  forward: 1.21,
  speech: 0.43,
};
/** A missed end joins two paragraphs, a false one parts a sentence pair: the missed one is worse. */
const LEAST = -0.6;

function weigh(chars: number, left: number, before: string, next: string): number {
  let sum = WEIGHT.bias;
  if (chars < 60) sum += WEIGHT.under60;
  if (chars < 100) sum += WEIGHT.under100;
  else if (chars >= 450) sum += WEIGHT.from450;
  else if (chars >= 300) sum += WEIGHT.from300;
  else if (chars >= 200) sum += WEIGHT.from200;
  if (left < 120) sum += WEIGHT.short;
  if (/["”’]$/u.test(before)) sum += WEIGHT.quoteBefore;
  if (BACKWARD.test(next)) sum += WEIGHT.backward;
  else if (FORWARD.test(next)) sum += WEIGHT.forward;
  if (SPEECH.test(next.slice(0, 90))) sum += WEIGHT.speech;
  return sum;
}

/** Abbreviations that stand before a name or number: no sentence ends there. */
const ABBREVIATED =
  /(?:^|\s)(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nr|Gen|Gov|Sen|Rep|Rev|Lt|Col|Capt|Sgt|Mt|vs|U\.S|U\.K|E\.U|[A-Z])\.$/u;

/** Where paragraphs begin in the lines `first`..`last`, `first` itself left out. */
export function hiddenStarts(page: CutPage, first: number, last: number): number[] {
  if (page.han) return [];
  const starts: number[] = [];
  let left = 0;
  for (let i = first; i <= last; i++) left += (page.lines[i]?.text.length ?? 0) + 1;
  let chars = 0;
  let speech = 0;
  for (let i = first; i < last; i++) {
    const text = page.lines[i]?.text ?? '';
    chars += text.length + 1;
    left -= text.length + 1;
    speech = openSpeech(text, speech);
    if (speech || !endsSentence(text) || ABBREVIATED.test(text) || /\[(?:\.\.\.|…)\]$/u.test(text)) continue;
    const next = page.lines
      .slice(i + 1, Math.min(last, i + 4) + 1)
      .map((line) => line.text)
      .join(' ');
    if (!/^["“‘(]?[\p{Lu}\p{N}]/u.test(next) || weigh(chars, left, text, next) < LEAST) continue;
    starts.push(i + 1);
    chars = 0;
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
