/** Taking repairs back: whatever was repaired reads as before once it is reverted, and the source never changes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fragmentsOf, textOf } from '../model/selectors.ts';
import { REPAIRS } from '../repair/index.ts';
import { call } from '../transact.ts';
import { ask, editionOf, fragment, run } from './small-edition.test-support.ts';

const PARTS = [
  ...['河', '堤', '水坝', '，', '。', '（', '）', '“', '”', ' ', '  ', '\u3000', '12', '3.5%', 'PPT', '2121', '22版版'],
  ...['▶▶33版版', '开开设设劳劳动动', '谢谢', 'mill-', 'well-known', 'monu¬', 'Ge⸗', '\u00ad', 'The', 'county'],
  ...['\ue000', '\ufffd', '𠮷', 'é', '记者 ', '本 报 讯 （记 者 周 山）', 'C I T Y  H A L L'],
];
const lineOf = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))
  .filter((line) => line.trim() !== '');

it('every repair can be taken back, alone and after others', () => {
  fc.assert(
    fc.property(
      fc.array(lineOf, { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom('all' as const, ...REPAIRS.map(({ code }) => code)), { minLength: 1, maxLength: 3 }),
      (lines, repairs) => {
        const before = editionOf(lines);
        const ids = fragmentsOf(before).map(({ id }) => id);
        const texts = ids.map((id) => textOf(before, fragment(before, id)));
        let edition = before;
        for (const repair of repairs) {
          const one = call('fragment.repair', { ids, repair });
          if (ask(edition, one) === 'done') edition = run(edition, one);
        }
        expect(edition.sources).toEqual(before.sources);
        expect(fragmentsOf(edition).map(({ spans }) => spans)).toEqual(fragmentsOf(before).map(({ spans }) => spans));
        const back = run(edition, call('fragment.correct', { texts: ids.map((id) => ({ id, text: null })) }));
        expect(ids.map((id) => textOf(back, fragment(back, id)))).toEqual(texts);
      },
    ),
    { numRuns: 200, seed: 21 },
  );
});
