/** Names of places that a Han text says, by the word that ends them: 柳河县, 滨河新区. Two articles of one theme are of different places. */

/** Two glyphs before the ending are enough to know a name again: where it begins is not to be seen. */
const NAMED = /(?<=(\p{Script=Han}{2}))(?:新区|新區|街道|[区區县縣镇鎮村]|[乡鄉](?!村))/gu;
/** Kinds of places and not names: this community, the countryside. */
const KIND =
  /(?:[社小景灌园園地山林库庫老厂廠营營校]|生活|功能|自治)[区區]$|[农農乡鄉新山全各本该該两兩几幾]村$|[城乡鄉][镇鎮]$|[全各本该該]\p{Script=Han}?[县縣镇鎮乡鄉]$/u;

export function placesIn(text: string): string[] {
  const places = [...text.matchAll(NAMED)].map((match) => (match[1] ?? '') + match[0]);
  return [...new Set(places)].filter((place) => !KIND.test(place));
}
