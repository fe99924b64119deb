/** Articles of an invented city paper: many themes, one manner of speaking, so that they share more words than articles of an encyclopedia do. */
import type { Random } from '../random.ts';
import type { Story } from '../stories.ts';
import {
  CAPTIONS,
  CITIES,
  CROSSHEADS,
  districtOf,
  entityOf,
  FIRST_SENTENCES,
  HEADLINES,
  KICKERS,
  personOf,
  SENTENCES,
  SUBHEADS,
  TEASERS,
  TOPICS,
  type Topic,
} from './words-han.ts';

export interface FrontStory extends Story {
  /** Set between the paragraphs: before the paragraph of that number. */
  readonly crossheads?: ReadonlyMap<number, string>;
  readonly caption?: string;
}

export type Fill = (pattern: string) => string;

/** Fills patterns with the words of one article: its people and places come back. */
export function fillOf(topic: Topic, city: string, random: Random): Fill {
  const people = Array.from({ length: 3 }, () => personOf(random));
  const districts = [districtOf(random), districtOf(random)];
  const entities = Array.from({ length: 3 }, () => entityOf(random));
  const put = (key: string): string => {
    if (key === 'd') return random.chance(0.7) ? districts[0]! : districts[1]!;
    if (key === 'b') return topic.bureau;
    if (key === 't' || key === 'u') return random.pick(topic.things);
    if (key === 'v' || key === 'w') return random.pick(topic.deeds);
    if (key === 'a') return random.pick(topic.aims);
    if (key === 'x') return random.pick(entities);
    if (key === 'p') return random.pick(people);
    if (key === 'n') return String(random.whole(2, 68));
    return city;
  };
  return (pattern) => pattern.replace(/\{(\w)\}/gu, (_, key: string) => put(key));
}

export function openingOf(city: string, random: Random): string {
  const names = personOf(random);
  const more = personOf(random);
  const [month, day] = [random.whole(1, 12), random.whole(1, 28)];
  return random.pick([
    `本报讯（记者 ${names}）`,
    `本报讯（记者 ${names} 通讯员 ${more}）`,
    `本报讯（通讯员 ${names} ${more}）`,
    `本报讯（记者 ${names} ${more}）`,
    `本报讯（首席记者 ${names}）`,
    `新华社北京${month}月${day}日电（记者 ${names}、${more}）`,
    `新华社${city}${month}月${day}日电 `,
    `本报${city}${month}月${day}日电（记者${names}）`,
    `本报讯 `,
  ]);
}

export const cityOf = (random: Random): string => random.pick(CITIES);

/** One article. `topic` may be shared by two articles of a page. */
export function inventStory(topic: Topic, city: string, random: Random): FrontStory {
  const fill = fillOf(topic, city, random);
  const count = random.pick([1, 2, 3, 3, 4, 5, 6, 8, 11]);
  const byline = random.chance(0.15) ? `□ 本报记者 ${personOf(random)}` : null;
  const paragraphs = Array.from({ length: count }, (_, n) => {
    const sentences = Array.from({ length: random.whole(n ? 1 : 0, n ? 4 : 3) }, () => fill(random.pick(SENTENCES)));
    if (n) return sentences.join('');
    const opening = byline || random.chance(0.1) ? '' : openingOf(city, random);
    return opening + fill(random.pick(FIRST_SENTENCES)) + sentences.join('');
  });
  const crossheads = new Map<number, string>();
  if (count >= 4 && random.chance(0.35))
    for (let at = random.whole(1, 2); at < count; at += random.whole(1, 3))
      crossheads.set(at, fill(random.pick(CROSSHEADS)));
  return {
    headline: fill(random.pick(HEADLINES)),
    paragraphs,
    edition: 'invented',
    crossheads,
    ...(random.chance(0.6) ? { kicker: fill(random.pick(KICKERS)) } : {}),
    ...(random.chance(0.35) ? { subhead: fill(random.pick(SUBHEADS)) } : {}),
    ...(byline ? { byline } : {}),
    ...(random.chance(0.25) ? { caption: fill(random.pick(CAPTIONS)) } : {}),
  };
}

export const inventTeaser = (city: string, random: Random): string =>
  fillOf(random.pick(TOPICS), city, random)(random.pick(TEASERS));
export const inventCaption = (city: string, random: Random): string =>
  fillOf(random.pick(TOPICS), city, random)(random.pick(CAPTIONS));
