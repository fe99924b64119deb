/** Recognises jump lines and pointers, as far as the cutter needs them. */
export interface JumpReading {
  readonly direction: 'to' | 'from' | 'pointer';
  readonly page: string | null;
}

const HAN_NUMBER = '[\\p{N}一二三四五六七八九十百〇零]';
const TO: readonly RegExp[] = [
  new RegExp(`^[（(【\\[]?\\s*(?:下转|下轉|文转|文轉|[续續][见見])\\s*第?\\s*([A-Z]?${HAN_NUMBER}{0,4}(?:[、，,]${HAN_NUMBER}{1,3})*)\\s*[版面页頁]?\\s*[）)】\\]]?$`, 'u'),
  new RegExp(`^[（(【\\[]\\s*[转轉]\\s*第?\\s*([A-Z]?${HAN_NUMBER}{1,4})\\s*[版面页頁]\\s*[）)】\\]]$`, 'u'),
  /^(?:Continued|Cont['’.]?d?\.?|Story continues|Turn|Jump)\s+(?:on|to)\s+(?:p(?:age|\.)?\s*)?(\w{1,6})(?:\s+page)?\.?$/iu,
  /^(?:Please\s+)?[Ss]ee\s+[\p{Lu}\p{N}.'’&-]+(?:\s+[\p{Lu}\p{N}.'’&-]+){0,3}(?:,\s*(?:[Pp]age\s*)?|\s+on\s+)([A-Z]?\d{1,3}[A-Z]?)$/u,
  /^(?:Fortsetzung|Weiter|Schlu(?:ß|ss)|Lesen Sie weiter)\s+(?:auf\s+)?(?:Seite|S\.)\s*(\w{1,4})$/iu,
  /^(?:Lire la\s+)?suite\s+(?:en\s+)?(?:page|p\.)\s*(\w{1,4})$/iu,
  /^(?:Pasa a|Contin[úu]a en|Sigue en|Continua a|Segue a|Continua na)\s+(?:la\s+)?(?:p[áa]gina|p[áa]g\.?)\s*(\w{1,4})$/iu,
  new RegExp(`^(${HAN_NUMBER}{1,4})面に(?:続く|つづく)$`, 'u'),
  new RegExp(`^(${HAN_NUMBER}{1,4})면(?:에 계속|으로 이어짐)$`, 'u'),
];
const FROM: readonly RegExp[] = [
  new RegExp(`^[（(【\\[]?\\s*(?:上接|[紧緊]接|承接)\\s*第?\\s*([A-Z]?${HAN_NUMBER}{0,4})\\s*[版面页頁]?\\s*[）)】\\]]?$`, 'u'),
  new RegExp(`^[（(【\\[]\\s*接\\s*第?\\s*([A-Z]?${HAN_NUMBER}{1,4})\\s*[版面页頁]\\s*[）)】\\]]$`, 'u'),
  /^(?:Continued\s+)?(?:[\p{Lu}\p{N}.'’&-]+(?:\s+[\p{Lu}\p{N}.'’&-]+){0,3},?\s+)?[Ff](?:rom|ROM)\s+[Pp](?:age|AGE|\.)\s*(\w{1,6})$/u,
  /^(?:Fortsetzung|Schlu(?:ß|ss))\s+von\s+(?:Seite|S\.)\s*(\w{1,4})$/iu,
  /^Suite de la (?:page\s*(\w{1,4})|une|première page)$/iu,
  /^(?:Viene de(?: la)?|Segue dal?la|Continuação da)\s+(?:p[áa]gina\s*(\w{1,4})|portada|primera|prima(?: pagina)?)$/iu,
  new RegExp(`^(${HAN_NUMBER}{1,4})面(?:から|より)の?(?:続く|続き)?$`, 'u'),
  new RegExp(`^(${HAN_NUMBER}{1,4})면에서 (?:계속|이어짐)$`, 'u'),
];
const POINTER: readonly RegExp[] = [
  new RegExp(`[▶►▷▸→⇒☞»]\\s*第?\\s*([A-Z]?${HAN_NUMBER}{1,4})\\s*[版面页頁]{1,2}$`, 'u'),
  new RegExp(`(?:详见|詳見|参见|參見|相关报道见|相關新聞見|报道见)\\s*第?\\s*([A-Z]?${HAN_NUMBER}{1,4})\\s*[版面页頁]?\\s*[）)]?$`, 'u'),
  /^(?:More on|Story,|Inside:?)\s+(?:page\s*)?([A-Z]?\d{1,3})$/iu,
  /(?:Siehe|Bericht|Lire|Voir|Ver|Veja na)\s+(?:Seite|page|página|pág\.)\s*(\w{1,4})$/iu,
];

/** What the line says, or null. `text`: one repaired line. A pointer may stand at the end of a longer line. */
export function readJumpLine(text: string): JumpReading | null {
  const line = text.trim();
  if (line.length > 120) return null;
  const folded = line.replace(/(?<=\p{Script=Han})\s+(?=[\p{Script=Han}\p{N}])|(?<=\p{N})\s+(?=\p{Script=Han})/gu, '');
  const tries = [['to', TO], ['from', FROM], ['pointer', POINTER]] as const;
  for (const [direction, patterns] of tries)
    for (const pattern of patterns) {
      const found = pattern.exec(folded);
      if (found) return { direction, page: found[1] || null };
    }
  return null;
}
