/** Every cell of the press's table of jump lines, with every kind of label that its papers print, and with the number lost. */
import { describe, expect, it } from 'vitest';
import { parseJumpLine, readsOn } from './jump-lines.ts';

type Label = readonly [printed: string, meant: string];

const HAN: readonly Label[] = [
  ['2', '2'],
  ['02', '2'],
  ['２', '2'],
  ['12', '12'],
  ['二', '2'],
  ['十', '10'],
  ['十二', '12'],
  ['二十', '20'],
  ['A3', 'A3'],
  ['Ａ０３', 'A3'],
  ['B02', 'B2'],
  ['4A', '4A'],
];
const WESTERN: readonly Label[] = [
  ['2', '2'],
  ['12', '12'],
  ['A3', 'A3'],
  ['B02', 'B2'],
  ['4A', '4A'],
];
const EASTERN: readonly Label[] = [...WESTERN, ['２', '2'], ['Ａ３', 'A3']];

interface Cell {
  readonly language: string;
  readonly kind: 'to' | 'from' | 'pointer';
  readonly labels: readonly Label[];
  /** `#`: the label. */
  readonly lines: readonly string[];
}

const cell = (language: string, kind: Cell['kind'], labels: readonly Label[], lines: string): Cell => ({
  language,
  kind,
  labels,
  lines: lines.split(' | '),
});

const TABLE: readonly Cell[] = [
  cell(
    'zh-Hans',
    'to',
    HAN,
    '（下转第#版） | 下转#版 | 下 转 第 # 版 | 【下转第#版】 | （文转第#版） | （转第#版） | 〔转#版〕 | （下转#版',
  ),
  cell(
    'zh-Hans',
    'from',
    HAN,
    '（上接第#版） | 上接第#版 | （紧接第#版） | （承接第#版） | （接第#版） | 【接#版】 | （上接#版',
  ),
  cell(
    'zh-Hans',
    'pointer',
    HAN,
    '▶#版 | →第#版 | ☞#版 | （详见第#版） | 详见#版 | （参见#版） | （见#版） | 相关报道见#版 | 报道见第#版',
  ),
  cell('zh-Hant', 'to', HAN, '（下轉第#版） | 下轉#版 | 文轉#版 | 續見#版 | 轉第#版'),
  cell('zh-Hant', 'from', HAN, '（上接第#版） | 上接#版 | 緊接#版 | 緊接第#版'),
  cell('zh-Hant', 'pointer', HAN, '詳見#版 | （詳見#） | 相關新聞見#版 | 刊#版'),
  cell(
    'en',
    'to',
    WESTERN,
    "Continued on Page # | CONTINUED ON PAGE # | Continued on # | Cont'd on p. # | Cont. on p. # | See BUDGET, Page # | See BUDGET on # | Please see BUDGET, # | Turn to Page # | Story continues on # | Jump to #",
  ),
  cell(
    'en',
    'from',
    WESTERN,
    'From Page # | BUDGET From Page # | BUDGET, From Page # | Continued from Page # | Cont. from p. #',
  ),
  cell('en', 'pointer', WESTERN, 'More on # | Story, # | Inside: #'),
  cell(
    'de',
    'to',
    WESTERN,
    'Fortsetzung auf Seite # | Fortsetzung Seite # | Fortsetzung auf S. # | Weiter auf Seite # | Schluß auf Seite # | Schluss auf Seite # | Lesen Sie weiter auf Seite #',
  ),
  cell('de', 'from', WESTERN, 'Fortsetzung von Seite # | Schluß von Seite #'),
  cell('de', 'pointer', WESTERN, 'Siehe Seite # | Bericht Seite # | Kommentar Seite # | ► Seite #'),
  cell(
    'fr',
    'to',
    WESTERN,
    'Lire la suite en page # | Lire la suite page # | Suite page # | Suite p. # | La suite page #',
  ),
  cell('fr', 'from', WESTERN, 'Suite de la page #'),
  cell('fr', 'pointer', WESTERN, 'Lire page # | Voir page # | Nos informations page #'),
  cell('es', 'to', WESTERN, 'Pasa a la página # | Pasa a página # | Continúa en la pág. # | Sigue en la página #'),
  cell('es', 'from', WESTERN, 'Viene de la página # | Viene de página # | Viene de la pág. #'),
  cell('es', 'pointer', WESTERN, 'Ver página # | Más información en la pág. #'),
  cell('it', 'to', WESTERN, 'Continua a pagina # | Segue a pagina #'),
  cell('it', 'from', WESTERN, 'Segue dalla pagina # | Dalla pagina #'),
  cell('it', 'pointer', WESTERN, 'A pagina #'),
  cell('pt', 'to', WESTERN, 'Continua na página #'),
  cell('pt', 'from', WESTERN, 'Continuação da página #'),
  cell('pt', 'pointer', WESTERN, 'Veja na página #'),
  cell('ja', 'to', EASTERN, '#面に続く | #面につづく | 続きは#面 | （#面に続く）'),
  cell('ja', 'from', EASTERN, '#面から続く | #面からの続き | #面より続く'),
  cell('ja', 'pointer', EASTERN, '関連記事#面 | 解説#面 | #面に関連記事'),
  cell('ko', 'to', EASTERN, '#면에 계속 | #면으로 이어짐'),
  cell('ko', 'from', EASTERN, '#면에서 계속 | #면에서 이어짐'),
  cell('ko', 'pointer', EASTERN, '관련기사 #면'),
];

