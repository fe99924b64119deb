/** A small sheet for the tests: five columns, and what is asked for on them. */
import { equalColumns, newEdition, pageLayout, type Fragment, type PageLayout, type RoleId } from '../core/index.ts';

export interface SamplePiece {
  readonly text: string;
  readonly column: number;
  readonly span?: number;
  readonly role?: RoleId;
  readonly article?: string;
}

/** Fragments f1, f2, … in the order given. */
export function sampleLayout(pieces: readonly SamplePiece[]): PageLayout {
  const fragments: Record<string, Fragment> = {};
  let start = 0;
  pieces.forEach(({ text, column, span = 1, role = 'body', article }, i) => {
    const order = `a${String.fromCharCode(65 + i)}`;
    fragments[`f${i + 1}`] = {
      id: `f${i + 1}`,
      sourceId: 's1',
      spans: [[start, start + text.length]],
      role,
      placement: { at: 'page', page: 'p1', column: `c${column}`, span, order },
      ...(article ? { article: { id: article, order } } : {}),
    };
    start += text.length + 1;
  });
  const text = pieces.map((piece) => piece.text).join('\n');
  const source = { id: 's1', name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8', sha256: '', text, lines: [] };
  const page = { id: 'p1', label: '1', order: 'a0', width: 780, height: 1106, columns: equalColumns(5) };
  return pageLayout(
    { ...newEdition('e1'), sources: { s1: source }, fragments: { s1: fragments }, pages: { p1: page } },
    'p1',
  );
}

/** An article over three columns below its head, a stray paragraph of it in the last column, and another paragraph above that. */
export const sampleSheet = (): PageLayout =>
  sampleLayout([
    { text: '沿河步道下月开放', column: 1, span: 3, role: 'headline', article: 'a1' },
    { text: '本报讯 沿河步道将于下月开放，全长六公里，设有三处驿站。', column: 1, article: 'a1' },
    { text: '步道两侧种植了本地树种，夜间照明已经调试完毕。', column: 2, article: 'a1' },
    { text: '市民可以从东门和西门进入，骑行者请走专用车道。', column: 3, article: 'a1' },
    { text: '老城区的供水管线已经全部更换。', column: 5, article: 'a2' },
    { text: '驿站提供饮水和充电。', column: 5, article: 'a1' },
  ]);
