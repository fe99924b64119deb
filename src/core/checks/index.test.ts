/** Each check with its trap: what it must find, and what looks like it and is right. */
import { describe, expect, test } from 'vitest';
import { editionOf, run } from '../commands/small-edition.test-support.ts';
import { sampleEdition } from '../formats/sample-edition.test-support.ts';
import { messageCodes } from '../messages/index.ts';
import type { Edition } from '../model/edition.ts';
import { CHECK_CODE, FINDING_KEY } from '../model/finding-key.ts';
import type { RoleId } from '../model/role.ts';
import { call, transact, type Call } from '../transact.ts';
import { checkEdition, RULES, runChecks } from './index.ts';

const codes = (edition: Edition): string[] => [...new Set(runChecks(edition).map((f) => f.code))].sort();
const find = (edition: Edition, code: string) => runChecks(edition).find((f) => f.code === code);

type Part = readonly [text: string, role: RoleId, article?: number];

/** One page a list, everything placed in the first column in order; articles in the order of their numbers. */
function paper(...pages: readonly (readonly Part[])[]): Edition {
  let now = editionOf(...pages.map((parts) => parts.map(([text]) => text)));
  const all = pages.flat();
  all.forEach(([, role], i) => (now = run(now, call('fragment.role', { ids: [`f${i + 1}`], role }))));
  let n = 0;
  pages.forEach((parts, p) => {
    const page = Object.values(now.pages)[p];
    const ids = parts.map(() => `f${++n}`);
    if (page)
      now = run(now, call('fragment.place', { ids, page: page.id, column: page.columns[0]?.id ?? '', after: null }));
  });
  for (const article of [...new Set(all.flatMap(([, , a]) => a ?? []))].sort())
    now = run(now, call('article.make', { ids: all.flatMap(([, , a], i) => (a === article ? [`f${i + 1}`] : [])) }));
  return now;
}

const BODY = 'The bridge over the mill brook was opened again on Sunday by the mayor.';
const body = (text: string, role: RoleId = 'body'): Edition =>
  paper([
    ['Bridge opens over the brook', 'headline', 1],
    [text, role, 1],
  ]);

function mended(edition: Edition, code: string): Edition {
  const finding = find(edition, code);
  if (!finding?.mend) throw new Error(`${code} has no mend`);
  const outcome = transact(edition, finding.mend.calls, { label: finding.mend.label });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}

describe('the registry', () => {
  const known = new Set(messageCodes());
  test.each(RULES)('$code has its sentence, its name and its help', ({ code }) => {
    expect(CHECK_CODE.test(code)).toBe(true);
    for (const key of [`check.${code}`, `check-name.${code}`, `check-help.${code}`]) expect(known).toContain(key);
  });
});

test('a clean paper has no finding', () => {
  expect(codes(body(BODY))).toEqual([]);
});

test('findings have keys without text, places, and come page by page', () => {
  const { findings } = checkEdition(sampleEdition());
  expect(findings.map((f) => f.key)).toEqual(['no-folio/p2', 'unplaced/f205']);
  for (const { key } of findings) expect(key).toMatch(FINDING_KEY);
});

describe('members', () => {
  test('a head alone, a text alone', () => {
    expect(codes(paper([['Bridge opens over the brook', 'headline', 1]]))).toEqual(['no-body']);
    expect(codes(paper([[BODY, 'body', 1]]))).toEqual(['no-headline']);
  });
  test('an article with a title of its own needs no head', () => {
    const edition = run(paper([[BODY, 'body', 1]]), call('article.rename', { article: 'a1', title: 'Bridge' }));
    expect(codes(edition)).toEqual([]);
  });
  test('text between two parts of one article goes to it', () => {
    const edition = paper([
      ['Bridge opens over the brook', 'headline', 1],
      [BODY, 'body', 1],
      ['It is free for all who walk, and for their dogs.', 'body'],
      ['The old one will be taken down by the end of May.', 'body', 1],
    ]);
    expect(codes(edition)).toEqual(['no-article']);
    expect(codes(mended(edition, 'no-article'))).toEqual([]);
  });
  test('furniture belongs to no article', () => {
    expect(codes(paper([['1', 'folio'], ['LOCAL NEWS', 'section'], ...PAIR]))).toEqual([]);
  });
});
const PAIR: readonly Part[] = [
  ['Bridge opens over the brook', 'headline', 1],
  [BODY, 'body', 1],
];

