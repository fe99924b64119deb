/** Every wording of the nine languages once, as papers print it. */
import { expect, it } from 'vitest';
import { parseJumpLine } from './jump-lines.ts';

it.each([
  // zh-Hans
  ['（下转第二版）', 'to', '2'],
  ['（文转第2版）', 'to', '2'],
  ['（转第2版）', 'to', '2'],
  ['下转A3版', 'to', 'A3'],
  ['（上接第一版）', 'from', '1'],
  ['（紧接第1版）', 'from', '1'],
  ['（承接第1版）', 'from', '1'],
  ['（接1版）', 'from', '1'],
  ['▶22版版', 'pointer', '2'],
  ['（详见第3版）', 'pointer', '3'],
  ['（参见3版）', 'pointer', '3'],
  ['相关报道见4版', 'pointer', '4'],
  // zh-Hant
  ['（下轉第二版）', 'to', '2'],
  ['轉A3版', 'to', 'A3'],
  ['續見A4版', 'to', 'A4'],
  ['上接第一版', 'from', '1'],
  ['緊接A1版', 'from', 'A1'],
  ['（詳見A4）', 'pointer', 'A4'],
  ['相關新聞見A2版', 'pointer', 'A2'],
  ['刊A6版', 'pointer', 'A6'],
  // English
  ['Continued on Page 2', 'to', '2'],
  ['Continued on 2', 'to', '2'],
  ["Cont'd on p. 4", 'to', '4'],
  ['Cont. on p. 4', 'to', '4'],
  ['See BUDGET, Page 4', 'to', '4'],
  ['See BUDGET on 4', 'to', '4'],
  ['Please see BUDGET, 4', 'to', '4'],
  ['Turn to Page 5', 'to', '5'],
  ['Story continues on 5', 'to', '5'],
  ['Jump to 5', 'to', '5'],
  ['Continued on third page', 'to', '3'],
  ['From Page 1', 'from', '1'],
  ['BUDGET From Page 1', 'from', '1'],
  ['Continued from Page One', 'from', '1'],
  ['From Page One', 'from', '1'],
  ['More on 3', 'pointer', '3'],
  ['Story, 3', 'pointer', '3'],
  ['Inside: 3', 'pointer', '3'],
  // German
  ['Fortsetzung auf Seite 3', 'to', '3'],
  ['Fortsetzung S. 3', 'to', '3'],
  ['Weiter auf Seite 3', 'to', '3'],
  ['Schluß auf Seite 3', 'to', '3'],
  ['Lesen Sie weiter auf Seite 3', 'to', '3'],
  ['Fortsetzung von Seite 1', 'from', '1'],
  ['Schluss von Seite 1', 'from', '1'],
  ['Siehe Seite 3', 'pointer', '3'],
  ['Bericht Seite 3', 'pointer', '3'],
  ['Kommentar Seite 3', 'pointer', '3'],
  ['► Seite 3', 'pointer', '3'],
  // French
  ['Lire la suite en page 3', 'to', '3'],
  ['Suite en page 3', 'to', '3'],
  ['La suite page 3', 'to', '3'],
  ['Suite de la page 1', 'from', '1'],
  ['Suite de la une', 'from', '1'],
  ['Suite de la première page', 'from', '1'],
  ['Lire page 4', 'pointer', '4'],
  ['Lire pages 2 et 3', 'pointer', '2'],
  ['Voir page 4', 'pointer', '4'],
  ['Nos informations page 4', 'pointer', '4'],
  // Spanish
  ['Pasa a la página 4', 'to', '4'],
  ['Continúa en la pág. 4', 'to', '4'],
  ['Sigue en la página 4', 'to', '4'],
  ['Viene de la página 1', 'from', '1'],
  ['Viene de portada', 'from', '1'],
  ['Viene de la primera', 'from', '1'],
  ['Ver página 4', 'pointer', '4'],
  ['Más información en la pág. 4', 'pointer', '4'],
  // Italian
  ['Continua a pagina 4', 'to', '4'],
  ['Segue a pagina 4', 'to', '4'],
  ['Segue dalla prima pagina', 'from', '1'],
  ['Segue dalla prima', 'from', '1'],
  ['Dalla pagina 2', 'from', '2'],
  ['A pagina 4', 'pointer', '4'],
  // Portuguese
  ['Continua na página 4', 'to', '4'],
  ['Continuação da página 1', 'from', '1'],
  ['Veja na página 4', 'pointer', '4'],
  // Japanese
  ['3面に続く', 'to', '3'],
  ['3面につづく', 'to', '3'],
  ['続きは3面', 'to', '3'],
  ['1面から続く', 'from', '1'],
  ['1面からの続き', 'from', '1'],
  ['1面より続く', 'from', '1'],
  ['関連記事3面', 'pointer', '3'],
  ['3面に関連記事', 'pointer', '3'],
  ['解説3面', 'pointer', '3'],
  // Korean
  ['3면에 계속', 'to', '3'],
  ['3면으로 이어짐', 'to', '3'],
  ['1면에서 계속', 'from', '1'],
  ['1면에서 이어짐', 'from', '1'],
  ['관련기사 3면', 'pointer', '3'],
])('%s', (line, kind, page) => {
  const found = parseJumpLine(line);
  expect([found?.kind, found?.pages[0]]).toEqual([kind, page]);
});

it.each(['未完待续', 'To be continued', 'Fortsetzung folgt', 'À suivre', 'Continuará'])(
  '%s means the next issue',
  (line) => expect(parseJumpLine(line)?.kind).toBe('next-issue'),
);

it.each(['（下转第　版）', '（下转第 页）', 'Continued on page', 'Fortsetzung auf Seite'])(
  '%s has lost its number and is a jump all the same',
  (line) => {
    const found = parseJumpLine(line);
    expect([found?.kind, found?.pages]).toEqual(['to', []]);
  },
);
