/** Arguments by chance for the commands that cut sources anew. */
import type { Edition, Span } from '../model/edition.ts';
import { fragmentsOf, sourceOf } from '../model/selectors.ts';
import { textLines } from '../formats/text/read.ts';
import { cutSource } from '../reconstruct/cut-source.ts';
import { replacementOf } from '../replace/replacement.ts';
import type { Draw } from './draw.test-support.ts';
import type { ArgsOf } from './index.ts';

/** A source read anew, with some text put in, left out or turned round; now and then with a fragment missing. */
export function replaceArgs(edition: Edition, d: Draw, put: string): ArgsOf<'source.replace'> {
  const source = edition.sources[d.of(Object.keys(edition.sources), '')];
  const before = source ?? { id: '__proto__', name: '', mediaType: '', encoding: '', sha256: '', text: '', lines: [] };
  if (!source) return { source: before, kept: [], fresh: [] };
  const chars = Array.from(source.text);
  chars.splice(d.number(chars.length), d.number(30), ...Array.from(put));
  if (d.number(4) === 0) chars.reverse();
  const text = chars.join('');
  const fresh = { ...source, text, lines: textLines(text) };
  const { args } = replacementOf(edition, source.id, { source: fresh, pieces: cutSource(fresh) });
  return d.number(6) ? args : { ...args, kept: args.kept.slice(1) };
}

/** Two neighbours of one source cut anew, in the middle, at their bound, or wrongly. */
export function recutArgs(edition: Edition, d: Draw, id: string): ArgsOf<'fragment.recut'> {
  const fragment = fragmentsOf(edition).find((f) => f.id === id);
  if (!fragment) return { ids: [id], pieces: [] };
  const [start, end] = fragment.spans[0] ?? [0, 0];
  const at = d.size(start, end);
  const rest: readonly Span[] = fragment.spans.slice(1);
  const length = sourceOf(edition, fragment).text.length;
  return {
    ids: [id],
    pieces: d.of<readonly (readonly Span[])[]>(
      [
        [[[start, at]], [[at, end], ...rest]],
        [fragment.spans],
        [[[start, end], ...rest, [at, at]]],
        [
          [
            [start, at],
            [start, at],
          ],
          [[at, end], ...rest],
        ],
        [[[start, end + length], ...rest]],
        [],
      ],
      [],
    ),
  };
}
