/** A small invented edition of two pages: an article that goes on over the page, one beside it, a picture, an advertisement. */
import type { Edition, Fragment, Page, Source } from '../model/edition.ts';
import { newEdition } from '../model/new-edition.ts';
import type { RoleId } from '../model/role.ts';
import { equalColumns } from '../model/sheet.ts';
import { call, transact } from '../transact.ts';

interface Part {
  readonly text: string;
  readonly role: RoleId;
  readonly article?: number;
  readonly column?: number;
  readonly span?: number;
  readonly continues?: true;
  readonly corrected?: string;
  readonly left?: 'unplaced' | 'noise';
}

const PAGES: readonly (readonly Part[])[] = [
  [
    { text: '河岸晚报', role: 'masthead', span: 3 },
    { text: '2024年3月21日 第1版', role: 'folio', span: 3 },
    { text: '新图书馆下月开放', role: 'headline', article: 1, span: 2 },
    { text: '藏书二十万册 周末延长开放', role: 'subhead', article: 1, span: 2 },
    { text: '本报记者 方舟', role: 'byline', article: 1 },
    { text: '位于河岸路的新图书馆将于下月\n对市民开放。馆内设有儿童阅览\n室和自习', role: 'body', article: 1 },
    { text: '区，座位六百个。', role: 'body', article: 1, column: 1, continues: true },
    { text: '图书馆外景。', role: 'caption', article: 1, column: 1 },
    { text: '馆方表示，开放首周每天举办讲座，居民可以在\n线预约，', role: 'body', article: 1, column: 1 },
    { text: '（下转第2版）', role: 'jump-to', article: 1, column: 1 },
    { text: 'River ferry resumes', role: 'headline', article: 2, column: 2 },
    {
      text: 'The ferry runs again from Mon-\nday. Tickets cost 3 & up.',
      role: 'body',
      article: 2,
      column: 2,
      corrected: 'The ferry runs again from Monday. Tickets cost 3 & up.\nChildren ride free.',
    },
    { text: 'Fresh bread daily', role: 'ad', column: 2 },
    { text: '~ , . ~', role: 'unknown', left: 'noise' },
  ],
  [
    { text: '（上接第1版）', role: 'jump-from', article: 1 },
    { text: '新图书馆开放', role: 'jump-head', article: 1 },
    { text: '每人每天限约一场。', role: 'body', article: 1, continues: true },
    { text: '交通指南', role: 'crosshead', article: 1 },
    { text: '乘公交12路可达。', role: 'body', article: 1 },
    { text: '尚未安排的一段。', role: 'body', left: 'unplaced' },
  ],
];

/** `boxed`: its sources know where their lines stand. */
export function sampleEdition(boxed = false): Edition {
  const sources: Source[] = [];
  const fragments: Fragment[] = [];
  const pages: Page[] = [];
  PAGES.forEach((parts, p) => {
    const width = boxed ? 2400 : 780;
    const height = boxed ? 3400 : 1106;
    const columns = equalColumns(3, width);
    let text = '';
    const lines: Source['lines'][number][] = [];
    parts.forEach((part, i) => {
      const at = text.length;
      text += `${part.text}\n\n`;
      let start = at;
      for (const line of part.text.split('\n')) {
        const y = 100 + lines.length * 60;
        const x = columns[part.column ?? 0]?.x ?? 0;
        lines.push({
          start,
          end: start + line.length,
          ...(boxed
            ? { ref: `line${p}-${lines.length}`, box: [x, y, line.length * 30, 44] as const, confidence: 0.9 }
            : {}),
        });
        start += line.length + 1;
      }
      fragments.push({
        id: `f${p + 1}${String(i).padStart(2, '0')}`,
        sourceId: `s${p + 1}`,
        spans: [[at, at + part.text.length]],
        role: part.role,
        placement:
          part.left === 'unplaced'
            ? { at: 'unplaced' }
            : part.left
              ? { at: 'discarded', reason: 'noise' }
              : {
                  at: 'page',
                  page: `p${p + 1}`,
                  column: columns[part.column ?? 0]?.id ?? 'c1',
                  span: part.span ?? 1,
                  order: `a${String.fromCharCode(65 + i)}`,
                },
        ...(part.article ? { article: { id: `a${part.article}`, order: `b${p}${String.fromCharCode(65 + i)}` } } : {}),
        ...(part.continues ? { continues: true as const } : {}),
        ...(part.corrected !== undefined ? { corrected: part.corrected } : {}),
        ...(part.role === 'jump-to' ? { jump: { direction: 'to' as const, page: '2' } } : {}),
        ...(part.role === 'jump-from' ? { jump: { direction: 'from' as const, page: '1' } } : {}),
      });
    });
    const size = boxed ? { width, height, unit: 'px', image: `page-${p + 1}.jpg` } : {};
    sources.push({
      id: `s${p + 1}`,
      name: `page-${p + 1}.txt`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      sha256: '00',
      text,
      lines,
      ...size,
    });
    pages.push({ id: `p${p + 1}`, label: String(p + 1), order: `a${p}`, width, height, columns });
  });
  const articles = [1, 2].map((n) => ({
    id: `a${n}`,
    order: `a${n}`,
    kind: 'article' as const,
    review: { state: 'open' as const },
  }));
  const outcome = transact(newEdition('e1'), [
    call('edition.import', { sources, fragments, pages, articles }),
    call('edition.describe', { title: '河岸晚报', date: '2024-03-21', language: 'zh-Hans' }),
  ]);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}
