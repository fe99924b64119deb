/** Asks for a jump line only where a line has the look of one: most have not, and asking in full costs more than the rest of the cut. */
import { type JumpLine, parseJumpLine } from '../../../press/jump-lines.ts';

const EASTERN =
  /[▶►▷▸→⇒☞»]|[见見刊]\s*[A-Z]?\d|[下上文转轉接续續见見待未][^。]{0,12}[版面页頁続续續完)]|[版面页頁]{1,2}\s*[）)】\]]?$|続|続き|계속|이어짐|면/u;
const WESTERN =
  /page|pag\.|página|pagina|pág|seite|\bp\.|\bs\. ?\d|suite|suivre|continu|fortsetz|folgt|schlu(?:ß|ss)|segue|sigue|pasa |viene|\bsee\b|turn to|jump to|inside|more on|\bfrom\b|[,.:/|—–] ?[A-F]\d{1,2}$/iu;

export const jumpOf = (text: string): JumpLine | null =>
  EASTERN.test(text) || WESTERN.test(text) ? parseJumpLine(text) : null;
