/** A newspaper page in ALTO of about so many bytes, of invented words: lines, words and gaps in the proportion that newspaper archives have. */

const WORDS = (
  'the ferry at Low Quay will run again from Monday after the council found money for a second boat and “the harbour” ' +
  'committee said that coal, timber & wool were landed before noon while Mr. Alder of Mill-street asked whether the tram ' +
  'could wait; nobody answered him until the lamps were lit and the meeting closed with thanks to the chair — passengers ' +
  'pay threepence'
).split(' ');
const LINES_A_BLOCK = 40;
const LINE = 150;

/** The same numbers every time. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
const escaped = (word: string): string => word.replace(/&/gu, '&amp;');

export interface AltoNewspaper {
  readonly xml: string;
  readonly words: number;
  readonly lines: number;
}

/** `size` in characters, which are nearly all one byte. */
export function altoNewspaper(size: number): AltoNewspaper {
  const roll = dice(1931);
  const parts: string[] = [
    `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v2#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<Description><MeasurementUnit>inch1200</MeasurementUnit><sourceImageInformation><fileName>0001.tif</fileName></sourceImageInformation></Description>
<Styles><TextStyle ID="TS6" FONTSIZE="6"/><TextStyle ID="TS8" FONTSIZE="8"/><TextStyle ID="TS14" FONTSIZE="14" FONTSTYLE="bold"/><ParagraphStyle ID="PAR1" ALIGN="Left"/></Styles>
<Layout><Page ID="PAGE1" HEIGHT="${LINE * 20_000}" WIDTH="21188" PHYSICAL_IMG_NR="1" PC="0.68"><PrintSpace ID="SPACE1" HEIGHT="${LINE * 20_000}" WIDTH="21188" HPOS="0" VPOS="0">\n`,
  ];
  const ends = '</PrintSpace></Page></Layout></alto>\n';
  let length = (parts[0]?.length ?? 0) + ends.length;
  const put = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  let words = 0;
  let gaps = 0;
  let lines = 0;
  for (let block = 0; length < size; block++) {
    const left = 300 + (block % 7) * 2900;
    const top = Math.floor(block / 7) * LINES_A_BLOCK * LINE;
    put(
      `<TextBlock ID="BLOCK${block}" STYLEREFS="PAR1" HEIGHT="${LINES_A_BLOCK * LINE}" WIDTH="2700" HPOS="${left}" VPOS="${top}">\n`,
    );
    for (let n = 0; n < LINES_A_BLOCK && length < size; n++) {
      const y = top + n * LINE;
      const style = n === 0 ? 'TS14' : roll(4) === 0 ? 'TS8' : 'TS6';
      put(
        `<TextLine ID="LINE${++lines}" STYLEREFS="${style}" HEIGHT="${LINE - 10}" WIDTH="2600" HPOS="${left + 20}" VPOS="${y}">\n`,
      );
      const inLine = 4 + roll(5);
      let x = left + 20;
      for (let k = 0; k < inLine; k++) {
        const word = WORDS[roll(WORDS.length)] ?? '';
        const width = word.length * 52;
        const sure = Array.from(word, () => roll(9)).join(' ');
        if (k > 0) put(`<SP ID="SP${++gaps}" WIDTH="${90 + roll(40)}" HPOS="${x - 100}" VPOS="${y + roll(9)}"/>\n`);
        put(
          `<String ID="S${++words}" CONTENT="${escaped(word)}" WC="0.${100 + roll(900)}" CC="${sure}" HEIGHT="${110 + roll(30)}" WIDTH="${width}" HPOS="${x}" VPOS="${y + roll(9)}"/>\n`,
        );
        x += width + 100;
      }
      put('</TextLine>\n');
    }
    put('</TextBlock>\n');
  }
  parts.push(ends);
  return { xml: parts.join(''), words, lines };
}