describe('sentences', () => {
  test('an end in mid-sentence', () => {
    expect(find(body('The bridge over the mill brook was opened again on'), 'body-ends-open')).toMatchObject({
      level: 'warning',
      fragmentId: 'f2',
      at: [38, 50],
    });
  });
  test('a list, a colon and a signature end rightly', () => {
    for (const text of [`${BODY} They are:`, `${BODY}”`, `${BODY} — Ann Lee (Harbour)`])
      expect(codes(body(text))).toEqual([]);
  });
  test('what goes on is said to, by a key', () => {
    const edition = paper([
      ['Bridge opens over the brook', 'headline', 1],
      ['The bridge over the mill brook was opened', 'body', 1],
      ['again on Sunday by the mayor of the town.', 'body', 1],
    ]);
    expect(codes(edition)).toEqual(['body-ends-open']);
    expect(codes(mended(edition, 'body-ends-open'))).toEqual([]);
  });
  test('a start in mid-sentence', () => {
    expect(codes(body('and was opened again on Sunday by the mayor of the town.'))).toEqual(['body-starts-open']);
    expect(codes(body('eBooks are lent for three weeks in the new library.'))).toEqual([]);
  });
  test('a jump line takes the sentence to another page', () => {
    const edition = paper(
      [
        ...PAIR.slice(0, 1),
        ['The bridge over the mill brook was opened', 'body', 1],
        ['Continued on page 2', 'jump-to', 1],
      ],
      [
        ['Continued from page 1', 'jump-from', 1],
        ['again on Sunday by the mayor.', 'body', 1],
      ],
    );
    expect(codes(run(edition, call('fragment.continues', { ids: ['f5'], continues: true })))).toEqual([]);
  });
});

describe('order', () => {
  const three = paper([
    ['Bridge opens over the brook', 'headline', 1],
    ['The bridge was opened on Sunday.', 'body', 1],
    ['It took three years to build it.', 'body', 1],
    ['The old one will be taken down.', 'body', 1],
  ]);
  const swapped = run(three, call('article.add', { ids: ['f2'], article: 'a1', after: 'f3' }));
  test('jumps back, and is put right', () => {
    expect(codes(three)).toEqual([]);
    expect(codes(swapped)).toEqual(['order-back']);
    expect(codes(mended(swapped, 'order-back'))).toEqual([]);
  });
  test('the top of the next column is further on', () => {
    const [, second] = Object.values(three.pages)[0]?.columns ?? [];
    const page = Object.keys(three.pages)[0] ?? '';
    const flowed = run(three, call('fragment.place', { ids: ['f4'], page, column: second?.id ?? '', after: null }));
    expect(codes(flowed)).toEqual([]);
  });
});

