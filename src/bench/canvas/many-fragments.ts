/** A sheet of as many paragraphs as are asked for, 110 characters long on average as a real front page's are: the same at every run. */
import type { Size } from '../../editor/camera.ts';
import type { Camera } from '../../editor/scene.ts';
import { newEdition, pageLayout, type Edition, type Fragment, type PageLayout } from '../../core/index.ts';

const COLUMN = 110;
const GUTTER = 14;
const MARGIN = 36;
const PHRASES = [
  '本市昨日公布了新的公交线路，',
  '沿河步道将于下月开放，',
  '市民可以在图书馆借阅地方志，',
  '今年秋收的面积比去年略有增加，',
  '老城区的供水管线已经全部更换。',
];

/** The whole sheet in the viewport, however far away that is. */
export function farCamera({ width, height }: PageLayout, view: Size): Camera {
  const zoom = Math.min(view.width / width, view.height / height) * 0.95;
  return { x: (view.width - width * zoom) / 2, y: (view.height - height * zoom) / 2, zoom };
}

export function manyFragments(n: number): PageLayout {
  const columns = Math.max(5, Math.round(Math.sqrt(n)));
  const texts = Array.from({ length: n }, (_, i) => {
    const phrases = i % 12 === 0 ? 1 : 3 + ((i * 5) % 11);
    return Array.from({ length: phrases }, (_, k) => PHRASES[(i * 3 + k * 2) % PHRASES.length] ?? '').join('');
  });
  const fragments: Record<string, Fragment> = {};
  const articles: Record<string, Edition['articles'][string]> = {};
  let start = 0;
  texts.forEach((text, i) => {
    const id = `f${i + 1}`;
    const article = `a${Math.floor(i / 12) + 1}`;
    articles[article] ??= {
      id: article,
      order: `a${String(i).padStart(6, '0')}V`,
      kind: 'article',
      review: { state: 'open' },
    };
    fragments[id] = {
      id,
      sourceId: 's1',
      spans: [[start, start + text.length]],
      role: i % 12 === 0 ? 'crosshead' : 'body',
      placement: {
        at: 'page',
        page: 'p1',
        column: `c${(i % columns) + 1}`,
        span: 1,
        order: `a${String(i).padStart(6, '0')}V`,
      },
      article: { id: article, order: `a${String(i).padStart(6, '0')}V` },
    };
    start += text.length + 1;
  });
  const edition: Edition = {
    ...newEdition('bench'),
    sources: {
      s1: {
        id: 's1',
        name: 'bench.txt',
        mediaType: 'text/plain',
        encoding: 'utf-8',
        sha256: '',
        text: texts.join('\n'),
        lines: [],
      },
    },
    fragments: { s1: fragments },
    articles,
    pages: {
      p1: {
        id: 'p1',
        label: '1',
        order: 'a0',
        // Body size follows the sheet's width: the default sheet's is kept, and the columns run on past it.
        width: 780,
        height: 1106,
        columns: Array.from({ length: columns }, (_, i) => ({
          id: `c${i + 1}`,
          x: MARGIN + i * (COLUMN + GUTTER),
          width: COLUMN,
        })),
      },
    },
  };
  return { ...pageLayout(edition, 'p1'), width: 2 * MARGIN + columns * (COLUMN + GUTTER) - GUTTER };
}
