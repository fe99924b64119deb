/** What extraction leaves in a text: glyphs without a font, overprint, letter-spacing, letters of another script, digits that are letters. */
import { call } from '../transact.ts';
import type { Fragment } from '../model/edition.ts';
import { REPAIRS, type RepairCode } from '../repair/index.ts';
import type { FragmentCheck, FragmentSubject } from './check.ts';
import type { Found, Mend } from './finding.ts';
import { oddDigits } from './odd-digits.ts';
import { doubledRuns, hasOtherHan, letterSpaced, mixedWords, otherHan } from './odd-letters.ts';
import { signsOf, type Signs } from './signs.ts';

interface Hit {
  readonly at: readonly [start: number, end: number];
  /** What should stand there; absent where nobody can know. */
  readonly as?: string;
}

const UNKNOWN = /[\ue000-\uf8ff\ufffd\u{f0000}-\u{10fffd}]/gu;
const repairOf = (code: RepairCode) => REPAIRS.find((repair) => repair.code === code);

const correct = (fragment: Fragment, text: string): Mend => ({
  label: { code: 'mend.characters' },
  calls: [call('fragment.correct', { texts: [{ id: fragment.id, text }] })],
});

const repair = (fragment: Fragment, code: RepairCode): Mend => ({
  label: { code: `command.repair-${code}` },
  calls: [call('fragment.repair', { ids: [fragment.id], repair: code })],
});

/** One finding for all hits of a kind in a fragment; mended together where each is sure. */
function finding(
  code: string,
  { fragment, text }: FragmentSubject,
  hits: readonly Hit[],
  level?: Found['level'],
): Found[] {
  const first = hits[0];
  if (!first) return [];
  const shown = [...text.slice(...first.at)].slice(0, 12).join('');
  let mended = text;
  for (const { at, as } of [...hits].sort((a, b) => b.at[0] - a.at[0]))
    if (as !== undefined) mended = mended.slice(0, at[0]) + as + mended.slice(at[1]);
  return [
    {
      code,
      ...(level ? { level } : {}),
      fragmentId: fragment.id,
      at: first.at,
      params: { what: shown, n: hits.length },
      about: hits.map(({ at }) => text.slice(...at)).join('\n'),
      ...(mended !== text && mended.trim() !== '' ? { mend: correct(fragment, mended) } : {}),
    },
  ];
}

const unknownGlyphs = (subject: FragmentSubject): Found[] =>
  finding(
    'unknown-glyph',
    subject,
    Array.from(subject.text.matchAll(UNKNOWN), (m) => ({ at: [m.index, m.index + m[0].length] as const })),
  );

/** The repair's own judgement, else a run of letters that are each there twice. */
function doubled(subject: FragmentSubject, signs: Signs): Found[] {
  const { fragment, text } = subject;
  const once = signs.numbers ? (repairOf('doubled-glyphs')?.apply(text) ?? text) : text;
  if (once === text) return signs.pairs ? finding('doubled-glyph', subject, doubledRuns(text)) : [];
  let from = 0;
  while (from < once.length && once[from] === text[from]) from++;
  const at = [Math.max(0, from - 2), Math.min(text.length, from + 6)] as const;
  return finding('doubled-glyph', subject, [{ at }]).map((found) => ({
    ...found,
    mend: repair(fragment, 'doubled-glyphs'),
  }));
}

function spaced(subject: FragmentSubject, signs: Signs): Found[] {
  const hits = letterSpaced(subject.text, signs);
  if (!hits.length) return [];
  const mended = repairOf('letter-spacing')?.apply(subject.text) ?? subject.text;
  return finding('letter-spacing', subject, hits).map((found) =>
    mended === subject.text ? found : { ...found, mend: correct(subject.fragment, mended) },
  );
}

export const characters: FragmentCheck = {
  scope: 'fragment',
  rules: [
    { code: 'unknown-glyph', level: 'warning' },
    { code: 'doubled-glyph', level: 'warning' },
    { code: 'letter-spacing', level: 'warning' },
    { code: 'mixed-scripts', level: 'warning' },
    { code: 'odd-digits', level: 'warning' },
  ],
  run(subject) {
    const { fragment, text } = subject;
    if (fragment.placement.at === 'discarded') return [];
    const signs = signsOf(text);
    const mixed = signs.eastern ? mixedWords(text) : [];
    return [
      ...(signs.unknown ? unknownGlyphs(subject) : []),
      ...doubled(subject, signs),
      ...spaced(subject, signs),
      ...finding('mixed-scripts', subject, mixed),
      ...(mixed.length || !hasOtherHan(signs) ? [] : finding('mixed-scripts', subject, otherHan(text), 'note')),
      ...(signs.likeDigits ? finding('odd-digits', subject, oddDigits(text)) : []),
    ];
  },
};