describe('jumps', () => {
  const linked = paper(
    [...PAIR, ['Continued on page 2', 'jump-to', 1]],
    [
      ['Continued from page 1', 'jump-from', 1],
      ['The old one will be taken down.', 'body', 1],
    ],
  );
  const jumpTo = (page: string | null): Edition => run(linked, call('fragment.jump', { id: 'f3', page }));
  test('both ends agree', () => {
    expect(codes(linked)).toEqual([]);
  });
  test('out of the edition, without a number, said at one end', () => {
    expect(codes(jumpTo('9'))).toContain('jump-pending');
    expect(codes(jumpTo(null))).toEqual(['jump-number-lost']);
    expect(codes(mended(jumpTo(null), 'jump-number-lost'))).toEqual([]);
    expect(codes(run(linked, call('fragment.discard', { ids: ['f4'], reason: 'noise' })))).toEqual(['jump-one-way']);
  });
  test('two halves that point at each other are linked by a key', () => {
    const apart = run(linked, call('continuation.unlink', { id: 'f3' }));
    expect(codes(apart)).toContain('jump-no-target');
    expect(codes(mended(apart, 'jump-no-target'))).toEqual([]);
  });
  test('a circle is an error', () => {
    const circle = run(
      linked,
      call('fragment.role', { ids: ['f4'], role: 'jump-to' }),
      call('fragment.jump', { id: 'f4', page: '1' }),
    );
    expect(find(circle, 'jump-loop')).toMatchObject({ level: 'error' });
  });
  test('a jump line amid the text', () => {
    const amid = run(linked, call('article.add', { ids: ['f3'], article: 'a1', after: 'f1' }));
    expect(codes(amid)).toEqual(['jump-place']);
    expect(codes(mended(amid, 'jump-place'))).toEqual([]);
  });
});

describe('characters', () => {
  test.each([
    ['unknown-glyph', `${BODY} \ue123`],
    ['doubled-glyph', 'Tthhee bbrriiddggee over the mill brook was opened on Sunday.'],
    ['doubled-glyph', '新新建建河河堤堤今天合龙，两岸居民前来观看。'],
    ['letter-spacing', '今年 新 建 的 河 堤 已经合龙，两岸居民前来观看。'],
    ['letter-spacing', 'The b r i d g e over the mill brook was opened on Sunday.'],
    ['mixed-scripts', 'The b\u0440idge over the mill brook was opened on Sunday.'],
    ['odd-digits', 'The bridge over the mill brook was built in l924 by the town.'],
    ['odd-digits', '今天是2O24年3月，河堤合龙，两岸居民前来观看。'],
    ['odd-digits', '二O二四年三月，河堤合龙，两岸居民前来观看。'],
    ['odd-digits', 'The br1dge over the mill brook was opened on Sunday.'],
  ])('%s: %s', (code, text) => {
    expect(codes(body(text))).toEqual([code]);
  });
  test.each([
    'He lives in flat B2B and drinks H2O, 5l a day, from a CO2 bottle of 1l on the A4.',
    '村民们高高兴兴、热热闹闹地来到河边，观看2024年的合龙仪式。',
    'The bookkeeper of the committee agrees: I saw a boat on the brook.',
    '记者 周山 通讯员 陈河今天在河边看到，施工队已经撤场。',
    'Die Straße heißt „Маяк“ nach dem russischen Wort für Leuchtturm.',
    '二〇二四年三月，河堤合龙，两岸居民前来观看。',
  ])('is right: %s', (text) => {
    expect(codes(body(text))).toEqual([]);
  });
  test('are mended together, and the finding is another once the passage is', () => {
    const edition = body('The bridge was built in l924 and opened again in 2O24 by the mayor.');
    const now = mended(edition, 'odd-digits');
    expect(codes(now)).toEqual([]);
    expect(Object.values(now.fragments['s1'] ?? {})[1]?.corrected).toContain('1924 and opened again in 2024');
  });
});

