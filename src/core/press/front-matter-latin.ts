/** The masthead's companions in English papers: volume and number, price, since when, address, weather, edition, rights. */
import type { FrontMatter } from './front-matter.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

const LINES: readonly (readonly [FrontMatter, RegExp])[] = [
  [
    'folio',
    new RegExp(
      `^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+(?:${MONTH}\\s+\\d{1,2}|\\d{1,2}\\s+${MONTH}),?\\s+\\d{4}$`,
      'iu',
    ),
  ],
  [
    'imprint',
    /^vol(?:ume)?\.?\s*(?:\d{1,4}|[ivxlcdm]+)\b[\s,.;:•·*»+|—–-]*(?:no\.?|nos\.|number|issue|#)\s*[\d,]{1,7}[\s.]*$/iu,
  ],
  ['imprint', /^(?:no\.|issue|number)\s*[\d,]{2,7}$/iu],
  [
    'imprint',
    /^(?:(?:newsstand|price|single copy|daily|sunday)[:\s]*)?(?:[$£€]\s?\d{1,2}(?:\.\d\d)?|\d{1,3}\s?(?:cents|¢|pence|p))(?:\s*(?:newsstand|daily|sunday|per copy|a copy|plus tax))?$/iu,
  ],
  ['imprint', /^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\p{Lu}[\p{L}\s.,&'’-]*,?\s*)?\d{4}\b[\p{L}\s.,&'’-]{0,40}$/iu],
  ['imprint', /^(?:©\s*\d{4}.{0,30}\s)?all rights reserved\.?$/iu],
  ['imprint', /^issn\s[\d-]{8,10}x?$/iu],
  ['masthead', /^(?:est(?:ablished|\.)|founded|since)\s*(?:in\s)?(?:1[6-9]|20)\d\d$/iu],
  ['masthead', /^(?:proudly\s)?(?:serving|covering)\s\p{Lu}.{2,60}\ssince\s(?:1[6-9]|20)\d\d\.?$/iu],
  ['masthead', /^(?:your|the)\s.{0,30}newspaper\b.{0,30}(?:since\s(?:1[6-9]|20)\d\d)?$/iu],
  [
    'masthead',
    /^(?:https?:\/\/)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|news|info|gov|edu|example|co|uk|us|ca|au)$/iu,
  ],
  [
    'masthead',
    /^(?:\p{L}+\s){0,2}(?:final|late|early|city|county|national|state|morning|evening|weekend|sunday|home|metro|coast|regional|extra|mail)\s(?:city\s)?edition$/iu,
  ],
];

const WEATHER =
  /\b(?:today|tonight|tomorrow|weather|forecast|highs?|lows?|sunny|sun|partly|mostly|cloudy|clouds?|clear|clearing|rain|rainy|showers?|snow|winds?|windy|fog|foggy|haze|storms?|thunderstorms?|morning|afternoon|evening|night|overcast|hot|cold|warm|cool|breezy|mph|with|and|then|by|in|the|near|around|chance|of|a|to|details|almanac|page|mon|tue|wed|thu|fri|sat)\b|[\d°º%/.,;:()–—-]|\b[fc]\b/giu;
const WEATHER_SIGN =
  /°|º|\b(?:high|low)s?\b.{0,12}\d|\b(?:sunny|cloudy|rain|snow|showers|clear|fog|windy|weather)\b.{0,12}\d/iu;

/** The role of a line that belongs to the masthead of an English paper; null for any other. */
export function latinMatter(text: string): FrontMatter | null {
  const line = text.trim();
  const found = LINES.find(([, pattern]) => pattern.test(line));
  if (found) return found[0];
  return /\d/u.test(line) && WEATHER_SIGN.test(line) && line.replace(WEATHER, '').trim() === '' ? 'masthead' : null;
}

const NAME =
  /^(?:the\s)?(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:times|daily news|news|gazette|herald|post|tribune|chronicle|journal|courier|observer|star|guardian|express|mercury|echo|advertiser|record|sentinel|examiner|standard|dispatch|register|argus|bulletin|leader|press|review|independent)$/iu;
/** A section's label, not a paper's name: LOCAL NEWS. */
const SECTION =
  /^(?:local|world|national|state|city|county|sports?|business|breaking|area|regional|community|other|more|top|latest|school|farm|good)\s(?:news|press|review|bulletin|record|times)$/iu;
/** True for a line that may be an English paper's name. */
export const maybeLatinName = (text: string): boolean =>
  NAME.test(text.trim()) &&
  !SECTION.test(text.trim()) &&
  !/associated press/iu.test(text) &&
  !/\p{Ll}{2,}\s\p{Ll}/u.test(text);