describe.each(TABLE)('$language, $kind', ({ kind, labels, lines }) => {
  it.each(lines.flatMap((line) => labels.map((label) => [line.replace('#', label[0]), label[1]] as const)))(
    '%s',
    (line, page) => {
      const found = parseJumpLine(line);
      expect([found?.kind, found?.pages[0], found?.at]).toEqual([kind, page, 'whole']);
      // a pointer stays one unless the text before it breaks off, and then only an arrow, 见 or a bare page
      expect(found && readsOn(found, '河堤修复工程昨日开工。')).toBe(kind === 'to');
    },
  );
});

/** Words for pages, in the languages that print them. */
it.each([
  ['Continued on third page', 'to', '3'],
  ['Continued on Page Three', 'to', '3'],
  ['From Page One', 'from', '1'],
  ['Continued from Page One', 'from', '1'],
  ['Fortsetzung auf der dritten Seite', 'to', '3'],
  ['Fortsetzung von der ersten Seite', 'from', '1'],
  ['Fortsetzung von der Titelseite', 'from', '1'],
  ['Suite de la une', 'from', '1'],
  ['Suite de la première page', 'from', '1'],
  ['Suite en deuxième page', 'to', '2'],
  ['Viene de portada', 'from', '1'],
  ['Viene de la primera', 'from', '1'],
  ['Viene de primera página', 'from', '1'],
  ['Segue dalla prima', 'from', '1'],
  ['Segue dalla prima pagina', 'from', '1'],
  ['Continua in terza pagina', 'to', '3'],
  ['Continuação da primeira página', 'from', '1'],
])('%s', (line, kind, page) => {
  const found = parseJumpLine(line);
  expect([found?.kind, found?.pages[0]]).toEqual([kind, page]);
});

/** The number is lost, the direction is not. */
it.each([
  ['（下转第版）', 'to'],
  ['（下转第 版）', 'to'],
  ['（下转第　　版）', 'to'],
  ['（下转 版）', 'to'],
  ['（下转第…版）', 'to'],
  ['下轉第 版', 'to'],
  ['（上接第版）', 'from'],
  ['（上接第 版）', 'from'],
  ['（紧接第 版）', 'from'],
  ['緊接第 版', 'from'],
  ['Continued on Page', 'to'],
  ['Continued on Page __', 'to'],
  ["Cont'd on p.", 'to'],
  ['Continued from Page', 'from'],
  ['Fortsetzung auf Seite', 'to'],
  ['Fortsetzung von Seite', 'from'],
  ['Suite page', 'to'],
  ['Suite de la page', 'from'],
  ['Continúa en la pág.', 'to'],
  ['Viene de la página', 'from'],
  ['Continua a pagina', 'to'],
  ['Segue dalla pagina', 'from'],
  ['Continua na página', 'to'],
  ['Continuação da página', 'from'],
])('%s has lost its number', (line, kind) => {
  const found = parseJumpLine(line);
  expect([found?.kind, found?.pages]).toEqual([kind, []]);
});

it.each([
  ['（下转2、3版）', ['2', '3']],
  ['（下转第二、三版）', ['2', '3']],
  ['（下转2-4版）', ['2', '3', '4']],
  ['Continued on Pages 2 and 3', ['2', '3']],
  ['Lire pages 2 et 3', ['2', '3']],
])('%s names several pages', (line, pages) => expect(parseJumpLine(line)?.pages).toEqual(pages));