describe('roles', () => {
  test('a head as long as a paragraph, a jump line as body, a folio amid the text', () => {
    const long = `${BODY} It took three years to build, and it is free for all who walk over it on a Sunday.`;
    const edition = body(long, 'headline');
    expect(find(edition, 'role-length')?.mend?.calls[0]).toMatchObject({ args: { ids: ['f2'], role: 'body' } });
    expect(codes(body('（下转第二版）'))).toContain('role-text');
    expect(codes(paper([...PAIR, ['1', 'folio'], ['The old one goes in May.', 'body', 1]]))).toEqual(['folio-place']);
  });
  test('a long headline is a headline', () => {
    expect(
      codes(
        paper([
          ['摸清家底 补齐短板 为修堤筑坝出力 全市水利工程今年提前完工并向市民开放', 'headline', 1],
          ['河堤合龙，两岸居民前来观看。', 'body', 1],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('text that stands twice', () => {
  const twice = 'It took three years to build, and it is free for all who walk over it on a Sunday.';
  test('a caption that repeats its article is worth a note, another article’s or a caption’s text a warning', () => {
    const level = (first: RoleId, article = 1): string | undefined =>
      find(paper([...PAIR, [`${twice} So it is.`, first, 1], [twice, 'caption', article]]), 'duplicate-text')?.level;
    expect(level('body')).toBe('note');
    expect(level('caption')).toBe('warning');
    expect(level('body', 2)).toBe('warning');
  });
  test('in two fragments, in one, over pages', () => {
    expect(codes(paper([...PAIR, [twice, 'body', 1], [`${twice} So it is.`, 'body', 1]]))).toEqual(['duplicate-text']);
    expect(codes(body(`${twice} ${twice}`))).toEqual(['duplicate-text']);
    expect(
      find(
        paper(
          [...PAIR],
          [
            ['Market moves to the river', 'headline', 2],
            [BODY, 'body', 2],
          ],
        ),
        'duplicate-text',
      ),
    ).toMatchObject({
      fragmentId: 'f4',
      mend: { label: { code: 'mend.discard-duplicate' } },
    });
  });
});

describe('pages', () => {
  test('a page without its folio, where the others have one; a folio that says another number', () => {
    const edition = paper(
      [['1', 'folio'], ...PAIR],
      [
        ['3', 'folio'],
        ['Market moves to the river', 'headline', 2],
        ['The market moves on Monday.', 'body', 2],
      ],
    );
    expect(codes(edition)).toEqual(['folio-label']);
    expect(codes(mended(edition, 'folio-label'))).toEqual([]);
    expect(codes(run(edition, call('fragment.discard', { ids: ['f4'], reason: 'furniture' })))).toEqual([
      'folio-label',
    ]);
    expect(codes(run(edition, call('fragment.role', { ids: ['f4'], role: 'section' })))).toEqual(['no-folio']);
  });
});

describe('what nobody has begun to work on waits', () => {
  const spaced = 'The b r i d g e over the mill brook was built in l924 by the town.';
  test('in the tray as it was read it is one finding, whatever is wrong with it', () => {
    const edition = editionOf([spaced, spaced]);
    expect(runChecks(edition)).toMatchObject([{ code: 'unplaced', level: 'note', message: { params: { n: 2 } } }]);
  });
  test('a role, a correction, a place, and its letters are looked at', () => {
    const edition = editionOf([spaced, BODY]);
    expect(codes(run(edition, call('fragment.role', { ids: ['f1'], role: 'body' })))).toContain('letter-spacing');
    expect(codes(run(edition, call('fragment.correct', { texts: [{ id: 'f1', text: `${spaced} So.` }] })))).toContain(
      'odd-digits',
    );
    const [page] = Object.values(edition.pages);
    const place = { ids: ['f1'], page: page?.id ?? '', column: page?.columns[0]?.id ?? '', after: null };
    expect(codes(run(edition, call('fragment.place', place)))).toContain('letter-spacing');
  });
  test('an article is judged once something of it stands on a page', () => {
    const edition = run(editionOf([BODY, 'It is free.']), call('article.make', { ids: ['f1', 'f2'] }));
    expect(codes(edition)).not.toContain('no-headline');
    const [page] = Object.values(edition.pages);
    const place = { ids: ['f1'], page: page?.id ?? '', column: page?.columns[0]?.id ?? '', after: null };
    expect(codes(run(edition, call('fragment.place', place)))).toContain('no-headline');
  });
});

describe('a note, not a warning', () => {
  test('a sign that is printed by itself; a fragment without any is none', () => {
    expect(find(paper([...PAIR, ['»', 'body', 1]]), 'empty-fragment')).toMatchObject({ level: 'note' });
  });
  test('a page that came alone has jumps to pages that did not', () => {
    const alone = paper([...PAIR, ['Continued on page 7', 'jump-to', 1]]);
    expect(find(alone, 'jump-pending')).toMatchObject({ level: 'note' });
    const two = paper([...PAIR, ['Continued on page 7', 'jump-to', 1]], [['Market moves', 'headline']]);
    expect(find(two, 'jump-pending')).toMatchObject({ level: 'warning' });
  });
  test('a folio that counts otherwise, where jump lines call the page as we do', () => {
    const edition = paper(
      [['21', 'folio'], ...PAIR, ['Continued on page 2', 'jump-to', 1]],
      [
        ['2', 'folio'],
        ['Continued from page 1', 'jump-from', 1],
        ['The old one will be taken down.', 'body', 1],
      ],
    );
    const finding = find(edition, 'folio-label');
    expect(finding?.level).toBe('note');
    expect(finding?.mend).toBeUndefined();
  });
});

test('a name in capitals after the last sentence ends it rightly', () => {
  expect(codes(body(`${BODY} ANNA LEE HARBOUR`))).toEqual([]);
  expect(codes(body('The bridge over the mill brook was opened by ANNA LEE'))).toEqual(['body-ends-open']);
});

describe('mutes and profiles', () => {
  const edition = body('The bridge over the mill brook was opened again on');
  const key = find(edition, 'body-ends-open')?.key ?? '';
  const change = (...calls: readonly Call[]): Edition => run(edition, ...calls);
  test('a muted finding is not heard of, and stays in the report with its reason', () => {
    const muted = change(call('finding.mute', { keys: [key], reason: 'as-printed' }));
    expect(codes(muted)).toEqual([]);
    expect(checkEdition(muted).findings).toMatchObject([{ key, muted: { reason: 'as-printed' } }]);
    expect(codes(run(muted, call('finding.unmute', { keys: [key] })))).toEqual(['body-ends-open']);
  });
  test('a profile makes a check louder, or silent', () => {
    const levels = (level: 'error' | 'off') =>
      call('edition.checks', { profile: { levels: { 'body-ends-open': level } } });
    expect(runChecks(change(levels('error')))).toMatchObject([{ level: 'error' }]);
    expect(codes(change(levels('off')))).toEqual([]);
  });
});

describe('words of another article', () => {
  const stage = 'The puppet theatre opens its wooden stage on Friday with marionettes, masks and a lantern play.';
  const paragraph =
    'Marionettes and masks fill the puppet theatre, and the lantern play begins on its wooden stage at dusk.';
  const reservoir = [
    'Divers looked at the reservoir dam, its sluice gates and the spillway below the pumping station.',
    'The dam and the sluice gates of the reservoir were last dredged before the pumping station was built.',
    'Water from the spillway will be held back while the sluice gates and the dam are dredged.',
  ];
  const page = (...water: string[]): Edition =>
    paper([
      ['Reservoir to be dredged', 'headline', 1],
      ...water.map((text): Part => [text, 'body', 1]),
      ['Puppet theatre opens', 'headline', 2],
      [stage, 'body', 2],
      ['Every marionette of the puppet theatre was carved for the lantern play, and so were the masks.', 'body', 2],
    ]);

  test('a paragraph that speaks of what another article speaks of', () => {
    expect(find(page(...reservoir, paragraph), 'paragraph-far')?.fragmentId).toBe('f5');
    expect(codes(page(...reservoir))).not.toContain('paragraph-far');
  });
  test('a report may open with anything, under its head and nowhere else', () => {
    const opening = `RIVERSIDE (Valley News) — ${paragraph}`;
    expect(find(page(opening, ...reservoir), 'paragraph-far')).toBeUndefined();
    expect(find(page(paragraph, ...reservoir), 'paragraph-far')?.fragmentId).toBe('f2');
    expect(find(page(...reservoir, opening), 'paragraph-far')?.fragmentId).toBe('f5');
  });
});
