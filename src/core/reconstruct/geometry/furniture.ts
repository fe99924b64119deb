/** What is printed on every page and belongs to no article: running heads, page numbers, date lines, the title of the front page, the imprint. */
import type { LayoutLine } from './layout-line.ts';

export type FurnitureRole = 'folio' | 'masthead' | 'imprint';

const MONTH =
  'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|januar|jänner|februar|märz|april|juni|juli|august|september|oktober|october|november|dezember|december|january|february|march|may|june|july|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus';
const DAY =
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|dinstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda|terça|quarta|quinta|sexta';
const DATE = new RegExp(`(?<!\\p{L})(?:${MONTH}|${DAY})(?!\\p{L})`, 'iu');
const CHINESE_DATE = /[〇一二三四五六七八九十\d]+年[〇一二三四五六七八九十\d]+月|星期[一二三四五六日天]/u;
const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;
const ISSUE =
  /(?:^|[\s(])(?:n[o°º]|nr|num[ée]ro|no|vol|jahrgang|année|annee|an)[\s.]*\d|jahrgang|année|第\s*[\d〇一二三四五六七八九十]+\s*[期号號]/iu;
const PRICE =
  /(?:\d|cinq|dix|quinze|one|two|three)\s*(?:centimes|cents?|pence|pfennig|pfg|kreuzer|kr|rappen|cts)(?!\p{L})/iu;
const SERVICE =
  /t[ée]l[ée]ph|abonn|abonnement|subscri|annonces|r[ée]daction|administration|erscheint|para[iî]t|insertion|inserate|edition|[ée]dition|quotidien|centimes|preis|prix|price/iu;
/** Letters that a newspaper's title has at most. */
const LONGEST_TITLE = 40;
/** Up to five words that all begin with a capital, little ones aside, as in a name; or a few signs of Han. */
const NAME =
  /^\P{L}*(?:(?:\p{Lu}[\p{L}'’.-]*|de|des|du|der|die|das|von|und|et|la|le|of|the|and|y|e)\P{L}*){1,5}$|^\P{L}*\p{Script=Han}{2,10}\P{L}*$/u;
/** A page as newspapers name it: 4, A4, B-12. */
const PAGE_LABEL = /^[^\p{L}\d]*(?:[A-Z]{1,2}-?)?\d{1,4}[^\p{L}\d]*$/u;
const PAGE_NUMBER = /^[^\p{L}\d]*\d{1,4}[^\p{L}\d]*$/u;
const TITLE =
  /journal|zeitung|gazette|courrier|courier|tagblatt|anzeiger|blatt|herald|times|tribune|news|daily|weekly|post|diario|giornale|corriere|correo|日報|日报|晚報|晚报|時報|时报|新聞|新闻/iu;
const IMPRINT =
  /verantwortlich\p{L}*|redakt\p{L}*|(?<!\p{L})g[ée]rant(?!\p{L})|imprim(?:eur|erie)|druck(?:er|erei)?\s+(?:und|von|der)|verlag|herausgeber|printed (?:and|by)|published by|责任编辑|責任編輯|本版编辑|印刷/iu;

/** Names a day or a month. */
export const isDate = (text: string): boolean => DATE.test(text) || CHINESE_DATE.test(text);

/** A row of a page's top: how surely it says which paper, day, number and page this is. */
function folioPoints(lines: readonly LayoutLine[]): number {
  const text = lines.map((line) => line.text).join(' ');
  const letters = lines.reduce((sum, line) => sum + line.letters, 0);
  if (letters > 150) return 0;
  let points = lines.some((line) => PAGE_NUMBER.test(line.text)) ? 2 : 0;
  if (isDate(text)) points += 1;
  if (YEAR.test(text)) points += 1;
  if (ISSUE.test(text)) points += 1;
  if (PRICE.test(text)) points += 1;
  return points;
}

/** Lines, from top to bottom, as rows that stand at one height. */
function rowsOf(lines: readonly LayoutLine[]): LayoutLine[][] {
  const rows: LayoutLine[][] = [];
  let bottom = -Infinity;
  for (const line of [...lines].sort((a, b) => a.y0 - b.y0)) {
    const row = rows.at(-1);
    if (row && line.y0 < bottom - 0.4 * Math.min(line.y1 - line.y0, bottom - (row[0]?.y0 ?? 0))) row.push(line);
    else rows.push([line]);
    bottom = row === rows.at(-1) ? Math.max(bottom, line.y1) : line.y1;
  }
  return rows;
}

/** Roles of the page's furniture, by the line's index in the source. */
export function findFurniture(
  lines: readonly LayoutLine[],
  body: number,
  height: number,
): ReadonlyMap<number, FurnitureRole> {
  const found = new Map<number, FurnitureRole>();
  const top = lines.filter((line) => line.y0 < height * 0.25 && line.letters < 90);
  const rows = rowsOf(top);
  const first = rows[0]?.[0]?.y0 ?? 0;
  // Running head: the first row, where it is alone at its height.
  for (const row of rows.slice(0, 2)) {
    const y1 = Math.max(...row.map((line) => line.y1));
    const y0 = Math.min(...row.map((line) => line.y0));
    if (y0 - first > 2.5 * body || row.length > 4 || row.some((line) => line.y1 - line.y0 > 4 * body)) break;
    const textBeside = lines.some((line) => line.letters >= 90 && line.y0 < y1 && line.y1 > y0);
    if (folioPoints(row) >= 2 && !textBeside) for (const line of row) found.set(line.index, 'folio');
    else for (const line of row) if (PAGE_NUMBER.test(line.text) && y0 - first < body) found.set(line.index, 'folio');
  }
  markMasthead(lines, rows, body, height, found);
  markFoot(lines, body, found);
  const last = Math.max(...lines.map((line) => line.y1));
  for (const line of lines)
    if (line.y0 > last - 3 * body && line.letters < 110 && IMPRINT.test(line.text)) found.set(line.index, 'imprint');
  return found;
}

/** A page's label in the last row of the page, with white over it: by itself, or with the day or the paper's name. */
function markFoot(lines: readonly LayoutLine[], body: number, found: Map<number, FurnitureRole>): void {
  const lowest = Math.max(...lines.map((line) => line.y1));
  const row = rowsOf(lines.filter((line) => line.y0 > lowest - 4 * body)).at(-1);
  if (!row || row.length > 4 || !row.some((line) => PAGE_LABEL.test(line.text))) return;
  if (row.some((line) => line.letters > 60 || line.y1 - line.y0 > 2 * body)) return;
  const top = Math.min(...row.map((line) => line.y0));
  const above = Math.max(...lines.filter((line) => !row.includes(line)).map((line) => line.y1));
  const others = row.filter((line) => !PAGE_LABEL.test(line.text));
  const text = others.map((line) => line.text).join(' ');
  // A number by itself may be of a table or a list above.
  const alone = others.length === 0;
  if (alone && (row.length > 1 || YEAR.test(row[0]?.text ?? '') || top - above < 1.5 * body)) return;
  if (top - above < 0.8 * body || (others.length > 0 && !isDate(text) && !YEAR.test(text) && !TITLE.test(text))) return;
  for (const line of row) found.set(line.index, 'folio');
}

/** A title in letters far larger than any other, or one that names a newspaper across the page: it and all above it, with the date rows near it. */
function markMasthead(
  lines: readonly LayoutLine[],
  rows: readonly LayoutLine[][],
  body: number,
  height: number,
  found: Map<number, FurnitureRole>,
): void {
  const tall = (line: LayoutLine): number => line.y1 - line.y0;
  const right = Math.max(...lines.map((line) => line.x1));
  const left = Math.min(...lines.map((line) => line.x0));
  const top = rows.flat().filter((line) => /\p{L}{2}/u.test(line.text));
  const second = Math.max(body, ...lines.filter((line) => line.y0 > height * 0.25 && line.letters > 3).map(tall));
  const title = top.find(
    (line) =>
      line.x1 - line.x0 > 0.25 * (right - left) &&
      ((tall(line) > 4.5 * body && tall(line) > 1.3 * second) ||
        (TITLE.test(line.text) &&
          tall(line) > 1.5 * body &&
          line.x1 - line.x0 > 0.3 * (right - left) &&
          line.y0 < height * 0.15)) &&
      isTitle(line, lines, rows, body),
  );
  if (!title) return;
  let bottom = title.y1;
  for (const row of rows) {
    const y0 = Math.min(...row.map((line) => line.y0));
    if (y0 < bottom) continue;
    const [near, close] = [y0 - bottom < tall(title), y0 - bottom < 4 * body];
    if (
      row.every((line) => tall(line) < 2.5 * body) &&
      (((near || close) && folioPoints(row) >= 2) || (close && row.some((line) => SERVICE.test(line.text))))
    )
      bottom = Math.max(...row.map((line) => line.y1));
  }
  for (const line of lines) {
    const inside = line.y1 < bottom || (top.includes(line) && (line.y0 + line.y1) / 2 < bottom);
    if (inside && !found.has(line.index) && !isBeside(line, title, lines, bottom, body))
      found.set(line.index, 'masthead');
  }
}

/**
 * A headline may be as large, and name a newspaper too. A title stands in one line, and by it the day, the number, the price; a running head over it
 * is that of another page.
 */
function isTitle(line: LayoutLine, lines: readonly LayoutLine[], rows: readonly LayoutLine[][], body: number): boolean {
  const tall = line.y1 - line.y0;
  const goesOn = lines.some(
    (other) =>
      other !== line &&
      other.letters > 2 &&
      (other.y1 - other.y0) / tall > 0.8 &&
      (other.y1 - other.y0) / tall < 1.25 &&
      Math.abs(other.y0 + other.y1 - line.y0 - line.y1) / 2 > 0.6 * tall &&
      Math.abs(other.y0 + other.y1 - line.y0 - line.y1) / 2 < 1.8 * tall &&
      Math.min(other.x1, line.x1) > Math.max(other.x0, line.x0),
  );
  if (goesOn || line.letters > LONGEST_TITLE) return false;
  if (TITLE.test(line.text) && NAME.test(line.text)) return true;
  const near = rows.filter((row) =>
    row.some(
      (other) => other !== line && other.y0 < line.y1 + Math.max(tall, 6 * body) && other.y1 > line.y0 - 8 * body,
    ),
  );
  const says = (row: readonly LayoutLine[], points: number): boolean =>
    folioPoints(row.filter((other) => other !== line)) >= points;
  const isOver = (row: readonly LayoutLine[]): boolean => row.every((other) => other.y1 < line.y0 + 0.3 * tall);
  return near.some((row) =>
    isOver(row) ? says(row, 3) : says(row, 2) || row.some((other) => other !== line && SERVICE.test(other.text)),
  );
}

/** A text beside the title that goes on below it: of the other page of a spread, or of a column as high as the page. */
function isBeside(
  line: LayoutLine,
  title: LayoutLine,
  lines: readonly LayoutLine[],
  bottom: number,
  body: number,
): boolean {
  if (Math.min(line.x1, title.x1) > Math.max(line.x0, title.x0)) return false;
  const below = lines.filter(
    (other) =>
      other.y1 >= bottom &&
      other.y0 < bottom + 8 * body &&
      other.letters >= 12 &&
      other.x1 < title.x0 === line.x1 < title.x0 &&
      Math.min(other.x1, line.x1) - Math.max(other.x0, line.x0) > 0.5 * (line.x1 - line.x0),
  );
  return below.length >= 3 && Math.min(...below.map((other) => other.y0)) < bottom + 2 * body;
}
